import {
  checkFieldNames,
  type HeaderColumn,
  headerError,
  optionalText,
  readColumns,
  readGrain,
  readHeaderFields,
  readItems,
  requiredText,
} from '../core/sql-header.ts';

/** What a file in `queries/staging/`, `facts/` or `macros/` says about the table it makes. */
export interface TableHeader {
  readonly table: string;
  readonly title: string;
  readonly source: string | null;
  readonly limits: string | null;
  readonly grain: readonly string[];
  /** Names of a macro's parameters in order; a view or table has none. */
  readonly params: readonly string[];
  readonly columns: readonly HeaderColumn[];
}

const TABLE_FIELDS: ReadonlySet<string> = new Set([
  ...['table', 'title', 'source', 'grain', 'params', 'columns', 'limits'],
]);

/**
 * Reads the header of a staging, fact or macro file.
 *
 * Errors: `E_QUERY_CONTRACT`, naming file and line.
 */
export function parseTableHeader(sql: string, path: string): TableHeader {
  const header = readHeaderFields(sql, path);
  const table = requiredText(header, 'table');
  const fileName = path
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\.sql$/, '');
  if (fileName !== table) {
    throw headerError(
      path,
      header.fields.get('table')?.line ?? 1,
      `\`table: ${table}\` is not the file's name`,
    );
  }
  checkFieldNames(header, TABLE_FIELDS);
  const columns = readColumns(header);
  return {
    table,
    title: requiredText(header, 'title'),
    source: optionalText(header, 'source'),
    limits: optionalText(header, 'limits'),
    grain: readGrain(header, columns),
    params: readItems(header, 'params', 'name  TYPE  required  description').map(({ parts: [name] }) => name),
    columns,
  };
}
