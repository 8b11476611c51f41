import { type Asker, ask } from './ask.ts';
import type { JsonObject } from './contract.ts';
import type { ItemChildren, ItemList } from './item-list.ts';
import type { PageSize } from './page-size.ts';
import { numberAt, objectAt, objectsAt, textAt, valueAt } from './read.ts';
import type { StreamState } from './state.ts';
import type { StreamWork } from './stream.ts';
import { readTails, type Tail } from './tails.ts';

/** Items of one page with all that hangs on them. */
export interface Page {
  readonly nodes: readonly JsonObject[];
  readonly children: ReadonlyMap<ItemChildren, ReadonlyMap<string, JsonObject[]>>;
  readonly date: Date;
  readonly endCursor: string | null;
  /** Items and parts of items in whose place there is an error: the token may not see them. */
  readonly hiddenCount: number;
  /** How many items the list has, as this page says. */
  readonly totalCount: number | null;
  readonly isLast: boolean;
}

/** GitHub's own pages and REST end the commits of a pull request here; a branch that went astray may have any number. */
const MOST_KEPT = 250;

/**
 * Fetches the page at which a scan stands, and the rest of every list that is longer than what came with it.
 *
 * Errors: as `ask`.
 */
export async function fetchPage(
  work: StreamWork,
  list: ItemList,
  state: StreamState,
  size: PageSize,
): Promise<Page> {
  const { owner, name } = work.repository;
  const { data, date, errors } = await ask(work, {
    document: list.document,
    size,
    variables: () => ({
      owner,
      name,
      first: size.first(),
      after: state.cursor,
      inner: size.inner(),
      ...list.variables(state),
    }),
    isWhole: (answer) => isPage(objectAt(answer, 'repository', list.field), list),
  });
  const connection = objectAt(data, 'repository', list.field);
  const nodes = list.itemsOf?.(connection) ?? objectsAt(connection, 'nodes');
  const entries = valueAt(connection, list.itemsOf ? 'edges' : 'nodes');
  const parts = list.children.flatMap(({ field }) => nodes.map((node) => valueAt(node, field, 'nodes')));
  const hasMore = valueAt(connection, 'pageInfo', 'hasNextPage') === true;
  return {
    nodes: await withKept(
      work,
      list,
      nodes.map((node) => withoutChildren(node, list.children)),
    ),
    children: await readChildren(work, list, nodes),
    date,
    hiddenCount:
      errors.length === 0 ? 0 : [entries, ...parts].reduce<number>((sum, entry) => sum + nullsIn(entry), 0),
    totalCount: numberAt(connection, 'totalCount'),
    endCursor: textAt(connection, 'pageInfo', 'endCursor'),
    isLast: !hasMore,
  };
}

function nullsIn(entries: unknown): number {
  return Array.isArray(entries) ? entries.filter((entry) => entry === null).length : 0;
}

function isPage(connection: JsonObject | null, { itemsOf }: ItemList): boolean {
  return (
    Array.isArray(valueAt(connection, itemsOf ? 'edges' : 'nodes')) &&
    typeof valueAt(connection, 'pageInfo', 'hasNextPage') === 'boolean'
  );
}

/** Of lists that have a table of their own the item keeps the count. */
function withoutChildren(node: JsonObject, children: readonly ItemChildren[]): JsonObject {
  const counts = children.map(({ field }) => [field, { totalCount: numberAt(node, field, 'totalCount') }]);
  return { ...node, ...Object.fromEntries(counts) };
}

/** Lists that the items keep, with the rest of those that are longer than what came. */
async function withKept(
  asker: Asker,
  { kept = [] }: ItemList,
  nodes: readonly JsonObject[],
): Promise<readonly JsonObject[]> {
  const whole = nodes.map((node) => ({ ...node }));
  for (const { field, tailDocument } of kept) {
    const byItem = await readToEnd(asker, field, tailDocument, nodes, MOST_KEPT);
    for (const node of whole) {
      const found = byItem.get(textAt(node, 'id') ?? '');
      if (found)
        Object.assign(node, { [field]: { totalCount: numberAt(node, field, 'totalCount'), nodes: found } });
    }
  }
  return whole;
}

async function readChildren(
  asker: Asker,
  list: ItemList,
  nodes: readonly JsonObject[],
): Promise<Page['children']> {
  const all = new Map<ItemChildren, ReadonlyMap<string, JsonObject[]>>();
  for (const children of list.children) {
    all.set(children, await readToEnd(asker, children.field, children.tailDocument, nodes));
  }
  return all;
}

/** A list inside items, by the id of the item. */
async function readToEnd(
  asker: Asker,
  field: string,
  tailDocument: string,
  nodes: readonly JsonObject[],
  most?: number,
): Promise<ReadonlyMap<string, JsonObject[]>> {
  const byItem = new Map<string, JsonObject[]>();
  const tails: Tail[] = [];
  for (const node of nodes) {
    const itemId = textAt(node, 'id');
    if (itemId === null) continue;
    const found = [...objectsAt(node, field, 'nodes')];
    byItem.set(itemId, found);
    const after = textAt(node, field, 'pageInfo', 'endCursor');
    if (after !== null && valueAt(node, field, 'pageInfo', 'hasNextPage') === true) {
      tails.push({ itemId, field, after, nodes: found });
    }
  }
  await readTails(asker, tailDocument, tails, most);
  return byItem;
}
