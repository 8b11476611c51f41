import { metricTest } from '../../../support/metric-test.ts';

metricTest('code_lines_by_month', {
  name: 'code and tests only, an edited line twice, mechanical commits and binary files not at all',
  // a: code 3 + 2, test 10 + 0, docs 500 (no), binary code (no lines). b is mechanical. c is a bot's. January:
  // added 3 + 10 = 13, deleted 2 + 0 = 2, changed 15, by one commit. February has none: 0.
  given: {
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-01' },
      { sha: 'b', landed_at: '2023-01-02', is_line_work: false },
      { sha: 'c', landed_at: '2023-01-03', is_bot: true },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'x.c', file_class: 'code', added_line_count: 3, deleted_line_count: 2 },
      { sha: 'a', path: 't/x.c', file_class: 'test', added_line_count: 10, deleted_line_count: 0 },
      { sha: 'a', path: 'x.md', file_class: 'docs', added_line_count: 500, deleted_line_count: 500 },
      { sha: 'a', path: 'y.c', file_class: 'code', is_binary: true },
      { sha: 'b', path: 'x.c', file_class: 'code', added_line_count: 900, deleted_line_count: 900 },
      { sha: 'c', path: 'x.c', file_class: 'code', added_line_count: 70, deleted_line_count: 70 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-03-01' },
  expect: [
    {
      scope_id: 1n,
      month: '2023-01-01',
      is_partial: false,
      changed_line_count: 15n,
      added_line_count: 13n,
      deleted_line_count: 2n,
      commit_count: 1n,
      unread_commit_count: 0n,
      change: 'unknown',
    },
    { month: '2023-02-01', changed_line_count: 0n, added_line_count: 0n, commit_count: 0n },
  ],
});

const months = ['01', '02', '03', '04', '05', '06'];

metricTest('code_lines_by_month', {
  name: 'a month beyond the usual range is called',
  // 100 lines in each of six months: median 100, MAD 0, noise 2 * sqrt(100) = 20: 81 to 119 is within.
  // July has 80: below. It looks back on 100s alone.
  given: {
    fct_commit: [...months, '07'].map((month) => ({ sha: month, landed_at: `2023-${month}-15` })),
    fct_commit_file: [
      ...months.map((sha) => ({
        sha,
        path: 'x.c',
        file_class: 'code',
        added_line_count: 60,
        deleted_line_count: 40,
      })),
      { sha: '07', path: 'x.c', file_class: 'code', added_line_count: 80, deleted_line_count: 0 },
    ],
  },
  params: { from: '2023-07-01', to: '2023-08-01' },
  expect: [{ changed_line_count: 80n, usual_median: 100, usual_low: 81n, usual_high: 119n, change: 'below' }],
});

metricTest('code_lines_by_month', {
  name: 'a month of which nothing could be read is not zero, and one read in part is not called',
  // January: its only commit is damaged: not known. February: 5 lines and a damaged commit: at least 5.
  given: {
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-01', is_damaged: true },
      { sha: 'b', landed_at: '2023-02-01', is_damaged: true },
      { sha: 'c', landed_at: '2023-02-02' },
    ],
    fct_commit_file: [
      { sha: 'c', path: 'x.c', file_class: 'code', added_line_count: 5, deleted_line_count: 0 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-03-01' },
  expect: [
    { month: '2023-01-01', changed_line_count: null, added_line_count: null, unread_commit_count: 1n },
    { month: '2023-02-01', changed_line_count: 5n, unread_commit_count: 1n, change: 'unknown' },
  ],
});

metricTest('code_lines_by_month', {
  name: 'a commit in two repositories counts once, from the one that could read it',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-01' },
      { sha: 'a', repo_id: 2n, landed_at: '2023-01-01' },
      { sha: 'b', landed_at: '2023-01-02', is_damaged: true },
      { sha: 'b', repo_id: 2n, landed_at: '2023-01-02' },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'x.c', file_class: 'code', added_line_count: 4, deleted_line_count: 1 },
      { sha: 'a', repo_id: 2n, path: 'x.c', file_class: 'code', added_line_count: 4, deleted_line_count: 1 },
      { sha: 'b', repo_id: 2n, path: 'x.c', file_class: 'code', added_line_count: 10, deleted_line_count: 0 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-02-01' },
  expect: [{ scope_id: 7n, changed_line_count: 15n, commit_count: 2n, unread_commit_count: 0n }],
});
