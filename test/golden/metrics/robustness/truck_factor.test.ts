import { metricTest, repeat } from '../../../support/metric-test.ts';

const to = '2024-01-01';
const landed_at = '2023-05-01';

/** Paths of these tests differ in their first letter. */
const id = (path: string) => BigInt(path.charCodeAt(0));

/** Code files at the head, one row each. */
const codeFiles = (...paths: string[]) =>
  paths.map((path) => ({ file_id: id(path), path, file_class: 'code', is_at_head: true }));

/** Changes of files by one commit. */
const changes = (sha: string, change: string, ...paths: string[]) =>
  paths.map((path) => ({ sha, change, file_id: id(path) }));

metricTest('truck_factor', {
  name: 'exactly one half is still covered, and files without an author count',
  // 8 files: a created 1, 2, 3; b 3, 4, 6; c 5; 7 and 8 came in by merges, so nobody is their author: 6/8 = 0.75.
  // a and b have 3 files each, a's id is smaller. Without a 3, 4, 5, 6 remain: 4/8 = 0.5, still covered.
  // Without b as well only 5: 1/8 = 0.125 < 0.5, so 2 people. Low (0.53): 0.5 is below it after one. High (0.47): two.
  given: {
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'b', principal_person_id: 2n, landed_at },
      { sha: 'c', principal_person_id: 3n, landed_at },
    ],
    fct_file: codeFiles('1', '2', '3', '4', '5', '6', '7', '8'),
    fct_file_change: [
      ...changes('a', 'added', '1', '2', '3'),
      ...changes('b', 'added', '3', '4', '6'),
      ...changes('c', 'added', '5'),
    ],
  },
  params: { to },
  expect: [
    {
      scope_id: 1n,
      file_count: 8n,
      authorless_file_count: 2n,
      author_count: 3n,
      truck_factor: 2,
      truck_factor_low: 1,
      truck_factor_high: 2,
      truck_factor_pruned: 2,
      covered_file_share: 0.75,
      previous_file_share: 0.5,
      remaining_file_share: 0.125,
    },
  ],
});

metricTest('truck_factor', {
  name: 'who changes much becomes an author beside the creator, who changes little does not',
  // File x: created by 1 (degree 3.293 + 1.098 = 4.391, minus 0.321 ln(1 + 8) = 0.705: 3.686), changed 7 times by 2
  // (3.293 + 7 × 0.164 = 4.441, minus 0.321 ln(1 + 1) = 0.223: 4.218) and once by 3 (3.457 − 0.321 ln 8 = 2.790).
  // Over the largest, 4.218: 1 has 0.874, 3 has 0.661 and is too low in itself as well. Authors are 1 and 2: both must leave.
  given: {
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'b', principal_person_id: 2n, landed_at },
      { sha: 'c', principal_person_id: 3n, landed_at },
    ],
    fct_file: codeFiles('x'),
    fct_file_change: [
      ...changes('a', 'added', 'x'),
      ...repeat(7, { sha: 'b', change: 'modified', file_id: id('x') }),
      ...changes('c', 'modified', 'x'),
    ],
  },
  params: { to },
  expect: [{ scope_id: 1n, file_count: 1n, author_count: 2n, truck_factor: 2, truck_factor_high: 2 }],
});

metricTest('truck_factor', {
  name: 'an author has a degree of 3.293 and more than three quarters of the largest',
  // Nobody known created x: 1 changed it once (3.457 − 0.321 ln 3 = 3.104, too little), 2 twice (3.621 − 0.321 ln 2 = 3.399).
  // 3 created y and z and changed each 10 times. 4 changed y 8 times: 4.605 − 0.321 ln 11 = 3.835, of 6.031 − 0.321 ln 9
  // = 5.326 that is 0.720; and z 9 times: 4.769 − 0.770 = 3.999 of 6.031 − 0.321 ln 10 = 5.292, 0.756. So 2 is the author
  // of x, 3 of y and z, 4 of z: without 3 (the most files) x and z stay, 2/3; without 2 as well z, 1/3.
  given: {
    fct_commit: [1n, 2n, 3n, 4n].map((person) => ({
      sha: `by ${person}`,
      principal_person_id: person,
      landed_at,
    })),
    fct_file: codeFiles('x', 'y', 'z'),
    fct_file_change: [
      ...changes('by 1', 'modified', 'x'),
      ...repeat(2, { sha: 'by 2', change: 'modified', file_id: id('x') }),
      ...changes('by 3', 'added', 'y', 'z'),
      ...repeat(10, { sha: 'by 3', change: 'modified', file_id: id('y') }),
      ...repeat(10, { sha: 'by 3', change: 'modified', file_id: id('z') }),
      ...repeat(8, { sha: 'by 4', change: 'modified', file_id: id('y') }),
      ...repeat(9, { sha: 'by 4', change: 'modified', file_id: id('z') }),
    ],
  },
  params: { to },
  expect: [
    {
      scope_id: 1n,
      author_count: 3n,
      truck_factor: 2,
      previous_file_share: 2 / 3,
      remaining_file_share: 1 / 3,
    },
  ],
});

