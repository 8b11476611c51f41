import { join } from 'node:path';
import type { Context } from '../../core/context.ts';
import type { Mirror } from './mirror.ts';
import { runGit, tryGit } from './process.ts';
import { decodePath, isEscapedPath } from './text.ts';

/** The linguist attributes that `.gitattributes` gives a path; null where it says nothing. */
export interface PathAttributes {
  readonly path: string;
  readonly isVendored: boolean | null;
  readonly isGenerated: boolean | null;
  readonly isDocumentation: boolean | null;
  readonly language: string | null;
}

const ATTRIBUTES = [
  'linguist-vendored',
  'linguist-generated',
  'linguist-documentation',
  'linguist-language',
] as const;

/** Whether some `.gitattributes` of the head speaks of linguist at all; most do not, and asking for paths takes time. */
export async function hasAttributes(mirror: Mirror, context: Context): Promise<boolean> {
  if (mirror.headSha === null) return false;
  const pathspec = ':(glob)**/.gitattributes';
  const args = ['grep', '--quiet', '--text', '--fixed-strings', 'linguist-', mirror.headSha, '--', pathspec];
  const { exit } = await tryGit(mirror.place, args, context);
  return exit.status === 0;
}

/**
 * Asks git which of `paths` have linguist attributes by the `.gitattributes` files of the head; paths without any are
 * left out. The head is laid into an index of our own, since a bare repository reads attributes from there only.
 */
export async function readAttributes(
  mirror: Mirror,
  paths: readonly string[],
  context: Context,
): Promise<readonly PathAttributes[]> {
  if (mirror.headSha === null || paths.length === 0) return [];
  const place = {
    ...mirror.place,
    env: { GIT_INDEX_FILE: join(mirror.place.directory, 'understory.index') },
  };
  await runGit(place, ['read-tree', mirror.headSha], context);
  const input = paths.filter((path) => !isEscapedPath(path)).map((path) => `${path}\0`);
  const args = ['check-attr', '--cached', '--stdin', '-z', ...ATTRIBUTES];
  const output = await runGit(place, args, context, input.join(''));
  return parseAttributes(output);
}

/** Output: path, attribute and value, each with its NUL. */
function parseAttributes(output: Buffer): readonly PathAttributes[] {
  const found = new Map<string, Map<string, string>>();
  const tokens: Buffer[] = [];
  for (let start = 0, end = output.indexOf(0); end !== -1; start = end + 1, end = output.indexOf(0, start)) {
    tokens.push(output.subarray(start, end));
    if (tokens.length < 3) continue;
    const [path, name, value] = tokens.splice(0);
    const state = value?.toString('utf8') ?? '';
    if (path === undefined || name === undefined || state === 'unspecified') continue;
    const key = decodePath(path);
    const states = found.get(key) ?? new Map<string, string>();
    found.set(key, states.set(name.toString('latin1'), state));
  }
  return [...found].map(([path, states]) => ({
    path,
    isVendored: toBoolean(states.get('linguist-vendored')),
    isGenerated: toBoolean(states.get('linguist-generated')),
    isDocumentation: toBoolean(states.get('linguist-documentation')),
    language: states.get('linguist-language') ?? null,
  }));
}

function toBoolean(state: string | undefined): boolean | null {
  if (state === undefined) return null;
  return state !== 'unset' && state !== 'false';
}
