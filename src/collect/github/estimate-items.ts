import type { ItemList } from './item-list.ts';
import { textAt } from './read.ts';
import { readState, type StreamState, stateKey } from './state.ts';
import type { Estimate, EstimateWork } from './stream.ts';

/** Share of items with a list that is longer than the part that comes with them. */
const LONG_SHARE = 0.01;
/** Items that change in a time for each one that is made in it. */
const CHANGES_PER_ITEM = 1.5;

const NOTHING: Estimate = { graphqlRequestCount: 0, points: 0, restRequestCount: 0 };

/** What `collectItems` would cost: pages of the planned size, and one more question for each page with long lists. */
export async function estimateItems(work: EstimateWork, list: ItemList): Promise<Estimate> {
  if (list.isOff?.(work.repository.body)) return NOTHING;
  const state = await readState(work.store, stateKey(list.stream, work.repository.repoId));
  const { first } = list.planned;
  const pages = Math.max(1, Math.ceil(countToRead(work, list, state) / first));
  const isLong = list.children.length === 0 ? 0 : 1 - (1 - LONG_SHARE) ** first;
  const requests = pages + Math.round(pages * isLong);
  return { graphqlRequestCount: requests, points: requests, restRequestCount: 0 };
}

function countToRead({ repository, request }: EstimateWork, list: ItemList, state: StreamState): number {
  const count = list.countExpected(repository.body) ?? 0;
  if (request.isFull || state.watermark === null) return count;
  const createdAt = new Date(textAt(repository.body, 'createdAt') ?? repository.fetchedAt).getTime();
  const age = Math.max(1, repository.fetchedAt.getTime() - createdAt);
  const elapsed = Math.max(0, repository.fetchedAt.getTime() - state.watermark.getTime());
  return Math.min(1, elapsed / age) * count * CHANGES_PER_ITEM;
}
