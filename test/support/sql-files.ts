import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';

export interface SqlFile {
  /** Path below the root, with `/` on every system, such as `queries/facts/fct_commit.sql`. */
  readonly path: string;
  readonly sql: string;
}

/** Reads every `.sql` file below `queries/`, sorted by path; `layer` takes only `queries/<layer>/`. */
export async function readSqlFiles(layer?: string, root: string = PACKAGE_ROOT): Promise<readonly SqlFile[]> {
  const names = await readdir(join(root, 'queries'), { recursive: true });
  const paths = names
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `queries/${name.split(sep).join('/')}`)
    .filter((path) => layer === undefined || path.startsWith(`queries/${layer}/`))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, sql: await readFile(join(root, path), 'utf8') })));
}
