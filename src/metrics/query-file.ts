import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { QUERIES_DIRECTORY } from '../core/paths.ts';

/** Reads one of the runner's own queries, `queries/runner/<name>.sql`. */
export async function readRunnerQuery(name: 'scope' | 'scope_repo' | 'stream' | 'ref'): Promise<string> {
  return readFile(join(QUERIES_DIRECTORY, 'runner', `${name}.sql`), 'utf8');
}
