import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUERIES_DIRECTORY } from '../core/paths.ts';

/** Reads a statement of `queries/`, such as `collect/git/new_commits`. */
export function readQuery(name: string): string {
  return readFileSync(join(QUERIES_DIRECTORY, `${name}.sql`), 'utf8');
}

/** Writes a name into SQL that can't take it as a parameter. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Writes a text into SQL that can't take it as a parameter. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
