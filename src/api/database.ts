import { UnderstoryError } from '../core/errors.ts';
import type { Store } from '../store/store.ts';

/** Which database a call works on. */
export interface DatabaseInput {
  /** Path of the file; `cache/understory.duckdb` below the current folder where it is not given. */
  readonly db?: string | undefined;
}

export const DEFAULT_DATABASE = 'cache/understory.duckdb';

/** Opens the database for reading, hands it to `work` and closes it again. */
export async function withReader<T>(input: DatabaseInput, work: (store: Store) => Promise<T>): Promise<T> {
  const { openReader } = await import('../store/open.ts');
  const store = await openReader(input.db ?? DEFAULT_DATABASE);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Opens the database for writing, made where there is none, hands it to `work` and closes it again. */
export async function withWriter<T>(input: DatabaseInput, work: (store: Store) => Promise<T>): Promise<T> {
  const { openWriter } = await import('../store/open.ts');
  const store = await openWriter(input.db ?? DEFAULT_DATABASE);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Whether facts were ever built; until then there is nothing to ask. */
export async function hasFacts(store: Store): Promise<boolean> {
  const { rows } = await store.query("select 1 from duckdb_tables() where table_name = 'dim_scope'");
  return rows.length > 0;
}

/**
 * Refuses a database that holds raw rows only.
 *
 * Errors: `E_NOT_COLLECTED`.
 */
export async function requireFacts(store: Store): Promise<void> {
  if (await hasFacts(store)) return;
  throw new UnderstoryError({
    code: 'E_NOT_COLLECTED',
    message: `Nothing can be read from \`${store.path}\` yet: its tables were never built`,
    hint: 'Run `understory collect TARGET` to its end first',
  });
}
