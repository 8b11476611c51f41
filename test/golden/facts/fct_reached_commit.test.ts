import { factTest } from '../../support/fact-test.ts';

factTest({
  name: 'finds reverts, re-lands and fixes',
  given: {
    raw_git_commit: [
      { sha: 'aaaaaaa1', subject: 'Add a cache' },
      { sha: 'aaaaaaa2', subject: 'Add a pool' },
      {
        sha: 'bbbbbbb1',
        subject: 'Revert "Add a pool"',
        message: 'Revert "Add a pool"\n\nThis reverts commit aaaaaaa2.\n',
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
      {
        sha: 'r4',
        subject: 'Bring the pool back',
        message: 'Bring the pool back\n\nThis reverts commit bbbbbbb1.\n',
      },
      { sha: 's1', subject: 'Fix a crash' },
      { sha: 's2', subject: 'Fix typo in prefix' },
      { sha: 's3', subject: 'Prefix names', message: 'Prefix names\n\nCloses: #12\n' },
      { sha: 's4', subject: 'Count rows', message: 'Count rows\n\nBackpatch-through: 14\n' },
    ],
  },
  // r2's prefix fits two commits, so that it says which of them by no means. r4 takes a revert back, which only its hash tells.
  expect: {
    fct_commit: [
      { sha: 'aaaaaaa1', is_revert: false, is_reland: false, reverted_sha: null, fix_rule: null },
      { sha: 'aaaaaaa2', is_revert: false, is_reland: false, reverted_sha: null, fix_rule: null },
      { sha: 'bbbbbbb1', is_revert: true, is_reland: false, reverted_sha: 'aaaaaaa2', fix_rule: null },
      { sha: 'r1', is_revert: true, is_reland: false, reverted_sha: 'aaaaaaa1', fix_rule: null },
      { sha: 'r2', is_revert: true, is_reland: false, reverted_sha: null, fix_rule: null },
      { sha: 'r3', is_revert: false, is_reland: true, reverted_sha: null, fix_rule: null },
      { sha: 'r4', is_revert: false, is_reland: true, reverted_sha: 'bbbbbbb1', fix_rule: null },
      { sha: 's1', is_revert: false, is_reland: false, reverted_sha: null, fix_rule: 'subject' },
      { sha: 's2', is_revert: false, is_reland: false, reverted_sha: null, fix_rule: null },
      { sha: 's3', is_revert: false, is_reland: false, reverted_sha: null, fix_rule: 'closes' },
      { sha: 's4', is_revert: false, is_reland: false, reverted_sha: null, fix_rule: 'backpatch' },
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
