import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import { frugally, makeGivingBack } from '../../store/frugal.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import { touchFetchedAt } from './age.ts';
import { countLines } from './count.ts';
import { mustHaveHead } from './default-branch.ts';
import { type CommitGraph, readGraph } from './graph.ts';
import { mailmapSha } from './head.ts';
import { makeSweeper } from './heap.ts';
import type { LinesEntry } from './lines.ts';
import { type LogChunk, sizeOf } from './log.ts';
import { collectNames } from './names.ts';
import { openMirror } from './open.ts';
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
import { appendLines, appendWalk } from './rows.ts';
import { pickShas, type Shas } from './shas.ts';
import { type GitTarget, placeOf } from './target.ts';
import { type GitSettings, report, type Walk, type Work } from './work.ts';

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
  report(context, 'opening', placeOf(target));
  const mirror = await openMirror(target, settings, context);
  await mustHaveHead(mirror, context);
  if (mirror.isShallow && !settings.allowShallow) throw shallow(target);
  const giveBack = makeGivingBack(store);
  const work: Work = { store, mirror, settings, context, sweep: makeSweeper(), giveBack };
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
const ALLOWANCE = { mebibytes: 60, threads: 1 };

async function update(work: Work, refs: readonly Ref[], stored: Row | undefined): Promise<number> {
  const { store, mirror, context } = work;
  report(context, 'walking history', mirror.name);
  const isWhole = stored !== undefined && isSameForm(stored, mirror) && stored['ref_fingerprint'] !== null;
  const readWalk = async (): Promise<Walk> => {
    const refresh = isWhole ? await readRefreshGraph(store, mirror, refs, context) : null;
    return { graph: refresh ?? (await readGraph(mirror, refs, context)), isRefresh: refresh !== null };
  };
  const [walk, mailmap] = await Promise.all([readWalk(), mailmapSha(mirror, context)]);
  const { graph } = walk;
  await begin(work, walk, stored, mailmap);
  work.sweep(graph.shas.length);
  const unread = await readUnread(work, graph);
  const names = collectNames(work, walk, refs);
  const lines = collectLines(work, unread, names);
  try {
    // Both at once: a failure that nobody waits for yet would end the process.
    const [newCommitCount] = await Promise.all([names, lines]);
    return newCommitCount;
  } finally {
    await Promise.allSettled([names, lines]);
  }
}

/** Commits whose lines are not counted yet, by the hashes that the graph holds: rows of our own would double them. */
async function readUnread({ store, mirror }: Work, { shas }: CommitGraph): Promise<Shas> {
  const positions: number[] = [];
  for await (const rows of store.stream(readQuery('collect/git/unread_lines'), repo(mirror))) {
    for (const row of rows) positions.push(Number(row['position']));
  }
  return pickShas(shas, positions);
}

/** Marks the repository as being worked on and drops what refs do not reach any more. */
async function begin(
  { store, mirror }: Work,
  walk: Walk,
  stored: Row | undefined,
  mailmap: string | null,
): Promise<void> {
  await store.run(readQuery('collect/git/walk'));
  await appendWalk(store, walk.graph);
  await store.transaction(async () => {
    await store.run('delete from run_build');
    if (stored !== undefined && !isSameForm(stored, mirror)) await deleteRepository(store, mirror.repoId);
    if (!walk.isRefresh) await store.run(readQuery('collect/git/drop_stale'), repo(mirror));
    if (stored?.['mailmap_sha'] !== mailmap) {
      await store.run('delete from raw_git_identity where repo_id = $repo_id', repo(mirror));
    }
    await putRepository(store, mirror, mailmap);
  });
}

/** Commits whose lines are stored at once: ending a transaction takes as long as storing some hundred commits. */
const STORED_AT_ONCE = 1000;

/** Counts the lines of commits; git begins at once, and what it counts is stored after the names. */
async function collectLines(work: Work, shas: Shas, names: Promise<unknown>): Promise<void> {
  const { store, mirror, settings, context } = work;
  let done = 0;
  let held: LogChunk<LinesEntry>[] = [];
  const meanwhile = settings.beginMeanwhile?.();
  const put = async () => {
    const chunks = held;
    held = [];
    await store.transaction(() => appendLines(store, mirror, chunks));
    await meanwhile?.next();
    await work.giveBack();
  };
  await countLines(
    { mirror, shas, before: names },
    settings,
    async (chunk) => {
      done += sizeOf(chunk);
      work.sweep(sizeOf(chunk));
      report(context, 'counting lines', mirror.name, { done, total: shas.length });
      held.push(chunk);
      const heldCount = held.reduce((sum, each) => sum + sizeOf(each), 0);
      if (heldCount >= Math.min(STORED_AT_ONCE, settings.chunkSize)) await put();
    },
    context,
  );
  if (held.length > 0) await put();
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
  const { rows } = await store.query(readQuery('collect/git/outcome'), repo(mirror));
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

function shallow(target: GitTarget): UnderstoryError {
  return new UnderstoryError({
    code: 'E_SHALLOW',
    message: `\`${placeOf(target)}\` is a shallow clone: its history is cut off`,
    hint: 'Run `git fetch --unshallow` there, or take it as it is with `--allow-shallow`',
  });
}
