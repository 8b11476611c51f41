import { metricTest } from '../../../support/metric-test.ts';

metricTest('code_size_by_language', {
  name: 'code by language, the longest file by path at a tie, tests beside it',
  // C: 10, 30 and 30 lines = 70 of 100, middle 30, longest b.c (before z.c). Unknown: 30 of 100, a file without lines is counted.
  // SQL has tests only: no code, 20 lines of tests. Docs and vendored code are left out.
  given: {
    fct_head_file: [
      { path: 'a.c', language: 'C', file_class: 'code', line_count: 10 },
      { path: 'z.c', language: 'C', file_class: 'code', line_count: 30 },
      { path: 'b.c', language: 'C', file_class: 'code', line_count: 30 },
      { path: 'x', file_class: 'code', line_count: 30 },
      { path: 'y', file_class: 'code', line_count: null },
      { path: 't.sql', language: 'SQL', file_class: 'test', line_count: 20 },
      { path: 'readme.md', language: 'Markdown', file_class: 'docs', line_count: 99 },
      { path: 'lib.js', language: 'JavaScript', file_class: 'vendored', line_count: 99 },
    ],
  },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      language: 'C',
      file_count: 3n,
      line_count: 70n,
      line_share: 0.7,
      test_line_count: 0n,
      median_line_count: 30,
      longest_line_count: 30n,
      longest_path: 'b.c',
    },
    {
      scope_id: 1n,
      rank: 2,
      language: 'unknown',
      file_count: 2n,
      line_count: 30n,
      line_share: 0.3,
      longest_path: 'x',
    },
    {
      scope_id: 1n,
      rank: 3,
      language: 'SQL',
      file_count: 0n,
      line_count: 0n,
      line_share: 0,
      test_line_count: 20n,
      longest_path: null,
    },
  ],
});
