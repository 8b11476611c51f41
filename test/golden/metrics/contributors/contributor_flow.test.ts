import { metricTest } from '../../../support/metric-test.ts';

/** Commits `a`, `b` … authored and landed on these days, with the person each credits as author. */
const authored = (...days: readonly (readonly [string, bigint])[]) => ({
  fct_commit: days.map(([day], index) => ({ sha: `sha-${index}`, authored_at: day, landed_at: day })),
  fct_credit: days.map(([, person_id], index) => ({ sha: `sha-${index}`, person_id, role: 'author' })),
});

metricTest('contributor_flow', {
  name: 'new, continuing, returning and lapsed around the twelve months',
  // Person 1: January 2022, January 2023 (12 months later: continuing), March 2024 (14 months later: returning).
  // Person 2: March 2022 only. Seen from January 2023 on.
  // Lapses: person 2 in March 2023 (12 months after March 2022), person 1 in January 2024, after January 2023.
  // Inactive: 0 until February 2023, 1 from March 2023, 2 from January 2024, 1 when person 1 returns.
  given: authored(['2022-01-10', 1n], ['2022-03-10', 2n], ['2023-01-31', 1n], ['2024-03-01', 1n]),
  params: { from: '2023-01-01', to: '2024-04-01' },
  expect: [
    flow('2023-01-01', { active: 1n, continuing: 1n, inactive: 0n }),
    flow('2023-02-01', { inactive: 0n }),
    flow('2023-03-01', { lapsed: 1n, inactive: 1n }),
    flow('2023-04-01', { inactive: 1n }),
    flow('2023-05-01', { inactive: 1n }),
    flow('2023-06-01', { inactive: 1n }),
    flow('2023-07-01', { inactive: 1n }),
    flow('2023-08-01', { inactive: 1n }),
    flow('2023-09-01', { inactive: 1n }),
    flow('2023-10-01', { inactive: 1n }),
    flow('2023-11-01', { inactive: 1n }),
    flow('2023-12-01', { inactive: 1n }),
    flow('2024-01-01', { lapsed: 1n, inactive: 2n }),
    flow('2024-02-01', { inactive: 2n }),
    flow('2024-03-01', { active: 1n, returning: 1n, inactive: 1n }),
  ],
});

metricTest('contributor_flow', {
  name: 'who returns in the thirteenth month has lapsed in the twelfth',
  // January 2022, then February 2023: 13 months. At the end of January 2023 the last contribution lies exactly 12 back.
  given: authored(['2022-01-10', 1n], ['2023-02-10', 1n]),
  params: { from: '2022-12-01', to: '2023-03-01' },
  expect: [
    flow('2022-12-01', { inactive: 0n }),
    flow('2023-01-01', { lapsed: 1n, inactive: 1n }),
    flow('2023-02-01', { active: 1n, returning: 1n, inactive: 0n }),
  ],
});

metricTest('contributor_flow', {
  name: 'the author date counts, a co-author counts, bots and reviewers do not; twice in a month is one person',
  // May: person 1 (twice) and co-author 2 are new, 2 + 0 + 0 = 2. Person 3 only reviewed, person 9 is a bot,
  // the merge by person 4 is no work, and nobody known wrote one more.
  given: {
    dim_person: [{ person_id: 9n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', authored_at: '2023-05-01', landed_at: '2023-06-01' },
      { sha: 'b', authored_at: '2023-05-31T23:59:59Z', landed_at: '2023-06-01' },
      { sha: 'm', authored_at: '2023-05-02', landed_at: '2023-05-02', is_merge: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'co_author' },
      { sha: 'b', person_id: 9n, role: 'co_author' },
      { sha: 'b', person_id: 3n, role: 'reviewer' },
      { sha: 'a', person_id: null, role: 'co_author' },
      { sha: 'm', person_id: 4n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2023-07-01' },
  expect: [flow('2023-05-01', { active: 2n, fresh: 2n }), flow('2023-06-01', {})],
});

metricTest('contributor_flow', {
  name: 'a partial month lapses nobody yet, and inactive_months sets the line',
  // With 1 month: January, then March is 2 months later: lapsed in February, returning in March. The data ends on
  // 10 March, so lapses of March are not known.
  given: {
    dim_repo: [{ repo_id: 1n, fetched_at: '2023-03-10' }],
    ...authored(['2023-01-10', 1n], ['2023-03-05', 1n]),
  },
  params: { from: '2023-01-01', to: '2023-04-01', inactive_months: 1 },
  expect: [
    flow('2023-01-01', { active: 1n, fresh: 1n }),
    flow('2023-02-01', { lapsed: 1n, inactive: 1n }),
    {
      ...flow('2023-03-01', { active: 1n, returning: 1n }),
      is_partial: true,
      lapsed_count: null,
      inactive_count: null,
    },
  ],
});

metricTest('contributor_flow', {
  name: 'where history is cut off, the first months know who is active and nothing more',
  // Cut off in January 2023. Until December new and old look alike; from January 2024 on they are told apart:
  // person 1 continues, person 2 is new.
  given: {
    dim_repo: [{ repo_id: 1n, is_shallow: true }],
    ...authored(['2023-01-10', 1n], ['2023-12-10', 1n], ['2024-01-10', 2n], ['2024-01-11', 1n]),
  },
  params: { from: '2023-12-01', to: '2024-02-01' },
  expect: [
    { month: '2023-12-01', active_count: 1n, new_count: null, continuing_count: null, lapsed_count: null },
    { month: '2024-01-01', active_count: 2n, new_count: 1n, continuing_count: 1n, lapsed_count: 0n },
  ],
});

interface Counts {
  readonly active?: bigint;
  readonly fresh?: bigint;
  readonly returning?: bigint;
  readonly continuing?: bigint;
  readonly lapsed?: bigint;
  readonly inactive?: bigint;
}

function flow(month: string, counts: Counts) {
  return {
    month,
    active_count: counts.active ?? 0n,
    new_count: counts.fresh ?? 0n,
    returning_count: counts.returning ?? 0n,
    continuing_count: counts.continuing ?? 0n,
    lapsed_count: counts.lapsed ?? 0n,
    inactive_count: counts.inactive ?? 0n,
  };
}
