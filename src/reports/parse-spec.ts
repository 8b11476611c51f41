import {
  readCount,
  readEntries,
  readFields,
  readList,
  readNumber,
  readOptionalText,
  readScalar,
  readText,
  readWord,
  specError,
  type Unchecked,
} from './decode.ts';
import { FORMATS } from './format.ts';
import {
  type ChangeSpec,
  type ChartSpec,
  type ColumnSpec,
  type DataSpec,
  type FactSpec,
  type KnowledgeSpec,
  type LabelSpec,
  LEVELS,
  type LevelSpec,
  type MetricUse,
  type ReportSpec,
  type RowCondition,
  type RowPick,
  type TableSpec,
  type ValuesSpec,
} from './spec.ts';

const TABLE_ROWS = 20;

/**
 * Checks a `report.json` and returns what it says; defaults are filled in.
 *
 * Errors: `E_REPORT_SPEC`, naming the place.
 */
export function parseReportSpec(value: unknown, path: string): ReportSpec {
  const field = readFields({ value, place: path }, [
    'report',
    'title',
    'slots',
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
    slots: readList(field('slots')).map(readPick),
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
    const bound = readFields(item, ['at_most', 'at_least']);
    return bound('at_most').isThere
      ? { column, atMost: readNumber(bound('at_most')) }
      : { column, atLeast: readNumber(bound('at_least')) };
  });
}

function readData(input: Unchecked): DataSpec {
  const field = readFields(input, ['from', 'where', 'as', 'set', 'order']);
  const from = readText(field('from'));
  const set = field('set');
  return {
    from,
    where: readConditions(field('where')),
    as: readOptionalText(field('as')) ?? from,
    order: readOptionalText(field('order')),
    set: set.isThere
      ? Object.fromEntries(readEntries(set).map(([name, item]) => [name, readScalar(item)]))
      : {},
  };
}

function readPick(input: Unchecked): RowPick {
  const field = readFields(input, ['from', 'where', 'at', 'as', 'optional']);
  return {
    from: readText(field('from')),
    where: readConditions(field('where')),
    at: readWord(field('at'), ['first', 'last']),
    as: readOptionalText(field('as')) ?? '',
    isOptional: field('optional').value === true,
  };
}

function readColumn(input: Unchecked): ColumnSpec {
  const field = readFields(input, ['label', 'column', 'text', 'format', 'bar', 'role', 'if_several']);
  const column = readOptionalText(field('column'));
  const text = readOptionalText(field('text'));
  const bar = field('bar').isThere ? readFields(field('bar'), ['share', 'high', 'known']) : null;
  if ((column === null) === (text === null))
    throw specError(input.place, 'expected either `column` or `text`');
  return {
    label: readText(field('label')),
    column,
    text,
    format: readWord(field('format'), FORMATS),
    bar: bar && {
      share: readText(bar('share')),
      high: readOptionalText(bar('high')),
      known: readOptionalText(bar('known')),
    },
    role: readWord(field('role'), ['more', 'name', 'main']),
    isOnlyForSeveral: field('if_several').value === true,
  };
}

function readTable(name: string, input: Unchecked): TableSpec {
  const field = readFields(input, ['from', 'where', 'order', 'limit', 'columns']);
  return {
    name,
    from: readText(field('from')),
    where: readConditions(field('where')),
    order: readOptionalText(field('order')),
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
    kind: readWord(field('kind'), ['name', 'path', 'text']),
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
  const field = readFields(input, ['file', 'title', 'data', 'labels', 'values', 'least', 'heights']);
  const heights = field('heights');
  const heightField = heights.isThere ? readFields(heights, ['wide', 'narrow']) : null;
  const least = field('least');
  const leastField = least.isThere ? readFields(least, ['column', 'count']) : null;
  return {
    name,
    file: readText(field('file')),
    title: readText(field('title')),
    data: readList(field('data')).map(readData),
    labels: readList(field('labels')).map(readLabel),
    values: readValues(field('values')),
    least: leastField && {
      column: readText(leastField('column')),
      count: readCount(leastField('count'), 1),
    },
    heights: heightField && {
      wide: readCount(heightField('wide'), 200),
      narrow: readCount(heightField('narrow'), 200),
    },
  };
}

function readChange(input: Unchecked): ChangeSpec {
  const field = readFields(input, ['name', 'rows', 'section', 'levels', 'figure', 'spark']);
  const figure = field('figure');
  const figureField = figure.isThere ? readFields(figure, ['text', 'note']) : null;
  return {
    name: readText(field('name')),
    picks: readList(field('rows')).map(readPick),
    section: readText(field('section')),
    levels: readList(field('levels')).map(readLevel),
    figure: figureField && { text: readText(figureField('text')), note: readText(figureField('note')) },
    spark: readList(field('spark')).map(readData),
  };
}

function readLevel(input: Unchecked): LevelSpec {
  const field = readFields(input, ['slot', 'equals', 'at_most', 'at_least', 'level']);
  const [equals, atMost, atLeast] = [field('equals'), field('at_most'), field('at_least')];
  const test = atMost.isThere
    ? { atMost: readNumber(atMost) }
    : atLeast.isThere
      ? { atLeast: readNumber(atLeast) }
      : { equals: readScalar(equals) };
  return { slot: readText(field('slot')), test, level: readWord(field('level'), LEVELS) };
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
