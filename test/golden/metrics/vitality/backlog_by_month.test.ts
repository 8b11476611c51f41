import { metricTest } from '../../../support/metric-test.ts';

metricTest('backlog_by_month', {
  name: 'adds up: what was open, plus what was opened, less what was closed, is open',
  // a from before, closed in February; b opened in January; c opened in February, closed in March, opened again the same
  // month. January: 1 + 1 = 2. February: 2 + 1 - 1 = 2. March: 2 + 1 - 1 = 2.
  given: {
    fct_open_span: [
      {
        item_node_id: 'a',
        item_kind: 'issue',
        span_number: 1,
        opened_at: '2022-12-31',
        closed_at: '2023-02-28T23:59:59Z',
      },
      {
        item_node_id: 'b',
        item_kind: 'issue',
        span_number: 1,
        opened_at: '2023-01-01',
        closed_at: '2023-04-01',
      },
      {
        item_node_id: 'c',
        item_kind: 'issue',
        span_number: 1,
        opened_at: '2023-02-01',
        closed_at: '2023-03-01',
      },
      { item_node_id: 'c', item_kind: 'issue', span_number: 2, opened_at: '2023-03-02', closed_at: null },
    ],
  },
  params: { from: '2023-01-01', to: '2023-04-01' },
  expect: [
    { month: '2023-01-01', is_partial: false, opened_count: 1n, closed_count: 0n, open_count: 2n },
    { month: '2023-02-01', opened_count: 1n, closed_count: 1n, open_count: 2n },
    { month: '2023-03-01', opened_count: 1n, closed_count: 1n, open_count: 2n },
  ],
});

metricTest('backlog_by_month', {
  name: 'marks a month whose end is not known yet',
  given: {
    fct_open_span: [
      {
        item_node_id: 'a',
        item_kind: 'pull_request',
        span_number: 1,
        opened_at: '2023-01-10',
        closed_at: '2023-01-20',
      },
    ],
  },
  params: { from: '2023-01-01', to: '2023-01-15' },
  expect: [
    {
      item_kind: 'pull_request',
      month: '2023-01-01',
      is_partial: true,
      opened_count: 1n,
      closed_count: 0n,
      open_count: 1n,
    },
  ],
});

metricTest('backlog_by_month', {
  name: 'tells issues from pull requests',
  given: {
    fct_open_span: [
      { item_node_id: 'a', item_kind: 'issue', span_number: 1, opened_at: '2023-01-10', closed_at: null },
      {
        item_node_id: 'p',
        item_kind: 'pull_request',
        span_number: 1,
        opened_at: '2023-01-11',
        closed_at: '2023-01-12',
      },
    ],
  },
  params: { from: '2023-01-01', to: '2023-02-01' },
  expect: [
    { item_kind: 'issue', opened_count: 1n, closed_count: 0n, open_count: 1n },
    { item_kind: 'pull_request', opened_count: 1n, closed_count: 1n, open_count: 0n },
  ],
});
