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
  name: 'does not believe dates before 1990 or after the collection',
  given: {
    raw_git_repository: [{ fetched_at: '2020-06-01' }],
    raw_git_commit: [
      { sha: 'a', authored_at: '1989-12-31T23:59:59Z', committed_at: '1990-01-01' },
      { sha: 'b', authored_at: '2020-05-31', committed_at: '2020-06-01' },
      { sha: 'c', authored_at: '2020-05-31', committed_at: '2020-06-01T00:00:01Z' },
      { sha: 'd', authored_at: '2020-05-31', committed_at: null },
    ],
  },
  expect: {
    fct_commit: [
      { sha: 'a', authored_at: null, landed_at: '1990-01-01T00:00:00Z' },
      { sha: 'b', authored_at: '2020-05-31T00:00:00Z', landed_at: '2020-06-01T00:00:00Z' },
      { sha: 'c', authored_at: '2020-05-31T00:00:00Z', landed_at: null },
      { sha: 'd', authored_at: '2020-05-31T00:00:00Z', landed_at: null },
    ],
    // a lacks its author date, c and d their commit dates.
    dim_repo: [{ undated_commit_count: 3n }],
  },
});

const REPLAYER = { committer_name: 'Rex Replay', committer_email: 'rex@replay.org' };

factTest({
  name: 'takes the author date in a year whose commits were replayed',
  // 2022: 2 of 4 commits have another committer (half), Rex made 1 of these 2 (half): replayed. The merge does not count.
  // 2023: 1 of 3 (a third): not replayed.
  given: {
    raw_git_commit: [
      { sha: 'a', authored_at: '2021-03-01', committed_at: '2022-02-01', ...REPLAYER },
      {
        sha: 'b',
        authored_at: '2021-04-01',
        committed_at: '2022-02-02',
        committer_name: 'Liz',
        committer_email: 'l@z.org',
      },
      { sha: 'c', committed_at: '2022-02-03' },
      { sha: 'd', committed_at: '2022-02-04' },
      { sha: 'e', authored_at: '2020-01-01', committed_at: '2022-02-05', parent_shas: ['c', 'd'] },
      { sha: 'f', authored_at: '2022-01-01', committed_at: '2023-02-01', ...REPLAYER },
      { sha: 'g', committed_at: '2023-02-02' },
      { sha: 'h', committed_at: '2023-02-03' },
    ],
  },
  expect: {
    fct_history_year: [
      {
        year: 2022,
        commit_count: 4n,
        other_committer_count: 2n,
        top_other_committer_count: 1n,
        is_rewritten_history: true,
      },
      {
        year: 2023,
        commit_count: 3n,
        other_committer_count: 1n,
        top_other_committer_count: 1n,
        is_rewritten_history: false,
      },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2021-03-01T00:00:00Z', is_rewritten_history: true },
      { sha: 'b', landed_at: '2021-04-01T00:00:00Z' },
      { sha: 'c', landed_at: '2022-02-03T00:00:00Z' },
      { sha: 'd', landed_at: '2022-02-04T00:00:00Z' },
      { sha: 'e', landed_at: '2020-01-01T00:00:00Z' },
      { sha: 'f', landed_at: '2023-02-01T00:00:00Z', is_rewritten_history: false },
      { sha: 'g', landed_at: '2023-02-02T00:00:00Z' },
      { sha: 'h', landed_at: '2023-02-03T00:00:00Z' },
    ],
  },
});

