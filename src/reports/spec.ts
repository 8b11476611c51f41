import {
  readCount,
  readEntries,
  readFields,
  readList,
  readOptionalText,
  readScalar,
  readText,
  readWord,
  specError,
  type Unchecked,
} from './decode.ts';
import { FORMATS, type Format } from './format.ts';

export type Scalar = string | number | boolean | null;

/** A metric that the report runs; other parts refer to its rows by `name`. */
export interface MetricUse {
  readonly name: string;
  readonly metric: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Which rows of a metric: equal in some columns (`$month` is the report's month), or at most a rank. */
export interface RowFilter {
  readonly from: string;
  readonly where: readonly RowCondition[];
}

export type RowCondition =
  | { readonly column: string; readonly equals: Scalar }
  | { readonly column: string; readonly atMost: number };

/** Rows that a chart gets under the name `as`; `set` adds fields: a value, or of the row's column behind a `$`. */
export interface DataSpec extends RowFilter {
  readonly as: string;
  readonly set: Readonly<Record<string, Scalar>>;
}

/** One row whose columns become slots of prose, with `as` before each name. */
export interface RowPick extends RowFilter {
  readonly at: 'first' | 'last';
  readonly as: string;
}

export interface ColumnSpec {
  readonly label: string;
  /** The column shown, or null where `text` makes the cell of several. */
  readonly column: string | null;
  /** Prose with the row's columns as slots. */
  readonly text: string | null;
  readonly format: Format;
  /** Column with a share that a bar is drawn of. */
  readonly bar: string | null;
  /** `name` heads the row; on a narrow screen `main` stands beside it and `more` below. */
  readonly role: 'name' | 'main' | 'more';
}

export interface TableSpec extends RowFilter {
  readonly name: string;
  readonly limit: number;
  readonly columns: readonly ColumnSpec[];
}

/** A field added to a chart's rows: a text short enough for the width, unique among different keys. */
export interface LabelSpec {
  readonly field: string;
  readonly column: string;
  /** Column that tells apart what has the same text. */
  readonly key: string;
  readonly kind: 'name' | 'path';
  readonly wide: number;
  readonly narrow: number;
}

/** The same values as a table: a row per row, or with `across` a row per `name` column and a column per its value. */
export interface ValuesSpec {
  readonly columns: readonly ColumnSpec[];
  readonly across: { readonly column: string; readonly format: Format; readonly value: string } | null;
}

export interface ChartSpec {
  readonly name: string;
  /** File in the report's folder. */
  readonly file: string;
  /** What the picture shows, for those who can't see it. */
  readonly title: string;
  readonly data: readonly DataSpec[];
  readonly labels: readonly LabelSpec[];
  readonly values: ValuesSpec;
  /** Heights where they are not the specification's own. */
  readonly heights: { readonly wide: number; readonly narrow: number } | null;
}

/** A sentence of the first screen. */
export interface ChangeSpec {
  /** Name of its prose and slots. */
  readonly name: string;
  readonly picks: readonly RowPick[];
  /** Section that holds the evidence. */
  readonly section: string;
  /** How much a reader should care: by the value of a slot, smallest first; a value not named has `rank`. */
  readonly care: {
    readonly slot: string;
    readonly ranks: Readonly<Record<string, number>>;
    readonly rank: number;
  };
  readonly figure: { readonly text: string; readonly note: string } | null;
  /** Rows for the small picture beside it. */
  readonly spark: readonly DataSpec[];
}

/** A line of the header: its text may name what all prose may. */
export interface FactSpec {
  readonly label: string;
  readonly text: string;
}

/** A bar of the header: what is known of one thing. */
export interface KnowledgeSpec {
  readonly label: string;
  readonly text: string;
  /** Metric whose first row the text and the bar take their columns from; null for the scope itself. */
  readonly from: string | null;
  /** Column with the known share; null for what is not collected. */
  readonly share: string | null;
  /** Column with the share that could be known at most. */
  readonly shareHigh: string | null;
}

export interface ReportSpec {
  readonly report: string;
  readonly title: string;
  readonly facts: readonly FactSpec[];
  readonly knowledge: readonly KnowledgeSpec[];
  readonly metrics: readonly MetricUse[];
  readonly changes: readonly ChangeSpec[];
  readonly findings: ReadonlyMap<string, readonly RowPick[]>;
  readonly charts: ReadonlyMap<string, ChartSpec>;
  readonly tables: ReadonlyMap<string, TableSpec>;
  /** Ids of the template's sections, in order. */
  readonly sections: readonly string[];
}

const TABLE_ROWS = 20;
const CARE_RANK = 9;

/**
 * Checks a `report.json` and returns what it says; defaults are filled in.
 *
 * Errors: `E_REPORT_SPEC`, naming the place.
 */
export function parseReportSpec(value: unknown, path: string): ReportSpec {
  const field = readFields({ value, place: path }, [
    'report',
    'title',
    'facts',
    'knowledge',
    'metrics',
    'changes',
    'findings',
    'charts',
    'tables',
    'sections',
  ]);
  const metrics = readList(field('metrics')).map(readMetricUse);
  const spec: ReportSpec = {
    report: readText(field('report')),
    title: readText(field('title')),
    facts: readList(field('facts')).map(readFact),
    knowledge: readList(field('knowledge')).map(readKnowledge),
    metrics,
    changes: readList(field('changes')).map(readChange),
    findings: new Map(
      readEntries(field('findings')).map(([name, item]) => [name, readList(item).map(readPick)]),
    ),
    charts: new Map(readEntries(field('charts')).map(([name, item]) => [name, readChart(name, item)])),
    tables: new Map(readEntries(field('tables')).map(([name, item]) => [name, readTable(name, item)])),
    sections: readList(field('sections')).map(readText),
  };
  checkReferences(spec, path);
  return spec;
}

function readFact(input: Unchecked): FactSpec {
  const field = readFields(input, ['label', 'text']);
  return { label: readText(field('label')), text: readText(field('text')) };
}

function readKnowledge(input: Unchecked): KnowledgeSpec {
  const field = readFields(input, ['label', 'text', 'from', 'share', 'share_high']);
  return {
    label: readText(field('label')),
    text: readText(field('text')),
    from: readOptionalText(field('from')),
    share: readOptionalText(field('share')),
    shareHigh: readOptionalText(field('share_high')),
  };
}

function readMetricUse(input: Unchecked): MetricUse {
  const field = readFields(input, ['metric', 'as', 'params']);
  const metric = readText(field('metric'));
  const params = field('params');
  return {
    name: readOptionalText(field('as')) ?? metric,
    metric,
    params: params.isThere
      ? Object.fromEntries(readEntries(params).map(([name, item]) => [name, String(readScalar(item))]))
      : {},
  };
}

function readConditions(input: Unchecked & { readonly isThere: boolean }): readonly RowCondition[] {
  if (!input.isThere) return [];
  return readEntries(input).map(([column, item]): RowCondition => {
    if (typeof item.value !== 'object' || item.value === null) return { column, equals: readScalar(item) };
    return { column, atMost: readCount(readFields(item, ['at_most'])('at_most'), 1) };
  });
}

function readData(input: Unchecked): DataSpec {
  const field = readFields(input, ['from', 'where', 'as', 'set']);
  const from = readText(field('from'));
  const set = field('set');
  return {
    from,
    where: readConditions(field('where')),
    as: readOptionalText(field('as')) ?? from,
    set: set.isThere
      ? Object.fromEntries(readEntries(set).map(([name, item]) => [name, readScalar(item)]))
      : {},
  };
}

function readPick(input: Unchecked): RowPick {
  const field = readFields(input, ['from', 'where', 'at', 'as']);
  return {
    from: readText(field('from')),
    where: readConditions(field('where')),
    at: readWord(field('at'), ['first', 'last']),
    as: readOptionalText(field('as')) ?? '',
  };
}

function readColumn(input: Unchecked): ColumnSpec {
  const field = readFields(input, ['label', 'column', 'text', 'format', 'bar', 'role']);
  const column = readOptionalText(field('column'));
  const text = readOptionalText(field('text'));
  if ((column === null) === (text === null))
    throw specError(input.place, 'expected either `column` or `text`');
  return {
    label: readText(field('label')),
    column,
    text,
    format: readWord(field('format'), FORMATS),
    bar: readOptionalText(field('bar')),
    role: readWord(field('role'), ['more', 'name', 'main']),
  };
}

function readTable(name: string, input: Unchecked): TableSpec {
  const field = readFields(input, ['from', 'where', 'limit', 'columns']);
  return {
    name,
    from: readText(field('from')),
    where: readConditions(field('where')),
    limit: readCount(field('limit'), TABLE_ROWS),
    columns: readList(field('columns')).map(readColumn),
  };
}

function readLabel(input: Unchecked): LabelSpec {
  const field = readFields(input, ['field', 'column', 'key', 'kind', 'wide', 'narrow']);
  const column = readText(field('column'));
  return {
    field: readText(field('field')),
    column,
    key: readOptionalText(field('key')) ?? column,
    kind: readWord(field('kind'), ['name', 'path']),
    wide: readCount(field('wide'), 24),
    narrow: readCount(field('narrow'), 14),
  };
}

function readValues(input: Unchecked): ValuesSpec {
  const field = readFields(input, ['columns', 'across']);
  const across = field('across');
  const acrossField = across.isThere ? readFields(across, ['column', 'format', 'value']) : null;
  return {
    columns: readList(field('columns')).map(readColumn),
    across: acrossField && {
      column: readText(acrossField('column')),
      format: readWord(acrossField('format'), FORMATS),
      value: readText(acrossField('value')),
    },
  };
}

function readChart(name: string, input: Unchecked): ChartSpec {
  const field = readFields(input, ['file', 'title', 'data', 'labels', 'values', 'heights']);
  const heights = field('heights');
  const heightField = heights.isThere ? readFields(heights, ['wide', 'narrow']) : null;
  return {
    name,
    file: readText(field('file')),
    title: readText(field('title')),
    data: readList(field('data')).map(readData),
    labels: readList(field('labels')).map(readLabel),
    values: readValues(field('values')),
    heights: heightField && {
      wide: readCount(heightField('wide'), 200),
      narrow: readCount(heightField('narrow'), 200),
    },
  };
}

function readChange(input: Unchecked): ChangeSpec {
  const field = readFields(input, ['name', 'rows', 'section', 'care', 'figure', 'spark']);
  const care = readFields(field('care'), ['slot', 'ranks', 'rank']);
  const figure = field('figure');
  const figureField = figure.isThere ? readFields(figure, ['text', 'note']) : null;
  return {
    name: readText(field('name')),
    picks: readList(field('rows')).map(readPick),
    section: readText(field('section')),
    care: {
      slot: readText(care('slot')),
      ranks: Object.fromEntries(
        readEntries(care('ranks')).map(([value, item]) => [value, readCount(item, CARE_RANK)]),
      ),
      rank: readCount(care('rank'), CARE_RANK),
    },
    figure: figureField && { text: readText(figureField('text')), note: readText(figureField('note')) },
    spark: readList(field('spark')).map(readData),
  };
}

/** Every `from` names a metric of the report. */
function checkReferences(spec: ReportSpec, path: string): void {
  const known = new Set(spec.metrics.map((use) => use.name));
  const used = [
    ...spec.changes.flatMap((change) => [...change.picks, ...change.spark]),
    ...[...spec.findings.values()].flat(),
    ...[...spec.charts.values()].flatMap((chart) => chart.data),
    ...spec.tables.values(),
  ];
  const missing = used.find((filter) => !known.has(filter.from));
  if (missing) throw specError(path, `\`${missing.from}\` is used, but no metric of the report is called so`);
}
