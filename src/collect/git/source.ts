import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../../core/context.ts';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import { type GitPlace, gitFailure, tryGit } from './process.ts';
import { noBranch, unreadable } from './target.ts';

/** What a clone on this machine says of itself; nothing in it is changed by asking. */
export interface SourceState {
  readonly objectsDirectory: string;
  readonly objectFormat: string;
  readonly originUrl: string | null;
  readonly branch: string | null;
  readonly headSha: string | null;
  /** Its refs in the form of git's packed-refs file. */
  readonly packedRefs: string;
  /** Content of its `shallow` file, or null when history is whole. */
  readonly shallow: string | null;
  readonly lastFetchedAt: Date | null;
}

/**
 * Reads the state of the clone at `path`.
 *
 * Errors: `E_TARGET` when it is not a repository or lacks `branch`, `E_OWNERSHIP`, `E_PERMISSION`.
 */
export async function readSource(
  path: string,
  branch: string | undefined,
  context: Context,
): Promise<SourceState> {
  const place: GitPlace = {
    gitDirectory: null,
    directory: path,
    userConfiguration: true,
    // Only the folder itself counts: a folder inside some other repository is not a target.
    env: { GIT_CEILING_DIRECTORIES: dirname(path) },
  };
  await mustBeReadable(path);
  const [common = '', objectFormat = 'sha1'] = await ask(place, path, context);
  const directory = resolve(path, common);
  await mustBeReadable(join(directory, 'objects'));
  const [head, originUrl, packedRefs, shallow, lastFetchedAt] = await Promise.all([
    readHead(place, branch, context),
    readOriginUrl(place, context),
    readPackedRefs(place, context),
    readOptional(join(directory, 'shallow')),
    readLastFetch(directory),
  ]);
  return {
    objectsDirectory: join(directory, 'objects'),
    objectFormat,
    originUrl,
    ...head,
    packedRefs,
    shallow,
    lastFetchedAt,
  };
}

async function ask(place: GitPlace, path: string, context: Context): Promise<readonly string[]> {
  const args = ['rev-parse', '--git-common-dir', '--show-object-format'];
  const { output, exit } = await tryGit(place, args, context);
  if (exit.status === 0) return output.toString('utf8').split('\n');
  if (/dubious ownership/.test(exit.stderr)) {
    throw new UnderstoryError({
      code: 'E_OWNERSHIP',
      message: `\`${path}\` belongs to another user, so git refuses to read it`,
      hint: `If you trust it: git config --global --add safe.directory ${quoted(path)}`,
    });
  }
  if (/not a git repository/i.test(exit.stderr)) {
    throw new UnderstoryError({
      code: 'E_TARGET',
      message: `\`${path}\` is not a git repository`,
      hint: 'Name the top folder of a clone, a bare repository, a URL or `owner/repo`',
    });
  }
  if (/permission denied/i.test(exit.stderr)) throw unreadable(path, exit.stderr);
  throw gitFailure(args, exit);
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

interface Head {
  readonly branch: string | null;
  readonly headSha: string | null;
}

async function readHead(place: GitPlace, branch: string | undefined, context: Context): Promise<Head> {
  if (branch !== undefined) {
    for (const prefix of ['refs/heads/', 'refs/remotes/origin/']) {
      const headSha = await resolveCommit(place, `${prefix}${branch}`, context);
      if (headSha !== null) return { branch, headSha };
    }
    throw noBranch(branch);
  }
  const [{ output, exit }, headSha] = await Promise.all([
    tryGit(place, ['symbolic-ref', '--quiet', '--short', 'HEAD'], context),
    resolveCommit(place, 'HEAD', context),
  ]);
  return { branch: exit.status === 0 ? output.toString('utf8').trim() : null, headSha };
}

async function resolveCommit(place: GitPlace, ref: string, context: Context): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const { output, exit } = await tryGit(place, args, context);
  return exit.status === 0 ? output.toString('utf8').trim() : null;
}

async function readOriginUrl(place: GitPlace, context: Context): Promise<string | null> {
  const { output, exit } = await tryGit(place, ['config', '--local', '--get', 'remote.origin.url'], context);
  return exit.status === 0 ? output.toString('utf8').trim() : null;
}

async function readPackedRefs(place: GitPlace, context: Context): Promise<string> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)'];
  const { output, exit } = await tryGit(place, args, context);
  if (exit.status !== 0) throw gitFailure(args, exit);
  return output.toString('utf8');
}

/** The newest fetch that left a trace: FETCH_HEAD, or the reflog line that `git clone` writes. */
async function readLastFetch(directory: string): Promise<Date | null> {
  try {
    return (await stat(join(directory, 'FETCH_HEAD'))).mtime;
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  const log = await readOptional(join(directory, 'logs', 'HEAD'));
  const cloned = log === null ? null : /> (\d+) [+-]\d{4}\tclone: from /.exec(log.split('\n', 1)[0] ?? '');
  return cloned?.[1] === undefined ? null : new Date(Number(cloned[1]) * 1000);
}

async function readOptional(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}

async function mustBeReadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (isSystemError(error, 'EACCES')) throw unreadable(path, error);
    // Whether there is a repository at all is git's to say.
  }
}
