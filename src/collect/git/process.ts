import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Context } from '../../core/context.ts';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import { SECRET_VARIABLES } from '../../core/secret-variables.ts';

/** How one git process is run: where, and with whose configuration. */
export interface GitPlace {
  /** The git directory that git is told to use, or null to let it find one in `directory`. */
  readonly gitDirectory: string | null;
  readonly directory: string;
  /** Whether the user's own configuration holds: needed for safe.directory, proxies and credentials only. */
  readonly userConfiguration: boolean;
  /** More environment, such as an index file of our own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running git whose output is read while it comes. */
export interface GitProcess {
  readonly stdout: AsyncIterable<Buffer>;
  /** Hands over all input there is. */
  readonly write: (input: string) => void;
  /** Hands over some input; more may follow. */
  readonly send: (input: string) => void;
  /** Ends with the exit status and what git said on stderr; never rejects but when git cannot be started. */
  readonly finished: Promise<GitExit>;
  readonly kill: () => void;
}

export interface GitExit {
  /** Exit status, or null when a signal ended the process. */
  readonly status: number | null;
  readonly stderr: string;
}

const STDERR_LIMIT = 16_384;

/**
 * Settings that hold whatever a repository's own configuration says: nothing of it may start a program. What would
 * change numbers is not listed, since history is read through a git directory of our own.
 */
const FIXED_SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.attributesFile=/dev/null',
  'core.pager=cat',
  'gc.auto=0',
  'maintenance.auto=false',
  'protocol.ext.allow=never',
  'submodule.recurse=false',
];

/**
 * Blobs come and go by the hundred thousand, and glibc gives the pages of each larger one back to the kernel at once:
 * keeping them, in huge pages where there are any, takes a quarter off the time. Other C libraries ignore it.
 */
const KEEP_MEMORY =
  'glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432:glibc.malloc.trim_threshold=67108864:glibc.malloc.top_pad=4194304';

/** Starts git; its arguments never pass through a shell, and it never asks anybody anything. */
export function startGit(place: GitPlace, args: readonly string[], context: Context): GitProcess {
  const settings = FIXED_SETTINGS.flatMap((setting) => ['-c', setting]);
  const directory = place.gitDirectory === null ? [] : [`--git-dir=${place.gitDirectory}`];
  const child = spawn('git', [...settings, ...directory, ...args], {
    cwd: place.directory,
    env: gitEnvironment(place, context),
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C at a terminal goes to all of a group at once: git would die as if the repository were damaged.
    detached: process.platform !== 'win32',
  });
  const stop = () => child.kill('SIGTERM');
  context.signal.addEventListener('abort', stop, { once: true });
  const finished = waitFor(child).finally(() => context.signal.removeEventListener('abort', stop));
  // Whoever reads stdout may learn of a failed start first; `finished` still reports it to the one who awaits it.
  finished.catch(() => undefined);
  // git may end before it has read everything, which its exit status tells better than EPIPE does.
  child.stdin.on('error', () => undefined);
  return {
    stdout: child.stdout,
    write: (input) => child.stdin.end(input),
    send: (input) => child.stdin.write(input),
    finished,
    kill: stop,
  };
}

/**
 * Runs git to its end and returns what it printed; for short outputs.
 *
 * Errors: `E_GIT` with git's own words when it fails; `E_INTERRUPTED`.
 */
export async function runGit(
  place: GitPlace,
  args: readonly string[],
  context: Context,
  input = '',
): Promise<Buffer> {
  const { output, exit } = await tryGit(place, args, context, input);
  if (exit.status === 0) return output;
  throwIfAborted(context);
  throw gitFailure(args, exit);
}

/** Runs git to its end and returns output and exit, whatever the status; for questions that may be answered by no. */
export async function tryGit(
  place: GitPlace,
  args: readonly string[],
  context: Context,
  input = '',
): Promise<{ output: Buffer; exit: GitExit }> {
  const child = startGit(place, args, context);
  child.write(input);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  return { output: Buffer.concat(chunks), exit: await child.finished };
}

/** The error for a git that failed: its last words, without advice meant for somebody at a terminal. */
export function gitFailure(args: readonly string[], exit: GitExit): UnderstoryError {
  const said = lastWords(exit.stderr);
  const how = exit.status === null ? 'was stopped by a signal' : `ended with status ${exit.status}`;
  return new UnderstoryError({
    code: 'E_GIT',
    message: `\`git ${args[0] ?? ''}\` ${how}${said ? `: ${said}` : ''}`,
    hint: 'Run `understory doctor` to check git, and `git fsck` in the repository',
  });
}

/** The last line of git's complaint without its prefix. */
export function lastWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /^(fatal|error): /.test(line));
  return (lines.at(-1) ?? stderr.trim().split('\n').at(-1) ?? '').replace(/^(fatal|error): /, '');
}

/** Errors: `E_INTERRUPTED` when the work was asked to stop. */
export function throwIfAborted(context: Context): void {
  if (!context.signal.aborted) return;
  throw new UnderstoryError({
    code: 'E_INTERRUPTED',
    message: 'Collecting was interrupted; what was stored is kept',
    hint: 'Run the same command again: it goes on where it stopped',
  });
}

function waitFor(child: ChildProcessWithoutNullStreams): Promise<GitExit> {
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      stderr = (stderr + text).slice(-STDERR_LIMIT);
    });
    child.on('error', (error) => reject(startFailure(error)));
    child.on('close', (status) => resolve({ status, stderr }));
  });
}

function startFailure(error: Error): UnderstoryError {
  return new UnderstoryError({
    code: 'E_GIT',
    message: isSystemError(error, 'ENOENT')
      ? '`git` was not found'
      : `\`git\` could not be started: ${error.message}`,
    hint: 'Install git 2.30 or newer and make sure that it is on the PATH',
    cause: error,
  });
}

/** Variables of the caller that would point git somewhere else or make it start something. */
const DROPPED = /^GIT_/;
const KEPT = /^GIT_(SSH|SSH_COMMAND|SSL_CAINFO|SSL_CAPATH|SSL_NO_VERIFY|HTTP_PROXY_AUTHMETHOD|EXEC_PATH)$/;

function gitEnvironment(place: GitPlace, context: Context): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(context.env)) {
    // What GitHub is asked with; git is not to know it.
    if (SECRET_VARIABLES.has(name)) continue;
    if (value !== undefined && (!DROPPED.test(name) || (place.userConfiguration && KEPT.test(name))))
      env[name] = value;
  }
  return {
    ...env,
    ...(place.userConfiguration ? {} : { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }),
    GLIBC_TUNABLES: env['GLIBC_TUNABLES'] ?? KEEP_MEMORY,
    GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh',
    GIT_ASKPASS: 'true',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_PAGER: 'cat',
    GIT_SSH_COMMAND: env['GIT_SSH_COMMAND'] ?? 'ssh -o BatchMode=yes',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    SSH_ASKPASS: 'true',
    ...place.env,
  };
}
