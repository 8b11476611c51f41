import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('contribution_concentration', {
  name: 'three people with 1, 1 and 2 of five commits, one of nobody known',
  // Known 4: shares 1/4, 1/4, 1/2. Squares 1/16 + 1/16 + 4/16 = 6/16 = 0.375; effective 16/6 = 2.667 people.
  // Entropy: 2 * (1/4 * ln 4) + 1/2 * ln 2 = 1.5 ln 2; evenness 1.5 ln 2 / ln 3.
  // Gini with x = 1, 1, 2: (2*1-3-1)*1 + (2*2-3-1)*1 + (2*3-3-1)*2 = -2 + 0 + 4 = 2, over 3 * 4 = 1/6.
  // Top person 2 of 5, with the unknown one 3 of 5; top five people are all: 4 of 5, up to 5 of 5.
  given: {
    fct_commit: [
      { person_id: 1n, landed_at: '2023-01-01' },
      { person_id: 2n, landed_at: '2023-01-01' },
      ...repeat(2, { person_id: 3n, landed_at: '2023-01-01' }),
      { person_id: null, landed_at: '2023-01-01' },
      { person_id: 1n, landed_at: '2023-01-01', is_merge: true },
      { person_id: 9n, landed_at: '2023-01-01', is_bot: true },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      commit_count: 5n,
      commit_count_known_share: 0.8,
      person_count: 3n,
      top1_share: 0.4,
      top1_share_high: 0.6,
      top5_share: 0.8,
      top5_share_high: 1,
      herfindahl_index: 0.375,
      effective_count: 16 / 6,
      entropy: 1.5 * Math.LN2,
      evenness: (1.5 * Math.LN2) / Math.log(3),
      gini_coefficient: 1 / 6,
    },
  ],
});

metricTest('contribution_concentration', {
  name: 'six equal people: even, nobody ahead, five of them have five sixths',
  given: {
    fct_commit: [1n, 2n, 3n, 4n, 5n, 6n].map((person_id) => ({ person_id, landed_at: '2023-01-01' })),
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      top1_share: 1 / 6,
      top5_share: 5 / 6,
      herfindahl_index: 1 / 6,
      effective_count: 6,
      evenness: 1,
      gini_coefficient: 0,
    },
  ],
});

metricTest('contribution_concentration', {
  name: 'a single person has no evenness; with nobody known only the bounds are left',
  given: {
    fct_commit: [
      { person_id: 1n, landed_at: '2023-01-01' },
      { repo_id: 2n, person_id: null, landed_at: '2023-01-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { scope_id: 1n, person_count: 1n, top1_share: 1, herfindahl_index: 1, entropy: 0, evenness: null },
    {
      scope_id: 2n,
      commit_count: 1n,
      commit_count_known_share: 0,
      person_count: 0n,
      top1_share: null,
      top1_share_high: null,
      gini_coefficient: null,
    },
  ],
});

metricTest('contribution_concentration', {
  name: 'a hash in two repositories counts once',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', person_id: 1n, landed_at: '2023-01-01' },
      { sha: 'a', repo_id: 2n, person_id: 1n, landed_at: '2023-01-01' },
      { sha: 'b', person_id: 2n, landed_at: '2023-01-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ scope_id: 7n, commit_count: 2n, top1_share: 0.5, gini_coefficient: 0 }],
});

metricTest('contribution_concentration', {
  name: 'two people are enough to be even',
  given: { fct_commit: [1n, 2n].map((person_id) => ({ person_id, landed_at: '2023-05-01' })) },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ person_count: 2n, evenness: 1 }],
});
