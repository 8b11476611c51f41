import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('contributor_tiers', {
  name: 'three tiers, their people and their share of all commits',
  // Known: 70 + 20 + 6 + 3 + 1 = 100. Before them stand 0, 70, 90, 96, 99: core 2 people, regular 1, casual 2.
  // Shares are over 125 commits, 25 of them by nobody known: 90/125, 6/125, 4/125.
  given: {
    fct_commit: [
      ...repeat(70, { person_id: 1n, landed_at: '2023-01-01' }),
      ...repeat(20, { person_id: 2n, landed_at: '2023-01-01' }),
      ...repeat(6, { person_id: 3n, landed_at: '2023-01-01' }),
      ...repeat(3, { person_id: 4n, landed_at: '2023-01-01' }),
      { person_id: 5n, landed_at: '2023-01-01' },
      ...repeat(25, { person_id: null, landed_at: '2023-01-01' }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      tier: 'core',
      person_count: 2n,
      commit_count: 90n,
      commit_share: 0.72,
      lowest_commit_count: 20n,
      unknown_commit_count: 25n,
    },
    { tier: 'regular', person_count: 1n, commit_count: 6n, commit_share: 0.048, lowest_commit_count: 6n },
    { tier: 'casual', person_count: 2n, commit_count: 4n, commit_share: 0.032, lowest_commit_count: 1n },
  ],
});

metricTest('contributor_tiers', {
  name: 'one contributor is the core; the other tiers are counted and empty',
  given: {
    fct_commit: [
      { person_id: 1n, landed_at: '2023-01-01' },
      ...repeat(9, { person_id: 9n, landed_at: '2023-01-01', is_bot: true }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { tier: 'core', person_count: 1n, commit_count: 1n, commit_share: 1, lowest_commit_count: 1n },
    { tier: 'regular', person_count: 0n, commit_count: 0n, commit_share: 0, lowest_commit_count: null },
    { tier: 'casual', person_count: 0n, commit_count: 0n, commit_share: 0, lowest_commit_count: null },
  ],
});

metricTest('contributor_tiers', {
  name: 'people with the same count as the last of the core join it',
  // Five people with one commit each: before all of them stands 0, so all are core. Two scopes do not mix.
  given: {
    fct_commit: [
      { person_id: 1n, landed_at: '2023-01-01' },
      { person_id: 2n, landed_at: '2023-01-01' },
      { person_id: 3n, landed_at: '2023-01-01' },
      { person_id: 4n, landed_at: '2023-01-01' },
      { person_id: 5n, landed_at: '2023-01-01' },
      { repo_id: 2n, person_id: 5n, landed_at: '2023-01-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { scope_id: 1n, tier: 'core', person_count: 5n },
    { scope_id: 1n, tier: 'regular', person_count: 0n },
    { scope_id: 1n, tier: 'casual', person_count: 0n },
    { scope_id: 2n, tier: 'core', person_count: 1n },
    { scope_id: 2n, tier: 'regular', person_count: 0n },
    { scope_id: 2n, tier: 'casual', person_count: 0n },
  ],
});
