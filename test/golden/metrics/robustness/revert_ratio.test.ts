import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };

metricTest('revert_ratio', {
  name: 'reverts over all work; a re-land is none; few resolved ones give no time',
  // 4 commits: b takes back a after a day, c lands a again, d takes back a commit whose hash nobody knows: 2/4. 1 resolved is too few.
  given: {
    fct_commit: [
      { sha: 'a', landed_at: '2023-05-01' },
      { sha: 'b', landed_at: '2023-05-02', is_revert: true, reverted_sha: 'a' },
      { sha: 'c', landed_at: '2023-05-03', is_reland: true, reverted_sha: 'b' },
      { sha: 'd', landed_at: '2023-05-04', is_revert: true },
      { sha: 'e', landed_at: '2023-05-04', is_revert: true, is_bot: true },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 4n,
      revert_commit_count: 2n,
      reland_commit_count: 1n,
      revert_share: 0.5,
      resolved_revert_count: 1n,
      median_revert_hours: null,
      p90_revert_hours: null,
      reason: 'below_minimum',
    },
  ],
});

metricTest('revert_ratio', {
  name: 'five resolved reverts give a median and a 90th percentile, also of commits before the window',
  // After 1, 2, 3, 4 and 5 hours: median 3; 90 % lie 0.9 × 4 = 3.6 steps up: 4.6 hours.
  given: {
    fct_commit: [
      { sha: 'a', landed_at: '2022-12-31T23:00:00Z' },
      ...['00', '01', '02', '03', '04'].map((hour) => ({
        sha: `r${hour}`,
        landed_at: `2023-01-01T${hour}:00:00Z`,
        is_revert: true,
        reverted_sha: 'a',
      })),
      ...repeat(5, { landed_at: '2023-02-01' }),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 10n,
      revert_share: 0.5,
      resolved_revert_count: 5n,
      median_revert_hours: 3,
      p90_revert_hours: 4.6,
      reason: null,
    },
  ],
});
