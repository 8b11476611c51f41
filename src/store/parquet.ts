import { rename, rm } from 'node:fs/promises';
import type { Column } from '../core/column.ts';
import { UnderstoryError } from '../core/errors.ts';
import { openScratch } from './open.ts';
import { appendRows } from './put-rows.ts';
import { quoteName, quoteText } from './sql.ts';
import type { Store } from './store.ts';
import type { Row } from './value.ts';

/**
 * Writes rows to a Parquet file through a database in memory; the file is there whole or not at all.
 *
 * Errors: `E_PERMISSION`, `E_DISK_FULL`.
 */
export async function writeParquet(
  path: string,
  table: { readonly columns: readonly Column[]; readonly rows: readonly Row[] },
): Promise<void> {
  const store = await openScratch();
  try {
    const columns = table.columns.map(({ name, type }) => `${quoteName(name)} ${type}`);
    await store.run(`create table result (${columns.join(', ')})`);
    await appendRows(
      store,
      'result',
      table.rows.map((row) => table.columns.map(({ name }) => row[name] ?? null)),
    );
    await copyTo(store, 'from result', path);
  } finally {
    store.close();
  }
}

/** Copies the rows of a query to a Parquet file by way of a file beside it, so that a kill leaves no half one. */
export async function copyTo(store: Store, sql: string, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await store.run(`copy (${sql}) to ${quoteText(unfinished)} (format parquet, compression zstd)`);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw writeError(error, path);
  }
}

/** The store that copies knows only its own name, which is that of no file. */
function writeError(error: unknown, path: string): UnderstoryError {
  const cause = error instanceof UnderstoryError ? error.cause : error;
  if (error instanceof UnderstoryError && error.code === 'E_DISK_FULL') {
    return new UnderstoryError({
      code: 'E_DISK_FULL',
      message: `The disk of \`${path}\` is full`,
      hint: 'Free some room and run the same command again',
      cause,
    });
  }
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${path}\` can't be written: ${reason}`,
    hint: 'Check that its folder is there and may be written to',
    cause,
  });
}
