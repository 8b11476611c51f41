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
