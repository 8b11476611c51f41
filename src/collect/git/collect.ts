import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { frugally } from '../../store/frugal.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import { touchFetchedAt } from './age.ts';
import { COMMITS_ONLY, COMMITS_WITH_PATHS } from './commits.ts';
import { countLines } from './count.ts';
import { type CommitGraph, readGraph } from './graph.ts';
import { collectHead, collectIdentities, mailmapSha } from './head.ts';
import { makeSweeper, type Sweeper } from './heap.ts';
import { type LogChunk, readLog } from './log.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { readRefreshGraph } from './refresh.ts';
import { type Ref, readRefs, refFingerprint } from './refs.ts';
import {
  deleteRepository,
  isSameForm,
  putRepository,
  renameRepository,
  repo,
  storedRepository,
} from './repository.ts';
import { addClasses, appendCommits, appendLines, appendWalk, putClasses, putRefs } from './rows.ts';
import type { GitTarget } from './target.ts';

export interface GitSettings {
  /** Folder of git directories, such as `cache/git`. */
  readonly directory: string;
  readonly branch: string | undefined;
  /** Ids that repositories had before GitHub's was known, with the one they have now. */
  readonly repoIds: ReadonlyMap<bigint, bigint>;
  /** Whether a history that is cut off is taken as it is. */
  readonly allowShallow: boolean;
  readonly jobs: number;
  readonly chunkSize: number;
}

export interface GitOutcome {
  readonly repoId: bigint;
  readonly name: string;
  /** Commits of the default branch. */
  readonly commitCount: number;
  readonly newCommitCount: number;
  /** Commits whose lines git could not count. */
  readonly damagedCommitCount: number;
  readonly isEmpty: boolean;
  readonly isShallow: boolean;
  /** Whether nothing at all had changed since the last time. */
  readonly isUnchanged: boolean;
}

/** What the steps of collecting one repository share. */
interface Work {
  readonly store: Store;
  readonly mirror: Mirror;
  readonly settings: GitSettings;
  readonly context: Context;
  readonly sweep: Sweeper;
}

/**
 * Brings what is stored of a repository's git history up to date; what is stored already is not read again.
 *
 * Each chunk of commits is stored in a transaction of its own: a run that is stopped anywhere goes on there.
 * Errors: those of `openMirror`, `E_SHALLOW`, `E_GIT`, `E_INTERRUPTED` and those of the store.
 */
export async function collectGit(
  store: Store,
  target: GitTarget,
  settings: GitSettings,
  context: Context,
): Promise<GitOutcome> {
  report(context, 'opening', target.kind === 'path' ? target.path : target.origin.url);
  const mirror = await openMirror(target, settings, context);
  if (mirror.isShallow && !settings.allowShallow) throw shallow(target);
  const work: Work = { store, mirror, settings, context, sweep: makeSweeper() };
  const refs = await readRefs(mirror, context);
  const fingerprint = refFingerprint(mirror, refs);
  const stored = await storedRepository(store, mirror);
  if (stored?.['ref_fingerprint'] === fingerprint && isSameForm(stored, mirror)) {
    await renameRepository(store, mirror, stored);
    await touchFetchedAt(store, mirror, context);
    return await outcome(work, 0, true);
  }
  const newCommitCount = await frugally(store, ALLOWANCE, () => update(work, refs, stored));
  await finish(work, fingerprint);
  return await outcome(work, newCommitCount, false);
}

/** git needs the rest, for its own cache and for counting lines. */
const ALLOWANCE = { memory: '64MB', threads: 1 };

async function update(work: Work, refs: readonly Ref[], stored: Row | undefined): Promise<number> {
  const { store, mirror, context } = work;
  report(context, 'walking history', mirror.name);
  const isWhole = stored !== undefined && isSameForm(stored, mirror) && stored['ref_fingerprint'] !== null;
  const refresh = isWhole ? await readRefreshGraph(store, mirror, refs, context) : null;
  const graph = refresh ?? (await readGraph(mirror, refs, context));
  const mailmap = await mailmapSha(mirror, context);
  const walk: Walk = { graph, isRefresh: refresh !== null };
  await begin(work, walk, stored, mailmap);
  work.sweep(graph.shas.length);
  const { rows } = await store.query(await readQuery('collect/git/unread_lines'), repo(mirror));
  const names = collectNames(work, walk, refs);
  try {
    await collectLines(
      work,
      rows.map((row) => String(row['sha'])),
      names,
    );
  } finally {
    await Promise.allSettled([names]);
  }
  return await names;
}

/** What refs reach now: all of it, or only what is new. */
interface Walk {
  readonly graph: CommitGraph;
  readonly isRefresh: boolean;
}

/** Stores commits with the paths they change, identities, refs and the head; returns how many commits are new. */
async function collectNames(work: Work, { graph, isRefresh }: Walk, refs: readonly Ref[]): Promise<number> {
  const { store, mirror, context } = work;
  const newCommitCount = await collectCommits(work, graph);
  await store.transaction(async () => {
    await store.run(await readQuery('collect/git/drop_unused_identities'), repo(mirror));
    await collectIdentities(store, mirror, context);
    await putRefs(store, mirror, refs);
    if (isRefresh) await addClasses(store, mirror, graph);
    else await putClasses(store, mirror, graph);
  });
  report(context, 'reading files at the head', mirror.name);
  await collectHead(store, mirror, context);
  return newCommitCount;
}

