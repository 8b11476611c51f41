import { type Column, isText } from './column.ts';
import { stringifyJson } from './json.ts';

/** Spreadsheet programs run a cell that begins so; a leading apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

/** The header of a CSV file: the columns' names. */
export function csvHeader(columns: readonly Column[]): string {
  return `${columns.map(({ name }) => csvCell(name, true)).join(',')}\n`;
}

/** Rows of a CSV file: null is nothing, an empty text is `""`, lists are JSON, and texts that a spreadsheet would run get an apostrophe. */
export function csvRows(
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const kinds = columns.map(({ name, type }) => ({ name, mayBeRun: isText(type) }));
  return rows
    .map((row) => `${kinds.map(({ name, mayBeRun }) => valueCell(row[name], mayBeRun)).join(',')}\n`)
    .join('');
}

function valueCell(value: unknown, isText: boolean): string {
  return value === '' ? '""' : csvCell(fullText(value), isText);
}

/** Writes one cell of a CSV file (RFC 4180); `isText` guards a text from being run as a formula. */
export function csvCell(text: string, isText: boolean): string {
  const safe = isText && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Writes a value in full for a file: null as nothing, lists and structs as JSON. */
export function fullText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? stringifyJson(value) : String(value);
}
