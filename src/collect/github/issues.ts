import { formatInstant } from '../../core/time.ts';
import { estimateItems } from './estimate-items.ts';
import type { ItemList } from './item-list.ts';
import { collectItems } from './items.ts';
import { numberAt } from './read.ts';
import type { Stream } from './stream.ts';

const NAMED = { name: 'issues', version: 1 } as const;

/** Issues have `since`, so an update asks only for what changed, the oldest change first. */
const ISSUES: ItemList = {
  stream: NAMED,
  document: 'issues',
  field: 'issues',
  table: 'raw_github_issue',
  children: [
    { field: 'comments', table: 'raw_github_comment', tailDocument: 'comment_tails' },
    { field: 'timelineItems', table: 'raw_github_event', tailDocument: 'issue_event_tails' },
  ],
  // Four lists in each issue: 1 + 37 * 4 sub-requests are one point.
  planned: { first: 37, inner: 50 },
  variables: ({ phase, watermark }) =>
    phase === 'full'
      ? { since: null, orderBy: { field: 'CREATED_AT', direction: 'ASC' } }
      : {
          since: watermark && formatInstant(watermark),
          orderBy: { field: 'UPDATED_AT', direction: 'ASC' },
        },
  endsUpdate: () => false,
  isOff: (repository) => repository['hasIssuesEnabled'] === false,
  linkedFrom: { table: 'raw_github_pull_request', field: 'closingIssuesReferences' },
  homePath: ['repository', 'id'],
  countExpected: (repository) => numberAt(repository, 'allIssues', 'totalCount'),
};

/** Issues with their comments and events. */
export const issues: Stream = {
  ...NAMED,
  collect: (work) => collectItems(work, ISSUES),
  estimate: (work) => estimateItems(work, ISSUES),
};
