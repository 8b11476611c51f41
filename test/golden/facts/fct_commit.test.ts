import { factTest } from '../../support/fact-test.ts';

const repeat = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A commit `sha` that changes `count` files, `added` of which it adds. */
const bulk = (sha: string, count: number, added: number) => ({
  raw_git_line_count: repeat(count, (i) => ({ sha, path: `src/${sha}${i}.c` })),
  raw_git_commit_path: repeat(count, (i) => ({
    sha,
    path: `src/${sha}${i}.c`,
    status: i < added ? 'A' : 'M',
  })),
});

factTest({
  name: 'sums lines and files, and leaves merges, unread and damaged commits unknown',
  // work: 3 + 4 added, 1 deleted, in 2 files; the binary file has no lines, but it is a file.
  given: {
    raw_git_commit: [
      { sha: 'damaged' },
      { sha: 'empty' },
      { sha: 'merge', parent_shas: ['work', 'empty'] },
      { sha: 'unread' },
      { sha: 'work' },
    ],
    raw_git_line_count: [
      { sha: 'work', path: 'a.c', added_line_count: 3, deleted_line_count: 1 },
      { sha: 'work', path: 'b.c', added_line_count: 4 },
      { sha: 'work', path: 'c.png', added_line_count: null, deleted_line_count: null, is_binary: true },
    ],
    raw_git_commit_path: [
      { sha: 'damaged', path: 'a.c' },
      { sha: 'unread', path: 'a.c' },
    ],
    raw_git_line_read: [
      { sha: 'work' },
      { sha: 'empty' },
      { sha: 'merge' },
      { sha: 'damaged', problem: 'missing blob' },
    ],
  },
  expect: {
    fct_commit: [
      { sha: 'damaged', is_work: true, is_damaged: true, file_count: null, added_line_count: null },
      { sha: 'empty', is_work: false, is_damaged: false, file_count: 0, added_line_count: 0n },
      { sha: 'merge', is_work: false, is_merge: true, file_count: null, added_line_count: null },
      { sha: 'unread', is_work: true, is_damaged: false, file_count: null, added_line_count: null },
      { sha: 'work', is_work: true, file_count: 3, added_line_count: 7n, deleted_line_count: 1n },
    ],
    dim_repo: [{ commit_count: 5n, damaged_commit_count: 1n, undated_commit_count: 0n }],
  },
});

factTest({
  name: 'keeps the default branch apart from commits that only a tag or release branch reaches',
  given: {
    raw_git_commit: [{ sha: 'main' }, { sha: 'patch', is_on_default_branch: false, subject: 'Back-patch' }],
  },
  expect: {
    fct_commit: [{ sha: 'main' }],
    fct_branch_commit: [{ sha: 'patch', subject: 'Back-patch', author_name: 'Ann Author' }],
  },
});

factTest({
  name: 'names a reason for mechanical commits and imports, and keeps them as work',
  given: {
    raw_git_commit: [
      { sha: 'a199', subject: 'Import the tree' },
      { sha: 'a200' },
      { sha: 'b200' },
      { sha: 'r100', subject: 'Run pgindent over it all' },
      { sha: 'r99', subject: 'Run pgindent over some' },
    ],
    raw_git_line_count: [
      ...bulk('a199', 199, 199).raw_git_line_count,
      ...bulk('a200', 200, 180).raw_git_line_count,
      ...bulk('b200', 200, 179).raw_git_line_count,
      ...bulk('r100', 100, 0).raw_git_line_count,
      ...bulk('r99', 99, 0).raw_git_line_count,
    ],
    raw_git_commit_path: [
      ...bulk('a199', 199, 199).raw_git_commit_path,
      ...bulk('a200', 200, 180).raw_git_commit_path,
      ...bulk('b200', 200, 179).raw_git_commit_path,
      ...bulk('r100', 100, 0).raw_git_commit_path,
      ...bulk('r99', 99, 0).raw_git_commit_path,
    ],
  },
  // a199: too few for an import by additions, but 100 or more and a subject that says so. b200: 179 of 200 is 89.5 %.
  expect: {
    fct_commit: [
      { sha: 'a199', mechanical_reason: 'bulk_subject', is_work: true, is_line_work: false },
      { sha: 'a200', mechanical_reason: 'import', is_work: true, is_line_work: false },
      { sha: 'b200', mechanical_reason: null, is_work: true, is_line_work: true },
      { sha: 'r100', mechanical_reason: 'bulk_subject', is_work: true, is_line_work: false },
      { sha: 'r99', mechanical_reason: null, is_work: true, is_line_work: true },
    ],
  },
});

const IGNORED = 'a'.repeat(40);
const COMMENTED = 'b'.repeat(40);

factTest({
  name: 'takes commits that blame ignores, and those of only generated, vendored or translated files, for mechanical',
  given: {
    raw_git_commit: [
      { sha: IGNORED },
      { sha: COMMENTED },
      { sha: 'lock' },
      { sha: 'mixed' },
      { sha: 'translation' },
      { sha: 'vendor' },
    ],
    raw_git_line_count: [
      { sha: IGNORED, path: 'a.c' },
      { sha: COMMENTED, path: 'a.c' },
      { sha: 'lock', path: 'package-lock.json' },
      { sha: 'mixed', path: 'package-lock.json' },
      { sha: 'mixed', path: 'package.json' },
      { sha: 'translation', path: 'po/de.po' },
      { sha: 'vendor', path: 'vendor/zlib/inflate.c' },
    ],
    raw_git_document: [
      { path: '.git-blame-ignore-revs', text: `# ${COMMENTED}\n${IGNORED} # indent\n` },
      { path: 'doc/.git-blame-ignore-revs', text: `${COMMENTED}\n` },
    ],
  },
  expect: {
    fct_commit: [
      { sha: IGNORED, mechanical_reason: 'blame_ignore_revs', is_line_work: false },
      { sha: COMMENTED, mechanical_reason: null, is_line_work: true },
      { sha: 'lock', mechanical_reason: 'file_class', is_line_work: false },
      { sha: 'mixed', mechanical_reason: null, is_line_work: true },
      { sha: 'translation', mechanical_reason: 'file_class', is_line_work: false },
      { sha: 'vendor', mechanical_reason: 'file_class', is_line_work: false },
    ],
  },
});

factTest({
  name: 'counts as work what people change, and neither what machines do nor what changes nothing',
  given: {
    raw_git_commit: [
      {
        sha: 'bot',
        author_name: 'dependabot[bot]',
        author_email: '49699333+dependabot[bot]@users.noreply.github.com',
      },
      { sha: 'nothing' },
      { sha: 'person' },
    ],
    raw_git_line_count: [
      { sha: 'bot', path: 'a.c' },
      { sha: 'person', path: 'a.c' },
    ],
  },
  expect: {
    fct_commit: [
      { sha: 'bot', is_bot: true, is_work: false, is_line_work: false },
      { sha: 'nothing', is_bot: false, is_work: false, is_line_work: false },
      { sha: 'person', is_bot: false, is_work: true, is_line_work: true },
    ],
  },
});
