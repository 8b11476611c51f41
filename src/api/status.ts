import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from '../core/context.ts';
import { textOrNull } from '../store/cell.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/value.ts';
import type { Check } from './check.ts';
import { type DatabaseInput, DEFAULT_DATABASE, hasFacts, withReader } from './database.ts';

export interface Status {
  readonly database: {
    /** Absolute path. */
    readonly path: string;
    readonly byte_count: number;
    /** When the tables above the raw rows were built; null when a run was stopped before that. */
    readonly built_at: string | null;
  };
  /** One row per repository, as `queries/commands/status.sql` gives it, with `credit_convention`: null until facts are built. */
  readonly repositories: readonly Row[];
  /** One row per repository and stream of GitHub, as `queries/commands/stream_status.sql` gives it. */
  readonly streams: readonly Row[];
  /** One row per table: `table_name`, `estimated_row_count`. */
  readonly tables: readonly Row[];
}

/**
 * Says what is collected, how fresh and how large it is, and what of it is missing; only reads.
 *
 * Errors: those of opening the database.
 */
export async function readStatus(input: DatabaseInput): Promise<Status> {
  const path = resolve(input.db ?? DEFAULT_DATABASE);
  return await withReader(input, async (store) => ({
    database: { path, byte_count: (await stat(path)).size, built_at: await builtAt(store) },
    repositories: await repositoriesOf(store),
    streams: await rowsOf(store, 'stream_status'),
    tables: await rowsOf(store, 'table_size'),
  }));
}

/**
 * Asks GitHub what is left of the limit of each token, which costs nothing of it; no rows without a token.
 *
 * One row for each token, or one that says that GitHub can't be reached.
 */
export async function readLimits(context: Context): Promise<readonly Check[]> {
  const { checkTokens } = await import('./token-check.ts');
  return (await checkTokens(context)).filter(({ name }) => name.startsWith('GitHub'));
}

async function builtAt(store: Store): Promise<string | null> {
  const { rows } = await store.query('select max(built_at) as built_at from run_build');
  return textOrNull(rows[0] ?? {}, 'built_at');
}

async function repositoriesOf(store: Store): Promise<readonly Row[]> {
  const conventions = (await hasFacts(store)) ? await rowsOf(store, 'credit_convention') : [];
  const conventionOf = new Map(conventions.map((row) => [row['repo_id'], row['credit_convention'] ?? null]));
  return (await rowsOf(store, 'status')).map((row) => ({
    ...row,
    credit_convention: conventionOf.get(row['repo_id']) ?? null,
  }));
}

async function rowsOf(
  store: Store,
  name: 'credit_convention' | 'status' | 'stream_status' | 'table_size',
): Promise<readonly Row[]> {
  const { readQuery } = await import('../store/sql.ts');
  return (await store.query(readQuery(`commands/${name}`))).rows;
}
