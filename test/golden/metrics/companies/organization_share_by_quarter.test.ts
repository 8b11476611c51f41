import { metricTest } from '../../../support/metric-test.ts';

metricTest('organization_share_by_quarter', {
  name: 'the largest have a series, the rest is other, unknown stands apart',
  // Over the window Acme has 3 commits, Bolt 2, Cog 1; one series is asked for. First quarter of 2023: Acme 2, Bolt 1, unknown 1 of 4.
  // Second: Acme 1, Bolt 1 and Cog 1 (other 2) of 3; the window ends inside it. The merge does not count.
  given: {
    dim_organization: [
      { organization_id: 1n, name: 'Acme' },
      { organization_id: 2n, name: 'Bolt' },
      { organization_id: 3n, name: 'Cog' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-01' },
      { sha: 'b', landed_at: '2023-03-31T23:59:59Z' },
      { sha: 'c', landed_at: '2023-02-01' },
      { sha: 'd', landed_at: '2023-02-01' },
      { sha: 'e', landed_at: '2023-04-01' },
      { sha: 'f', landed_at: '2023-04-02' },
      { sha: 'g', landed_at: '2023-05-02' },
      { sha: 'm', landed_at: '2023-05-02', is_merge: true },
    ],
    fct_commit_organization: [
      { sha: 'a', organization_id: 1n, weight: 1 },
      { sha: 'b', organization_id: 1n, weight: 1 },
      { sha: 'c', organization_id: 2n, weight: 1 },
      { sha: 'e', organization_id: 1n, weight: 1 },
      { sha: 'f', organization_id: 2n, weight: 1 },
      { sha: 'g', organization_id: 3n, weight: 1 },
      { sha: 'm', organization_id: 3n, weight: 1 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-06-01', top: '1' },
  expect: [
    {
      scope_id: 1n,
      quarter: '2023-01-01',
      series_rank: 1,
      series: 'Acme',
      is_partial: false,
      commit_count: 2,
      commit_share: 0.5,
    },
    {
      scope_id: 1n,
      quarter: '2023-01-01',
      series_rank: 2,
      series: 'other organizations',
      commit_count: 1,
      commit_share: 0.25,
    },
    {
      scope_id: 1n,
      quarter: '2023-01-01',
      series_rank: 3,
      series: 'unknown',
      commit_count: 1,
      commit_share: 0.25,
    },
    {
      scope_id: 1n,
      quarter: '2023-04-01',
      series_rank: 1,
      series: 'Acme',
      is_partial: true,
      commit_count: 1,
      commit_share: 1 / 3,
    },
    {
      scope_id: 1n,
      quarter: '2023-04-01',
      series_rank: 2,
      series: 'other organizations',
      commit_count: 2,
      commit_share: 2 / 3,
    },
  ],
});

metricTest('organization_share_by_quarter', {
  name: 'a hash in two repositories of a project counts once, ties go by id',
  // Bolt (id 2) and Acme (id 1) have one commit each: Acme is first. a stands in both repositories.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_organization: [
      { organization_id: 1n, name: 'Acme' },
      { organization_id: 2n, name: 'Bolt' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-01' },
      { repo_id: 2n, sha: 'a', landed_at: '2023-01-01' },
      { repo_id: 2n, sha: 'b', landed_at: '2023-01-01' },
    ],
    fct_commit_organization: [
      { sha: 'a', organization_id: 2n, weight: 1 },
      { repo_id: 2n, sha: 'a', organization_id: 2n, weight: 1 },
      { repo_id: 2n, sha: 'b', organization_id: 1n, weight: 1 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-04-01' },
  expect: [
    {
      scope_id: 7n,
      quarter: '2023-01-01',
      series_rank: 1,
      series: 'Acme',
      is_partial: false,
      commit_share: 0.5,
    },
    { scope_id: 7n, quarter: '2023-01-01', series_rank: 2, series: 'Bolt', commit_share: 0.5 },
  ],
});
