/** One record of a CSV file with the number of the line that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

const RECORD_END = /\r?\n/y;
const QUOTED = /"((?:[^"]|"")*)"/y;
const PLAIN = /[^,\r\n"]*/y;

/**
 * Reads CSV as RFC 4180 has it: commas, fields in double quotes where needed, a quote doubled inside them.
 *
 * Errors: `SyntaxError` naming the line, for a quote in the wrong place; empty lines are skipped.
 */
export function parseCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const record = readRecord(text, at, line);
    if (record.fields.some((field) => field !== '')) records.push({ line, fields: record.fields });
    line += record.lineCount;
    at = record.end;
  }
  return records;
}

function readRecord(
  text: string,
  start: number,
  line: number,
): { fields: string[]; end: number; lineCount: number } {
  const fields: string[] = [];
  let at = start;
  let lineCount = 1;
  for (;;) {
    const quoted = match(QUOTED, text, at);
    const found = quoted ?? match(PLAIN, text, at);
    const field = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (found?.[0] ?? '');
    lineCount += field.split('\n').length - 1;
    fields.push(field);
    at += found?.[0].length ?? 0;
    if (text[at] === ',') {
      at += 1;
      continue;
    }
    if (at >= text.length) return { fields, end: at, lineCount };
    const end = match(RECORD_END, text, at);
    if (end) return { fields, end: at + end[0].length, lineCount };
    throw new SyntaxError(`line ${line}: a quote stands in the wrong place`);
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
