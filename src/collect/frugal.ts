import type { Store } from '../store/store.ts';

/**
 * Works with one core and so much memory for DuckDB, such as `64MB`; afterwards it may use the usual share again. It
 * would otherwise keep what it has loaded up to most of the machine's memory, so that a large repository needed more of it
 * than a small one, and take the cores that git needs.
 */
export async function frugally<Result>(
  store: Store,
  memory: string,
  work: () => Promise<Result>,
): Promise<Result> {
  // RESET does not bring back the share of the machine that DuckDB starts with.
  const { rows } = await store.query(
    "select current_setting('memory_limit') as memory, current_setting('threads') as threads",
  );
  await store.run(`set memory_limit = '${memory}'; set threads = 1`);
  try {
    return await work();
  } finally {
    await store.run(`set memory_limit = '${rows[0]?.['memory']}'; set threads = ${rows[0]?.['threads']}`);
  }
}
