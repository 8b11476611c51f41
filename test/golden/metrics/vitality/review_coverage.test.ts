import { metricTest } from '../../../support/metric-test.ts';

const pull = (node_id: string, more: object) => ({
  node_id,
  author_kind: 'person',
  author_person_id: 1n,
  created_at: '2023-05-01T00:00:00Z',
  ...more,
});
const merged = (by: bigint | null) => ({
  closed_at: '2023-05-02T00:00:00Z',
  merged_at: '2023-05-02T00:00:00Z',
  merged_by_person_id: by,
  merged_by_kind: by === null ? 'ghost' : 'person',
});
const review = (node_id: string, item_node_id: string, hour: number, more = {}) => ({
  node_id,
  item_node_id,
  response_kind: 'review',
  person_id: 2n,
  responded_at: `2023-05-01T0${hour}:00:00Z`,
  ...more,
});

metricTest('review_coverage', {
  name: 'counts reviews by others, merges by the author without one, and waits of what is open',
  // Merged: a reviewed after 1 hour, merged by its author: no self merge. b with a comment on code after 2 hours. c by its
  // author without a review: self merge. d by somebody who is gone. So 2 of 4 reviewed, 1 of 4 merged by oneself.
  // First review over a to e: S(1) = 4/5, S(2) = 3/5, c and d leave after 24 hours, e is still open: never half.
  given: {
    fct_pull_request: [
      pull('a', merged(1n)),
      pull('b', merged(2n)),
      pull('c', merged(1n)),
      pull('d', merged(null)),
      pull('e', {}),
    ],
    fct_response: [
      review('r1', 'a', 1),
      review('r2', 'b', 2, { response_kind: 'review_comment', person_id: 3n }),
      review('r3', 'c', 3, { response_kind: 'comment' }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      merged_count: 4n,
      reviewed_count: 2n,
      reviewed_share: 0.5,
      self_merged_count: 1n,
      self_merge_share: 0.25,
      unknown_merger_count: 1n,
      reviewer_count: 2n,
      review_count: 1n,
      opened_count: 5n,
      median_first_review_hours: null,
    },
  ],
});

metricTest('review_coverage', {
  name: 'does not see a review at the end of the window, and has no share without a merge',
  given: {
    fct_pull_request: [pull('a', { created_at: '2022-05-01' })],
    fct_response: [
      { node_id: 'r', item_node_id: 'a', response_kind: 'review', person_id: 2n, responded_at: '2024-01-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ merged_count: 0n, reviewed_share: null, reviewer_count: 0n, opened_count: 0n }],
});
