import type { TableFile } from './graph.ts';

/** Statements that write a file's header into the database, so that every client of the file can read it. */
export function commentSql({ kind, header }: TableFile): string {
  const about = [header.title, `one row per ${header.grain.join(', ')}`, header.limits ?? ''];
  const table = `comment on ${kind} ${header.table} is ${quote(about.filter((text) => text !== '').join('; '))}`;
  const columns = header.columns.map(
    ({ name, unit, description }) =>
      `comment on column ${header.table}.${name} is ${quote(`${description} (${unit})`)}`,
  );
  return [table, ...columns].join(';\n');
}

/** COMMENT ON takes no parameters; in a literal of SQL only the quote is special. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
