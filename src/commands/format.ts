import { Option } from 'commander';
import type { OutputTable, RowStream } from './output/cells.ts';
import type { GlobalOptions, Session } from './session.ts';

export type RowFormat = 'table' | 'json' | 'ndjson' | 'csv' | 'md';

export const ROW_FORMATS: readonly RowFormat[] = ['table', 'json', 'ndjson', 'csv', 'md'];

/** The `--format` option of a command that prints rows. */
export function formatOption(formats: readonly string[] = ROW_FORMATS): Option {
  return new Option('-f, --format <format>', 'how to print it').choices(formats).default(formats[0]);
}

/** The format asked for; `--json` stands for `--format json`. */
export function chosenFormat<Name extends string>(
  options: GlobalOptions & { readonly format: Name },
): Name | 'json' {
  return options.json ? 'json' : options.format;
}

/** Prints rows to standard output; table and Markdown need all rows at once, the others go through as they come. */
export async function printRows(stream: RowStream, format: RowFormat, session: Session): Promise<void> {
  if (format === 'table' || format === 'md') {
    const rows: OutputTable['rows'][number][] = [];
    for await (const batch of stream.batches) rows.push(...batch);
    await session.write(await drawRows({ columns: stream.columns, rows }, format, session.width));
    return;
  }
  const { writeRows } = await import('./output/stream.ts');
  await writeRows(stream, format, session.write);
}

/** Prints rows that are all there. */
export async function printTable(table: OutputTable, format: RowFormat, session: Session): Promise<void> {
  await printRows({ columns: table.columns, batches: oneBatch(table.rows) }, format, session);
}

async function* oneBatch(rows: OutputTable['rows']): AsyncGenerator<OutputTable['rows']> {
  yield rows;
}

async function drawRows(
  table: OutputTable,
  format: 'table' | 'md',
  width: number | undefined,
): Promise<string> {
  if (format === 'md') return (await import('./output/markdown.ts')).markdownRows(table);
  return (await import('./output/table.ts')).tableRows(table, width);
}

/** Prints one JSON document. */
export async function printJson(value: unknown, session: Session): Promise<void> {
  const { stringifyJson } = await import('../core/json.ts');
  await session.write(`${stringifyJson(value, 2)}\n`);
}
