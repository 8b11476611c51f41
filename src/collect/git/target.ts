import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import { contentId } from '../../core/id.ts';

/** A repository to read: a clone on this machine, or a URL with or without one. */
export type GitTarget = PathTarget | UrlTarget;

export interface PathTarget {
  readonly kind: 'path';
  /** Absolute path without symbolic links. */
  readonly path: string;
}

export interface UrlTarget {
  readonly kind: 'url';
  /** What git is given; may hold credentials, so it is never printed or stored. */
  readonly url: string;
  readonly origin: Origin;
  /** Real path of a clone on this machine that is read instead; null to fetch. */
  readonly clone: string | null;
}

/** Where a repository comes from, without credentials. */
export interface Origin {
  readonly url: string;
  readonly repoId: bigint;
  readonly name: string;
  /** `owner/name` where the URL has two parts, as on GitHub. */
  readonly fullName: string | null;
}

export interface TargetSettings {
  /** Folder that relative paths start from. */
  readonly currentDirectory: string;
  /** Base of `owner/repo`, such as `https://github.com`. */
  readonly serverUrl: string;
  /** Folders of clones by the `owner/repo` that the settings join them to. */
  readonly clones: ReadonlyMap<string, string>;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const SUPPORTED = /^(https?|ssh|git|file):\/\//i;
/** ssh's short form; the user is required, or `org:NAME` would be a host. */
const SCP_FORM = /^[\w.-]+@(?<host>[\w][\w.-]*):(?<path>[^:].*)$/;
const OWNER_AND_NAME = /^[\w.-]+\/[\w.-]+$/;
const PATH_FORM = /^(\.{0,2}\/|\.{1,2}$|~)/;

/**
 * Finds out what `target` names: a folder that exists, a URL, or `owner/repo` on the server.
 *
 * Errors: `E_TARGET` for what is none of them, for a path that does not exist and for transports that run programs.
 */
export async function parseTarget(target: string, settings: TargetSettings): Promise<GitTarget> {
  if (SCHEME.test(target)) {
    if (!SUPPORTED.test(target)) throw unsupported(target);
    return { kind: 'url', url: target, origin: parseOrigin(target) ?? unusable(target), clone: null };
  }
  const path = await existingFolder(resolve(settings.currentDirectory, target));
  if (path !== null) {
    const fullName = await joinedName(path, settings);
    return fullName === null ? { kind: 'path', path } : onServer(fullName, path, settings);
  }
  if (target.startsWith('-') || target.includes('::')) throw unsupported(target);
  if (!PATH_FORM.test(target) && OWNER_AND_NAME.test(target)) {
    return onServer(target, await joinedClone(target, settings), settings);
  }
  if (!PATH_FORM.test(target) && SCP_FORM.test(target)) {
    return { kind: 'url', url: target, origin: parseOrigin(target) ?? unusable(target), clone: null };
  }
  throw new UnderstoryError({
    code: 'E_TARGET',
    message: `There is no folder \`${target}\`, and it is neither a URL nor \`owner/repo\``,
    hint: 'Name a clone on this machine, `owner/repo`, or a URL such as https://github.com/owner/repo',
  });
}

function onServer(fullName: string, clone: string | null, { serverUrl }: TargetSettings): UrlTarget {
  const url = `${serverUrl.replace(/\/+$/, '')}/${fullName}`;
  return { kind: 'url', url, origin: parseOrigin(url) ?? unusable(url), clone };
}

/** The clone that the settings join to an `owner/repo`; null where they join none. */
async function joinedClone(fullName: string, { clones }: TargetSettings): Promise<string | null> {
  const joined = [...clones].find(([name]) => name.toLowerCase() === fullName.toLowerCase());
  if (joined === undefined) return null;
  const clone = await existingFolder(joined[1]);
  if (clone !== null) return clone;
  throw new UnderstoryError({
    code: 'E_TARGET',
    message: `There is no folder \`${joined[1]}\`, which the settings name as the clone of \`${fullName}\``,
    hint: 'Clone the repository there, or take its line under `paths` out of the settings to fetch it',
  });
}

/** The `owner/repo` that the settings join to a folder; null where they join none. */
async function joinedName(path: string, { clones }: TargetSettings): Promise<string | null> {
  for (const [fullName, folder] of clones) {
    if ((await existingFolder(folder)) === path) return fullName;
  }
  return null;
}

/** Where the user looks for a target: its clone, else its address. */
export function placeOf(target: GitTarget): string {
  return target.kind === 'path' ? target.path : (target.clone ?? target.origin.url);
}

/** Reads the URL of an origin; null for a path on this machine and for what is no URL. */
export function parseOrigin(text: string): Origin | null {
  const parts = urlParts(text);
  if (parts === null) return null;
  const path = parts.path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  const name = basename(path);
  if (name === '') return null;
  const isGitHub = parts.host === 'github.com';
  const key = parts.host === '' ? `/${path}` : `${parts.host}/${isGitHub ? path.toLowerCase() : path}`;
  const hasOwner = parts.host !== '' && /^[^/]+\/[^/]+$/.test(path);
  return { url: parts.clean, repoId: contentId('origin', key), name, fullName: hasOwner ? path : null };
}

/** The id of a repository without an origin: a hash of its real path. */
export function pathRepoId(path: string): bigint {
  return contentId('path', path);
}

const GENERIC_NAMES: ReadonlySet<string> = new Set([
  '.git',
  'git',
  'repo',
  'repository',
  'source',
  'src',
  'mirror',
]);

/** What to call a clone without an origin: its folder, or the one above where the folder's name says nothing. */
export function pathName(path: string): string {
  const name = basename(path).replace(/(?<=.)\.git$/, '');
  return GENERIC_NAMES.has(name) ? basename(dirname(path)) || name : name;
}

interface UrlParts {
  readonly host: string;
  readonly path: string;
  readonly clean: string;
}

function urlParts(text: string): UrlParts | null {
  if (SUPPORTED.test(text)) {
    if (!URL.canParse(text)) return null;
    const url = new URL(text);
    url.username = '';
    url.password = '';
    url.search = '';
    url.hash = '';
    return {
      host: url.host.toLowerCase(),
      path: decoded(url.pathname),
      clean: url.href.replace(/\/+$/, ''),
    };
  }
  if (SCHEME.test(text) || text.startsWith('/') || text.startsWith('.')) return null;
  const groups = SCP_FORM.exec(text)?.groups;
  if (groups?.['host'] === undefined || groups['path'] === undefined) return null;
  const host = groups['host'].toLowerCase();
  return { host, path: groups['path'], clean: `ssh://${host}/${groups['path'].replace(/^\/+/, '')}` };
}

/** The path as it stands where a per cent sign in it stands for nothing. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

async function existingFolder(path: string): Promise<string | null> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isDirectory() ? real : null;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return null;
    if (isSystemError(error, 'EACCES')) throw unreadable(path, error);
    throw error;
  }
}

/** The error for a folder that this user may not read. */
export function unreadable(path: string, cause: unknown): UnderstoryError {
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `\`${path}\` may not be read: permission denied`,
    hint: 'Run as a user who may read it, or name another clone',
    cause,
  });
}

/** The error for a branch that was asked for and is not there. */
export function noBranch(branch: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TARGET',
    message: `There is no branch \`${branch}\``,
    hint: 'Leave `--branch` away to read the default branch',
  });
}

function unsupported(target: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_TARGET',
    message: `\`${target.slice(0, 80)}\` is not a target that can be read`,
    hint: 'Use a folder, `owner/repo`, or a URL with https, ssh, git or file',
  });
}

function unusable(target: string): never {
  throw unsupported(target.replace(/\/\/[^@/]*@/, '//'));
}
