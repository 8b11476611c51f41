import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';

const PATTERNS = 'test/tools/documents';
const BLOCK = /^ *# repeat (\d+)\n(.*?)^ *# end\n/gms;
/** In a block 0 stands where each copy has its number, as in `$id0`. */
const NUMBER = /(?<=[A-Za-z])0\b/g;

/**
 * Writes out the GraphQL documents that ask the same of many things at once. GraphQL has no loop, and no document is
 * put together while the program runs. Returns the texts by path below the package.
 */
export async function renderRepeatedDocuments(): Promise<readonly (readonly [path: string, text: string])[]> {
  const names = (await readdir(join(PACKAGE_ROOT, PATTERNS))).sort();
  return await Promise.all(
    names.map(async (name) => {
      const pattern = await readFile(join(PACKAGE_ROOT, PATTERNS, name), 'utf8');
      const note = `# Written by \`npm run generate\` from ${PATTERNS}/${name}\n`;
      return [`queries/collect/github/${name}`, `${note}${pattern.replace(BLOCK, repeat)}`] as const;
    }),
  );
}

function repeat(_block: string, count: string, lines: string): string {
  return Array.from({ length: Number(count) }, (_, index) => lines.replace(NUMBER, String(index + 1))).join(
    '',
  );
}
