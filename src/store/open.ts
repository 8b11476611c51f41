import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { isSystemError, UnderstoryError } from '../core/errors.ts';
import { makeFolder } from '../core/make-folder.ts';
import { openError } from './failure.ts';
import { checkVersion, migrate } from './migrate.ts';
import { makeStore, type Store } from './store.ts';

/** The oldest format that holds what we need, so that every DuckDB since 1.0 opens the file. */
const STORAGE_VERSION = 'v1.0.0';

const MEMORY = ':memory:';

/** Looking for FSST costs more than half of the writing and saves a sixth of a large file; no option of opening turns it off. */
const NO_FSST = "set disabled_compression_methods = 'fsst'";

export interface WriterOptions {
  /** DuckDB's memory limit, such as `256MB`; spills to disk beyond it. */
  readonly memoryLimit?: string;
  readonly threads?: number;
}

/**
 * Opens the database for writing, makes it where there is none, and brings its tables up to date.
 *
 * Errors: `E_DATABASE_LOCKED`, `E_DATABASE_NEWER`, `E_DATABASE`, `E_DISK_FULL`, `E_PERMISSION`.
 */
export async function openWriter(path: string, options: WriterOptions = {}): Promise<Store> {
  await makeFolder(dirname(path), 'Check its permissions, or name another file with `--db FILE`');
  const store = await openFile(path, {
    storage_compatibility_version: STORAGE_VERSION,
    ...(options.memoryLimit ? { memory_limit: options.memoryLimit } : {}),
    ...(options.threads ? { threads: String(options.threads) } : {}),
  });
  return prepared(store, async () => {
    await store.run(NO_FSST);
    await migrate(store);
  });
}

/**
 * Opens an existing database for reading only: no statement can change it, read other files or reach the network.
 *
 * Errors: as `openWriter`, and `E_NOT_COLLECTED` where there is no such file.
 */
export async function openReader(path: string): Promise<Store> {
  await mustExist(path);
  const store = await openFile(path, { access_mode: 'READ_ONLY', enable_external_access: 'false' });
  return prepared(store, checkVersion);
}

/** A database in memory with all tables made; for tests and for checking SQL. */
export async function openMemory(): Promise<Store> {
  return prepared(await openInMemory({}), migrate);
}

/** A database in memory without tables, from which files can be read and written. */
export async function openScratch(options: WriterOptions = {}): Promise<Store> {
  const threads = options.threads ? { threads: String(options.threads) } : {};
  return prepared(await openInMemory(threads), async () => undefined);
}

async function prepared(store: Store, prepare: (store: Store) => Promise<void>): Promise<Store> {
  try {
    // DuckDB takes the process's zone otherwise, and month boundaries would move with it.
    await store.run("set TimeZone = 'UTC'");
    await prepare(store);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Required, since the package is CommonJS: an import reads its sources for names first, which takes as long again. */
function loadDuckDB(): typeof import('@duckdb/node-api') {
  return createRequire(import.meta.url)('@duckdb/node-api');
}

/**
 * By its absolute path, since DuckDB means no file by an empty text, `:memory:`, `md:x` and the like; by the real one,
 * since a reader may look for the log beside the file that a link leads to, and nowhere else.
 */
async function openFile(path: string, options: Record<string, string>): Promise<Store> {
  const { realpath } = await import('node:fs/promises');
  const database = await realpath(path).catch(() => resolve(path));
  return await connect({ database, path }, options);
}

async function openInMemory(options: Record<string, string>): Promise<Store> {
  return await connect({ database: MEMORY, path: MEMORY }, options);
}

async function connect(
  { database, path }: { readonly database: string; readonly path: string },
  options: Record<string, string>,
): Promise<Store> {
  const duckdb = loadDuckDB();
  try {
    const instance = await duckdb.DuckDBInstance.create(database, options);
    return makeStore({ duckdb, connection: await instance.connect(), path }, instance);
  } catch (error) {
    throw openError(error, path);
  }
}

async function mustExist(path: string): Promise<void> {
  const { access } = await import('node:fs/promises');
  try {
    await access(path);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) return;
    throw new UnderstoryError({
      code: 'E_NOT_COLLECTED',
      message: `There is no database \`${path}\` yet`,
      hint: 'Run `understory collect TARGET` first, or name another file with `--db FILE`',
      cause: error,
    });
  }
}
