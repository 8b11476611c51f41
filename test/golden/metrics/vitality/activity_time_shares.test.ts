import { metricTest } from '../../../support/metric-test.ts';

const at = (authored_at: string, author_offset_minutes: number | null) => ({
  authored_at,
  landed_at: '2023-06-01',
  author_offset_minutes,
});

metricTest('activity_time_shares', {
  name: 'office hours end before 17:00 and weekends are local',
  // 2023-05-05 is a Friday. 09:00 and 16:59 are office hours, 17:00 and 08:59 are not. Friday 23:00 UTC is Saturday
  // 01:00 at +02:00: weekend. Sunday 10:00 at 0: weekend. One is not known: 7 commits, 6 known, office 2, weekend 2.
  given: {
    fct_commit: [
      at('2023-05-05T07:00:00Z', 120),
      at('2023-05-05T14:59:59Z', 120),
      at('2023-05-05T15:00:00Z', 120),
      at('2023-05-05T06:59:59Z', 120),
      at('2023-05-05T23:00:00Z', 120),
      at('2023-05-07T10:00:00Z', 0),
      at('2023-05-05T10:00:00Z', null),
      { ...at('2023-05-05T10:00:00Z', 0), is_merge: true },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      commit_count: 7n,
      known_commit_count: 6n,
      commit_count_known_share: 6 / 7,
      office_commit_count: 2n,
      weekend_commit_count: 2n,
      office_share_of_known: 1 / 3,
      weekend_share_of_known: 1 / 3,
    },
  ],
});

metricTest('activity_time_shares', {
  name: 'nothing known gives no share; a hash in two repositories counts once',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', ...at('2023-05-05T07:00:00Z', null) },
      { sha: 'a', repo_id: 2n, ...at('2023-05-05T07:00:00Z', null) },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 7n,
      commit_count: 1n,
      known_commit_count: 0n,
      commit_count_known_share: 0,
      office_commit_count: null,
      office_share_of_known: null,
    },
  ],
});
