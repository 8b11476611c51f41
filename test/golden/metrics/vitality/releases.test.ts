import { metricTest } from '../../../support/metric-test.ts';

metricTest('releases', {
  name: 'gaps run within a series, pre-releases have none',
  // Newest first. v2.0 is the first of its series. v1.1 follows v1.0 of the year before: 1 January is 31 days after
  // 1 December. The candidate of v2.0 and the tag that is no version make no gap.
  given: {
    fct_tag: [
      { name: 'v1.0', sha: 'a', tagged_at: '2022-12-01', is_version: true, series: '1' },
      { name: 'v1.1', sha: 'b', tagged_at: '2023-01-01', is_version: true, series: '1' },
      {
        name: 'v2.0-rc1',
        sha: 'c',
        tagged_at: '2023-02-01',
        is_version: true,
        is_prerelease: true,
        series: '2',
      },
      { name: 'v2.0', sha: 'd', tagged_at: '2023-02-11', is_version: true, series: '2' },
      { name: 'nightly', sha: 'e', tagged_at: '2023-02-12' },
      { name: 'v3.0', sha: 'f', tagged_at: '2024-01-01', is_version: true, series: '3' },
      { name: 'v0.1', sha: 'g', tagged_at: null, is_version: true, series: '0' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      repo_id: 1n,
      name: 'v2.0',
      released_at: '2023-02-11T00:00:00Z',
      series: '2',
      is_prerelease: false,
      sha: 'd',
      previous_name: null,
      previous_gap_days: null,
    },
    { name: 'v2.0-rc1', is_prerelease: true, previous_name: null, previous_gap_days: null },
    { name: 'v1.1', previous_name: 'v1.0', previous_gap_days: 31 },
  ],
});

metricTest('releases', {
  name: 'the same tag in two repositories is one release, the same name on another commit is not',
  given: {
    dim_repo: [
      { repo_id: 1n, name: 'engine', full_name: null },
      { repo_id: 2n, name: 'driver', full_name: 'acme/driver' },
    ],
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_tag: [
      { name: 'v1.0', sha: 'a', tagged_at: '2023-01-01', is_version: true, series: '1' },
      { repo_id: 2n, name: 'v1.0', sha: 'a', tagged_at: '2023-01-01', is_version: true, series: '1' },
      { name: 'v1.1', sha: 'b', tagged_at: '2023-01-02T12:00:00Z', is_version: true, series: '1' },
      { repo_id: 2n, name: 'v1.1', sha: 'c', tagged_at: '2023-02-01', is_version: true, series: '1' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  // Two names of one scope: the table says which. Repository 2 has no release of its own before its v1.1, since v1.0 counts for repository 1.
  expect: [
    { scope_id: 7n, repo_id: 2n, repository: 'acme/driver', name: 'v1.1', previous_gap_days: null },
    { repo_id: 1n, repository: 'engine', name: 'v1.1', previous_name: 'v1.0', previous_gap_days: 1.5 },
    { repo_id: 1n, name: 'v1.0', previous_gap_days: null },
  ],
});
