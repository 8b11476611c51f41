import { openMemory } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { Value } from '../../src/store/value.ts';
import { definitionSql } from '../../src/transform/definition.ts';
import { parseTableHeader, type TableHeader } from '../../src/transform/table-header.ts';
import { inUtc, readTableColumns, type SparseRow, type TableColumn } from './sparse-rows.ts';
import { readSqlFiles } from './sql-files.ts';

export type Given = Readonly<Record<string, readonly SparseRow[]>>;

/** The end of all data where a test does not say: later than any window. */
const COMPLETE_UNTIL = '2100-01-01T00:00:00Z';

/** Reads the headers of `queries/facts/`, sorted by file name. */
export async function readFactHeaders(): Promise<readonly TableHeader[]> {
  return (await readSqlFiles('facts')).map(({ sql, path }) => parseTableHeader(sql, path));
}

/** Opens a database in memory with empty fact tables. */
export async function openFactStore(): Promise<Store> {
  const store = await openMemory();
  // A handful of rows is done before DuckDB has woken its other threads.
  await store.run('set threads = 1');
  await createFactTables(store);
  return store;
}

/** Makes an empty table for each fact's header, unless a migration has made one of that name, and the macros. */
export async function createFactTables(store: Store): Promise<void> {
  for (const { table, columns } of await readFactHeaders()) {
    const definitions = columns.map(({ name, type }) => `"${name}" ${type}`).join(', ');
    await store.run(`create table if not exists ${table} (${definitions})`);
  }
  for (const { sql, path } of await readSqlFiles('macros')) {
    await store.run(definitionSql({ kind: 'macro', header: parseTableHeader(sql, path), sql }));
  }
}

/**
 * Fills sparse rows as a golden test's reader expects and appends them, with a scope for each repository.
 *
 * `streams` are those that each repository is taken to have collected, beside git.
 */
export async function insertGiven(
  store: Store,
  given: Given,
  streams: readonly string[] = [],
): Promise<Readonly<Record<string, number>>> {
  const columns = await readTableColumns(store);
  for (const table of Object.keys(given)) {
    if (!columns.has(table)) throw new Error(`There is no fact table ${table}`);
  }
  const tables = withSurroundings(given, streams, columns);
  for (const [table, rows] of Object.entries(tables)) {
    const appender = await store.append(table);
    const known = columns.get(table) ?? [];
    for (const [index, row] of rows.entries()) appender.add(fillRow({ table, index, row, columns: known }));
    appender.close();
  }
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]));
}

/** Adds what every case needs and no case wants to spell out: its repositories, their scopes and their streams. */
function withSurroundings(
  given: Given,
  streams: readonly string[],
  known: ReadonlyMap<string, unknown>,
): Given {
  const repoIds = idsIn(given, 'repo_id', [1n]);
  const repos = repoIds.map((repo_id) => ({ repo_id, ...rowOf(given['dim_repo'], 'repo_id', repo_id) }));
  const members = given['map_scope_repo'] ?? repoIds.map((repo_id) => ({ scope_id: repo_id, repo_id }));
  const scopeIds = idsIn({ dim_scope: given['dim_scope'] ?? [], members }, 'scope_id', []);
  const scopes = scopeIds.map((scope_id) => ({
    scope_id,
    kind: repoIds.includes(scope_id) ? 'repository' : 'project',
    name: `scope ${scope_id}`,
    ...rowOf(given['dim_scope'], 'scope_id', scope_id),
  }));
  const states = repoIds.flatMap((repo_id) =>
    streams.map((stream) => ({ repo_id, stream, fetched_at: COMPLETE_UNTIL, status: 'done' })),
  );
  return {
    ...given,
    dim_repo: repos,
    map_scope_repo: members,
    dim_scope: scopes,
    ...(known.has('fct_stream') ? { fct_stream: given['fct_stream'] ?? states } : {}),
  };
}

function idsIn(given: Given, column: string, least: readonly bigint[]): readonly bigint[] {
  const ids = new Set<bigint>();
  for (const row of Object.values(given).flat()) {
    const id = row[column];
    if (typeof id === 'bigint') ids.add(id);
    else if (id === undefined && column === 'repo_id') for (const one of least) ids.add(one);
  }
  return [...(ids.size === 0 ? least : ids)].sort((a, b) => (a < b ? -1 : 1));
}

function rowOf(rows: readonly SparseRow[] | undefined, column: string, id: bigint): SparseRow {
  return rows?.find((row) => row[column] === id || (row[column] === undefined && id === 1n)) ?? {};
}

interface Filling {
  readonly table: string;
  readonly index: number;
  readonly row: SparseRow;
  readonly columns: readonly TableColumn[];
}

function fillRow({ table, index, row, columns }: Filling): readonly Value[] {
  const surplus = Object.keys(row).find((name) => !columns.some((column) => column.name === name));
  if (surplus !== undefined) throw new Error(`${table} has no column ${surplus}`);
  return columns.map((column) => {
    const value = row[column.name];
    if (value === undefined) return defaultValue({ table, index, row }, column);
    return column.type === 'TIMESTAMPTZ' && typeof value === 'string' ? inUtc(value) : value;
  });
}

function defaultValue({ table, index, row }: Omit<Filling, 'columns'>, column: TableColumn): Value {
  switch (column.name) {
    case 'repo_id':
      return 1n;
    case 'sha':
      return `sha-${index + 1}`;
    case 'is_work':
    case 'is_line_work':
      return row['is_bot'] !== true && row['is_merge'] !== true;
    case 'principal_person_id':
      return table === 'fct_commit' ? (row['person_id'] ?? null) : null;
    case 'fetched_at':
      return table === 'dim_repo' ? COMPLETE_UNTIL : null;
    default:
  }
  if (column.type === 'BOOLEAN') return false;
  if (column.isNullable) return null;
  return column.type === 'VARCHAR' ? '' : column.type === 'TIMESTAMPTZ' ? COMPLETE_UNTIL : 0;
}
