import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { UnderstoryError } from '../core/errors.ts';
import { bigintOf } from '../store/cell.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** What a TARGET stands for. */
export interface Scope {
  readonly scopeId: bigint;
  readonly kind: 'repository' | 'project' | 'ecosystem';
  readonly name: string;
}

interface ScopeEntry extends Scope {
  readonly ecosystem: string | null;
  readonly fullName: string | null;
  readonly path: string | null;
  readonly originUrl: string | null;
}

const NEAREST_COUNT = 3;
/** Of ten letters at most four may differ for a name to be offered. */
const NEAREST_SHARE = 0.4;

/**
 * Finds the scopes that TARGETs stand for, in their order, each once: `owner/repo`, a URL, a path, the name of a
 * repository, or a project or ecosystem of the settings. Without targets: every repository.
 *
 * Errors: `E_TARGET` for one that is not in the database or fits several; `E_NOT_COLLECTED` when there is no repository.
 */
export async function findScopes(
  store: Store,
  targets: readonly string[],
  currentDirectory: string,
): Promise<readonly Scope[]> {
  const entries = await readScopes(store);
  if (targets.length === 0) return allRepositories(entries, store.path);
  const found = new Map<bigint, Scope>();
  for (const target of targets) {
    const scope = await findScope(entries, target, currentDirectory);
    found.set(scope.scopeId, { scopeId: scope.scopeId, kind: scope.kind, name: scope.name });
  }
  return [...found.values()];
}

function allRepositories(entries: readonly ScopeEntry[], path: string): readonly Scope[] {
  const repositories = entries.filter((entry) => entry.kind === 'repository');
  if (repositories.length > 0) return repositories;
  throw new UnderstoryError({
    code: 'E_NOT_COLLECTED',
    message: `There is no repository in \`${path}\` yet`,
    hint: 'Run `understory collect TARGET` first',
  });
}

async function findScope(
  entries: readonly ScopeEntry[],
  target: string,
  currentDirectory: string,
): Promise<ScopeEntry> {
  const byName = entries.filter((entry) => namesOf(entry).includes(target.toLowerCase()));
  const path = await realPath(resolve(currentDirectory, target.replace(/^~(?=\/|$)/, homedir())));
  const byPath = entries.filter((entry) => path !== null && entry.path === path);
  const url = comparableUrl(target);
  const byUrl = entries.filter(({ originUrl }) => originUrl !== null && comparableUrl(originUrl) === url);
  // A folder that lies here is meant before a name that happens to read the same, as `collect` does it.
  const matches = [byPath, byUrl, byName].find((candidates) => candidates.length > 0) ?? [];
  const [match, ...others] = matches.length > 1 ? mostSpecific(matches) : matches;
  if (!match) throw unknownTarget(entries, target);
  if (others.length > 0) throw ambiguousTarget(target, matches);
  return match;
}

/** A project may be called like its repository: it is the smaller question then, and a full name still tells them apart. */
function mostSpecific(matches: readonly ScopeEntry[]): readonly ScopeEntry[] {
  for (const kind of ['project', 'ecosystem', 'repository']) {
    const ofKind = matches.filter((match) => match.kind === kind);
    if (ofKind.length > 0) return ofKind;
  }
  return matches;
}

function namesOf(entry: ScopeEntry): readonly string[] {
  const short = entry.fullName?.split('/').at(-1);
  const qualified = entry.kind === 'project' ? `${entry.ecosystem}/${entry.name}` : undefined;
  return [entry.name, entry.fullName, short, qualified].flatMap((name) => (name ? [name.toLowerCase()] : []));
}

function comparableUrl(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?/, '')
    .replace(/^([^/:]+):(?=[^/\d])/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}

async function realPath(path: string): Promise<string | null> {
  return await realpath(path).catch(() => null);
}

function unknownTarget(entries: readonly ScopeEntry[], target: string): UnderstoryError {
  const near = entries
    .flatMap((entry) =>
      namesOf(entry).map((name) => ({ name: entry.name, far: distance(name, target.toLowerCase()) })),
    )
    .filter(({ name, far }) => far <= Math.max(name.length, target.length) * NEAREST_SHARE)
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name, 'en'));
  const names = [...new Set(near.map(({ name }) => name))].slice(0, NEAREST_COUNT);
  const nearest = names.map((name) => `\`${name}\``).join(', ');
  const offer = nearest === '' ? '' : `Did you mean ${nearest}? Else `;
  const run = `run \`understory collect ${target}\` first`;
  return new UnderstoryError({
    code: 'E_TARGET',
    message: `\`${target}\` is not in the database`,
    hint: offer === '' ? `R${run.slice(1)}` : offer + run,
    details: { nearest },
  });
}

function ambiguousTarget(target: string, matches: readonly ScopeEntry[]): UnderstoryError {
  const names = matches.map((entry) =>
    entry.kind === 'project'
      ? `${entry.ecosystem}/${entry.name}`
      : (entry.path ?? entry.originUrl ?? entry.name),
  );
  return new UnderstoryError({
    code: 'E_TARGET',
    message: `\`${target}\` fits several: \`${names.join('`, `')}\``,
    hint: 'Use one of these instead',
  });
}

async function readScopes(store: Store): Promise<readonly ScopeEntry[]> {
  const { rows } = await store.query(readQuery('runner/scope'));
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return rows.map((row) => ({
    scopeId: bigintOf(row, 'scope_id'),
    kind: readKind(row['kind']),
    name: String(row['name']),
    ecosystem: text(row['ecosystem']),
    fullName: text(row['full_name']),
    path: text(row['path']),
    originUrl: text(row['origin_url']),
  }));
}

function readKind(value: unknown): Scope['kind'] {
  return value === 'project' || value === 'ecosystem' ? value : 'repository';
}
