import { estimateItems } from './estimate-items.ts';
import { endsAtOlder, type ItemList } from './item-list.ts';
import { collectItems } from './items.ts';
import { numberAt } from './read.ts';
import { collectReviewComments, estimateReviewComments } from './review-comments.ts';
import type { Stream } from './stream.ts';

const NAMED = { name: 'pulls', version: 1 } as const;

/** Pull requests have no `since`: an update reads the newest changes first, until nothing of a page is new. */
const PULLS: ItemList = {
  stream: NAMED,
  document: 'pull_requests',
  field: 'pullRequests',
  table: 'raw_github_pull_request',
  children: [
    { field: 'reviews', table: 'raw_github_review', tailDocument: 'pull_request_review_tails' },
    { field: 'comments', table: 'raw_github_comment', tailDocument: 'comment_tails' },
    { field: 'timelineItems', table: 'raw_github_event', tailDocument: 'pull_request_event_tails' },
  ],
  kept: [{ field: 'commits', tailDocument: 'pull_request_commit_tails' }],
  // Eight lists in each pull request: 1 + 18 * 8 sub-requests are one point.
  planned: { first: 18, inner: 50 },
  variables: ({ phase }) => ({
    orderBy:
      phase === 'full'
        ? { field: 'CREATED_AT', direction: 'ASC' }
        : { field: 'UPDATED_AT', direction: 'DESC' },
  }),
  endsUpdate: endsAtOlder('updatedAt'),
  homePath: ['repository', 'id'],
  countExpected: (repository) => numberAt(repository, 'allPullRequests', 'totalCount'),
};

/** Pull requests with reviews, comments and events, and the comments on their code. */
export const pulls: Stream = {
  ...NAMED,
  collect: async (work) => {
    await collectItems(work, PULLS);
    await collectReviewComments(work, NAMED);
    return null;
  },
  estimate: async (work) => {
    const [items, comments] = [await estimateItems(work, PULLS), await estimateReviewComments(work, NAMED)];
    return { ...items, restRequestCount: items.restRequestCount + comments.restRequestCount };
  },
};
