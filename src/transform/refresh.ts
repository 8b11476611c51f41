import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { TableFile } from './graph.ts';

/** Counts of a day: another day always has others. */
const DAILY_ROWS = ['raw_github_snapshot', 'raw_github_sponsor_snapshot', 'raw_github_sponsor_income'];
/** All that reads them; no other table reads these. */
const DAILY_FACTS = ['fct_repo_snapshot', 'fct_sponsor_snapshot'];
/** How far streams are, which every collection changes; no other table reads it. */
const STREAMS = 'fct_stream';

/**
 * Hash of the rows that hold GitHub's answers, without the counts of days, in whatever order and whenever they were asked
 * for: equal for two collections between which nothing happened.
 */
export async function hashGithubRows(store: Store): Promise<string> {
  const tables = await store.query(
    "select table_name from duckdb_tables() where starts_with(table_name, 'raw_github_') and not list_contains($daily, table_name) order by table_name",
    { daily: DAILY_ROWS },
  );
  const parts = tables.rows.map(({ table_name: table }) => {
    const rows = `(select columns(name -> name <> 'fetched_at') from ${table}) as answer`;
    return `select '${table}' as name, count(*) as row_count, bit_xor(hash(answer)) as row_hash from ${rows}`;
  });
  const { rows } = await store.query(
    `select md5(string_agg(concat_ws(' ', name, row_count, row_hash), chr(10) order by name)) as hash from (${parts.join(' union all ')})`,
  );
  return String(rows[0]?.['hash']);
}

/** Brings up to date what a collection changes that finds nothing new: counts of days where GitHub was asked. */
export async function refreshFacts(
  store: Store,
  tables: readonly TableFile[],
  { isStale }: { readonly isStale: boolean },
): Promise<void> {
  await store.run(readQuery('transform/refresh_fetched_at'));
  const names = isStale ? [STREAMS, ...DAILY_FACTS] : [STREAMS];
  for (const { header, sql } of tables) {
    if (!names.includes(header.table)) continue;
    await store.run(`create or replace temp table table_now as ${sql}`);
    await replaceIfOther(store, header.table);
  }
  await store.run('drop table if exists table_now');
  await store.run('update run_build set is_stale = false where is_stale');
}

/** Puts what `table_now` holds into a table; a table that holds the same is not written. */
async function replaceIfOther(store: Store, table: string): Promise<void> {
  const { rows } = await store.query(
    `select 1 from ((from ${table} except from table_now) union all (from table_now except from ${table})) limit 1`,
  );
  if (rows.length === 0) return;
  await store.run(`delete from ${table}; insert into ${table} from table_now`);
}
