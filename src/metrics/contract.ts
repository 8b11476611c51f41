import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Column, shortType } from '../core/column.ts';
import { UnderstoryError } from '../core/errors.ts';
import { QUERIES_DIRECTORY } from '../core/paths.ts';
import type { Description } from '../store/query.ts';
import type { Store } from '../store/store.ts';
import type { Row, Value } from '../store/value.ts';
import type { Metric } from './registry.ts';

const MISSING_TABLE = /Catalog Error: Table (?:Function )?with name (\w+) does not exist/;

/**
 * Compares a metric's header with what DuckDB makes of its query, without running it.
 *
 * Errors: `E_QUERY_CONTRACT`, naming the column or parameter that differs; `E_DATABASE` when the facts are of another version.
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
    const missing = MISSING_TABLE.exec(String(error))?.[1];
    if (missing !== undefined && (await isBuilt(missing))) throw staleFacts(store, missing, error);
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new UnderstoryError({
      code: 'E_QUERY_CONTRACT',
      message: `\`${metric.path}\` can't be prepared: ${reason}`,
      hint: 'Each `$parameter` needs a cast at its use, and each table a build: `understory collect TARGET`',
      cause: error,
    });
  }
}

async function isBuilt(table: string): Promise<boolean> {
  const folders = ['facts', 'macros'].map((folder) => readdir(join(QUERIES_DIRECTORY, folder)));
  return (await Promise.all(folders)).flat().includes(`${table}.sql`);
}

/** Facts are rebuilt by the commands that write; a reader can meet those of an older version. */
function staleFacts(store: Store, table: string, cause: unknown): UnderstoryError {
  return new UnderstoryError({
    code: 'E_DATABASE',
    message: `\`${store.path}\` was built by another version of understory: it has no table \`${table}\``,
    hint: 'Run `understory collect TARGET` once, with any target it holds, to bring it up to date',
    cause,
  });
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
