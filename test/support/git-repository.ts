import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** One commit of a repository that a test makes; what is not given is filled. */
export interface FixtureCommit {
  /** Name that later commits call it by, as a parent. */
  readonly mark?: string;
  readonly branch?: string;
  readonly parents?: readonly string[];
  readonly author?: string | Buffer;
  readonly committer?: string | Buffer;
  /** git's raw form, such as `1700000000 +0100`. */
  readonly authored?: string;
  readonly committed?: string;
  readonly message?: string | Buffer;
  /** Content by path; null deletes. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** The same for paths that are not text. */
  readonly bytePaths?: readonly (readonly [Buffer, string])[];
  /** Raw lines of git fast-import, such as `M 160000 <sha> sub`. */
  readonly raw?: readonly string[];
}

export interface FixtureSettings {
  readonly objectFormat?: 'sha1' | 'sha256';
  readonly bare?: boolean;
}

const START = 1_672_531_200;
const HOUR = 3600;

/** Runs git in a test's repository with nobody's configuration and returns what it printed. */
export function git(directory: string, ...args: readonly string[]): string {
  return gitBytes(directory, args).toString('utf8');
}

export function gitBytes(directory: string, args: readonly string[], input?: Buffer): Buffer {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    TZ: 'UTC',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
  };
  const result = spawnSync('git', ['-C', directory, ...args], { env, input, maxBuffer: 1 << 28 });
  if (result.status !== 0) throw new Error(`git ${args.join(' ')}: ${result.stderr.toString('utf8')}`);
  return result.stdout;
}

/**
 * Makes a repository at `path` through git fast-import, so that names, dates, paths and messages may be anything.
 * Commits lie an hour apart from 2023-01-01 on unless they say otherwise, on `main`.
 */
export function makeRepository(
  path: string,
  commits: readonly FixtureCommit[],
  settings: FixtureSettings = {},
): string {
  mkdirSync(path, { recursive: true });
  const format = `--object-format=${settings.objectFormat ?? 'sha1'}`;
  git(
    path,
    'init',
    '--quiet',
    '--initial-branch=main',
    format,
    ...(settings.bare === false ? [] : ['--bare']),
  );
  addCommits(path, commits);
  return path;
}

/** Adds commits to a repository; a commit without parents goes on from its branch. */
export function addCommits(path: string, commits: readonly FixtureCommit[]): void {
  const marks = new Map<string, number>();
  const parts: Buffer[] = [];
  const line = (text: string | Buffer) => parts.push(Buffer.from(text), Buffer.from('\n'));
  const data = (content: string | Buffer) => {
    const bytes = Buffer.from(content);
    line(`data ${bytes.length}`);
    line(bytes);
  };
  for (const [index, commit] of commits.entries()) {
    const date = `${START + index * HOUR} +0000`;
    const author = Buffer.from(commit.author ?? 'Ada <ada@example.org>');
    line(`commit refs/heads/${commit.branch ?? 'main'}`);
    line(`mark :${index + 1}`);
    if (commit.mark !== undefined) marks.set(commit.mark, index + 1);
    line(Buffer.concat([Buffer.from('author '), author, Buffer.from(` ${commit.authored ?? date}`)]));
    const committer = Buffer.from(commit.committer ?? author);
    line(Buffer.concat([Buffer.from('committer '), committer, Buffer.from(` ${commit.committed ?? date}`)]));
    data(commit.message ?? `Commit ${index + 1}`);
    const parents = commit.parents?.map((parent) => (marks.has(parent) ? `:${marks.get(parent)}` : parent));
    for (const [position, parent] of (parents ?? []).entries())
      line(`${position === 0 ? 'from' : 'merge'} ${parent}`);
    for (const [name, content] of Object.entries(commit.files ?? {})) {
      const quoted = `"${name.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`;
      line(content === null ? `D ${quoted}` : `M 100644 inline ${quoted}`);
      if (content !== null) data(content);
    }
    for (const [name, content] of commit.bytePaths ?? []) {
      line(Buffer.concat([Buffer.from('M 100644 inline '), name]));
      data(content);
    }
    for (const raw of commit.raw ?? []) line(raw);
    line('');
  }
  gitBytes(path, ['fast-import', '--quiet', '--force', '--date-format=raw-permissive'], Buffer.concat(parts));
}
