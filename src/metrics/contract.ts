import { UnderstoryError } from '../core/errors.ts';
import { shortType } from '../core/sql-header.ts';
import type { Column, Description, Store } from '../store/store.ts';
import type { Row, Value } from '../store/value.ts';
import type { Metric } from './registry.ts';

/**
 * Compares a metric's header with what DuckDB makes of its query, without running it.
 *
 * Errors: `E_QUERY_CONTRACT`, naming the column or parameter that differs.
 */
export async function checkStatement(store: Store, metric: Metric): Promise<void> {
  const description = await describe(store, metric);
  checkParams(metric, description.params);
  checkColumns(metric, description.columns);
}

async function describe(store: Store, metric: Metric): Promise<Description> {
  try {
    return await store.describe(metric.sql);
  } catch (error) {
    if (error instanceof UnderstoryError) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new UnderstoryError({
      code: 'E_QUERY_CONTRACT',
      message: `\`${metric.path}\` can't be prepared: ${reason}`,
      hint: 'Each `$parameter` needs a cast at its use, and each table a build: `understory collect TARGET`',
      cause: error,
    });
  }
}

function checkParams(metric: Metric, used: readonly string[]): void {
  const { header } = metric;
  const undeclared = used.find((name) => !header.params.some((param) => param.name === name));
  if (undeclared) throw contractError(metric, `uses \`$${undeclared}\`, its header does not list it`);
  const unused = header.params.find((param) => !used.includes(param.name));
  if (unused)
    throw contractError(metric, `lists the parameter \`${unused.name}\`, its query does not use it`);
}

function checkColumns(metric: Metric, columns: readonly Column[]): void {
  const expected = metric.header.columns;
  for (const [index, column] of columns.entries()) {
    const stated = expected[index];
    if (stated?.name !== column.name) {
      const other = stated ? `\`${stated.name}\`` : 'none';
      throw contractError(
        metric,
        `returns \`${column.name}\` as column ${index + 1}, its header says ${other}`,
      );
    }
    const type = shortType(column.type);
    if (shortType(stated.type) !== type) {
      throw contractError(metric, `returns \`${column.name}\` as ${type}, its header says ${stated.type}`);
    }
  }
  const missing = expected[columns.length];
  if (missing) throw contractError(metric, `does not return \`${missing.name}\`, which its header lists`);
}

/**
 * Checks that the columns of the grain are never null and never twice the same.
 *
 * Errors: `E_QUERY_CONTRACT`, with the values that broke it.
 */
export function checkGrain(metric: Metric, rows: readonly Row[]): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const values = metric.header.grain.map((name): Value => row[name] ?? null);
    const key = JSON.stringify(values.map(String));
    if (values.includes(null)) throw contractError(metric, `returns null in its grain: ${key}`);
    if (seen.has(key)) {
      throw contractError(metric, `returns two rows with ${metric.header.grain.join(', ')} = ${key}`);
    }
    seen.add(key);
  }
}

function contractError(metric: Metric, problem: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_QUERY_CONTRACT',
    message: `\`${metric.path}\` ${problem}`,
    hint: 'Mend the header or the query, so that both say the same',
    details: { metric: metric.header.metric },
  });
}
