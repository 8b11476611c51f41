import { metricTest } from '../../../support/metric-test.ts';

const at = (day: number) => new Date(Date.UTC(2023, 2, 1 + day)).toISOString();
const pull = (node_id: string, merged: number | null, more = {}) => ({
  node_id,
  author_kind: 'person',
  created_at: at(0),
  merged_at: merged === null ? null : at(merged),
  ...more,
});
const span = (item_node_id: string, closed: number | null) => ({
  item_node_id,
  span_number: 1,
  opened_at: at(0),
  closed_at: closed === null ? null : at(closed),
});

metricTest('pull_request_duration', {
  name: 'estimates over merged, declined and open ones, and gives the merged ones apart',
  // Merged after 1, 2, 3, 4, 5 days, declined after 10, two open to the end. 8 at risk: S after the k-th of the first five
  // is (8 - k) / 8: 4/8 after 4 days. The tenth day leaves 2/8, never a tenth. Median of the merged alone: 3.
  given: {
    fct_pull_request: [
      pull('a', 1),
      pull('b', 2),
      pull('c', 3),
      pull('d', 4),
      pull('e', 5),
      pull('f', null),
      pull('g', null, { author_kind: 'ghost' }),
      pull('h', null),
    ],
    fct_open_span: [
      ...['a', 'b', 'c', 'd', 'e'].map((id, index) => span(id, index + 1)),
      span('f', 10),
      span('g', null),
      span('h', null),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      pull_request_count: 8n,
      merged_count: 5n,
      declined_count: 1n,
      open_count: 2n,
      median_days: 4,
      p90_days: null,
      median_merged_days: 3,
      median_declined_days: null,
    },
  ],
});

metricTest('pull_request_duration', {
  name: 'leaves out what machines open, and does not see a merge after the end',
  given: {
    fct_pull_request: [pull('a', 400), pull('b', 1, { author_kind: 'bot' })],
    fct_open_span: [span('a', 400), span('b', 1)],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ pull_request_count: 1n, merged_count: 0n, declined_count: 0n, open_count: 1n }],
});
