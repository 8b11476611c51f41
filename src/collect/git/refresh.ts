import type { Context } from '../../core/context.ts';
import { bigintOf } from '../../store/cell.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import { type CommitGraph, type KnownCommit, readExtension } from './graph.ts';
import type { Mirror } from './mirror.ts';
import { tryGit } from './process.ts';
import type { Ref } from './refs.ts';

/** More moved branches than this are not a refresh: the whole walk is as quick. */
const MOST_MOVED = 20;

/**
 * Walks only the commits that are new since the stored state, where that is enough: the same refs as before, of which
 * some went forward, and new commits that bring no stored commit to a branch it was not on. Null otherwise.
 */
export async function readRefreshGraph(
  store: Store,
  mirror: Mirror,
  refs: readonly Ref[],
  context: Context,
): Promise<CommitGraph | null> {
  const { rows } = await store.query(
    'select kind, name, sha from raw_git_ref where repo_id = $repo_id and target_type = $type',
    { repo_id: mirror.repoId, type: 'commit' },
  );
  const before = new Map(rows.map((row) => [`${row['kind']} ${row['name']}`, String(row['sha'])]));
  const now = refs.filter(({ targetType }) => targetType === 'commit');
  if (now.length !== before.size) return null;
  const moved = now.filter((ref) => before.get(`${ref.kind} ${ref.name}`) !== ref.sha);
  if (moved.length === 0 || moved.length > MOST_MOVED) return null;
  for (const ref of moved) {
    const old = before.get(`${ref.kind} ${ref.name}`);
    if (old === undefined || !(await isAncestor(mirror, old, ref.sha, context))) return null;
  }
  const known = [...new Set(before.values())];
  const lookUp = (shas: readonly string[]) => lookUpCommits(store, mirror, shas);
  const extension = await readExtension(mirror, { tips: moved, known }, lookUp, context);
  if (extension === null) return null;
  return (await keepsClasses(store, mirror, extension.edges, lookUp)) ? extension : null;
}

async function isAncestor(mirror: Mirror, old: string, sha: string, context: Context): Promise<boolean> {
  const { exit } = await tryGit(mirror.place, ['merge-base', '--is-ancestor', old, sha], context);
  return exit.status === 0;
}

type LookUp = (shas: readonly string[]) => Promise<ReadonlyMap<string, KnownCommit>>;
type Edges = NonNullable<Awaited<ReturnType<typeof readExtension>>>['edges'];

/** Whether each stored commit is in all the refs already through which it is reached now. */
async function keepsClasses(store: Store, mirror: Mirror, edges: Edges, lookUp: LookUp): Promise<boolean> {
  const known = await lookUp([...new Set(edges.map(({ sha }) => sha))]);
  const classIds = [...new Set([...known.values()].map(({ refClassId }) => refClassId))];
  const { rows } = await store.query(readQuery('collect/git/class_members'), {
    repo_id: mirror.repoId,
    ref_class_ids: classIds,
  });
  const members = new Set(rows.map((row) => memberKey(row)));
  return edges.every(({ sha, refs }) =>
    refs.every(({ kind, name }) =>
      members.has(memberKey({ ref_class_id: known.get(sha)?.refClassId ?? null, kind, ref_name: name })),
    ),
  );
}

function memberKey(row: Row): string {
  return `${row['ref_class_id']} ${row['kind']} ${row['ref_name']}`;
}

async function lookUpCommits(
  store: Store,
  mirror: Mirror,
  shas: readonly string[],
): Promise<ReadonlyMap<string, KnownCommit>> {
  const { rows } = await store.query(readQuery('collect/git/known_commits'), {
    repo_id: mirror.repoId,
    shas,
  });
  return new Map(
    rows.map((row) => [
      String(row['sha']),
      { generation: Number(row['generation']), refClassId: bigintOf(row, 'ref_class_id') },
    ]),
  );
}
