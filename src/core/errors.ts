/** Every code an `UnderstoryError` can carry; each is explained in `docs/errors.md`. */
export type ErrorCode =
  | 'E_CONFIG'
  | 'E_DATABASE'
  | 'E_DATABASE_LOCKED'
  | 'E_DATABASE_NEWER'
  | 'E_DISK_FULL'
  | 'E_GIT'
  | 'E_GITHUB'
  | 'E_INTERRUPTED'
  | 'E_NETWORK'
  | 'E_NOT_COLLECTED'
  | 'E_NOT_FOUND'
  | 'E_OWNERSHIP'
  | 'E_PARAM'
  | 'E_PERMISSION'
  | 'E_PERSON'
  | 'E_QUERY'
  | 'E_QUERY_CONTRACT'
  | 'E_RATE_LIMIT'
  | 'E_REPORT_SPEC'
  | 'E_SCHEMA'
  | 'E_SEED'
  | 'E_SHALLOW'
  | 'E_TARGET'
  | 'E_TOKEN'
  | 'E_USAGE';

export interface ErrorParts {
  readonly code: ErrorCode;
  /** What failed, on which thing, with the value and its unit. */
  readonly message: string;
  /** The next thing to type or to look at. */
  readonly hint?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** An error that a user can act on: what failed, on which thing, and what to do next. */
export class UnderstoryError extends Error {
  override readonly name: string = 'UnderstoryError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(parts: ErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = parts.code;
    this.hint = parts.hint;
    this.details = parts.details ?? {};
  }
}

/** Process exit codes; `incomplete` means done, but a stream that was asked for could not be finished. */
export const EXIT: {
  readonly done: 0;
  readonly failed: 1;
  readonly usage: 2;
  readonly incomplete: 3;
  readonly interrupted: 130;
} = { done: 0, failed: 1, usage: 2, incomplete: 3, interrupted: 130 };

const USAGE_CODES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'E_USAGE',
  'E_PARAM',
  'E_TARGET',
  'E_PERSON',
  'E_CONFIG',
]);

/** The exit code a command ends with when `error` stops it. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof UnderstoryError)) return EXIT.failed;
  if (error.code === 'E_INTERRUPTED') return EXIT.interrupted;
  return USAGE_CODES.has(error.code) ? EXIT.usage : EXIT.failed;
}

/** Whether `error` is an operating-system error with one of the given codes, such as `ENOENT`; any where none is given. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return false;
  return codes.length === 0 || codes.includes(String(error.code));
}
