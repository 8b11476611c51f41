import { isNumeric } from '../../core/column.ts';
import { escapeMarkdown } from '../../core/escape.ts';
import { type OutputTable, shownText } from './cells.ts';

/** Writes rows as a Markdown table in which foreign text stays text. */
export async function markdownRows({ columns, rows }: OutputTable): Promise<string> {
  const { markdownTable } = await import('markdown-table');
  const cells = [
    columns.map(({ name }) => escapeMarkdown(shownText(name))),
    ...rows.map((row) => columns.map(({ name }) => escapeMarkdown(shownText(row[name])))),
  ];
  return `${markdownTable(cells, { align: columns.map(({ type }) => (isNumeric(type) ? 'r' : 'l')) })}\n`;
}