metricTest('truck_factor', {
  name: 'bots, merges, mechanical commits and commits after the end give no authorship',
  // Only commit a counts: 1 is the author of x and leaves it with nobody. Of y nobody is known, z is no code.
  // late.c was added after the end, so it is no file yet. 2 files, 1 covered: 0.5, then 0 after one person.
  given: {
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'bot', principal_person_id: 2n, landed_at, is_bot: true },
      { sha: 'merge', principal_person_id: 3n, landed_at, is_merge: true },
      { sha: 'indent', principal_person_id: 4n, landed_at, is_line_work: false },
      { sha: 'late', principal_person_id: 5n, landed_at: '2024-01-01' },
    ],
    fct_file: [...codeFiles('x', 'y', 'late.c'), { file_id: id('z'), path: 'z', file_class: 'docs' }],
    fct_file_change: [
      ...changes('a', 'added', 'x', 'z'),
      ...changes('bot', 'added', 'y'),
      ...changes('merge', 'modified', 'x', 'y'),
      ...changes('indent', 'modified', 'y'),
      ...changes('late', 'added', 'late.c'),
    ],
  },
  params: { to },
  expect: [{ scope_id: 1n, file_count: 2n, author_count: 1n, truck_factor: 1, covered_file_share: 0.5 }],
});

metricTest('truck_factor', {
  name: 'not known where every change is mechanical',
  given: {
    fct_commit: [{ sha: 'a', principal_person_id: 1n, landed_at, is_line_work: false }],
    fct_file: codeFiles('x'),
    fct_file_change: changes('a', 'added', 'x'),
  },
  params: { to },
  expect: [
    {
      scope_id: 1n,
      file_count: 1n,
      authorless_file_count: 1n,
      author_count: 0n,
      truck_factor: null,
      truck_factor_low: null,
      truck_factor_high: null,
      truck_factor_pruned: null,
      covered_file_share: 0,
      previous_file_share: null,
    },
  ],
});

metricTest('truck_factor', {
  name: 'the paper tells people apart by the spelling of their names, and counts mechanical commits',
  // `René  Smith` and `rene smith` are one person who created x and y, Bo created z, all by commits that are no line work.
  // 3 files: without the first 1/3 < 0.5, so 1.
  given: {
    fct_commit: [
      { sha: 'a', author_name: 'René  Smith', landed_at, is_line_work: false },
      { sha: 'b', author_name: 'rene smith', landed_at, is_line_work: false },
      { sha: 'c', author_name: 'Bo', landed_at, is_line_work: false },
    ],
    fct_file: codeFiles('x', 'y', 'z'),
    fct_file_change: [
      ...changes('a', 'added', 'x'),
      ...changes('b', 'added', 'y'),
      ...changes('c', 'added', 'z'),
    ],
  },
  params: { to, population: 'paper' },
  expect: [{ scope_id: 1n, author_count: 2n, truck_factor: 1 }],
});

const inOther = <T extends { file_id: bigint }>(row: T) => ({
  ...row,
  repo_id: 2n,
  file_id: row.file_id + 1000n,
});

metricTest('truck_factor', {
  name: 'a person of two repositories is one in their project, and few files are pruned',
  // 1 created 11 files in repository 1 and 1 in repository 2, 2 created 11, 3 created 1 file: 24 files.
  // Without 1 12/24 = 0.5 remain, without 2 as well 1/24: 2 people. 3 would have 1 of 12 files, less than a tenth, but is not needed.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'b', repo_id: 2n, principal_person_id: 1n, landed_at },
      { sha: 'c', repo_id: 2n, principal_person_id: 2n, landed_at },
      { sha: 'd', repo_id: 2n, principal_person_id: 3n, landed_at },
    ],
    fct_file: [...codeFiles(...'abcdefghijk'), ...codeFiles(...'abcdefghijklm').map(inOther)],
    fct_file_change: [
      ...changes('a', 'added', ...'abcdefghijk'),
      ...changes('b', 'added', 'a').map(inOther),
      ...changes('c', 'added', ...'bcdefghijkl').map(inOther),
      ...changes('d', 'added', 'm').map(inOther),
    ],
  },
  params: { to },
  expect: [
    {
      scope_id: 7n,
      file_count: 24n,
      author_count: 3n,
      truck_factor: 2,
      previous_file_share: 0.5,
      truck_factor_pruned: 2,
    },
  ],
});

metricTest('truck_factor', {
  name: 'a past date sees the files of then: one that was deleted since, and not one that was gone or not born',
  // At the end: x (by 1) is there and was deleted later, y (by 2) came back in after it had been deleted, z (by 3) was deleted before.
  // 2 files: without 1, who has as many as 2 and the smaller id, 1/2 is still covered; without 2 as well nothing is.
  given: {
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at, generation: 1 },
      { sha: 'b', principal_person_id: 2n, landed_at, generation: 2 },
      { sha: 'c', principal_person_id: 3n, landed_at, generation: 3 },
      { sha: 'd', principal_person_id: 3n, landed_at, generation: 4 },
      { sha: 'e', principal_person_id: 2n, landed_at, generation: 5 },
      { sha: 'f', principal_person_id: 3n, landed_at: '2024-02-01', generation: 6 },
    ],
    fct_file: codeFiles('x', 'y', 'z').map((row) => ({ ...row, is_at_head: row.path === 'y' })),
    fct_file_change: [
      ...changes('a', 'added', 'x'),
      ...changes('b', 'added', 'y'),
      ...changes('c', 'added', 'z'),
      ...changes('d', 'deleted', 'y', 'z'),
      ...changes('e', 'added', 'y'),
      ...changes('f', 'deleted', 'x'),
    ],
  },
  params: { to },
  expect: [{ scope_id: 1n, file_count: 2n, authorless_file_count: 0n, author_count: 2n, truck_factor: 2 }],
});
