import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../core/context.ts';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import { TOKEN_VARIABLES } from '../../core/secret-variables.ts';
import { type Mirror, type MirrorSettings, mirrorDirectory } from './mirror.ts';
import { type GitPlace, gitFailure, lastWords, runGit, throwIfAborted, tryGit } from './process.ts';
import { noBranch, type UrlTarget } from './target.ts';

const REMOTE = 'understory';

/** Brings the bare mirror of a URL up to date, and makes it first where there is none. Errors: those of `openMirror`. */
export async function fetchMirror(
  target: UrlTarget,
  settings: MirrorSettings,
  context: Context,
): Promise<Mirror> {
  const { origin } = target;
  const repoId = settings.repoIds.get(origin.repoId) ?? origin.repoId;
  const directory = mirrorDirectory(settings.directory, repoId);
  const place: GitPlace = { gitDirectory: directory, directory, userConfiguration: false };
  const online = { ...place, userConfiguration: true, env: onlineEnvironment(target, context) };
  await mkdir(settings.directory, { recursive: true });
  const outside = { ...online, gitDirectory: null, directory: settings.directory };
  const remote = await readRemoteHead(outside, target, context);
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

/** The URL may hold credentials: git gets it through the environment, never through arguments or a file. */
function onlineEnvironment(target: UrlTarget, context: Context): Readonly<Record<string, string>> {
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `remote.${REMOTE}.url`,
    GIT_CONFIG_VALUE_0: target.url,
    ...helperEnvironment(target, context),
  };
}

/** Where the user has set `gh` up as git's helper for passwords, it answers with the token of its environment. */
function helperEnvironment({ url }: UrlTarget, { env }: Context): Readonly<Record<string, string>> {
  if (!url.startsWith('https:')) return {};
  return Object.fromEntries(TOKEN_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
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