factTest({
  name: 'takes merges on the web for what they are: no committer and no replay',
  given: {
    raw_git_commit: [
      {
        sha: 'a',
        committed_at: '2022-02-01',
        committer_name: 'GitHub',
        committer_email: 'noreply@github.com',
      },
    ],
  },
  expect: {
    fct_history_year: [{ year: 2022, other_committer_count: 0n, is_rewritten_history: false }],
    fct_commit: [{ sha: 'a', committer_person_id: null, committer_name: 'GitHub' }],
    fct_credit: [{ sha: 'a', role: 'author', source: 'git', position: 1 }],
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
  name: 'takes commits that blame ignores, and those of only generated files, for mechanical',
  given: {
    raw_git_commit: [{ sha: IGNORED }, { sha: COMMENTED }, { sha: 'lock' }, { sha: 'mixed' }],
    raw_git_line_count: [
      { sha: IGNORED, path: 'a.c' },
      { sha: COMMENTED, path: 'a.c' },
      { sha: 'lock', path: 'package-lock.json' },
      { sha: 'mixed', path: 'package-lock.json' },
      { sha: 'mixed', path: 'package.json' },
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
    ],
  },
});

factTest({
  name: 'leaves bots out of work, and finds reverts, re-lands and fixes',
  given: {
    raw_git_commit: [
      { sha: 'aaaaaaa1', subject: 'Add a cache' },
      { sha: 'aaaaaaa2', subject: 'Add a pool' },
      {
        sha: 'b1',
        author_name: 'dependabot[bot]',
        author_email: '49699333+dependabot[bot]@users.noreply.github.com',
        subject: 'Bump a package',
      },
      {
        sha: 'r1',
        subject: 'Revert "Add a cache"',
        message: 'Revert "Add a cache"\n\nThis reverts commit aaaaaaa1.\n',
      },
      {
        sha: 'r2',
        subject: 'Take it out again',
        message: 'Take it out again\n\nThis reverts commit aaaaaaa.\n',
      },
      {
        sha: 'r3',
        subject: 'Reapply "Add a cache"',
        message: 'Reapply "Add a cache"\n\nThis reverts commit r1.\n',
      },
      { sha: 's1', subject: 'Fix a crash' },
      { sha: 's2', subject: 'Fix typo in prefix' },
      { sha: 's3', subject: 'Prefix names', message: 'Prefix names\n\nCloses: #12\n' },
      { sha: 's4', subject: 'Count rows', message: 'Count rows\n\nBackpatch-through: 14\n' },
    ],
  },
  // r2's prefix fits two commits, so that it says which of them by no means.
  expect: {
    fct_commit: [
      { sha: 'aaaaaaa1', is_revert: false, reverted_sha: null, fix_rule: null, is_bot: false },
      { sha: 'aaaaaaa2', is_revert: false, reverted_sha: null, fix_rule: null, is_bot: false },
      { sha: 'b1', is_revert: false, reverted_sha: null, fix_rule: null, is_bot: true },
      { sha: 'r1', is_revert: true, reverted_sha: 'aaaaaaa1', fix_rule: null, is_bot: false },
      { sha: 'r2', is_revert: true, reverted_sha: null, fix_rule: null, is_bot: false },
      { sha: 'r3', is_revert: false, reverted_sha: null, fix_rule: null, is_bot: false },
      { sha: 's1', is_revert: false, reverted_sha: null, fix_rule: 'subject', is_bot: false },
      { sha: 's2', is_revert: false, reverted_sha: null, fix_rule: null, is_bot: false },
      { sha: 's3', is_revert: false, reverted_sha: null, fix_rule: 'closes', is_bot: false },
      { sha: 's4', is_revert: false, reverted_sha: null, fix_rule: 'backpatch', is_bot: false },
    ],
  },
});

/** One commit of each of these people on each of these days, with an offset in minutes. */
const clocked = (...commits: readonly (readonly [string, string, number])[]) =>
  commits.map(([author_name, day, author_offset_minutes], index) => ({
    sha: `s${String(index + 1).padStart(2, '0')}`,
    author_name,
    author_email: `${author_name.toLowerCase()}@example.org`,
    authored_at: day,
    author_offset_minutes,
  }));

factTest({
  name: 'takes an offset of 0 for unknown where a person or a half-year has hardly any other',
  // Ann (London): 0 in winter, 60 in summer: 1 of 2, her zone is known. Bob: 0 both times, 2 of 2: unknown.
  // The half-years: January to June 2020 has 0 in 3 of 5; the second half in 1 of 1, so it is an era without a zone, and
  // Cyd's 0 of December is unknown although his 120 of May shows that he has one.
  given: {
    raw_git_commit: clocked(
      ['Ann', '2020-01-10', 0],
      ['Ann', '2020-06-10', 60],
      ['Bob', '2020-02-10', 0],
      ['Bob', '2020-03-10', 0],
      ['Cyd', '2020-05-10', 120],
      ['Cyd', '2020-12-10', 0],
    ),
  },
  expect: {
    fct_commit: [
      { sha: 's01', author_offset_minutes: 0 },
      { sha: 's02', author_offset_minutes: 60 },
      { sha: 's03', author_offset_minutes: null },
      { sha: 's04', author_offset_minutes: null },
      { sha: 's05', author_offset_minutes: 120 },
      { sha: 's06', author_offset_minutes: null },
    ],
  },
});
