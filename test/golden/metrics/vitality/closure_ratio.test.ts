import { metricTest } from '../../../support/metric-test.ts';

const span = (item_node_id: string, opened_at: string, closed_at: string | null, more = {}) => ({
  item_node_id,
  item_kind: 'issue',
  span_number: 1,
  opened_at,
  closed_at,
  closed_by_kind: closed_at === null ? null : 'person',
  ...more,
});

metricTest('closure_ratio', {
  name: 'counts what is closed at the end, keeps machines apart, and knows what was open before',
  // Opened in the window: b, c, d, e. Open at the start: a and f. Closed: a, b; f was closed by a machine, c was reopened,
  // e was closed when the window had ended. 2 / 4 opened, and 2 of 6 there were to handle.
  given: {
    fct_open_span: [
      span('a', '2022-06-01', '2023-02-01'),
      span('b', '2023-02-01', '2023-03-01', { closed_by_kind: 'ghost' }),
      span('c', '2023-02-01', '2023-03-01'),
      span('c', '2023-04-01', null, { span_number: 2 }),
      span('d', '2023-05-01', null),
      span('e', '2023-05-01', '2024-01-01'),
      span('f', '2022-06-01', '2023-03-01', { closed_by_kind: 'bot' }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      item_kind: 'issue',
      opened_count: 4n,
      closed_count: 2n,
      bot_closed_count: 1n,
      open_at_start_count: 2n,
      closure_ratio: 0.5,
      handled_share: 2 / 6,
    },
  ],
});

metricTest('closure_ratio', {
  name: 'has no ratio where nothing was opened',
  // The pull request of the year before was closed before the window: nothing to handle either.
  given: {
    fct_open_span: [span('a', '2022-06-01', '2022-07-01', { item_kind: 'pull_request' })],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      item_kind: 'pull_request',
      opened_count: 0n,
      closed_count: 0n,
      closure_ratio: null,
      handled_share: null,
    },
  ],
});
