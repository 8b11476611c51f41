import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('contributor_tier_members', {
  name: 'the person who crosses a line belongs to the inner tier',
  // 100 commits: 70, 20, 6, 4. Made by people with more: 0, 70, 90, 96 of 100. Below 80 core, below 95 regular.
  given: {
    dim_person: [{ person_id: 1n, name: 'Ada', login: 'ada' }],
    fct_commit: [
      ...repeat(70, { person_id: 1n, landed_at: '2023-01-01' }),
      ...repeat(20, { person_id: 2n, landed_at: '2023-01-01' }),
      ...repeat(6, { person_id: 3n, landed_at: '2023-01-01' }),
      ...repeat(4, { person_id: 4n, landed_at: '2023-01-01' }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { person_id: 1n, name: 'Ada', login: 'ada', tier: 'core', commit_count: 70n, share_before: 0 },
    { person_id: 2n, tier: 'core', commit_count: 20n, share_before: 0.7 },
    { person_id: 3n, tier: 'regular', commit_count: 6n, share_before: 0.9 },
    { person_id: 4n, tier: 'casual', commit_count: 4n, share_before: 0.96 },
  ],
});

metricTest('contributor_tier_members', {
  name: 'exactly at the line is outside, and all with the same count stay together',
  // 8 + 1 + 1 = 10: before the two stands 8 of 10 = 0.80, which is not below 0.80: both regular.
  // Bots, merges, unknown authors and another year do not count.
  given: {
    fct_commit: [
      ...repeat(8, { person_id: 3n, landed_at: '2023-01-01' }),
      { person_id: 1n, landed_at: '2023-01-01' },
      { person_id: 2n, landed_at: '2023-01-01' },
      ...repeat(5, { person_id: null, landed_at: '2023-01-01' }),
      ...repeat(5, { person_id: 1n, landed_at: '2023-01-01', is_bot: true }),
      ...repeat(5, { person_id: 1n, landed_at: '2023-01-01', is_merge: true }),
      ...repeat(5, { person_id: 1n, landed_at: '2022-12-31T23:59:59Z' }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { person_id: 3n, tier: 'core', share_before: 0 },
    { person_id: 1n, tier: 'regular', commit_count: 1n, share_before: 0.8 },
    { person_id: 2n, tier: 'regular', commit_count: 1n, share_before: 0.8 },
  ],
});

metricTest('contributor_tier_members', {
  name: 'with other lines the same people fall elsewhere; one hash in two repositories is one commit',
  // 2 + 1 + 1 = 4 commits, the hash `a` stands twice. Lines at 0.5 and 0.5: nobody is regular, 2 of 4 is not below 0.5.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', person_id: 1n, landed_at: '2023-01-01' },
      { sha: 'a', repo_id: 2n, person_id: 1n, landed_at: '2023-01-01' },
      { sha: 'b', person_id: 1n, landed_at: '2023-01-01' },
      { sha: 'c', person_id: 2n, landed_at: '2023-01-01' },
      { sha: 'd', person_id: 3n, landed_at: '2023-01-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01', core_share: 0.5, regular_share: 0.5 },
  expect: [
    { scope_id: 7n, person_id: 1n, tier: 'core', commit_count: 2n },
    { person_id: 2n, tier: 'casual' },
    { person_id: 3n, tier: 'casual' },
  ],
});
