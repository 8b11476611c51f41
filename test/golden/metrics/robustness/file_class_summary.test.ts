import { metricTest } from '../../../support/metric-test.ts';

metricTest('file_class_summary', {
  name: 'all files of a project by class, those without lines counted',
  // 4 files: code 2 (30 bytes, 3 lines), data 1 without lines, docs 1 in the other repository.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_head_file: [
      { path: 'a', file_class: 'code', byte_count: 10n, line_count: 1 },
      { path: 'b', file_class: 'code', byte_count: 20n, line_count: 2 },
      { path: 'c', file_class: 'data', byte_count: 5n, line_count: null },
      { repo_id: 2n, path: 'a', file_class: 'docs', byte_count: 1n, line_count: 1 },
    ],
  },
  expect: [
    { scope_id: 7n, file_class: 'code', file_count: 2n, file_share: 0.5, byte_count: 30n, line_count: 3n },
    { scope_id: 7n, file_class: 'data', file_count: 1n, file_share: 0.25, byte_count: 5n, line_count: null },
    { scope_id: 7n, file_class: 'docs', file_count: 1n, file_share: 0.25 },
  ],
});
