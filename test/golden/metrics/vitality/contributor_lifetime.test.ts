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

metricTest('contributor_lifetime', {
  name: 'a year is 365 days, and somebody who is there on the last of them tells what it is',
  // Until 2021: 1 was there from 1 January to 31 December 2020, 365 days later, and still is; 2 left on 31 December 2019: 1/2.
  given: authored(['2020-01-01', 1n], ['2020-12-31', 1n], ['2019-12-31', 2n]),
  params: { to: '2021-01-01' },
  expect: [
    { population: 'all', person_count: 2n, lost_count: 1n, year1_share: 0.5, year2_share: null },
    { population: 'returned', person_count: 1n },
  ],
});

metricTest('contributor_lifetime', {
  name: 'who leaves after 365 days is gone at the end of the year',
  // 1 left after 0 days, 2 after 365: nobody is left of two.
  given: authored(['2020-01-01', 1n], ['2020-01-01', 2n], ['2020-12-31', 2n]),
  params: { to: '2023-01-01' },
  expect: [{ population: 'all', lost_count: 2n, year1_share: 0 }, { population: 'returned' }],
});

metricTest('contributor_lifetime', {
  name: 'only people who write, alone or with others, live in it',
  given: {
    dim_person: [
      { person_id: 1n, kind: 'person' },
      { person_id: 9n, kind: 'bot', is_bot: true },
    ],
    fct_commit: [{ sha: 'a', authored_at: '2022-12-01', landed_at: '2022-12-01' }],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', person_id: 2n, role: 'reviewer' },
      { sha: 'a', person_id: 9n, role: 'co_author' },
      { sha: 'a', person_id: null, role: 'co_author' },
    ],
  },
  params: { to: '2023-01-01' },
  expect: [{ population: 'all', person_count: 1n }],
});
