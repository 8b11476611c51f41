import { resolve } from 'node:path';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { ExportedTable } from '../store/export.ts';
import { type DatabaseInput, DEFAULT_DATABASE } from './database.ts';

export interface ExportInput extends DatabaseInput {
  readonly directory: string;
}

/**
 * Writes all tables of the database as Parquet files, one per table, and returns them in order of their names.
 *
 * Errors: `E_PERMISSION`, `E_DISK_FULL`, `E_INTERRUPTED`, and those of opening the database.
 */
export async function exportDatabase(
  input: ExportInput,
  context: Context,
): Promise<readonly ExportedTable[]> {
  const { exportTables } = await import('../store/export.ts');
  return await exportTables(input.db ?? DEFAULT_DATABASE, resolve(input.directory), (done, total) => {
    if (context.signal.aborted) {
      throw new UnderstoryError({
        code: 'E_INTERRUPTED',
        message: `Stopped after ${done} of ${total} tables`,
      });
    }
    context.onProgress({ phase: 'writing tables', subject: '', done, total, unit: 'tables' });
  });
}
