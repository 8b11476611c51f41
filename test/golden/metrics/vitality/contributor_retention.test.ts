import { metricTest } from '../../../support/metric-test.ts';

metricTest('contributor_retention', {
  name: 'each cohort in each later year that is over',
  // 2020: persons 1 and 2. 2021: person 1 is back (1 of 2), person 3 comes. 2022: nobody of 2020, person 3 stays (1 of 1).
  // Seen on 1 June 2023: 2023 is not over, so it is in no row, neither as a cohort nor as a year after.
  given: {
    fct_commit: [
      { sha: 'a', authored_at: '2020-01-01', landed_at: '2020-01-01' },
      { sha: 'b', authored_at: '2020-12-31T23:59:59Z', landed_at: '2021-01-02' },
      { sha: 'c', authored_at: '2021-05-01', landed_at: '2021-05-01' },
      { sha: 'd', authored_at: '2021-06-01', landed_at: '2021-06-01' },
      { sha: 'e', authored_at: '2022-06-01', landed_at: '2022-06-01' },
      { sha: 'f', authored_at: '2023-02-01', landed_at: '2023-02-01' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'co_author' },
      { sha: 'c', person_id: 1n, role: 'author' },
      { sha: 'd', person_id: 3n, role: 'author' },
      { sha: 'e', person_id: 3n, role: 'author' },
      { sha: 'f', person_id: 4n, role: 'author' },
    ],
  },
  params: { to: '2023-06-01' },
  expect: [
    {
      scope_id: 1n,
      cohort_year: 2020,
      year_offset: 0,
      cohort_count: 2n,
      active_count: 2n,
      retention_share: 1,
    },
    { cohort_year: 2020, year_offset: 1, cohort_count: 2n, active_count: 1n, retention_share: 0.5 },
    { cohort_year: 2020, year_offset: 2, cohort_count: 2n, active_count: 0n, retention_share: 0 },
    { cohort_year: 2021, year_offset: 0, cohort_count: 1n, active_count: 1n, retention_share: 1 },
    { cohort_year: 2021, year_offset: 1, cohort_count: 1n, active_count: 1n, retention_share: 1 },
  ],
});

metricTest('contributor_retention', {
  name: 'a year that ends exactly at the end is over; bots, merges and reviews make no cohort',
  given: {
    dim_person: [{ person_id: 9n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', authored_at: '2022-01-01', landed_at: '2022-01-01' },
      { sha: 'm', authored_at: '2022-01-01', landed_at: '2022-01-01', is_merge: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', person_id: 2n, role: 'reviewer' },
      { sha: 'a', person_id: 9n, role: 'co_author' },
      { sha: 'm', person_id: 3n, role: 'author' },
    ],
  },
  params: { to: '2023-01-01' },
  expect: [{ cohort_year: 2022, year_offset: 0, cohort_count: 1n, active_count: 1n }],
});

metricTest('contributor_retention', {
  name: 'an unfinished year alone is no cohort',
  given: {
    fct_commit: [{ sha: 'a', authored_at: '2022-01-01', landed_at: '2022-01-01' }],
    fct_credit: [{ sha: 'a', person_id: 1n, role: 'author' }],
  },
  params: { to: '2022-12-31' },
  expect: [],
  gaps: [{ scope_id: 1n, reason: 'no_data' }],
});
