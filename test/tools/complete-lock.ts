/**
 * Completes package-lock.json with the entries of other platforms' optional packages, and takes registry addresses out.
 *
 * npm leaves such entries out where a registry does not carry the other platforms' files (npm/cli #9846). `npm ci` then
 * refuses the lock, and people on other platforms get no DuckDB. `--check` only compares and exits with 1.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import pLimit from 'p-limit';

type Versions = Readonly<Record<string, string>>;

/** One entry of the lock's `packages`; other keys are kept as they are. */
export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
  readonly [key: string]: unknown;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
  readonly [key: string]: unknown;
}

/** Looks a package up: its entry for the lock, without the flags that depend on who asks for it. */
export type FindPackage = (name: string, range: string) => Promise<LockEntry>;

const PARALLEL_LOOKUPS = 4;

const KEPT_FIELDS = [
  'cpu',
  'dependencies',
  'engines',
  'funding',
  'libc',
  'license',
  'optionalDependencies',
  'os',
];

interface Missing {
  readonly parent: string;
  readonly name: string;
  readonly range: string;
}

/** Returns the lock with all optional packages in it and no `resolved`, ordered as npm orders it. */
export async function completeLock(lock: Lock, findPackage: FindPackage): Promise<Lock> {
  const packages: Record<string, LockEntry> = { ...lock.packages };
  for (let missing = findMissing(packages); missing.length > 0; missing = findMissing(packages)) {
    const atOnce = pLimit(PARALLEL_LOOKUPS);
    const found = await atOnce.map(missing, (wish) => findPackage(wish.name, wish.range));
    for (const [index, wish] of missing.entries()) add(packages, wish, found[index] ?? {});
  }
  const ordered = Object.entries(packages)
    .map(([path, { resolved: _, ...entry }]): [string, LockEntry] => [path, entry])
    .sort(byName);
  return { ...lock, packages: Object.fromEntries(ordered) };
}

function add(packages: Record<string, LockEntry>, wish: Missing, found: LockEntry): void {
  const top = `node_modules/${wish.name}`;
  const path = packages[top] ? `${wish.parent}/${top}` : top;
  const flags = { ...(packages[wish.parent]?.dev ? { dev: true } : {}), optional: true };
  packages[path] ??= inNpmOrder({ ...found, ...flags });
}

/** npm writes version and integrity, then plain values by name, then dependencies, then other objects by name. */
function inNpmOrder(entry: LockEntry): LockEntry {
  const rank = (key: string, value: unknown) => {
    const first = ['version', 'integrity'].indexOf(key);
    if (first >= 0) return first;
    if (typeof value !== 'object' || Array.isArray(value)) return 2;
    return key === 'dependencies' ? 3 : 4;
  };
  const fields = Object.entries(entry).sort(
    ([a, x], [b, y]) => rank(a, x) - rank(b, y) || a.localeCompare(b, 'en'),
  );
  return Object.fromEntries(fields);
}

function findMissing(packages: Readonly<Record<string, LockEntry>>): readonly Missing[] {
  return Object.entries(packages).flatMap(([parent, entry]) => {
    const wanted = { ...(entry.optional ? entry.dependencies : {}), ...entry.optionalDependencies };
    return Object.entries(wanted)
      .filter(([name, range]) => !isPresent(packages, parent, name, range))
      .map(([name, range]) => ({ parent, name, range }));
  });
}

/** Node's own search: beside the parent's folder, then in each folder above it. */
function isPresent(packages: Lock['packages'], parent: string, name: string, range: string): boolean {
  for (
    let folder = parent;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
  ) {
    const entry = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (entry) return !/^\d/.test(range) || entry.version === range;
    if (folder === '') return false;
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a.localeCompare(b, 'en');

function isVersions(value: unknown): value is Versions {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedByName(versions: Versions): Versions {
  return Object.fromEntries(Object.entries(versions).sort(byName));
}

async function findInRegistry(name: string, range: string): Promise<LockEntry> {
  const run = promisify(execFile);
  const wanted = ['version', 'dist.integrity', ...KEPT_FIELDS];
  const { stdout } = await run('npm', ['view', `${name}@${range}`, ...wanted, '--json']);
  const answer: unknown = JSON.parse(stdout);
  const found: Record<string, unknown> = Array.isArray(answer) ? answer.at(-1) : answer;
  const { 'dist.integrity': integrity, ...rest } = found;
  const kept = Object.entries(rest)
    .filter(([key]) => KEPT_FIELDS.includes(key))
    .map(([key, value]) => [key, isVersions(value) ? sortedByName(value) : value]);
  return {
    version: String(found['version']),
    ...(integrity ? { integrity } : {}),
    ...Object.fromEntries(kept),
  };
}

const LOCK_FILE = new URL('../../package-lock.json', import.meta.url);

async function main(check: boolean): Promise<number> {
  const before = await readFile(LOCK_FILE, 'utf8');
  const lock: Lock = JSON.parse(before);
  const after = await completeLock(lock, findInRegistry);
  const text = `${JSON.stringify(after, null, 2)}\n`;
  const added = Object.keys(after.packages).length - Object.keys(lock.packages).length;
  if (text === before) {
    console.error(
      `package-lock.json is complete: ${Object.keys(lock.packages).length} entries, no addresses`,
    );
    return 0;
  }
  if (check) {
    console.error(`package-lock.json lacks ${added} entries or carries addresses; run \`npm run lock\``);
    return 1;
  }
  await writeFile(LOCK_FILE, text);
  console.error(`package-lock.json: ${added} entries added, addresses taken out`);
  return 0;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  process.exitCode = await main(process.argv.includes('--check'));
}
