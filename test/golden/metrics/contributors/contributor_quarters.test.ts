import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('contributor_quarters', {
  name: 'the people with the most commits, in every quarter of the window',
  // Commits: person 3 has 3, persons 1 and 2 have 1 each; of the two only the one with the smaller id is shown.
  // The window ends inside the third quarter.
  given: {
    dim_person: [{ person_id: 3n, name: 'Cyd' }],
    fct_commit: [
      ...repeat(2, { person_id: 3n, landed_at: '2023-01-01' }),
      { person_id: 3n, landed_at: '2023-07-01' },
      { person_id: 1n, landed_at: '2023-06-30T23:59:59Z' },
      { person_id: 2n, landed_at: '2023-04-01' },
      ...repeat(9, { person_id: null, landed_at: '2023-04-01' }),
      ...repeat(9, { person_id: 9n, landed_at: '2023-04-01', is_bot: true }),
      ...repeat(9, { person_id: 3n, landed_at: '2022-12-31' }),
    ],
  },
  params: { from: '2023-01-01', to: '2023-08-01', person_limit: 2 },
  expect: [
    {
      scope_id: 1n,
      person_id: 3n,
      quarter: '2023-01-01',
      name: 'Cyd',
      commit_rank: 1n,
      window_commit_count: 3n,
      commit_count: 2n,
      is_partial: false,
    },
    { person_id: 3n, quarter: '2023-04-01', commit_count: 0n, is_partial: false },
    { person_id: 3n, quarter: '2023-07-01', commit_count: 1n, is_partial: true },
    { person_id: 1n, quarter: '2023-01-01', commit_rank: 2n, window_commit_count: 1n, commit_count: 0n },
    { person_id: 1n, quarter: '2023-04-01', commit_count: 1n },
    { person_id: 1n, quarter: '2023-07-01', commit_count: 0n },
  ],
});

metricTest('contributor_quarters', {
  name: 'a window that begins inside a quarter marks it; a hash in two repositories counts once',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', person_id: 1n, landed_at: '2023-02-01' },
      { sha: 'a', repo_id: 2n, person_id: 1n, landed_at: '2023-02-01' },
    ],
  },
  params: { from: '2023-02-01', to: '2023-04-01' },
  expect: [{ scope_id: 7n, person_id: 1n, quarter: '2023-01-01', commit_count: 1n, is_partial: true }],
});
