import { estimateItems } from './estimate-items.ts';
import type { ItemList } from './item-list.ts';
import { collectItems } from './items.ts';
import { numberAt } from './read.ts';
import type { Stream } from './stream.ts';

const NAMED = { name: 'releases', version: 1 } as const;

/** Releases change without a trace (assets, downloads, drafts), and a hundred cost one point: all are read each time. */
const RELEASES: ItemList = {
  stream: NAMED,
  document: 'releases',
  field: 'releases',
  table: 'raw_github_release',
  children: [],
  // One list in each release: 1 + 100 sub-requests are one point.
  planned: { first: 100, inner: 50 },
  variables: () => ({}),
  endsUpdate: () => false,
  homePath: null,
  countExpected: (repository) => numberAt(repository, 'releases', 'totalCount'),
};

const WHOLE = { isFull: true, since: null };

/** Releases with their assets. */
export const releases: Stream = {
  ...NAMED,
  collect: (work) => collectItems({ ...work, request: WHOLE }, RELEASES),
  estimate: (work) => estimateItems({ ...work, request: WHOLE }, RELEASES),
};
