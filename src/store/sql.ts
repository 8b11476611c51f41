import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QUERIES_DIRECTORY } from '../core/paths.ts';

/** Reads a statement of `queries/`, such as `collect/git/new_commits`. */
export async function readQuery(name: string): Promise<string> {
  return await readFile(join(QUERIES_DIRECTORY, `${name}.sql`), 'utf8');
}
