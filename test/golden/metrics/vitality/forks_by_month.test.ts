import { metricTest } from '../../../support/metric-test.ts';

metricTest('forks_by_month', {
  name: 'counts forks by the month they were made in, and those whose owner came back with a pull request',
  // January: a, whose owner opened a pull request; b on the last second, whose owner did so only after the end. March: c,
  // whose owner was not collected. February has none, and says so.
  given: {
    fct_fork: [
      { node_id: 'a', owner_account_id: 1n, created_at: '2023-01-01' },
      { node_id: 'b', owner_account_id: 2n, created_at: '2023-01-31T23:59:59Z' },
      { node_id: 'c', owner_account_id: null, created_at: '2023-03-01' },
      { node_id: 'd', owner_account_id: 1n, created_at: '2023-04-01' },
    ],
    fct_pull_request: [
      { node_id: 'p', author_account_id: 1n, created_at: '2023-02-01' },
      { node_id: 'q', author_account_id: 1n, created_at: '2023-02-02' },
      { node_id: 'r', author_account_id: 2n, created_at: '2023-04-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2023-04-01' },
  expect: [
    { month: '2023-01-01', is_partial: false, fork_count: 2n, contributing_fork_count: 1n },
    { month: '2023-02-01', fork_count: 0n, contributing_fork_count: 0n },
    { month: '2023-03-01', fork_count: 1n, contributing_fork_count: 0n },
  ],
});
