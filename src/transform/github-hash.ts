import type { Store } from '../store/store.ts';

/** Counts of a day: another day always has others, and `DAILY` tables of `build.ts` are all that reads them. */
const OF_DAYS = ['raw_github_snapshot', 'raw_github_sponsor_snapshot', 'raw_github_sponsor_income'];

/**
 * Hash of the rows that hold GitHub's answers, without the counts of days, in whatever order and whenever they were asked
 * for: equal for two collections between which nothing happened.
 */
export async function hashGithubRows(store: Store): Promise<string> {
  const tables = await store.query(
    "select table_name from duckdb_tables() where starts_with(table_name, 'raw_github_') and not list_contains($of_days, table_name) order by table_name",
    { of_days: OF_DAYS },
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
