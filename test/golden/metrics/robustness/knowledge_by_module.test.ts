import { metricTest } from '../../../support/metric-test.ts';

const id = (path: string) => BigInt([...path].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 0));
const params = { from: '2023-01-01', to: '2024-01-01' };
const added = (sha: string, path: string) => ({ sha, change: 'added', file_id: id(path) });

metricTest('knowledge_by_module', {
  name: 'who wrote the files of each folder, who of them is still there, and what changed lately',
  // src: 3 files, 60 lines. 1 wrote a and b, 2 wrote b and c: a tie of 2 files, the smaller id leads with 2/3.
  // Only 2 is active (commit y of June 2023), so a has no active author: 1/3. Commit y alone lies in the window.
  // The root has main.c by 1 who is gone. Nobody wrote lib/x: it came in by a merge. src/notes is no code.
  given: {
    dim_repo: [{ full_name: 'acme/db' }],
    dim_person: [
      { person_id: 1n, name: 'Ann' },
      { person_id: 2n, name: 'Ben' },
    ],
    fct_commit: [
      { sha: 'x', principal_person_id: 1n, landed_at: '2020-06-01', authored_at: '2020-06-01' },
      { sha: 'y', principal_person_id: 2n, landed_at: '2023-06-01', authored_at: '2023-06-01' },
    ],
    fct_credit: [{ sha: 'y', person_id: 2n, role: 'author' }],
    fct_file: [
      { file_id: id('src/a'), path: 'src/a', file_class: 'code', line_count: 10 },
      { file_id: id('src/b'), path: 'src/b', file_class: 'code', line_count: 20 },
      { file_id: id('src/c'), path: 'src/c', file_class: 'code', line_count: 30 },
      { file_id: id('lib/x'), path: 'lib/x', file_class: 'code', line_count: 5 },
      { file_id: id('src/notes'), path: 'src/notes', file_class: 'docs', line_count: 99 },
      { file_id: id('main.c'), path: 'main.c', file_class: 'code', line_count: 7 },
    ],
    fct_path_module: [
      { path: 'src/a', module: 'src' },
      { path: 'src/b', module: 'src' },
      { path: 'src/c', module: 'src' },
      { path: 'lib/x', module: 'lib' },
      { path: 'main.c', module: '.' },
    ],
    fct_file_change: [
      added('x', 'src/a'),
      added('x', 'src/b'),
      added('y', 'src/b'),
      added('y', 'src/c'),
      added('x', 'src/notes'),
      added('x', 'main.c'),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      repository: 'acme/db',
      module: 'src',
      label: 'src',
      file_count: 3n,
      line_count: 60n,
      commit_count: 1n,
      author_count: 2n,
      active_author_count: 1n,
      main_author_id: 1n,
      main_author: 'Ann',
      main_author_file_share: 2 / 3,
      is_main_author_active: false,
      unknown_file_share: 1 / 3,
    },
    {
      scope_id: 1n,
      rank: 2,
      module: '.',
      file_count: 1n,
      commit_count: 0n,
      author_count: 1n,
      active_author_count: 0n,
      main_author: 'Ann',
      main_author_file_share: 1,
      unknown_file_share: 1,
    },
    {
      scope_id: 1n,
      rank: 3,
      module: 'lib',
      author_count: 0n,
      active_author_count: 0n,
      main_author: null,
      main_author_file_share: null,
      is_main_author_active: null,
      unknown_file_share: 1,
    },
  ],
});

metricTest('knowledge_by_module', {
  name: 'parts of several repositories are told apart by the name of their repository',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_repo: [
      { repo_id: 1n, full_name: 'acme/db', name: 'db' },
      { repo_id: 2n, full_name: 'acme/driver', name: 'driver' },
    ],
    fct_file: [
      { repo_id: 1n, file_id: 1n, path: 'src/a', file_class: 'code' },
      { repo_id: 1n, file_id: 2n, path: 'src/b', file_class: 'code' },
      { repo_id: 2n, file_id: 3n, path: 'src/a', file_class: 'code' },
    ],
    fct_path_module: [
      { repo_id: 1n, path: 'src/a', module: 'src' },
      { repo_id: 1n, path: 'src/b', module: 'src' },
      { repo_id: 2n, path: 'src/a', module: 'src' },
    ],
  },
  params,
  expect: [
    { scope_id: 7n, repository: 'acme/db', module: 'src', label: 'db/src', file_count: 2n },
    { scope_id: 7n, repository: 'acme/driver', module: 'src', label: 'driver/src', file_count: 1n },
  ],
});
