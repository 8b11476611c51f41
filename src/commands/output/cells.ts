import { visibleText } from '../../core/escape.ts';
import { stringifyJson } from '../../core/json.ts';

export interface OutputColumn {
  readonly name: string;
  readonly type: string;
}

/** Rows on their way to a screen or a file. */
export interface OutputTable {
  readonly columns: readonly OutputColumn[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

const NUMERIC = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]+INT|FLOAT|DOUBLE|DECIMAL)/;
/** What DuckDB writes itself and no repository can: every other type may carry foreign text. */
const PLAIN = /^(BOOLEAN|DATE|TIME|TIMESTAMP|INTERVAL)/;
/** Enough to tell values apart; the other formats have the whole number. */
const SHOWN_DECIMALS = 4;

/** Whether a column holds single numbers. */
export function isNumeric(type: string): boolean {
  return NUMERIC.test(type) && !type.endsWith(']');
}

/** Whether a column can hold text from outside, in itself or in a list. */
export function isText(type: string): boolean {
  return !isNumeric(type) && !(PLAIN.test(type) && !type.endsWith(']'));
}

/** Writes a value in full for a file: null as nothing, lists and structs as JSON. */
export function fullText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? stringifyJson(value) : String(value);
}

/** Writes a value in one line for people: hidden characters made visible, fractions cut. */
export function shownText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return String(Number(value.toFixed(SHOWN_DECIMALS)) || value);
  }
  return visibleText(fullText(value));
}
