import type { Store } from '../../store/store.ts';
import type { JsonObject } from './contract.ts';
import { bodyText, numberAt, objectAt, objectsAt, textAt } from './read.ts';
import type { NodeTable } from './rows.ts';

/** A list of references to items inside the items of another table. */
export interface LinkList {
  readonly table: NodeTable;
  readonly field: string;
}

/** Takes items that are gone out of the lists that refer to them, as GitHub does, which gives the others no new date. */
export async function unlink(
  store: Store,
  { table, field }: LinkList,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await store.query(
    `select repo_id, node_id, body from ${table} where list_has_any(body->>$path, $ids)`,
    { path: `$.${field}.nodes[*].id`, ids },
  );
  const gone = new Set(ids);
  for (const { repo_id = null, node_id = null, body } of rows) {
    const node: JsonObject = JSON.parse(String(body));
    await store.run(`update ${table} set body = $body where repo_id = $repo_id and node_id = $node_id`, {
      repo_id,
      node_id,
      body: bodyText({ ...node, [field]: without(objectAt(node, field), gone) }),
    });
  }
}

function without(list: JsonObject | null, gone: ReadonlySet<string>): JsonObject {
  const all = objectsAt(list, 'nodes');
  const nodes = all.filter((node) => !gone.has(textAt(node, 'id') ?? ''));
  const total = numberAt(list, 'totalCount');
  return { ...list, totalCount: total === null ? null : total - (all.length - nodes.length), nodes };
}
