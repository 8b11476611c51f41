import { metricTest } from '../../../support/metric-test.ts';

const read = (repo_id: bigint, snapshot_date: string, star_count: number) => ({
  repo_id,
  snapshot_date,
  star_count,
  watcher_count: 1,
  fork_count: 2,
});

metricTest('stars_by_month', {
  name: 'takes the newest reading of a month, and a change only against the month before',
  // January 12 (the reading of the 20th), February 15: 3 more. April 20, read on 1 May, which is its end; no change is
  // known, since March was not read. The reading of 2 May is after the end.
  given: {
    fct_repo_snapshot: [
      read(1n, '2023-01-02', 10),
      read(1n, '2023-01-20', 12),
      read(1n, '2023-02-10', 15),
      read(1n, '2023-04-10', 14),
      read(1n, '2023-05-01', 20),
      read(1n, '2023-05-02', 30),
    ],
  },
  params: { from: '2023-01-01', to: '2023-05-01' },
  expect: [
    {
      month: '2023-01-01',
      snapshot_date: '2023-01-20',
      star_count: 12n,
      star_change: null,
      watcher_count: 1n,
    },
    { month: '2023-02-01', star_count: 15n, star_change: 3n, network_fork_count: 2n },
    { month: '2023-04-01', snapshot_date: '2023-05-01', star_count: 20n, star_change: null },
  ],
});

metricTest('stars_by_month', {
  name: 'leaves out a month in which one repository of the project was not read',
  // Both in January: 10 + 5. Only one in February.
  given: {
    map_scope_repo: [
      { scope_id: 100n, repo_id: 1n },
      { scope_id: 100n, repo_id: 2n },
    ],
    fct_repo_snapshot: [read(1n, '2023-01-02', 10), read(2n, '2023-01-05', 5), read(1n, '2023-02-02', 11)],
  },
  params: { from: '2023-01-01', to: '2023-05-01' },
  scopeIds: [100n],
  expect: [{ scope_id: 100n, month: '2023-01-01', snapshot_date: '2023-01-02', star_count: 15n }],
});
