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
  const labels = Math.max(...facts.map(([label = '']) => label.length));
  const lines = facts.map(([label = '', text]) => `${label.padEnd(labels)}  ${text}`);
  const params = metric.params.map((param) => ({
    parameter: param.name,
    type: param.type,
    default: param.isRequired ? 'required' : (param.defaultText ?? ''),
    meaning: param.description,
  }));
  const columns = metric.columns.map(({ name, type, unit, description }) => ({
    column: name,
    type,
    unit,
    meaning: description,
  }));
  const tables = [await drawn(params, width), await drawn(columns, width)].filter((text) => text !== '');
  return `${metric.metric}: ${metric.title}\n\n${lines.join('\n')}\n\n${tables.join('\n')}`;
}

function windowText(window: MetricDescription['window']): string {
  return window.unit === 'all' ? 'all that is known' : `the last ${window.length} ${window.unit}`;
}

async function drawn(
  rows: readonly Readonly<Record<string, string>>[],
  width: number | undefined,
): Promise<string> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => ({ name, type: 'VARCHAR' }));
  return rows.length === 0 ? '' : await tableRows({ columns, rows }, width);
}
