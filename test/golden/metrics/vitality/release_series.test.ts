import { metricTest } from '../../../support/metric-test.ts';

const release = (name: string, tagged_at: string | null, series = '1') => ({
  name,
  sha: name,
  tagged_at,
  is_version: true,
  series,
});

metricTest('release_series', {
  name: 'each series from its first to its newest release',
  // Series 1: days 0, 1, 3, 6, 16, 36 of 2022: gaps 1, 2, 3, 10, 20, median 3; last 2022-02-06, 10 days before the end.
  // Series 2 has a candidate only. It is newer, so it stands first. The undated tag is in none.
  given: {
    fct_tag: [
      release('1.0', '2022-01-01'),
      release('1.1', '2022-01-02'),
      release('1.2', '2022-01-04'),
      release('1.3', '2022-01-07'),
      release('1.4', '2022-01-17'),
      release('1.5', '2022-02-06'),
      { ...release('2.0-rc1', '2022-02-07', '2'), is_prerelease: true },
      release('0.1', null, '0'),
    ],
  },
  params: { to: '2022-02-16' },
  expect: [
    {
      scope_id: 1n,
      repo_id: 1n,
      series: '2',
      label: '2',
      release_count: 0n,
      prerelease_count: 1n,
      first_release_name: null,
      first_released_at: null,
      last_release_name: null,
      last_released_at: null,
      days_since_last_release: null,
      gap_count: 0n,
      median_gap_days: null,
    },
    {
      series: '1',
      release_count: 6n,
      prerelease_count: 0n,
      first_release_name: '1.0',
      first_released_at: '2022-01-01T00:00:00Z',
      last_release_name: '1.5',
      last_released_at: '2022-02-06T00:00:00Z',
      days_since_last_release: 10,
      gap_count: 5n,
      median_gap_days: 3,
    },
  ],
});

metricTest('release_series', {
  name: 'series of two repositories do not mix, a tag in both counts for the first',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_repo: [
      { repo_id: 1n, name: 'engine' },
      { repo_id: 2n, name: 'driver' },
    ],
    fct_tag: [
      release('1.0', '2022-01-01'),
      { repo_id: 2n, ...release('1.0', '2022-01-01') },
      { repo_id: 2n, ...release('1.1', '2022-01-05') },
    ],
  },
  params: { to: '2022-02-01' },
  expect: [
    { scope_id: 7n, repo_id: 2n, series: '1', label: 'driver 1', release_count: 1n, gap_count: 0n },
    { repo_id: 1n, series: '1', label: 'engine 1', release_count: 1n, gap_count: 0n },
  ],
});
