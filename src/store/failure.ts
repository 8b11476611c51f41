import { UnderstoryError } from '../core/errors.ts';

const DISK_FULL = /no space left|disk is full|out of disk/i;
const LOCKED = /could not set lock|conflicting lock/i;
const NOT_A_DATABASE = /not a valid duckdb database/i;
const NEWER_FORMAT = /trying to read a database file with version|newer version of duckdb/i;
const PERMISSION = /permission denied/i;

/** Turns an error of DuckDB into one that names the file and the next step; other errors come back unchanged. */
export function storeError(error: unknown, path: string): unknown {
  if (error instanceof UnderstoryError || !(error instanceof Error)) return error;
  const text = error.message;
  if (LOCKED.test(text)) {
    const holder = /PID (\d+)/.exec(text)?.[1];
    return new UnderstoryError({
      code: 'E_DATABASE_LOCKED',
      message: `Another process holds \`${path}\`${holder ? ` (process ${holder})` : ''}`,
      hint: 'Wait until it has finished, or name another file with `--db FILE`',
      cause: error,
    });
  }
  if (DISK_FULL.test(text)) {
    return new UnderstoryError({
      code: 'E_DISK_FULL',
      message: `The disk of \`${path}\` is full`,
      hint: 'Free some room and run the same command again; what was stored is kept',
      cause: error,
    });
  }
  if (NOT_A_DATABASE.test(text)) {
    return new UnderstoryError({
      code: 'E_DATABASE',
      message: `\`${path}\` is not a DuckDB database`,
      hint: 'Name another file with `--db FILE`; this one was left as it is',
      cause: error,
    });
  }
  if (NEWER_FORMAT.test(text)) {
    return new UnderstoryError({
      code: 'E_DATABASE_NEWER',
      message: `\`${path}\` was written in a format that this version of DuckDB cannot read`,
      hint: 'Update understory, or name another file with `--db FILE`',
      cause: error,
    });
  }
  if (PERMISSION.test(text)) {
    return new UnderstoryError({
      code: 'E_PERMISSION',
      message: `\`${path}\` may not be opened: permission denied`,
      hint: 'Change its permissions, or name another file with `--db FILE`',
      cause: error,
    });
  }
  return error;
}
