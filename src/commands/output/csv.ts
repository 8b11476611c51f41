import { csvCell } from '../../core/escape.ts';
import { fullText, isText, type OutputColumn, type OutputTable } from './cells.ts';

/** The header of a CSV file: the columns' names. */
export function csvHeader(columns: readonly OutputColumn[]): string {
  return `${columns.map(({ name }) => csvCell(name, true)).join(',')}\n`;
}

/** Rows of a CSV file: null is nothing, an empty text is `""`, and texts that a spreadsheet would run get an apostrophe. */
export function csvRows({ columns, rows }: OutputTable): string {
  return rows
    .map((row) => `${columns.map(({ name, type }) => cell(row[name], isText(type))).join(',')}\n`)
    .join('');
}

function cell(value: unknown, isTextColumn: boolean): string {
  return value === '' ? '""' : csvCell(fullText(value), isTextColumn);
}
