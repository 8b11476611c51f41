import { metricTest } from '../../../support/metric-test.ts';

/** Commits authored and landed on these days, with the person each credits as author. */
const authored = (...days: readonly (readonly [string, bigint])[]) => ({
  fct_commit: days.map(([day], index) => ({ sha: `sha-${index}`, authored_at: day, landed_at: day })),
  fct_credit: days.map(([, person_id], index) => ({ sha: `sha-${index}`, person_id, role: 'author' })),
});

metricTest('newcomer_retention', {
  name: 'at work in the three months from month 3, 12 and 24 on, first instant in, last one out',
  // Both came on 1 January 2020. Person 1: 1 April 2020 is month 3: yes. 1 April 2021 ends the period of month 12
  // (January to March 2021): no. 31 March 2022 is in that of month 24. Person 2: only 31 March 2020, before month 3.
  given: authored(
    ['2020-01-01', 1n],
    ['2020-01-01', 2n],
    ['2020-03-31T23:59:59Z', 2n],
    ['2020-04-01', 1n],
    ['2021-04-01', 1n],
    ['2022-03-31', 1n],
  ),
  params: { to: '2022-04-01' },
  expect: [
    {
      scope_id: 1n,
      cohort_year: 2020,
      stay_months: 3,
      newcomer_count: 2n,
      complete_count: 2n,
      retained_count: 1n,
      retained_share: 0.5,
    },
    { stay_months: 12, complete_count: 2n, retained_count: 0n, retained_share: 0 },
    { stay_months: 24, complete_count: 2n, retained_count: 1n, retained_share: 0.5 },
  ],
});

metricTest('newcomer_retention', {
  name: 'only people whose period is over count, and a period that nobody has finished has no row',
  // End on 1 July 2020. The person of 1 January has month 3 to 6 complete that day; the one of 2 January has not.
  given: authored(['2020-01-01', 1n], ['2020-05-01', 1n], ['2020-01-02', 2n], ['2020-05-02', 2n]),
  params: { to: '2020-07-01' },
  expect: [{ stay_months: 3, newcomer_count: 2n, complete_count: 1n, retained_count: 1n, retained_share: 1 }],
});

metricTest('newcomer_retention', {
  name: 'a year is complete when the period of whoever came on its last day is over; the year before stands beside it',
  // Month 12 of 31 December 2020 lasts to 31 March 2022, so that on 1 April 2022 2020 is complete and 2021 is not,
  // though its one newcomer of 1 January 2021 is. Person 2 stayed, person 1 did not; nobody came in 2018.
  given: authored(['2019-06-01', 1n], ['2020-01-01', 2n], ['2021-01-01', 2n], ['2021-01-01', 3n]),
  params: { to: '2022-04-01' },
  expect: [
    { cohort_year: 2019, stay_months: 3, is_complete: true, previous_newcomer_count: null },
    { cohort_year: 2019, stay_months: 12, is_complete: true, previous_newcomer_count: null },
    { cohort_year: 2019, stay_months: 24, is_complete: true, previous_newcomer_count: null },
    { cohort_year: 2020, stay_months: 3, is_complete: true, previous_newcomer_count: 1n },
    {
      cohort_year: 2020,
      stay_months: 12,
      is_complete: true,
      newcomer_count: 1n,
      retained_count: 1n,
      previous_newcomer_count: 1n,
      previous_retained_count: 0n,
    },
    {
      cohort_year: 2020,
      stay_months: 24,
      is_complete: false,
      complete_count: 1n,
      previous_newcomer_count: 1n,
    },
    {
      cohort_year: 2021,
      stay_months: 3,
      is_complete: false,
      complete_count: 1n,
      previous_newcomer_count: 1n,
    },
    {
      cohort_year: 2021,
      stay_months: 12,
      is_complete: false,
      complete_count: 1n,
      previous_newcomer_count: 1n,
      previous_retained_count: 1n,
    },
  ],
});

metricTest('newcomer_retention', {
  name: 'a longer period finds more; reviews, merges and bots are no stay',
  // Month 3 to 9 with period_months 6: July is in it. Person 2 came the same day and only reviewed and merged then.
  given: {
    dim_person: [{ person_id: 9n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', authored_at: '2020-01-01', landed_at: '2020-01-01' },
      { sha: 'b', authored_at: '2020-07-31', landed_at: '2020-07-31' },
      { sha: 'm', authored_at: '2020-07-31', landed_at: '2020-07-31', is_merge: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', person_id: 2n, role: 'co_author' },
      { sha: 'b', person_id: 1n, role: 'co_author' },
      { sha: 'b', person_id: 2n, role: 'reviewer' },
      { sha: 'b', person_id: 9n, role: 'author' },
      { sha: 'm', person_id: 2n, role: 'author' },
    ],
  },
  params: { to: '2021-01-01', period_months: 6 },
  expect: [{ stay_months: 3, newcomer_count: 2n, complete_count: 2n, retained_count: 1n }],
});
