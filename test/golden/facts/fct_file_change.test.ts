import { factTest } from '../../support/fact-test.ts';

factTest({
  name: 'follows renames backwards and keeps an earlier file of the same name apart',
  // c.c of the head: born as a.c in 2, b.c in 4, c.c in 6. The first c.c (1, deleted in 3) and the second a.c (5) are
  // other files. Rows lie in the order of hashes.
  given: {
    raw_git_commit: ['1', '2', '3', '4', '5', '6', '7'].map((sha) => ({ sha })),
    raw_git_line_count: [
      { sha: '1', path: 'c.c' },
      { sha: '2', path: 'a.c' },
      { sha: '3', path: 'c.c' },
      { sha: '4', path: 'b.c', previous_path: 'a.c' },
      { sha: '5', path: 'a.c' },
      { sha: '6', path: 'c.c', previous_path: 'b.c' },
      { sha: '7', path: 'c.c' },
    ],
    raw_git_commit_path: [
      { sha: '1', path: 'c.c', status: 'A' },
      { sha: '2', path: 'a.c', status: 'A' },
      { sha: '3', path: 'c.c', status: 'D' },
      { sha: '4', path: 'b.c', status: 'A' },
      { sha: '4', path: 'a.c', status: 'D' },
      { sha: '5', path: 'a.c', status: 'A' },
      { sha: '6', path: 'c.c', status: 'A' },
      { sha: '6', path: 'b.c', status: 'D' },
      { sha: '7', path: 'c.c', status: 'M' },
    ],
    raw_git_head_file: [{ path: 'a.c' }, { path: 'c.c' }],
  },
  expect: {
    fct_file: [
      { path: 'c.c', is_at_head: false, since_generation: 0, deleted_generation: 3 },
      { path: 'a.c', is_at_head: true, since_generation: 4, deleted_generation: null },
      { path: 'c.c', is_at_head: true, since_generation: 6, deleted_generation: null },
    ],
    fct_file_change: [
      { head_path: null, sha: '1', path: 'c.c', change: 'added' },
      { head_path: null, sha: '3', path: 'c.c', change: 'deleted' },
      { head_path: 'a.c', sha: '5', path: 'a.c', change: 'added' },
      { head_path: 'c.c', sha: '2', path: 'a.c', change: 'added' },
      { head_path: 'c.c', sha: '4', path: 'b.c', change: 'renamed' },
      { head_path: 'c.c', sha: '6', path: 'c.c', change: 'renamed' },
      { head_path: 'c.c', sha: '7', path: 'c.c', change: 'modified' },
    ],
  },
});

factTest({
  name: 'leaves a name that a file had for a while to the file that is added there later',
  // a.c (1) became b.c (2) and c.c (3). The b.c of 4 is another file, which was not there before, and was deleted (5); the
  // one of 6 is that one again.
  given: {
    raw_git_commit: ['1', '2', '3', '4', '5', '6'].map((sha) => ({ sha })),
    raw_git_line_count: [
      { sha: '1', path: 'a.c' },
      { sha: '2', path: 'b.c', previous_path: 'a.c' },
      { sha: '3', path: 'c.c', previous_path: 'b.c' },
      { sha: '4', path: 'b.c' },
      { sha: '5', path: 'b.c' },
      { sha: '6', path: 'b.c' },
    ],
    raw_git_commit_path: [
      { sha: '1', path: 'a.c', status: 'A' },
      { sha: '2', path: 'b.c', status: 'A' },
      { sha: '2', path: 'a.c', status: 'D' },
      { sha: '3', path: 'c.c', status: 'A' },
      { sha: '3', path: 'b.c', status: 'D' },
      { sha: '4', path: 'b.c', status: 'A' },
      { sha: '5', path: 'b.c', status: 'D' },
      { sha: '6', path: 'b.c', status: 'A' },
    ],
    raw_git_head_file: [{ path: 'b.c' }, { path: 'c.c' }],
  },
  expect: {
    fct_file: [
      { path: 'b.c', is_at_head: true, since_generation: 3, deleted_generation: null },
      { path: 'c.c', is_at_head: true, since_generation: 3, deleted_generation: null },
    ],
    fct_file_change: [
      { head_path: 'b.c', sha: '4', path: 'b.c' },
      { head_path: 'b.c', sha: '5', path: 'b.c' },
      { head_path: 'b.c', sha: '6', path: 'b.c' },
      { head_path: 'c.c', sha: '1', path: 'a.c' },
      { head_path: 'c.c', sha: '2', path: 'b.c' },
      { head_path: 'c.c', sha: '3', path: 'c.c' },
    ],
  },
});

