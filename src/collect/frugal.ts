import type { Store } from '../store/store.ts';

/**
 * What DuckDB may use while something is collected. It would otherwise keep what it has loaded up to most of the
 * machine's memory, so that a large repository needed more of it than a small one, and take the cores that git needs.
 */
const FRUGAL = { memory_limit: '64MB', threads: '1' } as const;

type Setting = keyof typeof FRUGAL;

/** Works with little memory and one core for DuckDB; building facts afterwards may use the usual share again. */
export async function frugally<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  // RESET does not bring back the share of the machine that DuckDB starts with.
  const { rows } = await store.query(
    "select current_setting('memory_limit') as memory_limit, current_setting('threads') as threads",
  );
  const usual = rows[0];
  const use = async (setting: Setting, value: string) => await store.run(`set ${setting} = '${value}'`);
  await use('memory_limit', FRUGAL.memory_limit);
  await use('threads', FRUGAL.threads);
  try {
    return await work();
  } finally {
    await use('memory_limit', String(usual?.['memory_limit']));
    await use('threads', String(usual?.['threads']));
  }
}