/** Marks the repository as being worked on and drops what refs do not reach any more. */
async function begin(
  { store, mirror }: Work,
  walk: Walk,
  stored: Row | undefined,
  mailmap: string | null,
): Promise<void> {
  await store.run(await readQuery('collect/git/walk'));
  await appendWalk(store, walk.graph);
  await store.transaction(async () => {
    await store.run('delete from run_build');
    if (stored !== undefined && !isSameForm(stored, mirror)) await deleteRepository(store, mirror.repoId);
    if (!walk.isRefresh) await store.run(await readQuery('collect/git/drop_stale'), repo(mirror));
    if (stored?.['mailmap_sha'] !== mailmap) {
      await store.run('delete from raw_git_identity where repo_id = $repo_id', repo(mirror));
    }
    await putRepository(store, mirror, mailmap);
  });
}

async function collectCommits(work: Work, graph: CommitGraph): Promise<number> {
  const { store, mirror, context } = work;
  const { rows } = await store.query(await readQuery('collect/git/new_commits'), repo(mirror));
  if (rows.length === 0) return 0;
  const generations = new Map(graph.shas.map((sha, index) => [sha, graph.generations[index] ?? 0]));
  let done = 0;
  for (const isOnDefaultBranch of [true, false]) {
    const shas = rows
      .filter((row) => row['is_on_default_branch'] === isOnDefaultBranch)
      .map((row) => String(row['sha']));
    const form = isOnDefaultBranch ? COMMITS_WITH_PATHS : COMMITS_ONLY;
    await readLog(
      { mirror, form, shas },
      work.settings,
      (chunk) => {
        done += sizeOf(chunk);
        work.sweep(sizeOf(chunk));
        report(context, 'reading commits', mirror.name, { done, total: rows.length });
        return store.transaction(async () => {
          await appendCommits(store, mirror, { chunk, isOnDefaultBranch }, generations);
          await rescue(work, [...chunk.problems.keys()], isOnDefaultBranch, generations);
        });
      },
      context,
    );
  }
  return rows.filter((row) => row['is_on_default_branch'] === true).length;
}

function sizeOf({ entries, problems }: LogChunk<unknown>): number {
  return entries.length + problems.size;
}

/** Commits whose trees are damaged are still commits: they are stored without paths. */
async function rescue(
  { store, mirror, settings, context }: Work,
  shas: readonly string[],
  isOnDefaultBranch: boolean,
  generations: ReadonlyMap<string, number>,
): Promise<void> {
  await readLog(
    { mirror, form: COMMITS_ONLY, shas },
    settings,
    (chunk) => appendCommits(store, mirror, { chunk, isOnDefaultBranch }, generations),
    context,
  );
}

/** Counts the lines of commits; git begins at once, and what it counts is stored after the names. */
async function collectLines(work: Work, shas: readonly string[], names: Promise<unknown>): Promise<void> {
  const { store, mirror, settings, context } = work;
  let done = 0;
  await countLines(
    { mirror, shas, before: names },
    settings,
    (chunk) => {
      done += sizeOf(chunk);
      work.sweep(sizeOf(chunk));
      report(context, 'counting lines', mirror.name, { done, total: shas.length });
      return store.transaction(() => appendLines(store, mirror, chunk));
    },
    context,
  );
}

async function finish(work: Work, fingerprint: string): Promise<void> {
  await work.store.run(
    'update raw_git_repository set ref_fingerprint = $fingerprint where repo_id = $repo_id',
    { ...repo(work.mirror), fingerprint },
  );
  await touchFetchedAt(work.store, work.mirror, work.context);
}

async function outcome(
  { store, mirror }: Work,
  newCommitCount: number,
  isUnchanged: boolean,
): Promise<GitOutcome> {
  const { rows } = await store.query(await readQuery('collect/git/outcome'), repo(mirror));
  return {
    repoId: mirror.repoId,
    name: mirror.fullName ?? mirror.name,
    commitCount: Number(rows[0]?.['commit_count'] ?? 0),
    newCommitCount,
    damagedCommitCount: Number(rows[0]?.['damaged_commit_count'] ?? 0),
    isEmpty: mirror.headSha === null,
    isShallow: mirror.isShallow,
    isUnchanged,
  };
}

function report(
  context: Context,
  phase: string,
  subject: string,
  count?: { done: number; total: number },
): void {
  context.onProgress({ phase, subject, unit: 'commits', ...(count ?? { done: 0 }) });
}

function shallow(target: GitTarget): UnderstoryError {
  const where = target.kind === 'path' ? target.path : target.origin.url;
  return new UnderstoryError({
    code: 'E_SHALLOW',
    message: `\`${where}\` is a shallow clone: its history is cut off`,
    hint: 'Run `git fetch --unshallow` there, or take it as it is with `--allow-shallow`',
  });
}
