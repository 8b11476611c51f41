import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01', min_revisions: '1', min_shared: '1' };
const landed_at = '2023-05-01';

/** Ids go down where paths go up, so that an order by one is not taken for an order by the other. */
const id = (path: string) =>
  100_000n - BigInt([...path].reduce((sum, letter) => 7 * sum + letter.charCodeAt(0), 0) % 90_000);

const change = (sha: string, path: string) => ({ sha, change: 'modified', file_id: id(path) });

metricTest('change_coupling', {
  name: 'shared commits over the average of both revision counts',
  // lock.c changed in x and y, lock_test.c in x: 1 shared over (2 + 1) / 2 = 0.667; the names but for `_test` are the same.
  // readme.md is no code. Commit big has 31 files and counts nowhere, not even as a revision of lock.c;
  // neither do indent, which is mechanical, and gone, which took both away for a while.
  given: {
    fct_commit: [
      { sha: 'x', landed_at, file_count: 3 },
      { sha: 'y', landed_at, file_count: 1 },
      { sha: 'big', landed_at, file_count: 31 },
      { sha: 'indent', landed_at, file_count: 2, is_line_work: false },
      { sha: 'gone', landed_at, file_count: 2 },
    ],
    fct_file: [
      { file_id: id('src/lock.c'), path: 'src/lock.c', file_class: 'code', is_at_head: true },
      { file_id: id('test/lock_test.c'), path: 'test/lock_test.c', file_class: 'test', is_at_head: true },
      { file_id: id('readme.md'), path: 'readme.md', file_class: 'docs', is_at_head: true },
    ],
    fct_file_change: [
      change('x', 'src/lock.c'),
      change('x', 'test/lock_test.c'),
      change('x', 'readme.md'),
      change('y', 'src/lock.c'),
      change('big', 'src/lock.c'),
      change('big', 'test/lock_test.c'),
      change('indent', 'src/lock.c'),
      change('indent', 'test/lock_test.c'),
      { ...change('gone', 'src/lock.c'), change: 'deleted' },
      { ...change('gone', 'test/lock_test.c'), change: 'deleted' },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      path: 'src/lock.c',
      coupled_path: 'test/lock_test.c',
      shared_commit_count: 1n,
      revision_count: 2n,
      coupled_revision_count: 1n,
      coupling_share: 2 / 3,
      is_same_stem: true,
    },
  ],
});

metricTest('change_coupling', {
  name: 'thresholds are reached at equality, ties go by path',
  // a and b share 3 of 3 and 7 revisions: 3 / 5 = 0.6 at an average of 5. a and c share 2 only; b and c share 3 of 7 and 3: 0.6.
  given: {
    fct_commit: ['1', '2', '3', '4', '5', '6', '7'].map((sha) => ({ sha, landed_at, file_count: 2 })),
    fct_file: ['a', 'b', 'c'].map((path) => ({
      file_id: id(path),
      path,
      file_class: 'code',
      is_at_head: true,
    })),
    fct_file_change: [
      ...['1', '2', '3'].map((sha) => change(sha, 'a')),
      ...['1', '2', '3', '4', '5', '6', '7'].map((sha) => change(sha, 'b')),
      ...['2', '3', '7'].map((sha) => change(sha, 'c')),
    ],
  },
  params: { ...params, min_revisions: '5', min_shared: '3', min_coupling: '0.6' },
  expect: [
    { scope_id: 1n, rank: 1, path: 'a', coupled_path: 'b', coupling_share: 0.6, is_same_stem: false },
    { scope_id: 1n, rank: 2, path: 'b', coupled_path: 'c', coupling_share: 0.6 },
  ],
});

metricTest('change_coupling', {
  name: 'a hash in two repositories of a project makes one pair per repository, and no pair across them',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'x', landed_at, file_count: 2 },
      { sha: 'x', repo_id: 2n, landed_at, file_count: 2 },
    ],
    fct_file: [
      { file_id: id('a'), path: 'a', file_class: 'code', is_at_head: true },
      { file_id: id('b'), path: 'b', file_class: 'code', is_at_head: true },
      { file_id: id('c'), path: 'c', repo_id: 2n, file_class: 'code', is_at_head: true },
    ],
    fct_file_change: [change('x', 'a'), change('x', 'b'), { ...change('x', 'c'), repo_id: 2n }],
  },
  params,
  expect: [{ scope_id: 7n, rank: 1, repo_id: 1n, path: 'a', coupled_path: 'b' }],
});
