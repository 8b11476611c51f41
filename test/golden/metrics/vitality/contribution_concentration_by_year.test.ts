import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('contribution_concentration_by_year', {
  name: 'who leads each year, over all commits of it',
  // 2021: person 2 has 3 of 4, one is unknown: 0.75; over the known alone one person: effective 1.
  // 2022: nobody works. 2023, not over: persons 1 and 2 have 1 each, the tie goes to 1; effective 2.
  given: {
    dim_person: [{ person_id: 1n, name: 'Ada' }],
    fct_commit: [
      ...repeat(3, { person_id: 2n, landed_at: '2021-05-01' }),
      { person_id: null, landed_at: '2021-12-31T23:59:59Z' },
      { person_id: 2n, landed_at: '2023-01-01' },
      { person_id: 1n, landed_at: '2023-02-01' },
      { person_id: 1n, landed_at: '2022-02-01', is_merge: true },
      { person_id: 9n, landed_at: '2022-02-01', is_bot: true },
    ],
  },
  params: { to: '2023-07-01' },
  expect: [
    {
      scope_id: 1n,
      year: 2021,
      is_partial: false,
      commit_count: 4n,
      person_count: 1n,
      top1_person_id: 2n,
      top1_name: null,
      top1_share: 0.75,
      top5_share: 0.75,
      effective_count: 1,
    },
    {
      year: 2023,
      is_partial: true,
      commit_count: 2n,
      person_count: 2n,
      top1_person_id: 1n,
      top1_name: 'Ada',
      top1_share: 0.5,
      top5_share: 1,
      effective_count: 2,
    },
  ],
});

metricTest('contribution_concentration_by_year', {
  name: 'a year of unknown people has commits and nobody at the top; a hash in two repositories counts once',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', person_id: null, landed_at: '2021-05-01' },
      { sha: 'a', repo_id: 2n, person_id: null, landed_at: '2021-05-01' },
    ],
  },
  params: { to: '2022-01-01' },
  expect: [
    {
      scope_id: 7n,
      commit_count: 1n,
      person_count: 0n,
      top1_person_id: null,
      top1_share: null,
      effective_count: null,
    },
  ],
});

metricTest('contribution_concentration_by_year', {
  name: 'the five at the top are five',
  given: {
    fct_commit: [1n, 2n, 3n, 4n, 5n, 6n].map((person_id) => ({ person_id, landed_at: '2021-05-01' })),
  },
  params: { to: '2022-01-01' },
  expect: [{ year: 2021, commit_count: 6n, top1_share: 1 / 6, top5_share: 5 / 6 }],
});
