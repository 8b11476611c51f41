import { metricTest } from '../../../support/metric-test.ts';

const span = (item_node_id: string, opened_at: string, closed_at: string | null = null, more = {}) => ({
  item_node_id,
  item_kind: 'issue',
  span_number: 1,
  opened_at,
  closed_at,
  ...more,
});

metricTest('backlog', {
  name: 'counts what is open at the end by its age since it was first opened',
  // Days before 2024-01-01: a 730 (reopened 10 days ago), b 100, c 50, d 10, e 5; f is closed. Median 50; the 90 % quantile
  // lies 0.6 of the way from 100 to 730: 478. Older than a year: one of five.
  given: {
    fct_open_span: [
      span('a', '2022-01-01', '2022-02-01'),
      span('a', '2023-12-22', null, { span_number: 2 }),
      span('b', '2023-09-23'),
      span('c', '2023-11-12'),
      span('d', '2023-12-22'),
      span('e', '2023-12-27', '2024-01-01'),
      span('f', '2023-12-27', '2023-12-31'),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      item_kind: 'issue',
      open_count: 5n,
      median_age_days: 50,
      p90_age_days: 478,
      old_count: 1n,
      old_share: 0.2,
      month_count: 12,
    },
  ],
});

metricTest('backlog', {
  name: 'takes the median slope of all pairs of months, so that one odd month does not decide',
  // One more is open at the end of each of seven months (1 to 7); twenty more for a while in the third: 1, 2, 23, 4, 5, 6, 7.
  // Of the 21 pairs 15 have slope 1, so the median is 1; a straight line of least squares would not say so.
  given: {
    fct_open_span: [
      ...[1, 2, 3, 4, 5, 6, 7].map((month) => span(`a${month}`, `2023-0${month}-15`)),
      ...Array.from({ length: 20 }, (_, index) => span(`b${index}`, '2023-03-10', '2023-04-10')),
    ],
  },
  params: { from: '2023-01-01', to: '2023-08-01' },
  expect: [{ item_kind: 'issue', open_count: 7n, month_count: 7, monthly_trend: 1 }],
});

metricTest('backlog', {
  name: 'takes for old what was opened more than 365 days before',
  // 2023-01-01 is 365 days before 2024-01-01, the day before it 366.
  given: { fct_open_span: [span('a', '2023-01-01'), span('b', '2022-12-31')] },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ item_kind: 'issue', open_count: 2n, old_count: 1n, old_share: 0.5 }],
});

metricTest('backlog', {
  name: 'tells issues from pull requests, and sees a trend in six months',
  // Issues open at the ends of the months: 1, 2, 3, 4, 5, 6, a slope of 1. Pull requests: 1 at each end, a slope of 0.
  given: {
    fct_open_span: [
      ...[1, 2, 3, 4, 5, 6].map((month) => span(`a${month}`, `2023-0${month}-15`)),
      span('p', '2023-01-15', null, { item_kind: 'pull_request' }),
    ],
  },
  params: { from: '2023-01-01', to: '2023-07-01' },
  expect: [
    { item_kind: 'issue', open_count: 6n, month_count: 6, monthly_trend: 1 },
    { item_kind: 'pull_request', open_count: 1n, month_count: 6, monthly_trend: 0 },
  ],
});

metricTest('backlog', {
  name: 'sees no trend in five months',
  given: { fct_open_span: [1, 2, 3, 4, 5].map((month) => span(`a${month}`, `2023-0${month}-15`)) },
  params: { from: '2023-01-01', to: '2023-06-01' },
  expect: [{ item_kind: 'issue', month_count: 5, monthly_trend: null }],
});
