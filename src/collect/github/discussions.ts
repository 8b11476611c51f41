import { estimateItems } from './estimate-items.ts';
import { endsAtOlder, type ItemList } from './item-list.ts';
import { collectItems } from './items.ts';
import { numberAt } from './read.ts';
import type { Stream } from './stream.ts';

const NAMED = { name: 'discussions', version: 1 } as const;

/** Discussions have no `since`: an update reads the newest changes first, until nothing of a page is new. */
const DISCUSSIONS: ItemList = {
  stream: NAMED,
  document: 'discussions',
  field: 'discussions',
  table: 'raw_github_discussion',
  children: [
    {
      field: 'comments',
      table: 'raw_github_discussion_comment',
      tailDocument: 'discussion_comment_tails',
    },
  ],
  // One list in each discussion: 1 + 100 sub-requests are one point.
  planned: { first: 100, inner: 50 },
  variables: ({ phase }) => ({
    orderBy:
      phase === 'full'
        ? { field: 'CREATED_AT', direction: 'ASC' }
        : { field: 'UPDATED_AT', direction: 'DESC' },
  }),
  endsUpdate: endsAtOlder('updatedAt'),
  isOff: (repository) => repository['hasDiscussionsEnabled'] === false,
  homePath: ['repository', 'id'],
  countExpected: (repository) => numberAt(repository, 'discussions', 'totalCount'),
};

/** Discussions with their comments. */
export const discussions: Stream = {
  ...NAMED,
  collect: (work) => collectItems(work, DISCUSSIONS),
  estimate: (work) => estimateItems(work, DISCUSSIONS),
};
