import { type ErrorCode, UnderstoryError } from '../core/errors.ts';

interface KnownFailure {
  /** Words of DuckDB's message. */
  readonly pattern: RegExp;
  readonly code: ErrorCode;
  readonly message: (path: string, text: string) => string;
  readonly hint: string;
}

/** The first that fits decides. */
const KNOWN_FAILURES: readonly KnownFailure[] = [
  {
    pattern: /could not set lock|conflicting lock/i,
    code: 'E_DATABASE_LOCKED',
    message: (path, text) => {
      const holder = /PID (\d+)/.exec(text)?.[1];
      return `Another process holds \`${path}\`${holder ? ` (process ${holder})` : ''}`;
    },
    hint: 'Wait until it has finished, or name another file with `--db FILE`',
  },
  {
    pattern: /no space left|disk is full|out of disk/i,
    code: 'E_DISK_FULL',
    message: (path) => `The disk of \`${path}\` is full`,
    hint: 'Free some room and run the same command again; what was stored is kept',
  },
  {
    pattern: /not a valid duckdb database/i,
    code: 'E_DATABASE',
    message: (path) => `\`${path}\` is not a DuckDB database`,
    hint: 'Name another file with `--db FILE`; this one was left as it is',
  },
  {
    pattern: /trying to read a database file with version|newer version of duckdb/i,
    code: 'E_DATABASE_NEWER',
    message: (path) => `\`${path}\` was written in a format that this version of DuckDB cannot read`,
    hint: 'Update understory, or name another file with `--db FILE`',
  },
  {
    pattern: /permission denied/i,
    code: 'E_PERMISSION',
    message: (path) => `\`${path}\` may not be opened: permission denied`,
    hint: 'Change its permissions, or name another file with `--db FILE`',
  },
];

/** What else keeps a file from being opened; in a statement the same words mean another file. */
const OPEN_FAILURES: readonly KnownFailure[] = [
  {
    pattern: /is a directory/i,
    code: 'E_DATABASE',
    message: (path) => `\`${path}\` is a folder, not a DuckDB database`,
    hint: 'Name a file with `--db FILE`',
  },
  {
    pattern: /cannot open file/i,
    code: 'E_PERMISSION',
    message: (path, text) => `\`${path}\` can't be opened: ${text.replace(/^.*": /s, '')}`,
    hint: 'Check that its folder may be written to, or name another file with `--db FILE`',
  },
];

/** As `storeError`, for an error of opening the file. */
export function openError(error: unknown, path: string): unknown {
  return translate(error, path, [...KNOWN_FAILURES, ...OPEN_FAILURES]);
}

/** Turns an error of DuckDB into one that names the file and the next step; other errors come back unchanged. */
export function storeError(error: unknown, path: string): unknown {
  return translate(error, path, KNOWN_FAILURES);
}

function translate(error: unknown, path: string, failures: readonly KnownFailure[]): unknown {
  if (error instanceof UnderstoryError || !(error instanceof Error)) return error;
  const text = error.message;
  const known = failures.find(({ pattern }) => pattern.test(text));
  if (!known) return error;
  const { code, message, hint } = known;
  return new UnderstoryError({ code, message: message(path, text), hint, cause: error });
}

/** Whether DuckDB needed more memory than it may use, for something that it can't put on disk meanwhile. */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /^out of memory error/i.test(error.message) || isOutOfMemory(error.cause);
}
