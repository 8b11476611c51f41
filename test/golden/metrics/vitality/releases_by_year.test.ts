import { metricTest } from '../../../support/metric-test.ts';

const release = (name: string, tagged_at: string | null) => ({
  name,
  sha: name,
  tagged_at,
  is_version: true,
});

metricTest('releases_by_year', {
  name: 'each year from the first version on, a year without releases is zero',
  // 2020: two releases on one day. 2021: none. 2022: a pre-release only, and the year is not over on 1 July.
  given: {
    fct_tag: [
      release('1.0', '2020-03-01T01:00:00Z'),
      release('1.1', '2020-03-01T23:59:59Z'),
      { ...release('2.0-beta1', '2022-01-01'), is_prerelease: true },
      { ...release('wip', '2022-02-01'), is_version: false },
      release('0.9', null),
    ],
  },
  params: { to: '2022-07-01' },
  expect: [
    {
      scope_id: 1n,
      year: 2020,
      is_partial: false,
      release_count: 2n,
      prerelease_count: 0n,
      release_day_count: 1n,
    },
    { year: 2021, is_partial: false, release_count: 0n, prerelease_count: 0n, release_day_count: 0n },
    { year: 2022, is_partial: true, release_count: 0n, prerelease_count: 1n, release_day_count: 0n },
  ],
});

metricTest('releases_by_year', {
  name: 'the end of a year is the end: the next is not begun; a tag in two repositories counts once',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_tag: [release('1.0', '2020-12-31'), { repo_id: 2n, ...release('1.0', '2020-12-31') }],
  },
  params: { to: '2021-01-01' },
  expect: [{ scope_id: 7n, year: 2020, is_partial: false, release_count: 1n, release_day_count: 1n }],
});
