import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

const change = (sha: string, path: string, kind = 'modified') => ({
  sha,
  change: kind,
  head_path: path,
  path,
});

metricTest('hotspots', {
  name: 'rank of revisions times rank of length, over all files that are long enough',
  // Compared: a (400 lines), b (300), c (200), d (100); e has 49 lines and is left out.
  // Revisions (y took a away for a while, which is none): a 1, b 2, c 2 and d 0. At most as often: a 2/4, b and c 4/4, d 1/4. At most as long: a 4/4, b 3/4, c 2/4, d 1/4.
  // Scores: b 1 × 0.75 = 0.75, a 0.5 × 1 = 0.5, c 1 × 0.5 = 0.5 with more revisions than a, so before it. d was not changed.
  // Median of 0, 1, 2, 2 is 1.5.
  given: {
    dim_repo: [{ full_name: 'acme/db' }],
    fct_commit: [
      { sha: 'x', principal_person_id: 1n, landed_at },
      { sha: 'y', principal_person_id: 2n, landed_at },
      { sha: 'z', principal_person_id: 1n, landed_at },
    ],
    fct_head_file: [
      { path: 'a', file_class: 'code', line_count: 400 },
      { path: 'b', file_class: 'code', line_count: 300 },
      { path: 'c', file_class: 'code', line_count: 200 },
      { path: 'd', file_class: 'code', line_count: 100 },
      { path: 'e', file_class: 'code', line_count: 49 },
    ],
    fct_file_change: [
      change('x', 'a'),
      change('y', 'a', 'deleted'),
      change('x', 'b'),
      change('y', 'b'),
      change('x', 'c'),
      change('z', 'c'),
      change('z', 'e'),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      repository: 'acme/db',
      path: 'b',
      hotspot_score: 0.75,
      revision_count: 2n,
      person_count: 2n,
      line_count: 300,
      revision_median: 1.5,
      compared_file_count: 4n,
    },
    { scope_id: 1n, rank: 2, path: 'c', hotspot_score: 0.5, revision_count: 2n, person_count: 1n },
    { scope_id: 1n, rank: 3, path: 'a', hotspot_score: 0.5, revision_count: 1n, person_count: 1n },
  ],
});

metricTest('hotspots', {
  name: 'no bots, no mechanical commits, no docs, nothing outside the window, unknown people not counted as one',
  // Only commit x changes a, by somebody unknown. 2 files compared; a is changed at most as often as 2/2 and as long as 2/2.
  given: {
    fct_commit: [
      { sha: 'x', principal_person_id: null, landed_at },
      { sha: 'bot', principal_person_id: 2n, landed_at, is_bot: true },
      { sha: 'indent', principal_person_id: 3n, landed_at, is_line_work: false },
      { sha: 'late', principal_person_id: 4n, landed_at: '2024-01-01' },
    ],
    fct_head_file: [
      { path: 'a', file_class: 'code', line_count: 100 },
      { path: 'b', file_class: 'code', line_count: 90 },
      { path: 'c', file_class: 'docs', line_count: 900 },
    ],
    fct_file_change: [
      change('x', 'a', 'added'),
      change('x', 'c'),
      ...repeat(1, change('bot', 'b')),
      change('indent', 'b'),
      change('late', 'b'),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      path: 'a',
      hotspot_score: 1,
      revision_count: 1n,
      person_count: 0n,
      compared_file_count: 2n,
    },
  ],
});
