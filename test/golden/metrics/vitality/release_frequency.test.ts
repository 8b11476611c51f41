import { metricTest } from '../../../support/metric-test.ts';

const born = (landed_at: string) => ({ person_id: 1n, landed_at });
const release = (name: string, tagged_at: string, series = '1') => ({
  name,
  sha: name,
  tagged_at,
  is_version: true,
  series,
});

metricTest('release_frequency', {
  name: 'a patch day with two series is two releases on one day, and no gap of zero',
  // Window of two years, 730 days from 2022-01-01 to 2024-01-01. Releases: 1.1 and 2.1 on one day, 2.2: 3 on 2 days in
  // 2 series; a year 3 * 365.25 / 730 = 1.500963. Gaps: 1.1 after 1.0, 2.2 after 2.1; fewer than 5, so no median.
  // The last 12 months before 2024: all three. Since 2.2 on 2023-12-22: 10 days.
  given: {
    dim_repo: [{ full_name: 'acme/db' }],
    fct_commit: [born('2020-01-01')],
    fct_tag: [
      release('1.0', '2021-06-01'),
      release('1.1', '2023-06-01T10:00:00Z'),
      release('2.1', '2023-06-01T11:00:00Z', '2'),
      release('2.2', '2023-12-22', '2'),
      { ...release('3.0-rc1', '2023-12-23', '3'), is_prerelease: true },
    ],
  },
  params: { from: '2022-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      release_count: 3n,
      prerelease_count: 1n,
      release_day_count: 2n,
      series_count: 2n,
      releases_per_year: (3 * 365.25) / 730,
      recent_release_count: 3n,
      last_release_name: '2.2',
      last_release_repository: 'acme/db',
      last_released_at: '2023-12-22T00:00:00Z',
      days_since_last_release: 10,
      gap_count: 2n,
      median_gap_days: null,
    },
  ],
});

metricTest('release_frequency', {
  name: 'the median of five gaps within their series',
  // 1.0 … 1.5 on days 0, 1, 3, 6, 16, 36: gaps 1, 2, 3, 10, 20, median 3. All are of 2022, so none of the last 12 months.
  given: {
    fct_commit: [born('2021-01-01')],
    fct_tag: [
      release('1.0', '2022-01-01'),
      release('1.1', '2022-01-02'),
      release('1.2', '2022-01-04'),
      release('1.3', '2022-01-07'),
      release('1.4', '2022-01-17'),
      release('1.5', '2022-02-06'),
    ],
  },
  params: { from: '2021-01-01', to: '2024-01-01' },
  expect: [{ release_count: 6n, recent_release_count: 0n, gap_count: 5n, median_gap_days: 3 }],
});

metricTest('release_frequency', {
  name: 'no release is counted as none; a project of less than a year has no yearly pace',
  // Repository 1 lives since 2020 without a tag: 0 a year. Repository 2 was born 100 days before the end.
  given: {
    fct_commit: [born('2020-01-01'), { repo_id: 2n, ...born('2023-09-23') }],
    fct_tag: [{ repo_id: 2n, ...release('0.1', '2023-10-01', '0') }],
  },
  params: { from: '2022-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      release_count: 0n,
      series_count: 0n,
      releases_per_year: 0,
      last_release_name: null,
      days_since_last_release: null,
      gap_count: 0n,
    },
    { scope_id: 2n, release_count: 1n, releases_per_year: null, days_since_last_release: 92 },
  ],
});

metricTest('release_frequency', {
  name: 'a tag in two repositories is one release, of the one with the smaller id',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_repo: [
      { repo_id: 1n, name: 'one' },
      { repo_id: 2n, name: 'two' },
    ],
    fct_commit: [born('2020-01-01')],
    fct_tag: [release('1.0', '2023-01-01'), { repo_id: 2n, ...release('1.0', '2023-01-01') }],
  },
  params: { from: '2022-01-01', to: '2024-01-01' },
  expect: [
    { scope_id: 7n, release_count: 1n, series_count: 1n, gap_count: 0n, last_release_repository: 'one' },
  ],
});
