import { type Asker, ask, isHidden } from './ask.ts';
import type { GithubVariables, JsonObject } from './contract.ts';
import { makePageSize } from './page-size.ts';
import { objectAt, objectsAt, textAt, valueAt } from './read.ts';

/** The rest of a list inside an item, after the part that came with the item. */
export interface Tail {
  readonly itemId: string;
  /** Name of the list in the item. */
  readonly field: string;
  after: string;
  /** What was read, to which the rest is added. */
  readonly nodes: JsonObject[];
}

/** Tails of one document, which holds so many aliases `t1`, `t2` …: all of them together cost one point. */
export const ALIASES = 20;
const PAGE = 100;

/**
 * Reads tails to their ends, or until a list has `most` items, many in one request. An item that is gone meanwhile keeps
 * what was read of it.
 *
 * Errors: as `ask`.
 */
export async function readTails(
  asker: Asker,
  document: string,
  tails: readonly Tail[],
  most: number = Number.POSITIVE_INFINITY,
): Promise<void> {
  const size = makePageSize({ first: PAGE, inner: 1 }, null);
  let pending = [...tails];
  while (pending.length > 0) {
    const batch = pending.slice(0, ALIASES);
    const { data } = await ask(asker, {
      document,
      size,
      variables: () => ({ first: size.first(), ...aliasVariables(batch) }),
      isWhole: (answer, errors) =>
        batch.every((tail, index) => {
          const alias = `t${index + 1}`;
          return isReadable(answer[alias], tail) && !isHidden(errors, alias);
        }),
    });
    const unfinished = batch.filter(
      (tail, index) => takePage(tail, valueAt(data[`t${index + 1}`], tail.field)) && tail.nodes.length < most,
    );
    pending = [...unfinished, ...pending.slice(ALIASES)];
  }
}

function aliasVariables(batch: readonly Tail[]): GithubVariables {
  const variables: Record<string, unknown> = {};
  for (let index = 0; index < ALIASES; index += 1) {
    // Ids may not be null, so an alias that is switched off gets somebody else's.
    const tail = batch[index];
    variables[`id${index + 1}`] = tail?.itemId ?? batch[0]?.itemId;
    variables[`after${index + 1}`] = tail?.after ?? null;
    variables[`use${index + 1}`] = tail !== undefined;
  }
  return variables;
}

/** Null is an item that is gone; anything else has to have the list, and a next page has to lie elsewhere. */
function isReadable(item: unknown, tail: Tail): boolean {
  if (item === null) return true;
  const list = objectAt(item, tail.field);
  const leadsOn = valueAt(list, 'pageInfo', 'hasNextPage') === true;
  const cursor = textAt(list, 'pageInfo', 'endCursor');
  return Array.isArray(valueAt(list, 'nodes')) && !(leadsOn && (cursor === null || cursor === tail.after));
}

/** Adds a page to its tail; whether more follow. */
function takePage(tail: Tail, list: unknown): boolean {
  tail.nodes.push(...objectsAt(list, 'nodes'));
  const cursor = textAt(list, 'pageInfo', 'endCursor');
  if (valueAt(list, 'pageInfo', 'hasNextPage') !== true || cursor === null) return false;
  tail.after = cursor;
  return true;
}
