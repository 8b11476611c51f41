import { access, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isSystemError, UnderstoryError } from '../core/errors.ts';
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

/** As `withReader`, but with an empty database in memory where there is none yet. */
export async function withReaderOrNothing<T>(
  input: DatabaseInput,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if ((await findMissing(input.db ?? DEFAULT_DATABASE)) === undefined) return await withReader(input, work);
  const { openMemory } = await import('../store/open.ts');
  const store = await openMemory();
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/**
 * Opens the database for writing, made where there is none, hands it to `work` and closes it again.
 *
 * A database that was made for work which then failed before anything was stored is taken away again.
 */
export async function withWriter<T>(input: DatabaseInput, work: (store: Store) => Promise<T>): Promise<T> {
  const { openWriter } = await import('../store/open.ts');
  const path = input.db ?? DEFAULT_DATABASE;
  const made = [await findMissing(path), await findMissing(gitDirectory(input))];
  const store = await openWriter(path);
  let isLeftEmpty = false;
  try {
    return await work(store);
  } catch (error) {
    isLeftEmpty = made[0] !== undefined && !isResumable(error) && (await isEmpty(store));
    throw error;
  } finally {
    store.close();
    for (const part of isLeftEmpty ? made : []) {
      if (part !== undefined) await rm(part, { recursive: true, force: true });
    }
  }
}

/** Mirrors lie beside the database that is made from them. */
export function gitDirectory(input: DatabaseInput): string {
  return join(dirname(resolve(input.db ?? DEFAULT_DATABASE)), 'git');
}

/** Whether the next run goes on with what git has fetched so far. */
function isResumable(error: unknown): boolean {
  return error instanceof UnderstoryError && (error.code === 'E_INTERRUPTED' || error.code === 'E_NETWORK');
}

async function isEmpty(store: Store): Promise<boolean> {
  const { rows } = await store.query(
    'select 1 from raw_git_repository union all select 1 from raw_github_repository limit 1',
  );
  return rows.length === 0;
}

/** The topmost part of a path that is not there yet: what making the file will make. */
async function findMissing(path: string): Promise<string | undefined> {
  let missing: string | undefined;
  for (let part = resolve(path); !(await exists(part)); part = dirname(part)) missing = part;
  return missing;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    (error: unknown) => !isSystemError(error, 'ENOENT'),
  );
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
