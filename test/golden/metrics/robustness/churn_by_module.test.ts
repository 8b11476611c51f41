import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('churn_by_module', {
  name: 'lines added and deleted by folder against its size, deleted files included',
  // src: x gains 10 and loses 2, the file old is deleted with 30 lines: 10 + 32 = 42 lines over 20 at the head: 2.1.
  // lib has churn (5) but no code file left, so no ratio. The indentation commit and the docs do not count.
  given: {
    fct_commit: [
      { sha: 'a', landed_at },
      { sha: 'b', landed_at },
      { sha: 'indent', landed_at, is_line_work: false },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'src/x', file_class: 'code', added_line_count: 10, deleted_line_count: 2 },
      { sha: 'b', path: 'src/old', file_class: 'code', added_line_count: 0, deleted_line_count: 30 },
      { sha: 'b', path: 'lib/gone', file_class: 'code', added_line_count: 5, deleted_line_count: 0 },
      { sha: 'b', path: 'lib/image', file_class: 'code', is_binary: true },
      { sha: 'b', path: 'src/readme', file_class: 'docs', added_line_count: 99, deleted_line_count: 0 },
      { sha: 'indent', path: 'src/x', file_class: 'code', added_line_count: 99, deleted_line_count: 99 },
    ],
    fct_head_file: [{ path: 'src/x', file_class: 'code', line_count: 20 }],
    fct_path_module: [
      { path: 'src/x', module: 'src' },
      { path: 'src/old', module: 'src' },
      { path: 'lib/gone', module: 'lib' },
      { path: 'lib/image', module: 'lib' },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      module: 'src',
      commit_count: 2n,
      added_line_count: 10n,
      deleted_line_count: 32n,
      churned_line_count: 42n,
      line_count: 20n,
      churn_ratio: 2.1,
    },
    {
      scope_id: 1n,
      rank: 2,
      module: 'lib',
      commit_count: 1n,
      churned_line_count: 5n,
      line_count: null,
      churn_ratio: null,
    },
  ],
});
