import { metricTest } from '../../../support/metric-test.ts';

/** Paths of these tests differ in their last letter. */
const id = (path: string) => BigInt(path.charCodeAt(path.length - 1));
const to = '2024-01-01';
const change = (sha: string, path: string) => ({ sha, change: 'added', file_id: id(path) });

metricTest('knowledge_loss_files', {
  name: 'orphaned files first, the longest first, with who knew them; shared and authorless files are no rows',
  // Ann is active, Ben and Cleo are not. b (Ben, 50 lines) and c (Ben and Cleo, 90 lines) are orphaned, a (Ann and Ben) is at risk.
  // d is shared by Ann and Dan, e has no author.
  given: {
    dim_repo: [{ name: 'db' }],
    dim_person: [
      { person_id: 1n, name: 'Zoe' },
      { person_id: 2n, name: 'Ben' },
      { person_id: 3n, name: 'Cleo' },
      { person_id: 4n, name: 'Dan' },
    ],
    fct_commit: [
      { sha: 'x', principal_person_id: 1n, landed_at: '2023-06-01', authored_at: '2023-06-01' },
      { sha: 'y', principal_person_id: 2n, landed_at: '2020-06-01', authored_at: '2020-06-01' },
      { sha: 'z', principal_person_id: 3n, landed_at: '2021-06-01', authored_at: '2021-06-01' },
      { sha: 'w', principal_person_id: 4n, landed_at: '2023-06-01', authored_at: '2023-06-01' },
    ],
    fct_credit: [
      { sha: 'x', person_id: 1n, role: 'author' },
      { sha: 'w', person_id: 4n, role: 'author' },
    ],
    fct_file: [
      { file_id: id('a'), path: 'a', file_class: 'code', line_count: 500 },
      { file_id: id('b'), path: 'b', file_class: 'code', line_count: 50 },
      { file_id: id('c'), path: 'c', file_class: 'code', line_count: 90 },
      { file_id: id('d'), path: 'd', file_class: 'code', line_count: 100 },
      { file_id: id('e'), path: 'e', file_class: 'code', line_count: 100 },
    ],
    fct_file_change: [
      change('x', 'a'),
      change('y', 'a'),
      change('y', 'b'),
      change('y', 'c'),
      change('z', 'c'),
      change('x', 'd'),
      change('w', 'd'),
    ],
  },
  params: { to },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      repository: 'db',
      path: 'c',
      state: 'orphaned',
      line_count: 90,
      author_count: 2n,
      authors: 'Ben, Cleo',
      last_changed_at: '2021-06-01T00:00:00Z',
    },
    { scope_id: 1n, rank: 2, path: 'b', state: 'orphaned', author_count: 1n, authors: 'Ben' },
    { scope_id: 1n, rank: 3, path: 'a', state: 'at_risk', author_count: 2n, authors: 'Zoe, Ben' },
  ],
});

metricTest('knowledge_loss_files', {
  name: 'no more rows than asked for, ties by path, a file of unknown length last',
  given: {
    fct_commit: [{ sha: 'x', principal_person_id: 1n, landed_at: '2020-06-01', authored_at: '2020-06-01' }],
    fct_file: [
      { file_id: id('a'), path: 'a', file_class: 'code', line_count: null },
      { file_id: id('c'), path: 'c', file_class: 'code', line_count: 5 },
      { file_id: id('b'), path: 'b', file_class: 'code', line_count: 5 },
    ],
    fct_file_change: [change('x', 'a'), change('x', 'b'), change('x', 'c')],
  },
  params: { to, top: '2' },
  expect: [
    { scope_id: 1n, rank: 1, path: 'b', authors: 'unnamed' },
    { scope_id: 1n, rank: 2, path: 'c' },
  ],
});
