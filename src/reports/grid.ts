import { isNumeric } from '../core/column.ts';
import type { Row, Value } from '../store/value.ts';
import { type ColumnInfo, chartData, chartRows, type Dataset, selectRows, sortRows } from './data.ts';
import { specError } from './decode.ts';
import { escapeMarkdown } from './escape.ts';
import { type Format, formatValue } from './format.ts';
import { type Composing, datasetOf } from './material.ts';
import { parseMessage } from './message.ts';
import type { Block, Cell, Column, Grid } from './page.ts';
import type { ChartSpec, ColumnSpec, ValuesSpec } from './spec.ts';

/** Widths that every chart is drawn for, in CSS pixels: beside a margin, and on a phone. */
const WIDE = 740;
const NARROW = 340;

type Caption = (set: Dataset, row: Row) => string;

/** Draws a chart for both widths; nothing where its rows would not make a picture. */
export async function composeFigure(
  input: Composing,
  name: string,
  caption: Caption,
): Promise<readonly Block[]> {
  const { spec: report, charts, draw } = input.material;
  const spec = report.charts.get(name);
  if (!spec) throw specError(`report ${report.report}`, `the template names the chart \`${name}\``);
  const [first] = spec.data;
  const rows = spec.data.flatMap((filter) => chartRows(input.data, filter));
  const [row] = rows;
  if (!first || !row || !isEnough(spec, rows)) return [];
  const file = charts.get(spec.file);
  if (!file) throw specError(`report ${report.report}`, `the folder has no file \`${spec.file}\``);
  const drawAt = (isNarrow: boolean): Promise<string> =>
    draw({
      spec: file,
      data: chartData(input.data, spec.data, { labels: spec.labels, isNarrow }),
      signals: { is_narrow: isNarrow, width: isNarrow ? NARROW : WIDE, ...heightOf(spec, isNarrow) },
      path: spec.file,
    });
  const set = datasetOf(input, first.from);
  const columns = spec.data.flatMap(({ from }) => datasetOf(input, from).columns);
  return [
    {
      kind: 'figure',
      name,
      title: spec.title,
      caption: caption(set, row),
      wide: await drawAt(false),
      narrow: await drawAt(true),
      values: valuesOf(
        { ...spec.values, columns: visibleColumns(spec.values.columns, input) },
        columns,
        rows,
      ),
      csv: csvOf(set),
    },
  ];
}

/** One bar as wide as the page tells no more than the sentence above it. */
function isEnough({ least }: ChartSpec, rows: readonly Row[]): boolean {
  return least === null || new Set(rows.map((row) => String(row[least.column]))).size >= least.count;
}

function heightOf(spec: ChartSpec, isNarrow: boolean): { readonly height?: number } {
  return spec.heights ? { height: isNarrow ? spec.heights.narrow : spec.heights.wide } : {};
}

/** Composes a table of a metric's first rows; nothing without rows. */
export function composeTable(input: Composing, name: string, caption: Caption): readonly Block[] {
  const { spec: report } = input.material;
  const spec = report.tables.get(name);
  if (!spec) throw specError(`report ${report.report}`, `the template names the table \`${name}\``);
  const set = datasetOf(input, spec.from);
  const rows = sortRows(selectRows(input.data, spec), spec.order);
  const [row] = rows;
  if (!row) return [];
  return [
    {
      kind: 'table',
      name,
      caption: caption(set, row),
      grid: gridOf(visibleColumns(spec.columns, input), set.columns, rows.slice(0, spec.limit)),
      rowCount: rows.length,
      csv: csvOf(set),
    },
  ];
}

function visibleColumns(columns: readonly ColumnSpec[], { slots }: Composing): readonly ColumnSpec[] {
  const isOfSeveral = Number(slots['repository_count'] ?? 1) > 1;
  return columns.filter((column) => isOfSeveral || !column.isOnlyForSeveral);
}

function csvOf(set: Dataset): string {
  return `data/${set.name}.csv`;
}

function valuesOf(spec: ValuesSpec, known: readonly ColumnInfo[], rows: readonly Row[]): Grid {
  const { across } = spec;
  if (!across) return gridOf(spec.columns, known, rows);
  const heads = [
    ...new Map(rows.map((row) => [String(row[across.column]), row[across.column] ?? null])).entries(),
  ];
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    const key = spec.columns.map((column) => String(row[column.column ?? ''])).join('\0');
    byName.set(key, [...(byName.get(key) ?? []), row]);
  }
  const sorted = heads.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    columns: [
      ...spec.columns.map((column) => columnOf(column, known)),
      ...sorted.map(([, value]) => ({
        label: formatValue(value, across.column, across.format),
        kind: 'number' as const,
        role: 'more' as const,
      })),
    ],
    rows: [...byName.values()].map((group) => {
      const cells = cellsOf(spec.columns, group[0] ?? {});
      const values = new Map(group.map((row) => [String(row[across.column]), row[across.value] ?? null]));
      return [...cells, ...sorted.map(([key]) => ({ markdown: crossed(values.get(key), across.value) }))];
    }),
  };
}

/** A cell of a crossed table stays empty where there is no row: nothing happened then. */
function crossed(value: Value | undefined, column: string): string {
  return value === undefined ? '' : escapeMarkdown(formatValue(value, column));
}

function gridOf(columns: readonly ColumnSpec[], known: readonly ColumnInfo[], rows: readonly Row[]): Grid {
  return {
    columns: columns.map((column) => columnOf(column, known)),
    rows: rows.map((row) => cellsOf(columns, row)),
  };
}

const NUMBER_FORMATS: ReadonlySet<Format> = new Set<Format>([
  'integer',
  'decimal',
  'percent',
  'ratio',
  'year',
]);
const TIME_TYPE = /^(TIMESTAMPTZ|DATE)$/;
const TIME_FORMATS: ReadonlySet<Format> = new Set<Format>(['month', 'day', 'quarter', 'instant']);

function columnOf(spec: ColumnSpec, known: readonly ColumnInfo[]): Column {
  const type = known.find((column) => column.name === spec.column)?.type ?? '';
  return { label: spec.label, kind: kindOf(spec, type), role: spec.role };
}

function kindOf(spec: ColumnSpec, type: string): Column['kind'] {
  if (spec.format === 'code') return 'code';
  if (NUMBER_FORMATS.has(spec.format) || (spec.format === 'auto' && isNumeric(type))) return 'number';
  return TIME_TYPE.test(type) || TIME_FORMATS.has(spec.format) ? 'time' : 'text';
}

function cellsOf(columns: readonly ColumnSpec[], row: Row): readonly Cell[] {
  return columns.map((column) => {
    const markdown =
      column.text === null
        ? plainCell(row[column.column ?? ''], column)
        : parseMessage(column.text, `column ${column.label}`).write(row);
    return column.bar === null ? { markdown } : { markdown, bar: barOf(column.bar, row) };
  });
}

/** Null is a value that is not known; a row that has no such column has nothing to say, such as who left on the day before anybody did. */
function plainCell(value: Value | undefined, { column, format }: ColumnSpec): string {
  return value === undefined ? '' : escapeMarkdown(formatValue(value, column ?? '', format));
}

function barOf(spec: NonNullable<ColumnSpec['bar']>, row: Row): NonNullable<Cell['bar']> {
  const shareOf = (column: string | null) => Number((column === null ? null : row[column]) ?? 0);
  const isKnown = spec.known === null || row[spec.known] !== null;
  const share = isKnown ? shareOf(spec.share) : 0;
  return { share, high: Math.max(share, shareOf(spec.high ?? spec.share)) };
}
