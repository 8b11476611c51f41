import { quoteText } from '../store/sql.ts';
import type { TableFile } from './graph.ts';

/**
 * Statements that make a file's view, table or macro, with its header as comments that every client of the database can read.
 */
export function definitionSql(file: TableFile): string {
  return [createSql(file), ...commentSql(file)].join(';\n');
}

function createSql({ kind, header, sql }: TableFile): string {
  if (kind !== 'macro') return `create or replace ${kind} ${header.table} as ${sql}`;
  return `create or replace macro ${header.table}(${header.params.join(', ')}) as table ${sql}`;
}

/** DuckDB takes no comment on the columns of a macro. */
function commentSql({ kind, header }: TableFile): readonly string[] {
  const about = [header.title, `one row per ${header.grain.join(', ')}`, header.limits ?? ''];
  const text = quoteText(about.filter((part) => part !== '').join('; '));
  if (kind === 'macro') return [`comment on macro table ${header.table} is ${text}`];
  const columns = header.columns.map(
    ({ name, unit, description }) =>
      `comment on column ${header.table}.${name} is ${quoteText(`${description} (${unit})`)}`,
  );
  return [`comment on ${kind} ${header.table} is ${text}`, ...columns];
}
