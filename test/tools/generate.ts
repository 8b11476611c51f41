/**
 * Writes what can be derived: docs/metrics.md and src/generated/ from the SQL headers, a seed, and GraphQL documents that
 * repeat themselves. `--check` only compares and fails when one is stale.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isSystemError } from '../../src/core/errors.ts';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';
import { readMetrics } from '../../src/metrics/registry.ts';
import { openMemory } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { parseTableHeader } from '../../src/transform/table-header.ts';
import { readMacros, readTables } from '../support/macros.ts';
import { readSqlFiles } from '../support/sql-files.ts';
import { renderMetricDocs } from './generate-docs.ts';
import { renderMetricTypes, renderTableTypes, type TableShape } from './generate-types.ts';
import { renderLanguageSeed } from './language-seed.ts';
import { renderRepeatedDocuments } from './repeated-documents.ts';

async function main(): Promise<void> {
  const outputs = await renderOutputs();
  const stale: string[] = [];
  for (const [path, text] of outputs) {
    if ((await readOrNull(path)) !== text) stale.push(path);
  }
  for (const path of stale) {
    if (process.argv.includes('--check')) {
      console.error(`Stale: ${path}; run npm run generate`);
      process.exitCode = 1;
      continue;
    }
    await mkdir(dirname(join(PACKAGE_ROOT, path)), { recursive: true });
    await writeFile(join(PACKAGE_ROOT, path), outputs.get(path) ?? '');
    console.error(`Wrote ${path}`);
  }
}

async function renderOutputs(): Promise<ReadonlyMap<string, string>> {
  const metrics = await readMetrics();
  const store = await openMemory();
  try {
    const tablesRead = new Map<string, readonly string[]>();
    const macros = await readMacros();
    for (const { header, sql } of metrics) {
      tablesRead.set(header.metric, [...(await readTables(store, sql, macros))].sort());
    }
    return new Map([
      [
        'docs/metrics.md',
        renderMetricDocs(
          await readFile(join(PACKAGE_ROOT, 'queries', 'rules.md'), 'utf8'),
          metrics,
          tablesRead,
        ),
      ],
      ...(await renderRepeatedDocuments()),
      ['queries/seeds/language.csv', await renderLanguageSeed()],
      ['src/generated/metrics.ts', renderMetricTypes(metrics.map(({ header }) => header))],
      ['src/generated/tables.ts', renderTableTypes(await readTableShapes(store))],
    ]);
  } finally {
    store.close();
  }
}

/** Tables of the migrations as DuckDB has them, then facts as their headers state them. */
async function readTableShapes(store: Store): Promise<readonly TableShape[]> {
  const { rows } = await store.query(
    'select table_name, column_name, data_type, is_nullable, comment from duckdb_columns() where not internal order by table_name, column_index',
  );
  const shapes = new Map<string, TableShape>();
  for (const row of rows) {
    const table = String(row['table_name']);
    const column = {
      name: String(row['column_name']),
      type: String(row['data_type']),
      isNullable: row['is_nullable'] === true,
      description: String(row['comment'] ?? ''),
    };
    shapes.set(table, { table, columns: [...(shapes.get(table)?.columns ?? []), column] });
  }
  for (const { sql, path } of await readSqlFiles('facts')) {
    const { table, grain, columns } = parseTableHeader(sql, path);
    shapes.set(table, {
      table,
      columns: columns.map((column) => ({ ...column, isNullable: !grain.includes(column.name) })),
    });
  }
  return [...shapes.values()].sort((a, b) => (a.table < b.table ? -1 : 1));
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(join(PACKAGE_ROOT, path), 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
