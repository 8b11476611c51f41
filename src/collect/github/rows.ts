import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { JsonObject } from './contract.ts';
import { bodyText, textAt } from './read.ts';

/** Which rows, of which form, from which answer. */
export interface RowStamp {
  readonly repoId: bigint;
  readonly version: number;
  /** GitHub's clock. */
  readonly fetchedAt: Date;
}

/** A table of nodes with `repo_id`, `node_id`, `body`, `collector_version`, `fetched_at`. */
export type NodeTable = `raw_github_${string}`;

/**
 * Puts nodes into their table in the place of the rows with the same id. Nodes without an id, such as kinds of events
 * that GitHub has invented since, can't be kept apart and are left out.
 */
export async function putNodes(
  store: Store,
  table: NodeTable,
  nodes: readonly JsonObject[],
  stamp: RowStamp,
): Promise<void> {
  const byId = withIds(nodes);
  await deleteNodes(store, table, 'node_id', stamp.repoId, [...byId.keys()]);
  const appender = await store.append(table);
  for (const [id, node] of byId) {
    appender.add([stamp.repoId, id, bodyText(node), stamp.version, stamp.fetchedAt]);
  }
  appender.close();
}

/** Puts what hangs on items into its table, in the place of everything that hung on them before. */
export async function putChildren(
  store: Store,
  table: NodeTable,
  children: ReadonlyMap<string, readonly JsonObject[]>,
  stamp: RowStamp,
): Promise<void> {
  await deleteNodes(store, table, 'parent_node_id', stamp.repoId, [...children.keys()]);
  const appender = await store.append(table);
  for (const [parentId, nodes] of children) {
    for (const [id, node] of withIds(nodes)) {
      appender.add([stamp.repoId, id, parentId, bodyText(node), stamp.version, stamp.fetchedAt]);
    }
  }
  appender.close();
}

/** Takes nodes, or what hangs on them, out of a table. */
export async function deleteNodes(
  store: Store,
  table: NodeTable,
  column: 'node_id' | 'parent_node_id',
  repoId: bigint,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await store.run(`delete from ${table} where repo_id = $repo_id and list_contains($ids, ${column})`, {
    repo_id: repoId,
    ids,
  });
}

/** Notes which items a full scan has met. */
export async function markSeen(
  store: Store,
  stream: string,
  repoId: bigint,
  ids: readonly string[],
): Promise<void> {
  await store.run(readQuery('collect/github/mark_seen'), { repo_id: repoId, stream, ids });
}

/** Lets go of the items that an earlier scan has met, before a new one or after its end. */
export async function forgetSeen(store: Store, stream: string, repoId: bigint): Promise<void> {
  await store.run(readQuery('collect/github/forget_seen'), { repo_id: repoId, stream });
}

/** By id, the last of each: a page may repeat an item of the one before. REST calls the id `node_id`. */
export function withIds(
  nodes: readonly JsonObject[],
  key: 'id' | 'node_id' = 'id',
): ReadonlyMap<string, JsonObject> {
  return new Map(
    nodes.flatMap((node) => {
      const id = textAt(node, key);
      return id === null ? [] : [[id, node] as const];
    }),
  );
}
