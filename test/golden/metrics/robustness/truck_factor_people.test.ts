import { metricTest } from '../../../support/metric-test.ts';

const to = '2024-01-01';
const landed_at = '2022-05-01';

const added = (sha: string, ...paths: string[]) =>
  paths.map((path) => ({ sha, change: 'added', file_id: BigInt(path.charCodeAt(0)) }));

const files = (...paths: string[]) =>
  paths.map((path) => ({ file_id: BigInt(path.charCodeAt(0)), path, file_class: 'code', is_at_head: true }));

metricTest('truck_factor_people', {
  name: 'coverage after each removal, who is active by any credit but a sign-off',
  // 4 files: 2 created x and y, 1 created z, 3 created y as well; w has no author. Order by files, then by id: 2, 1, 3.
  // Without 2: y (by 3) and z remain, 2/4 = 0.5. Without 1: y, 1/4. Without 3: none. Half is lost with the second.
  // Active since 2023-01-01: 1 by a review of March 2023; 2 signed off only, so the last is May 2022; 3 lies before.
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ann' },
      { person_id: 2n, name: 'Ben' },
      { person_id: 3n, name: 'Cleo' },
    ],
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at, authored_at: '2022-05-01' },
      { sha: 'b', principal_person_id: 2n, landed_at, authored_at: '2022-05-01' },
      { sha: 'c', principal_person_id: 3n, landed_at, authored_at: '2022-12-31' },
      { sha: 'd', principal_person_id: null, landed_at: '2023-03-02', authored_at: '2023-03-01' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'author' },
      { sha: 'c', person_id: 3n, role: 'author' },
      { sha: 'd', person_id: 1n, role: 'reviewer' },
      { sha: 'd', person_id: 2n, role: 'signer' },
    ],
    fct_file: files('w', 'x', 'y', 'z'),
    fct_file_change: [...added('a', 'z'), ...added('b', 'x', 'y'), ...added('c', 'y')],
  },
  params: { to },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      person_id: 2n,
      name: 'Ben',
      authored_file_count: 2n,
      authored_file_share: 0.5,
      remaining_file_share: 0.5,
      is_in_truck_factor: true,
      last_contribution_at: '2022-05-01T00:00:00Z',
      is_active: false,
    },
    {
      scope_id: 1n,
      rank: 2,
      person_id: 1n,
      name: 'Ann',
      authored_file_count: 1n,
      authored_file_share: 0.25,
      remaining_file_share: 0.25,
      is_in_truck_factor: true,
      last_contribution_at: '2023-03-01T00:00:00Z',
      is_active: true,
    },
    {
      scope_id: 1n,
      rank: 3,
      person_id: 3n,
      name: 'Cleo',
      authored_file_count: 1n,
      authored_file_share: 0.25,
      remaining_file_share: 0,
      is_in_truck_factor: false,
      last_contribution_at: '2022-12-31T00:00:00Z',
      is_active: false,
    },
  ],
});

metricTest('truck_factor_people', {
  name: 'in the paper people are names, and a commit without a known author is nobody',
  // Ann created x under two spellings of her name; the second commit is newer. The commit without a name gives y no author.
  given: {
    fct_commit: [
      { sha: 'a', author_name: 'Ann Lee', landed_at, authored_at: '2022-05-01' },
      { sha: 'b', author_name: 'ann lee', landed_at: '2023-02-02', authored_at: '2023-02-01' },
      { sha: 'c', author_name: null, landed_at, authored_at: '2022-05-01' },
    ],
    fct_file: files('x', 'y'),
    fct_file_change: [...added('a', 'x'), ...added('c', 'y')],
  },
  params: { to, population: 'paper' },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      person_id: null,
      name: 'ann lee',
      authored_file_count: 1n,
      remaining_file_share: 0,
      last_contribution_at: '2023-02-01T00:00:00Z',
      is_active: true,
    },
  ],
});
