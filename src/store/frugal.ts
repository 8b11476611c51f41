import { isOutOfMemory } from './failure.ts';
import type { Store } from './store.ts';

/** What DuckDB may use for a piece of work. */
export interface Allowance {
  /** For all threads together; what is more goes to disk. */
  readonly mebibytes: number;
  /** As many as before where it is not given. */
  readonly threads?: number;
}

/**
 * Works with less of the machine; afterwards DuckDB may use the usual share again. It would otherwise keep what it has
 * loaded up to most of the machine's memory, so that a large repository needed more of it than a small one.
 */
export async function frugally<Result>(
  store: Store,
  { mebibytes, threads }: Allowance,
  work: () => Promise<Result>,
): Promise<Result> {
  // RESET does not bring back the share of the machine that DuckDB starts with.
  const { rows } = await store.query(
    "select current_setting('memory_limit') as memory, current_setting('threads') as threads",
  );
  const usual = rows[0];
  await store.run(`set memory_limit = '${mebibytes}MiB'; set threads = ${threads ?? usual?.['threads']}`);
  try {
    return await work();
  } finally {
    await store.run(`set memory_limit = '${usual?.['memory']}'; set threads = ${usual?.['threads']}`);
  }
}

/** So much more memory is tried where too little was allowed, before the usual share: a step too small is one in vain. */
const STEP = 4;

/**
 * Works frugally; where that was not enough, once more with four times the memory, and at last with the usual share: `work`
 * must bear to be begun again.
 */
export async function frugallyAtFirst<Result>(
  store: Store,
  allowance: Allowance,
  work: () => Promise<Result>,
): Promise<Result> {
  for (const factor of [1, STEP]) {
    try {
      return await frugally(store, { ...allowance, mebibytes: factor * allowance.mebibytes }, work);
    } catch (error) {
      if (!isOutOfMemory(error)) throw error;
    }
  }
  return await work();
}

/**
 * Gives memory that DuckDB has freed back to the machine, which it does by itself only when its limit is set. Parsing JSON
 * leaves tens of megabytes in small pieces, on which the next statement would pile its own.
 */
export async function giveBackMemory(store: Store): Promise<void> {
  await store.run("set memory_limit = current_setting('memory_limit')");
}

/** Growth of the process after which giving back is worth its time. */
const MUCH_BYTES = 16 * 2 ** 20;

/** Gives memory back as `giveBackMemory`, but only when the process has grown by much since it did so last. */
export function makeGivingBack(store: Store): () => Promise<void> {
  let size = process.memoryUsage.rss();
  return async () => {
    if (process.memoryUsage.rss() < size + MUCH_BYTES) return;
    await giveBackMemory(store);
    size = process.memoryUsage.rss();
  };
}
