import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('test_to_code_ratio', {
  name: 'lines at the head, and changes that bring tests along',
  // 50 lines of tests over 200 of code: 0.25; expected output is generated. Commits that change code: a with a test, b without: 1/2.
  // c changes tests only. The reformatting does not count. 2022: 1 of 1.
  given: {
    fct_head_file: [
      { path: 'a.c', file_class: 'code', line_count: 200 },
      { path: 'a_test.c', file_class: 'test', line_count: 50 },
      { path: 'expected/a.out', file_class: 'generated', line_count: 9000 },
    ],
    fct_commit: [
      { sha: 'a', landed_at },
      { sha: 'b', landed_at },
      { sha: 'c', landed_at },
      { sha: 'indent', landed_at, is_line_work: false },
      { sha: 'old', landed_at: '2022-05-01' },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'a.c', file_class: 'code' },
      { sha: 'a', path: 'a_test.c', file_class: 'test' },
      { sha: 'b', path: 'a.c', file_class: 'code' },
      { sha: 'c', path: 'a_test.c', file_class: 'test' },
      { sha: 'indent', path: 'a.c', file_class: 'code' },
      { sha: 'old', path: 'a.c', file_class: 'code' },
      { sha: 'old', path: 'a_test.c', file_class: 'test' },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      code_line_count: 200n,
      test_line_count: 50n,
      test_to_code_ratio: 0.25,
      code_commit_count: 2n,
      tested_commit_count: 1n,
      tested_commit_share: 0.5,
      previous_tested_commit_share: 1,
    },
  ],
});

metricTest('test_to_code_ratio', {
  name: 'no tests is 0, no code is not known, no changes of code is not known',
  given: {
    fct_head_file: [
      { repo_id: 1n, path: 'a.c', file_class: 'code', line_count: 5 },
      { repo_id: 2n, path: 'a_test.c', file_class: 'test', line_count: 5 },
    ],
  },
  params,
  expect: [
    { scope_id: 1n, test_to_code_ratio: 0, code_commit_count: 0n, tested_commit_share: null },
    { scope_id: 2n, code_line_count: 0n, test_to_code_ratio: null, previous_tested_commit_share: null },
  ],
});

metricTest('test_to_code_ratio', {
  name: 'ten days are compared with the ten days before',
  // The change of 22 December brings a test, that of the 21st, which is too old, none.
  given: {
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-05' },
      { sha: 'b', landed_at: '2022-12-22' },
      { sha: 'c', landed_at: '2022-12-21T23:59:59Z' },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'a.c', file_class: 'code' },
      { sha: 'b', path: 'a.c', file_class: 'code' },
      { sha: 'b', path: 'a_test.c', file_class: 'test' },
      { sha: 'c', path: 'a.c', file_class: 'code' },
    ],
  },
  params: { from: '2023-01-01', to: '2023-01-11' },
  expect: [{ scope_id: 1n, code_commit_count: 1n, tested_commit_share: 0, previous_tested_commit_share: 1 }],
});
