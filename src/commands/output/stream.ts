import { csvHeader, csvRows } from '../../core/csv.ts';
import { stringifyJson } from '../../core/json.ts';
import type { OutputTable, RowStream } from './cells.ts';

type Write = (text: string) => Promise<void>;

/** Writes rows as they come, so that memory stays flat: JSON as one array with a row per line. */
export async function writeRows(
  stream: RowStream,
  format: 'json' | 'ndjson' | 'csv',
  write: Write,
): Promise<void> {
  if (format === 'json') return await writeJson(stream, write);
  if (format === 'csv') await write(csvHeader(stream.columns));
  for await (const rows of stream.batches) {
    if (rows.length === 0) continue;
    await write(format === 'csv' ? csvRows(stream.columns, rows) : jsonLines(rows, '\n', '\n'));
  }
}

async function writeJson(stream: RowStream, write: Write): Promise<void> {
  let hasRows = false;
  for await (const rows of stream.batches) {
    if (rows.length === 0) continue;
    await write(`${hasRows ? ',\n' : '[\n'}${jsonLines(rows, ',\n', '')}`);
    hasRows = true;
  }
  await write(hasRows ? '\n]\n' : '[]\n');
}

function jsonLines(rows: OutputTable['rows'], between: string, end: string): string {
  return rows.map((row) => stringifyJson(row)).join(between) + end;
}
