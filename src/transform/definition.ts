import { UnderstoryError } from '../core/errors.ts';
import { quoteText } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { TableFile } from './graph.ts';

/** Makes a file's view, table or macro anew. Errors: `E_QUERY` naming it, those of the store. */
export async function makeTable(store: Store, file: TableFile): Promise<void> {
  const { table } = file.header;
  try {
    await store.run(definitionSql(file));
  } catch (error) {
    throw tableError(table, error);
  }
}

/** DuckDB's message names a line of the statement; people look for the file. */
function tableError(table: string, error: unknown): unknown {
  if (error instanceof UnderstoryError || !(error instanceof Error)) return error;
  return new UnderstoryError({
    code: 'E_QUERY',
    message: `Table \`${table}\` could not be built: ${error.message.split('\n')[0]}`,
    hint: 'This is a fault of understory or of a changed file in `queries/`; report it',
    cause: error,
  });
}

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
