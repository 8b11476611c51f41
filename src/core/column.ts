/** A column of a table that is printed or written to a file. */
export interface Column {
  readonly name: string;
  /** DuckDB's name of the type, such as `BIGINT` or `VARCHAR[]`. */
  readonly type: string;
}

const NUMERIC = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U[A-Z]+INT|FLOAT|DOUBLE|DECIMAL)/;
/** What DuckDB writes itself and no repository can: every other type may carry foreign text. */
const PLAIN = /^(BOOLEAN|DATE|TIME|TIMESTAMP|INTERVAL)/;

/** Whether a column holds single numbers. */
export function isNumeric(type: string): boolean {
  return NUMERIC.test(type) && !type.endsWith(']');
}

/** Whether a column can hold text from outside, in itself or in a list. */
export function isText(type: string): boolean {
  return !isNumeric(type) && !(PLAIN.test(type) && !type.endsWith(']'));
}

const SHORT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/TIMESTAMP WITH TIME ZONE/g, 'TIMESTAMPTZ'],
  [/DECIMAL\((\d+), (\d+)\)/g, 'DECIMAL($1,$2)'],
  [/"([a-z_][a-z0-9_]*)"/g, '$1'],
];

/** Writes a type of DuckDB the way headers do, so that the two compare as text. */
export function shortType(type: string): string {
  return SHORT_TYPES.reduce((text, [long, short]) => text.replace(long, short), type);
}
