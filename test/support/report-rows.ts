import { readFileSync } from 'node:fs';
import { readMetric } from '../../src/metrics/registry.ts';
import type { Dataset, ReportData } from '../../src/reports/data.ts';
import type { Provenance } from '../../src/reports/facts.ts';
import type { ReportSpec } from '../../src/reports/spec.ts';
import type { Row, Value } from '../../src/store/value.ts';

type Cell = string | number | boolean | null;

interface KeptSet {
  readonly window: Dataset['window'];
  readonly gap: Dataset['gap'];
  /** Names of the columns, then their values row by row. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Kept {
  readonly scope: Readonly<Record<string, Cell>>;
  readonly repositories: readonly Readonly<Record<string, Cell>>[];
  readonly sets: Readonly<Record<string, KeptSet>>;
}

/** Text for a file that `readRows` reads: what a report was computed from, one row a line. */
export function writeRows(provenance: Provenance, data: ReportData): string {
  const sets = [...data.sets].map(([name, set]) => {
    const columns = set.columns.map((column) => column.name);
    const rows = set.rows.map(
      (row) => `    ${JSON.stringify(columns.map((column) => cellOf(row[column] ?? null)))}`,
    );
    const head = { window: set.window, gap: set.gap, columns };
    return `  ${JSON.stringify(name)}: ${JSON.stringify(head).slice(0, -1)}, "rows": [\n${rows.join(',\n')}\n  ]}`;
  });
  const { scope, repositories } = provenance;
  return `{"scope": ${JSON.stringify(cells(scope))},\n"repositories": ${JSON.stringify(repositories.map(cells))},\n"sets": {\n${sets.join(',\n')}\n}}\n`;
}

function cells(row: Row): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cellOf(value)]));
}

function cellOf(value: Value): Cell {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'object' ? (value === null ? null : JSON.stringify(value)) : value;
}

/**
 * Reads the rows of a report. Types of columns come from the metrics' headers, which must still have them; titles and
 * limits are made up, so that a word changed there changes no golden file.
 */
export async function readRows(
  path: string,
  spec: ReportSpec,
  month: string,
): Promise<{ data: ReportData; provenance: Provenance }> {
  const kept: Kept = JSON.parse(readFileSync(path, 'utf8'));
  const sets = new Map<string, Dataset>();
  for (const use of spec.metrics) {
    const { header } = await readMetric(use.metric);
    const set = kept.sets[use.name];
    if (!set) throw new Error(`${path} has no rows of ${use.name}`);
    const types = new Map(header.columns.map((column) => [column.name, column.type]));
    sets.set(use.name, {
      name: use.name,
      metric: use.metric,
      title: `Title of ${use.name}`,
      ids: ['A1'],
      question: 'Which question?',
      source: 'a source',
      limits: 'its limits',
      path: `queries/metrics/${use.metric}.sql`,
      params: {},
      window: set.window,
      columns: header.columns,
      rows: set.rows.map((row) => toRow(set.columns, row, types)),
      gap: set.gap,
    });
  }
  const provenance: Provenance = {
    scope: toRow(Object.keys(kept.scope), Object.values(kept.scope), new Map()),
    repositories: kept.repositories.map((row) => toRow(Object.keys(row), Object.values(row), new Map())),
    tables: [{ table_name: 'fct_commit', row_count: 496n }],
    seeds: [{ file: 'bot.csv', hash: '0123456789ab' }],
    version: '0.0.0',
  };
  return { data: { sets, month }, provenance };
}

function toRow(columns: readonly string[], values: readonly Cell[], types: ReadonlyMap<string, string>): Row {
  return Object.fromEntries(
    columns.map((column, index) => {
      const value = values[index] ?? null;
      return [column, types.get(column) === 'BIGINT' && typeof value === 'number' ? BigInt(value) : value];
    }),
  );
}
