import { metricTest } from '../../../support/metric-test.ts';

/** Commits authored and landed on these days, with the person each credits as author. */
const authored = (...days: readonly (readonly [string, bigint])[]) => ({
  fct_commit: days.map(([day], index) => ({ sha: `sha-${index}`, authored_at: day, landed_at: day })),
  fct_credit: days.map(([, person_id], index) => ({ sha: `sha-${index}`, person_id, role: 'author' })),
});

metricTest('contributor_lifetime', {
  name: 'the first time that at most half are left is the median',
  // Six people, all from 1 January 2020. Last seen after 0, 0, 31, 366, 730 days, all lost; one in December 2022 (1065
  // days), still there. S: 4/6 after day 0, 3/6 after day 31: median 31. At 365 days 1/2; at 730 days * 2/3 * 1/2 = 1/6;
  // nobody was there for 1826 days, so five years are not known.
  // Returned: those of 31, 366, 730 and 1065 days came back on that last day only: 4 people, fewer than 5: no median.
  // The 3 lost among them last 0 days: 1/4. None of it reaches a year, and one is still there: not known.
  given: authored(
    ...[1n, 2n, 3n, 4n, 5n, 6n].map((person) => ['2020-01-01', person] as const),
    ['2020-02-01', 3n],
    ['2021-01-01', 4n],
    ['2021-12-31', 5n],
    ['2022-12-01', 6n],
  ),
  params: { to: '2023-01-01' },
  expect: [
    {
      scope_id: 1n,
      population: 'all',
      person_count: 6n,
      lost_count: 5n,
      median_days: 31,
      year1_share: 0.5,
      year2_share: 1 / 6,
      year5_share: null,
    },
    {
      population: 'returned',
      person_count: 4n,
      lost_count: 3n,
      median_days: null,
      year1_share: null,
      year5_share: null,
    },
  ],
});

metricTest('contributor_lifetime', {
  name: 'when all are gone, later years are known to be zero; when half never left, there is no median',
  // Scope 1: five people once each, all lost: median 0, nothing after. Scope 2: five who are still there.
  given: {
    fct_commit: [
      { sha: 'a', authored_at: '2020-01-01', landed_at: '2020-01-01' },
      { sha: 'b', repo_id: 2n, authored_at: '2022-12-01', landed_at: '2022-12-01' },
    ],
    fct_credit: [1n, 2n, 3n, 4n, 5n].flatMap((person_id) => [
      { sha: 'a', person_id, role: 'co_author' },
      { sha: 'b', repo_id: 2n, person_id, role: 'co_author' },
    ]),
  },
  params: { to: '2023-01-01' },
  expect: [
    { scope_id: 1n, population: 'all', lost_count: 5n, median_days: 0, year1_share: 0, year5_share: 0 },
    { scope_id: 2n, population: 'all', lost_count: 0n, median_days: null, year1_share: null },
  ],
});
