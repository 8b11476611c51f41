import type { Store } from './store.ts';
import type { Value } from './value.ts';

/** Appends rows, each a value for every column in order. */
export async function appendRows(
  store: Store,
  table: string,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  const appender = await store.append(table);
  for (const row of rows) appender.add(row);
  appender.close();
}

/** Empties a table and fills it with `rows`, each a value for every column in order. */
export async function replaceRows(
  store: Store,
  table: string,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  await store.run(`delete from ${table}`);
  await appendRows(store, table, rows);
}
