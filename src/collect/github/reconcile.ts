import { ask, isHidden } from './ask.ts';
import type { ItemList } from './item-list.ts';
import { unlink } from './links.ts';
import { objectsAt, textAt, valueAt } from './read.ts';
import { deleteNodes, forgetSeen } from './rows.ts';
import type { StateKey } from './state.ts';
import type { StreamWork } from './stream.ts';

/** What a full scan has not met was deleted, or moved to another repository. */
export async function dropUnseen(work: StreamWork, list: ItemList, key: StateKey): Promise<void> {
  const { store, repository } = work;
  const { rows } = await store.query(
    `select node_id from ${list.table} where repo_id = $repo_id and node_id not in (select node_id from run_github_seen where repo_id = $repo_id and stream = $stream)`,
    { repo_id: repository.repoId, stream: key.stream },
  );
  await dropItems(
    work,
    list,
    rows.map((row) => String(row['node_id'])),
  );
  await forgetSeen(store, key.stream, repository.repoId);
}

async function dropItems(work: StreamWork, list: ItemList, ids: readonly string[]): Promise<void> {
  const { store, repository } = work;
  await deleteNodes(store, list.table, 'node_id', repository.repoId, ids);
  for (const { table } of list.children) {
    await deleteNodes(store, table, 'parent_node_id', repository.repoId, ids);
  }
  if (list.linkedFrom) await unlink(store, list.linkedFrom, ids);
}

/** So many ids GitHub takes at once. */
const IDS = 100;

/**
 * Looks for items that are stored and that GitHub does not count any more: deleted, or moved to another repository.
 * Nothing is asked while the counts agree. The newest are looked at first, since most of what goes is young, and the
 * search ends when the difference is explained.
 *
 * Errors: as `ask`.
 */
export async function dropMissing(
  work: StreamWork,
  list: ItemList,
  expectedCount: number | null,
): Promise<void> {
  const { store, repository } = work;
  const { homePath } = list;
  if (homePath === null || expectedCount === null) return;
  const repo_id = repository.repoId;
  const counted = await store.query(
    `select count(*)::integer as stored from ${list.table} where repo_id = $repo_id`,
    { repo_id },
  );
  if (Number(counted.rows[0]?.['stored']) <= expectedCount) return;
  // What was made after GitHub counted is not gone, and would be looked for among all that there is.
  const { rows } = await store.query(
    `select node_id from ${list.table} where repo_id = $repo_id and (body->>'$.createdAt')::timestamptz <= $counted_at order by coalesce(body->>'$.updatedAt', body->>'$.createdAt') desc, node_id`,
    { repo_id, counted_at: repository.fetchedAt },
  );
  let surplus = rows.length - expectedCount;
  const ids = rows.map((row) => String(row['node_id']));
  for (let start = 0; surplus > 0 && start < ids.length; start += IDS) {
    const missing = await findMissing(work, homePath, ids.slice(start, start + IDS));
    if (missing.length > 0) await work.commit(() => dropItems(work, list, missing));
    surplus -= missing.length;
  }
}

async function findMissing(
  work: StreamWork,
  homePath: readonly string[],
  ids: readonly string[],
): Promise<readonly string[]> {
  const { nodeId } = work.repository;
  const { data, errors } = await ask(work, {
    document: 'recheck',
    variables: () => ({ ids }),
    size: null,
    isWhole: ({ nodes }) => Array.isArray(nodes) && nodes.length === ids.length,
  });
  const here = objectsAt(data, 'nodes').filter((node) => valueAt(node, ...homePath) === nodeId);
  const found = new Set(here.map((node) => textAt(node, 'id')));
  // What is hidden may be here, or have moved to where this token sees nothing: only a full scan can tell.
  return ids.filter((id, index) => !found.has(id) && !isHidden(errors, 'nodes', index));
}
