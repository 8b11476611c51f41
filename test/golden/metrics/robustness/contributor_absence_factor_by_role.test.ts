import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('contributor_absence_factor_by_role', {
  name: 'each role by itself, one credit per commit and person, no bots',
  // Authors: 1 wrote a and b, 2 wrote c: 3 credits, half is 1.5, 1 has 2 → 1. Commit a names 1 as author by two sources, once counted.
  // Reviewers: 2 and 3 reviewed one commit each: 2 credits, half is 1, so 1 is enough. The bot 9 is no reviewer.
  given: {
    dim_person: [{ person_id: 9n, name: 'checker[bot]', is_bot: true }],
    fct_commit: ['a', 'b', 'c'].map((sha) => ({ sha, landed_at })),
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author', source: 'git' },
      { sha: 'a', person_id: 1n, role: 'author', source: 'trailer' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'c', person_id: 2n, role: 'author' },
      { sha: 'a', person_id: 2n, role: 'reviewer' },
      { sha: 'b', person_id: 3n, role: 'reviewer' },
      { sha: 'c', person_id: 9n, role: 'reviewer' },
      { sha: 'c', person_id: null, role: 'reviewer' },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      role: 'author',
      credit_count: 3n,
      person_count: 2n,
      contributor_absence_factor: 1,
      top_person_share: 2 / 3,
    },
    {
      scope_id: 1n,
      role: 'reviewer',
      credit_count: 2n,
      person_count: 2n,
      contributor_absence_factor: 1,
      top_person_share: 0.5,
    },
  ],
});

metricTest('contributor_absence_factor_by_role', {
  name: 'who committed is not known where most of the history was replayed, who wrote is',
  // 2 of 3 commits were replayed by 9: committers say nothing. Authors 1 and 2 have 2 and 1 credits: 1 is enough for 1.5.
  given: {
    fct_commit: [
      { sha: 'a', landed_at, is_rewritten_history: true },
      { sha: 'b', landed_at, is_rewritten_history: true },
      { sha: 'c', landed_at },
    ],
    fct_credit: [
      ...['a', 'b', 'c'].map((sha) => ({ sha, person_id: 9n, role: 'committer' })),
      ...['a', 'b'].map((sha) => ({ sha, person_id: 1n, role: 'author' })),
      { sha: 'c', person_id: 2n, role: 'author' },
    ],
  },
  params,
  expect: [
    { scope_id: 1n, role: 'author', contributor_absence_factor: 1, reason: null },
    {
      scope_id: 1n,
      role: 'committer',
      credit_count: 3n,
      person_count: 1n,
      contributor_absence_factor: null,
      top_person_share: null,
      reason: 'rewritten_history',
    },
  ],
});

metricTest('contributor_absence_factor_by_role', {
  name: 'who committed is known where exactly half of the history was replayed',
  given: {
    fct_commit: [
      { sha: 'a', landed_at, is_rewritten_history: true },
      { sha: 'b', landed_at },
    ],
    fct_credit: ['a', 'b'].map((sha) => ({ sha, person_id: 9n, role: 'committer' })),
  },
  params,
  expect: [{ role: 'committer', contributor_absence_factor: 1, top_person_share: 1, reason: null }],
});
