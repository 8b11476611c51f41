import { metricTest } from '../../../support/metric-test.ts';

const closed = (node_id: string, more: object) => ({
  node_id,
  author_kind: 'person',
  author_group: 'outsider',
  closed_at: '2023-05-01',
  ...more,
});

metricTest('acceptance_ratio', {
  name: 'counts what a commit applied by hand as accepted, and machines apart',
  // Outsiders: one merged, one applied by hand, one declined, one of them by a ghost: 2 of 3. A member's is merged: 3 of 4 in
  // all. One merged on the last instant before the window is out, one closed at its end too.
  given: {
    fct_pull_request: [
      closed('a', { merged_at: '2023-05-01' }),
      closed('b', { landed_sha: 'x' }),
      closed('c', { author_kind: 'ghost' }),
      closed('d', { author_group: 'member', merged_at: '2023-05-01' }),
      closed('e', { author_kind: 'bot' }),
      closed('f', { closed_at: '2022-12-31T23:59:59Z' }),
      closed('g', { closed_at: '2024-01-01' }),
      closed('h', { closed_at: null }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      author_group: 'everybody',
      closed_count: 4n,
      merged_count: 2n,
      applied_count: 1n,
      declined_count: 1n,
      acceptance_share: 3 / 4,
    },
    { author_group: 'machine', closed_count: 1n, declined_count: 1n, acceptance_share: 0 },
    { author_group: 'member', closed_count: 1n, acceptance_share: 1 },
    {
      author_group: 'outsider',
      closed_count: 3n,
      merged_count: 1n,
      applied_count: 1n,
      acceptance_share: 2 / 3,
    },
  ],
});
