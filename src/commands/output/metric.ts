import type { MetricDescription } from '../../index.ts';
import { tableRows } from './table.ts';

/** Writes what a metric's header says, for people. */
export async function describeMetric(metric: MetricDescription, width: number | undefined): Promise<string> {
  const facts = [
    ['Question', metric.question],
    ['Definition', metric.ids.join(', ')],
    ['Family', metric.family],
    ['Status', metric.status],
    ['Source', metric.source],
    ['Needs', metric.needs.join(', ')],
    ['One row per', metric.grain.join(', ')],
    ['Window', windowText(metric.window)],
    ['Limits', metric.limits],
    ['File', metric.path],
  ];
  const named = facts.map(([fact = '', text = '']) => ({ [metric.metric]: fact, [metric.title]: text }));
  const params = metric.params.map((param) => ({
    parameter: param.name,
    type: param.allowed ? `${param.type}, ${param.allowed.text}` : param.type,
    default: param.isRequired ? 'required' : (param.defaultText ?? ''),
    meaning: param.description,
  }));
  const columns = metric.columns.map(({ name, type, unit, description }) => ({
    column: name,
    type,
    unit,
    meaning: description,
  }));
  const tables = [named, params, columns].filter((rows) => rows.length > 0);
  return (await Promise.all(tables.map((rows) => drawn(rows, width)))).join('\n');
}

function windowText(window: MetricDescription['window']): string {
  return window.unit === 'all' ? 'all that is known' : `the last ${window.length} ${window.unit}`;
}

async function drawn(
  rows: readonly Readonly<Record<string, string>>[],
  width: number | undefined,
): Promise<string> {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) =>
    name === names.at(-1)
      ? ({ name, type: 'VARCHAR', look: 'wrapped' } as const)
      : ({ name, type: 'VARCHAR', look: 'whole' } as const),
  );
  return await tableRows({ columns, rows }, width);
}
