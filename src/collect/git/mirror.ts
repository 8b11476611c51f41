import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../core/context.ts';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import { TOKEN_VARIABLES } from '../../core/secret-variables.ts';
import { type GitPlace, gitFailure, lastWords, runGit, throwIfAborted, tryGit } from './process.ts';
import { readSource, type SourceState } from './source.ts';
import {
  type GitTarget,
  noBranch,
  type Origin,
  parseOrigin,
  pathName,
  pathRepoId,
  type UrlTarget,
} from './target.ts';

/**
 * A git directory of our own through which a repository is read.
 *
 * For a URL it is a bare mirror; for a clone on this machine it only borrows that clone's objects, so that nothing is
 * written there and nothing in its configuration, hooks, attributes or working tree is obeyed.
 */
export interface Mirror {
  readonly place: GitPlace;
  readonly repoId: bigint;
  readonly name: string;
  readonly fullName: string | null;
  readonly originUrl: string | null;
  /** Real path of the clone that is read in place; null for a URL. */
  readonly path: string | null;
  readonly objectFormat: string;
  readonly isShallow: boolean;
  /** Name of the branch to read; null when HEAD is detached. */
  readonly branch: string | null;
  /** Its newest commit; null for an empty repository. */
  readonly headSha: string | null;
  /** Until when the data is complete: our fetch, or the clone's own last fetch; null when that is not known. */
  readonly fetchedAt: Date | null;
}

export interface MirrorSettings {
  /** Folder for git directories, such as `cache/git`. */
  readonly directory: string;
  /** Branch to read instead of the default one. */
  readonly branch: string | undefined;
  /** Ids that repositories had before a better one was known, with the one they have now. */
  readonly repoIds: ReadonlyMap<bigint, bigint>;
}

/**
 * Makes or refreshes the mirror of `target`.
 *
 * Errors: `E_TARGET` (not a repository, no such branch), `E_OWNERSHIP`, `E_PERMISSION`, `E_NETWORK`, `E_NOT_FOUND`.
 */
export async function openMirror(
  target: GitTarget,
  settings: MirrorSettings,
  context: Context,
): Promise<Mirror> {
  if (target.kind === 'path') return await borrow(target.path, null, settings, context);
  if (target.clone !== null) return await borrow(target.clone, target.origin, settings, context);
  return await fetchMirror(target, settings, context);
}

/** The folder of a repository's mirror; `remove` deletes it. */
export function mirrorDirectory(directory: string, repoId: bigint): string {
  return join(directory, `${repoId}.git`);
}

/** Reads a clone in place; it is what `joined` says it is, else what its own origin says. */
async function borrow(
  path: string,
  joined: Origin | null,
  settings: MirrorSettings,
  context: Context,
): Promise<Mirror> {
  const source = await readSource(path, settings.branch, context);
  const origin = joined ?? (source.originUrl === null ? null : parseOrigin(source.originUrl));
  const ownId = origin?.repoId ?? pathRepoId(path);
  const repoId = settings.repoIds.get(ownId) ?? ownId;
  const place = await layOut(mirrorDirectory(settings.directory, repoId), source);
  return {
    place,
    repoId,
    name: origin?.name ?? pathName(path),
    fullName: origin?.fullName ?? null,
    originUrl: origin?.url ?? null,
    path,
    objectFormat: source.objectFormat,
    isShallow: source.shallow !== null,
    branch: source.branch,
    headSha: source.headSha,
    fetchedAt: source.lastFetchedAt,
  };
}

/** Writes a bare git directory that borrows the source's objects and copies its refs. */
async function layOut(directory: string, source: SourceState): Promise<GitPlace> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(join(directory, 'objects', 'info'), { recursive: true });
  await mkdir(join(directory, 'refs'), { recursive: true });
  const format =
    source.objectFormat === 'sha1' ? '' : `[extensions]\n\tobjectFormat = ${source.objectFormat}\n`;
  const version = source.objectFormat === 'sha1' ? 0 : 1;
  await writeFile(
    join(directory, 'config'),
    `[core]\n\trepositoryFormatVersion = ${version}\n\tbare = true\n${format}`,
  );
  await writeFile(
    join(directory, 'objects', 'info', 'alternates'),
    `${quoteAlternate(source.objectsDirectory)}\n`,
  );
  await writeFile(join(directory, 'packed-refs'), source.packedRefs);
  await writeFile(
    join(directory, 'HEAD'),
    source.headSha === null ? 'ref: refs/heads/main\n' : `${source.headSha}\n`,
  );
  if (source.shallow !== null) await writeFile(join(directory, 'shallow'), source.shallow);
  return { gitDirectory: directory, directory, userConfiguration: false };
}

