import { shortType } from '../../src/core/column.ts';
import type { MetricHeader } from '../../src/metrics/header.ts';

interface ColumnShape {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly description: string;
}

export interface TableShape {
  readonly table: string;
  readonly columns: readonly ColumnShape[];
}

const SCALARS: Readonly<Record<string, string>> = {
  BIGINT: 'bigint',
  HUGEINT: 'bigint',
  INTEGER: 'number',
  SMALLINT: 'number',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  VARCHAR: 'string',
  JSON: 'string',
  TIMESTAMPTZ: 'string',
  DATE: 'string',
  BLOB: 'Uint8Array',
};

/** The TypeScript of `src/generated/metrics.ts`. */
export function renderMetricTypes(headers: readonly MetricHeader[]): string {
  const shapes = headers.map(({ metric, grain, columns }) => ({
    table: metric,
    columns: columns.map((column) => ({ ...column, isNullable: !grain.includes(column.name) })),
  }));
  return [
    '// Written by test/tools/generate.ts from queries/metrics/; not to be edited.',
    '',
    '/** Row type of each metric by its name. */',
    renderRows('MetricRows', shapes),
    '',
    'export type MetricName = keyof MetricRows;',
    '',
  ].join('\n');
}

/** The TypeScript of `src/generated/tables.ts`. */
export function renderTableTypes(shapes: readonly TableShape[]): string {
  return [
    '// Written by test/tools/generate.ts from queries/migrations/ and queries/facts/; not to be edited.',
    '',
    '/** Row type of each table by its name. */',
    renderRows('TableRows', shapes),
    '',
    'export type TableName = keyof TableRows;',
    '',
  ].join('\n');
}

function renderRows(name: string, shapes: readonly TableShape[]): string {
  const members = shapes.flatMap(({ table, columns }) => [
    `  readonly ${table}: {`,
    ...columns.flatMap((column) => [
      ...(column.description === '' ? [] : [`    /** ${column.description.replaceAll('*/', '* /')} */`]),
      `    readonly ${column.name}: ${toTypeScript(column.type)}${column.isNullable ? ' | null' : ''};`,
    ]),
    '  };',
  ]);
  return [`export interface ${name} {`, ...members, '}'].join('\n');
}

/** The type that the store gives a value of DuckDB's `type`. */
export function toTypeScript(type: string): string {
  const short = shortType(type);
  if (short.endsWith('[]')) {
    const item = toTypeScript(short.slice(0, -2));
    return `readonly ${/[ |]/.test(item) && !item.startsWith('{') ? `(${item})` : item}[]`;
  }
  if (short.startsWith('DECIMAL(')) return 'number';
  if (short.startsWith('MAP(')) return 'string';
  if (short.startsWith('STRUCT(')) {
    const fields = splitFields(short.slice('STRUCT('.length, -1)).map((field) => {
      const space = field.indexOf(' ');
      return `readonly ${field.slice(0, space)}: ${toTypeScript(field.slice(space + 1))} | null`;
    });
    return `{ ${fields.join('; ')} }`;
  }
  const scalar = SCALARS[short];
  if (!scalar) throw new Error(`No TypeScript type is known for ${type}`);
  return scalar;
}

/** Splits at commas that lie in no parenthesis. */
function splitFields(text: string): readonly string[] {
  const fields: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character !== ',' || depth > 0) continue;
    fields.push(text.slice(start, index).trim());
    start = index + 1;
  }
  return [...fields, text.slice(start).trim()];
}
