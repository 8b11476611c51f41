import { giveBackMemory } from '../../store/frugal.ts';
import { readQuery } from '../../store/sql.ts';
import { COMMITS_ONLY, COMMITS_WITH_PATHS } from './commits.ts';
import type { CommitGraph } from './graph.ts';
import { collectHead, collectIdentities } from './head.ts';
import { readLog, sizeOf } from './log.ts';
import type { Ref } from './refs.ts';
import { repo } from './repository.ts';
import { addClasses, appendCommits, putClasses, putRefs } from './rows.ts';
import { pickShas, type Shas } from './shas.ts';
import { report, type Walk, type Work } from './work.ts';

/** Stores commits with the paths they change, identities, refs and the head; returns how many commits are new. */
export async function collectNames(
  work: Work,
  { graph, isRefresh }: Walk,
  refs: readonly Ref[],
): Promise<number> {
  const { store, mirror, context } = work;
  const newCommitCount = await collectCommits(work, graph);
  // What was needed for commits alone is garbage now; the head needs room next.
  work.sweep(newCommitCount);
  await store.transaction(async () => {
    await store.run(readQuery('collect/git/drop_unused_identities'), repo(mirror));
    await collectIdentities(store, mirror, context);
    await putRefs(store, mirror, refs);
    if (isRefresh) await addClasses(store, mirror, graph);
    else await putClasses(store, mirror, graph);
  });
  report(context, 'reading files at the head', mirror.name);
  // All content of the head passes through next.
  await giveBackMemory(store);
  await collectHead(store, mirror, context);
  await work.giveBack();
  return newCommitCount;
}

interface NewCommits {
  readonly onDefaultBranch: Shas;
  readonly elsewhere: Shas;
}

/** Commits that are not stored yet; as `readUnread`, by the graph's own hashes. */
async function readNewCommits({ store, mirror }: Work, { shas }: CommitGraph): Promise<NewCommits> {
  const onDefaultBranch: number[] = [];
  const elsewhere: number[] = [];
  for await (const rows of store.stream(readQuery('collect/git/new_commits'), repo(mirror))) {
    for (const row of rows) {
      const positions = row['is_on_default_branch'] === true ? onDefaultBranch : elsewhere;
      positions.push(Number(row['position']));
    }
  }
  return { onDefaultBranch: pickShas(shas, onDefaultBranch), elsewhere: pickShas(shas, elsewhere) };
}

async function collectCommits(work: Work, graph: CommitGraph): Promise<number> {
  const { store, mirror, context } = work;
  const { onDefaultBranch, elsewhere } = await readNewCommits(work, graph);
  const total = onDefaultBranch.length + elsewhere.length;
  if (total === 0) return 0;
  let done = 0;
  for (const isOnDefaultBranch of [true, false]) {
    const shas = isOnDefaultBranch ? onDefaultBranch : elsewhere;
    const form = isOnDefaultBranch ? COMMITS_WITH_PATHS : COMMITS_ONLY;
    await readLog(
      { mirror, form, shas },
      work.settings,
      async (chunk) => {
        done += sizeOf(chunk);
        work.sweep(sizeOf(chunk));
        report(context, 'reading commits', mirror.name, { done, total });
        await store.transaction(async () => {
          await appendCommits(store, mirror, { chunk, isOnDefaultBranch }, graph);
          await rescue(work, [...chunk.problems.keys()], isOnDefaultBranch, graph);
        });
        await work.giveBack();
      },
      context,
    );
  }
  return onDefaultBranch.length;
}

/** Commits whose trees are damaged are still commits: they are stored without paths. */
async function rescue(
  { store, mirror, settings, context }: Work,
  shas: readonly string[],
  isOnDefaultBranch: boolean,
  graph: CommitGraph,
): Promise<void> {
  await readLog(
    { mirror, form: COMMITS_ONLY, shas },
    settings,
    (chunk) => appendCommits(store, mirror, { chunk, isOnDefaultBranch }, graph),
    context,
  );
}