/** Paths with odd characters stand in git's C quotes in that file. */
function quoteAlternate(path: string): string {
  if (!/["\\\n]/.test(path) && !path.startsWith('#')) return path;
  return `"${path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

const REMOTE = 'understory';

/** Where the user has set `gh` up as git's helper for passwords, it answers with the token of its environment. */
function helperEnvironment({ url }: UrlTarget, { env }: Context): Readonly<Record<string, string>> {
  if (!url.startsWith('https:')) return {};
  return Object.fromEntries(TOKEN_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}

async function fetchMirror(target: UrlTarget, settings: MirrorSettings, context: Context): Promise<Mirror> {
  const { origin } = target;
  const repoId = settings.repoIds.get(origin.repoId) ?? origin.repoId;
  const directory = mirrorDirectory(settings.directory, repoId);
  const place: GitPlace = { gitDirectory: directory, directory, userConfiguration: false };
  // The URL may hold credentials: git gets it through the environment, never through arguments or a file.
  const online: GitPlace = {
    ...place,
    userConfiguration: true,
    env: {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `remote.${REMOTE}.url`,
      GIT_CONFIG_VALUE_0: target.url,
      ...helperEnvironment(target, context),
    },
  };
  await mkdir(settings.directory, { recursive: true });
  const remote = await readRemoteHead(
    { ...online, gitDirectory: null, directory: settings.directory },
    target,
    context,
  );
  await initialise(directory, remote.objectFormat, settings, context);
  const fetchedAt = context.now();
  await fetchRefs(online, target, context);
  const branch = settings.branch ?? remote.branch;
  const headSha = await resolveBranch(place, branch, settings.branch !== undefined, context);
  if (headSha !== null) await writeFile(join(directory, 'HEAD'), `${headSha}\n`);
  return {
    place,
    repoId,
    name: origin.name,
    fullName: origin.fullName,
    originUrl: origin.url,
    path: null,
    objectFormat: remote.objectFormat,
    isShallow: await exists(join(directory, 'shallow')),
    branch,
    headSha,
    fetchedAt,
  };
}

interface RemoteHead {
  readonly branch: string | null;
  readonly objectFormat: string;
}

async function readRemoteHead(online: GitPlace, target: UrlTarget, context: Context): Promise<RemoteHead> {
  const { output, exit } = await tryGit(online, ['ls-remote', '--symref', REMOTE, 'HEAD'], context);
  if (exit.status !== 0) throw remoteFailure(target, exit.stderr, context);
  const text = output.toString('utf8');
  return {
    branch: /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(text)?.[1] ?? null,
    objectFormat: /^[0-9a-f]{64}\t/m.test(text) ? 'sha256' : 'sha1',
  };
}

async function initialise(
  directory: string,
  objectFormat: string,
  settings: MirrorSettings,
  context: Context,
): Promise<void> {
  if (await exists(join(directory, 'objects', 'info', 'alternates'))) {
    // The repository was read from a clone on this machine before; those objects are not ours to rely on.
    await rm(directory, { recursive: true, force: true });
  }
  if (await exists(join(directory, 'HEAD'))) {
    await dropStaleLocks(directory);
    return;
  }
  const place: GitPlace = { gitDirectory: null, directory: settings.directory, userConfiguration: false };
  await runGit(
    place,
    ['init', '--quiet', '--bare', `--object-format=${objectFormat}`, '--template=', directory],
    context,
  );
}

/** A killed fetch leaves its lock files behind; whoever holds the database is the only one who writes here. */
async function dropStaleLocks(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.lock'));
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
}

async function fetchRefs(online: GitPlace, target: UrlTarget, context: Context): Promise<void> {
  const refs = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
  const args = [
    'fetch',
    '--quiet',
    '--force',
    '--prune',
    '--no-write-fetch-head',
    '--no-auto-gc',
    REMOTE,
    ...refs,
  ];
  const { exit } = await tryGit(online, args, context);
  if (exit.status !== 0) throw remoteFailure(target, exit.stderr, context);
}

function remoteFailure(target: UrlTarget, stderr: string, context: Context): UnderstoryError {
  throwIfAborted(context);
  const url = target.origin.url;
  const said = lastWords(stderr).replaceAll(target.url, url);
  const missing =
    /not found|does not exist|not appear to be a git repository|could not read (Username|Password)/i;
  if (missing.test(stderr)) {
    return new UnderstoryError({
      code: 'E_NOT_FOUND',
      message: `\`${url}\` was not found, or may not be read without credentials`,
      hint: 'Check the name; for a private repository set up a credential helper for git',
    });
  }
  return new UnderstoryError({
    code: 'E_NETWORK',
    message: `\`${url}\` could not be read: ${said}`,
    hint: 'Check the network and try again; what was fetched before is kept',
  });
}

async function resolveBranch(
  place: GitPlace,
  branch: string | null,
  isRequired: boolean,
  context: Context,
): Promise<string | null> {
  if (branch === null) return null;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `refs/heads/${branch}^{commit}`];
  const { output, exit } = await tryGit(place, args, context);
  if (exit.status === 0) return output.toString('utf8').trim();
  if (isRequired) throw noBranch(branch);
  if (exit.status === 1) return null;
  throw gitFailure(args, exit);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false;
    throw error;
  }
}
