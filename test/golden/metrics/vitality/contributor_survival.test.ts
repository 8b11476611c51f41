import { metricTest } from '../../../support/metric-test.ts';

/** Commits authored and landed on these days, with the person each credits as author. */
const authored = (...days: readonly (readonly [string, bigint])[]) => ({
  fct_commit: days.map(([day], index) => ({ sha: `sha-${index}`, authored_at: day, landed_at: day })),
  fct_credit: days.map(([, person_id], index) => ({ sha: `sha-${index}`, person_id, role: 'author' })),
});

metricTest('contributor_survival', {
  name: 'the textbook curve: lost at 1, 2, 4; still there at 2, 3, 5',
  // Days 1 lost, 2 lost, 2 still, 3 still, 4 lost, 5 still: S = 5/6, then * 4/5 = 2/3, 2/3, * 1/2 = 1/3, 1/3.
  // Lost people came on 1 January 2020, the others on 1 December 2022, less than a year before the end.
  // Greenwood at day 1: 1/(6*5) = 1/30, so 5/6 ± 1.96 * 5/6 * sqrt(1/30), cut at 1.
  // The population returned begins on the last day of each: all at day 0, 3 of 6 lost, S = 1/2.
  given: authored(
    ...[1n, 2n, 3n].map((person) => ['2020-01-01', person] as const),
    ...[4n, 5n, 6n].map((person) => ['2022-12-01', person] as const),
    ['2020-01-02', 1n],
    ['2020-01-03', 2n],
    ['2020-01-05', 3n],
    ['2022-12-03', 4n],
    ['2022-12-04', 5n],
    ['2022-12-06', 6n],
  ),
  params: { to: '2023-01-01' },
  expect: [
    {
      scope_id: 1n,
      population: 'all',
      duration_days: 1,
      at_risk_count: 6n,
      lost_count: 1n,
      censored_count: 0n,
      survival_share: 5 / 6,
      survival_share_low: (5 / 6) * (1 - 1.96 * Math.sqrt(1 / 30)),
      survival_share_high: 1,
    },
    { duration_days: 2, at_risk_count: 5n, lost_count: 1n, censored_count: 1n, survival_share: 2 / 3 },
    { duration_days: 3, at_risk_count: 3n, lost_count: 0n, censored_count: 1n, survival_share: 2 / 3 },
    { duration_days: 4, at_risk_count: 2n, lost_count: 1n, survival_share: 1 / 3 },
    { duration_days: 5, at_risk_count: 1n, lost_count: 0n, survival_share: 1 / 3 },
    {
      population: 'returned',
      duration_days: 0,
      at_risk_count: 6n,
      lost_count: 3n,
      censored_count: 3n,
      survival_share: 0.5,
    },
  ],
});

metricTest('contributor_survival', {
  name: 'one contribution lasts no day; when the last is lost nothing is left and there is no interval',
  // Person 1 once; person 2 twice on one day, 23 hours apart: whole days 0. Neither was there on a second day, so the
  // population returned has no row. Both are lost: S = 0.
  given: authored(['2020-01-01', 1n], ['2020-01-01T00:30:00Z', 2n], ['2020-01-01T23:30:00Z', 2n]),
  params: { to: '2023-01-01' },
  expect: [
    {
      population: 'all',
      duration_days: 0,
      at_risk_count: 2n,
      lost_count: 2n,
      survival_share: 0,
      survival_share_low: null,
      survival_share_high: null,
    },
  ],
});

metricTest('contributor_survival', {
  name: 'a last contribution exactly inactive_months before the end may still be followed by one',
  // End 2023-01-01, 12 months before is 2022-01-01T00:00: not before it, so still there. A second earlier: lost.
  given: authored(['2022-01-01', 1n], ['2021-12-31T23:59:59Z', 2n]),
  params: { to: '2023-01-01' },
  expect: [
    {
      population: 'all',
      duration_days: 0,
      at_risk_count: 2n,
      lost_count: 1n,
      censored_count: 1n,
      survival_share: 0.5,
    },
  ],
});