factTest({
  name: 'follows a rename that was taken back',
  given: {
    raw_git_commit: ['1', '2', '3', '4'].map((sha) => ({ sha })),
    raw_git_line_count: [
      { sha: '1', path: 'a.c' },
      { sha: '2', path: 'b.c', previous_path: 'a.c' },
      { sha: '3', path: 'a.c', previous_path: 'b.c' },
      { sha: '4', path: 'a.c' },
    ],
    raw_git_head_file: [{ path: 'a.c' }],
  },
  expect: {
    fct_file_change: [
      { head_path: 'a.c', sha: '1', path: 'a.c' },
      { head_path: 'a.c', sha: '2', path: 'b.c' },
      { head_path: 'a.c', sha: '3', path: 'a.c' },
      { head_path: 'a.c', sha: '4', path: 'a.c' },
    ],
  },
});

factTest({
  name: 'knows the files of a damaged commit from their names alone',
  given: {
    raw_git_commit: [{ sha: '1' }],
    raw_git_line_read: [{ sha: '1', problem: 'missing blob' }],
    raw_git_commit_path: [{ sha: '1', path: 'a.c', status: 'A' }],
    raw_git_head_file: [{ path: 'a.c' }],
  },
  expect: {
    fct_commit_file: [
      { path: 'a.c', change: 'added', added_line_count: null, is_binary: null, file_class: 'code' },
    ],
    fct_file_change: [{ head_path: 'a.c', sha: '1', change: 'added' }],
  },
});

factTest({
  name: 'knows a file that is gone under its last name, and not twice when it was renamed or came back before',
  // a.c (1) became b.c (2), which was deleted (3), came back (4) and was deleted again (5): one file. c.c (1) is at the head.
  given: {
    raw_git_commit: ['1', '2', '3', '4', '5'].map((sha) => ({ sha })),
    raw_git_line_count: [
      { sha: '1', path: 'a.c' },
      { sha: '1', path: 'c.c' },
      { sha: '2', path: 'b.c', previous_path: 'a.c' },
      { sha: '3', path: 'b.c' },
      { sha: '4', path: 'b.c' },
      { sha: '5', path: 'b.c' },
    ],
    raw_git_commit_path: [
      { sha: '1', path: 'a.c', status: 'A' },
      { sha: '1', path: 'c.c', status: 'A' },
      { sha: '2', path: 'b.c', status: 'A' },
      { sha: '2', path: 'a.c', status: 'D' },
      { sha: '3', path: 'b.c', status: 'D' },
      { sha: '4', path: 'b.c', status: 'A' },
      { sha: '5', path: 'b.c', status: 'D' },
    ],
    raw_git_head_file: [{ path: 'c.c', line_count: 7 }],
  },
  expect: {
    fct_file: [
      {
        path: 'c.c',
        is_at_head: true,
        file_class: 'code',
        line_count: 7,
        since_generation: 0,
        deleted_generation: null,
      },
      {
        path: 'b.c',
        is_at_head: false,
        file_class: 'code',
        line_count: null,
        since_generation: 2,
        deleted_generation: 5,
      },
    ],
    fct_file_change: [
      { head_path: 'c.c', sha: '1', path: 'c.c', change: 'added' },
      { head_path: null, sha: '1', path: 'a.c', change: 'added' },
      { head_path: null, sha: '2', path: 'b.c', change: 'renamed' },
      { head_path: null, sha: '3', path: 'b.c', change: 'deleted' },
      { head_path: null, sha: '4', path: 'b.c', change: 'added' },
      { head_path: null, sha: '5', path: 'b.c', change: 'deleted' },
    ],
  },
});

factTest({
  name: 'knows no file of the past where one came back and then took another name',
  // b.c: added in 1, deleted in 2, back in 3, renamed to c.c in 4.
  given: {
    raw_git_commit: ['1', '2', '3', '4'].map((sha) => ({ sha })),
    raw_git_line_count: [
      { sha: '1', path: 'b.c' },
      { sha: '2', path: 'b.c' },
      { sha: '3', path: 'b.c' },
      { sha: '4', path: 'c.c', previous_path: 'b.c' },
    ],
    raw_git_commit_path: [
      { sha: '1', path: 'b.c', status: 'A' },
      { sha: '2', path: 'b.c', status: 'D' },
      { sha: '3', path: 'b.c', status: 'A' },
      { sha: '4', path: 'c.c', status: 'A' },
      { sha: '4', path: 'b.c', status: 'D' },
    ],
    raw_git_head_file: [{ path: 'c.c' }],
  },
  expect: { fct_file: [{ path: 'c.c', is_at_head: true, since_generation: 4 }] },
});
