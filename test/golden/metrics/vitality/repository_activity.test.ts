import { metricTest, repeat } from '../../../support/metric-test.ts';

const TWO_IN_ONE = {
  dim_repo: [
    { repo_id: 1n, full_name: 'o/one', name: 'one' },
    { repo_id: 2n, full_name: null, name: 'two' },
  ],
  map_scope_repo: [
    { scope_id: 7n, repo_id: 1n },
    { scope_id: 7n, repo_id: 2n },
  ],
};

metricTest('repository_activity', {
  name: 'each repository by itself, the busiest first, beside the time before and the last month',
  // Window 2023. One: 3 commits by two people, 2 of them by person 1: 2/3; 1 of them in December; 2 in 2022. The
  // commit of 2021 lies before the year before. Two: 1 commit, nobody knows by whom.
  given: {
    ...TWO_IN_ONE,
    fct_commit: [
      { repo_id: 1n, person_id: 1n, landed_at: '2023-01-01' },
      { repo_id: 1n, person_id: 1n, landed_at: '2023-11-30T23:59:59Z' },
      { repo_id: 1n, person_id: 2n, landed_at: '2023-12-01' },
      ...repeat(2, { repo_id: 1n, person_id: 3n, landed_at: '2022-01-01' }),
      { repo_id: 1n, person_id: 3n, landed_at: '2021-12-31' },
      { repo_id: 2n, person_id: null, landed_at: '2023-06-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 7n,
      repo_id: 1n,
      repository: 'o/one',
      repository_count: 2n,
      commit_count: 3n,
      previous_commit_count: 2n,
      month_commit_count: 1n,
      person_count: 2n,
      top_person_share: 2 / 3,
      newest_commit_at: '2023-12-01T00:00:00Z',
    },
    {
      repo_id: 2n,
      repository: 'two',
      commit_count: 1n,
      previous_commit_count: 0n,
      month_commit_count: 0n,
      person_count: 0n,
      top_person_share: null,
    },
  ],
});

metricTest('repository_activity', {
  name: 'a quiet repository stays in the list with nothing; what is no work and what came later does not count',
  given: {
    ...TWO_IN_ONE,
    fct_commit: [
      { repo_id: 1n, person_id: 1n, landed_at: '2020-05-01' },
      { repo_id: 1n, person_id: 1n, landed_at: '2023-05-01', is_bot: true },
      { repo_id: 1n, person_id: 1n, landed_at: '2024-01-01' },
      { repo_id: 2n, person_id: 1n, landed_at: '2023-05-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { repo_id: 2n, commit_count: 1n, person_count: 1n, top_person_share: 1 },
    {
      repo_id: 1n,
      commit_count: 0n,
      person_count: 0n,
      top_person_share: null,
      newest_commit_at: '2020-05-01T00:00:00Z',
    },
  ],
});
