import { type DialectOptions, duckdb, formatDialect } from 'sql-formatter';

/** Functions that the formatter's dialect lacks; it would part them from their parenthesis. */
const MORE_FUNCTIONS = [
  ...[
    'CUME_DIST',
    'DENSE_RANK',
    'FIRST_VALUE',
    'LAG',
    'LAST_VALUE',
    'LEAD',
    'NTH_VALUE',
    'NTILE',
    'PERCENT_RANK',
  ],
  ...['CHAR_LENGTH', 'COUNTIF', 'IF', 'JSON_EXISTS', 'JSON_VALUE', 'MAP_CONTAINS', 'STRUCT_KEYS', 'TRY_CAST'],
];

const DIALECT: DialectOptions = {
  ...duckdb,
  tokenizerOptions: {
    ...duckdb.tokenizerOptions,
    reservedFunctionNames: [...duckdb.tokenizerOptions.reservedFunctionNames, ...MORE_FUNCTIONS],
    reservedKeywords: duckdb.tokenizerOptions.reservedKeywords.filter(
      (word) => !MORE_FUNCTIONS.includes(word),
    ),
  },
};

/** Splits a file into the comment lines at its top and the statement below them. */
function splitHeader(sql: string): { readonly header: string; readonly body: string } {
  const lines = sql.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  if (end === -1) return { header: sql, body: '' };
  return { header: lines.slice(0, end).join('\n'), body: lines.slice(end).join('\n') };
}

/**
 * Formats a `.sql` file the way the house writes SQL; the header stays as it is, down to its alignment.
 *
 * `path` is for messages only.
 */
export function formatSql(sql: string, path: string): string {
  const { header, body } = splitHeader(sql);
  const head = header
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
  try {
    const statement = formatDialect(body, {
      dialect: DIALECT,
      keywordCase: 'lower',
      dataTypeCase: 'lower',
      functionCase: 'lower',
      identifierCase: 'preserve',
      tabWidth: 2,
      expressionWidth: 80,
      linesBetweenQueries: 1,
      paramTypes: { named: ['$'] },
    });
    return `${[head, statement].filter((part) => part !== '').join('\n')}\n`;
  } catch (error) {
    throw new Error(`${path} can't be formatted: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
