import { metricTest } from '../../../support/metric-test.ts';

const item = (node_id: string, author_group: string, created_at: string, more = {}) => ({
  node_id,
  author_group,
  author_kind: 'person',
  author_person_id: 1n,
  created_at,
  ...more,
});
const pull = (node_id: string, author_group: string, more = {}) => ({
  node_id,
  author_group,
  author_kind: 'person',
  closed_at: '2023-05-01',
  ...more,
});

metricTest('outsider_responsiveness', {
  name: 'compares answers within a week and acceptance by the tie of the author',
  // Outsiders: a answered after exactly 7 days, b after 8, c (a ghost's) never, d opened within the last week: 1 of 3.
  // Their pull requests: one applied by hand, one declined: 1 of 2. The member's is merged.
  given: {
    fct_item: [
      item('a', 'outsider', '2023-03-01'),
      item('b', 'outsider', '2023-03-01', { author_person_id: 2n }),
      item('c', 'outsider', '2023-03-01', { author_kind: 'ghost', author_person_id: null }),
      item('d', 'outsider', '2023-12-26'),
      item('e', 'outsider', '2023-03-01', { author_kind: 'bot' }),
    ],
    fct_response: [
      { node_id: 'r1', item_node_id: 'a', responded_at: '2023-03-08' },
      { node_id: 'r2', item_node_id: 'b', responded_at: '2023-03-09' },
      { node_id: 'r3', item_node_id: 'c', responded_at: '2024-01-01' },
    ],
    fct_pull_request: [
      pull('p', 'outsider', { landed_sha: 'x' }),
      pull('q', 'outsider'),
      pull('r', 'member', { merged_at: '2023-05-01' }),
      pull('s', 'outsider', { author_kind: 'bot' }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      author_group: 'member',
      author_count: 0n,
      item_count: 0n,
      answered_share: null,
      closed_pull_request_count: 1n,
      accepted_share: 1,
    },
    {
      author_group: 'outsider',
      author_count: 2n,
      item_count: 4n,
      old_item_count: 3n,
      answered_count: 1n,
      answered_share: 1 / 3,
      silent_count: 1n,
      closed_pull_request_count: 2n,
      accepted_count: 1n,
      accepted_share: 0.5,
    },
  ],
});
