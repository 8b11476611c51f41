import { estimateItems } from './estimate-items.ts';
import { endsAtOlder, type ItemList } from './item-list.ts';
import { collectItems } from './items.ts';
import { numberAt } from './read.ts';
import type { Stream } from './stream.ts';

const NAMED = { name: 'forks', version: 1 } as const;

/** Forks are only added: an update reads the newest first, until a page holds none that is new. */
const FORKS: ItemList = {
  stream: NAMED,
  document: 'forks',
  field: 'forks',
  table: 'raw_github_fork',
  children: [],
  planned: { first: 100, inner: 1 },
  variables: ({ phase }) => ({ direction: phase === 'full' ? 'ASC' : 'DESC' }),
  endsUpdate: endsAtOlder('createdAt'),
  homePath: ['parent', 'id'],
  // The repository counts the whole network; the list counts what it lists.
  countExpected: () => null,
};

/** Direct forks with their dates. */
export const forks: Stream = {
  ...NAMED,
  collect: (work) => collectItems(work, FORKS),
  estimate: (work) =>
    // Of the whole network, so more than there are; the direct forks alone are counted nowhere else.
    estimateItems(work, { ...FORKS, countExpected: (body) => numberAt(body, 'forkCount') }),
};
