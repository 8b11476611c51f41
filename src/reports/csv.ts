import type { Row, Value } from '../store/value.ts';
import type { ColumnInfo } from './data.ts';
import { csvCell } from './escape.ts';

/** Writes rows as CSV (header first, lines end with LF); nulls are empty, lists are parted by semicolons. */
export function toCsv(columns: readonly ColumnInfo[], rows: readonly Row[]): string {
  const head = columns.map((column) => csvCell(column.name, true));
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column.name] ?? null)));
  return [head, ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

function cellOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return csvCell(value, true);
  if (Array.isArray(value)) return csvCell(value.map((item: Value) => String(item)).join(';'), true);
  if (typeof value === 'object') return csvCell(JSON.stringify(value), true);
  return csvCell(String(value), false);
}
