import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';
const of = (organization_id: bigint, ...shas: string[]) =>
  shas.map((sha) => ({ sha, organization_id, weight: 1 }));

metricTest('organization_diversity', {
  name: 'sum of squared shares with what the unknown part allows',
  // 8 commits: organizations 1 and 2 have 2 each, 4 unknown. Low: 2 × (2/8)² = 0.125. High: (6/8)² + (2/8)² = 0.625.
  // Of the 4 known: 2 × 0.5² = 0.5, as diverse as 2 equal ones, evenness 1.
  given: {
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'b', principal_person_id: 6n, landed_at },
      { sha: 'c', principal_person_id: 2n, landed_at },
      ...['d', 'e', 'f', 'g', 'h'].map((sha) => ({ sha, principal_person_id: 8n, landed_at })),
    ],
    fct_commit_organization: [...of(1n, 'a', 'b'), ...of(2n, 'c', 'd')],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 8n,
      commit_known_share: 0.5,
      organization_count: 2n,
      herfindahl_index_low: 0.125,
      herfindahl_index_high: 0.625,
      herfindahl_index_of_known: 0.5,
      effective_organization_count_of_known: 2,
      shannon_evenness_of_known: 1,
    },
  ],
});

metricTest('organization_diversity', {
  name: 'one organization is 1, nothing known is between 0 and 1',
  given: {
    map_scope_repo: [
      { scope_id: 1n, repo_id: 1n },
      { scope_id: 2n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', landed_at },
      { repo_id: 2n, sha: 'b', landed_at },
    ],
    fct_commit_organization: of(1n, 'a'),
  },
  params,
  expect: [
    {
      scope_id: 1n,
      organization_count: 1n,
      herfindahl_index_low: 1,
      herfindahl_index_high: 1,
      herfindahl_index_of_known: 1,
      shannon_evenness_of_known: null,
    },
    {
      scope_id: 2n,
      commit_known_share: 0,
      organization_count: 0n,
      herfindahl_index_low: 0,
      herfindahl_index_high: 1,
      herfindahl_index_of_known: null,
      effective_organization_count_of_known: null,
      shannon_evenness_of_known: null,
    },
  ],
});
