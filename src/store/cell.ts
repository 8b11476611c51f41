import type { Row } from './value.ts';

/** Reads a BIGINT cell that is never null. */
export function bigintOf(row: Row, column: string): bigint {
  const value = row[column];
  if (typeof value !== 'bigint') throw new TypeError(`Column ${column} holds ${typeof value}, not a bigint`);
  return value;
}

/** Reads a text cell; null becomes the empty text. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

/** Reads a text cell that may be null. */
export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}
