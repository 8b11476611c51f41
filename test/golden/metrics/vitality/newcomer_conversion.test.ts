import { metricTest } from '../../../support/metric-test.ts';

metricTest('newcomer_conversion', {
  name: 'a second day, five changes, and the work of others pushed, each within a year',
  // Person 1: five commits on two days within the year, and committed person 2's change: all three steps.
  // Person 2: two commits on one day: none. Both years are over: 2 of 2 complete.
  given: {
    fct_commit: [
      ...['a', 'b', 'c', 'd'].map((sha) => ({
        sha,
        authored_at: '2020-03-01',
        landed_at: '2020-03-01',
        person_id: 1n,
      })),
      { sha: 'e', authored_at: '2021-02-28T23:59:59Z', landed_at: '2021-03-05', person_id: 1n },
      {
        sha: 'f',
        authored_at: '2020-05-01T10:00:00Z',
        landed_at: '2020-05-02',
        committed_at: '2020-05-02',
        person_id: 2n,
        committer_person_id: 1n,
      },
      {
        sha: 'g',
        authored_at: '2020-05-01T11:00:00Z',
        landed_at: '2020-05-02',
        committed_at: '2020-05-02',
        person_id: 2n,
        committer_person_id: 2n,
      },
    ],
    fct_credit: [
      ...['a', 'b', 'c', 'd', 'e'].map((sha) => ({ sha, person_id: 1n, role: 'author' })),
      { sha: 'f', person_id: 2n, role: 'author' },
      { sha: 'g', person_id: 2n, role: 'author' },
    ],
  },
  params: { to: '2022-01-01' },
  expect: [
    {
      scope_id: 1n,
      cohort_year: 2020,
      newcomer_count: 2n,
      complete_count: 2n,
      second_day_count: 1n,
      second_day_share: 0.5,
      five_change_count: 1n,
      five_change_share: 0.5,
      merger_count: 1n,
      merger_share: 0.5,
    },
  ],
});

metricTest('newcomer_conversion', {
  name: 'exactly a year later is too late, and who has not had a year is not judged',
  // Person 1 came on 1 March 2020 and back on 1 March 2021: not within 12 months. Person 2 came in February 2021: the
  // end is in March 2021, so that cohort has no share yet although the person is back.
  given: {
    fct_commit: [
      { sha: 'a', authored_at: '2020-03-01', landed_at: '2020-03-01' },
      { sha: 'b', authored_at: '2021-03-01', landed_at: '2021-03-01' },
      { sha: 'c', authored_at: '2021-02-01', landed_at: '2021-02-01' },
      { sha: 'd', authored_at: '2021-02-02', landed_at: '2021-02-02' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'c', person_id: 2n, role: 'author' },
      { sha: 'd', person_id: 2n, role: 'co_author' },
    ],
  },
  params: { to: '2021-03-15' },
  expect: [
    { cohort_year: 2020, complete_count: 1n, second_day_count: 0n, second_day_share: 0 },
    {
      cohort_year: 2021,
      newcomer_count: 1n,
      complete_count: 0n,
      second_day_count: 0n,
      second_day_share: null,
    },
  ],
});

metricTest('newcomer_conversion', {
  name: 'where history was replayed, nobody knows who pushed',
  // The only commit of 2021 was replayed: the cohorts of 2020 and 2021 look into that year, so neither has mergers.
  given: {
    fct_commit: [
      { sha: 'a', authored_at: '2019-03-01', landed_at: '2019-03-01' },
      { sha: 'b', authored_at: '2020-03-01', landed_at: '2020-03-01' },
      {
        sha: 'c',
        authored_at: '2021-03-01',
        landed_at: '2021-03-01',
        is_rewritten_history: true,
        committer_person_id: 2n,
      },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'author' },
      { sha: 'c', person_id: 3n, role: 'author' },
    ],
  },
  params: { to: '2023-01-01' },
  expect: [
    { cohort_year: 2019, merger_count: 0n, merger_share: 0 },
    { cohort_year: 2020, merger_count: null, merger_share: null },
    { cohort_year: 2021, merger_count: null, second_day_share: 0 },
  ],
});

metricTest('newcomer_conversion', {
  name: 'five copies of one commit in a fork are one change',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: ['a', 'b', 'c'].flatMap((sha) =>
      [1n, 2n].map((repo_id) => ({ sha, repo_id, authored_at: '2020-03-01', landed_at: '2020-03-01' })),
    ),
    fct_credit: ['a', 'b', 'c'].flatMap((sha) =>
      [1n, 2n].map((repo_id) => ({ sha, repo_id, person_id: 1n, role: 'author' })),
    ),
  },
  params: { to: '2022-01-01' },
  expect: [{ scope_id: 7n, complete_count: 1n, second_day_count: 0n, five_change_count: 0n }],
});
