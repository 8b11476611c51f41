import { metricTest } from '../../../support/metric-test.ts';

const person = (id: bigint, name: string) => ({
  dim_person: { person_id: id, name },
  dim_identity: { identity_id: id, name, email: '' },
  map_identity_person: { identity_id: id, person_id: id, rule: 'own', confidence: 1 },
});

const people = (...list: readonly ReturnType<typeof person>[]) => ({
  dim_person: list.map((one) => one.dim_person),
  dim_identity: list.map((one) => one.dim_identity),
  map_identity_person: list.map((one) => one.map_identity_person),
});

// Commit o is in both tags, a and b only in the new one, c in neither.
const refs = {
  map_ref_class: [
    { ref_class_id: 1n, kind: 'tag', ref_name: 'v1' },
    { ref_class_id: 1n, kind: 'tag', ref_name: 'v2' },
    { ref_class_id: 2n, kind: 'tag', ref_name: 'v2' },
  ],
  map_ref_commit: [
    { sha: 'o', ref_class_id: 1n },
    { sha: 'a', ref_class_id: 2n },
    { sha: 'b', ref_class_id: 2n },
    { sha: 'c', ref_class_id: 3n },
  ],
  fct_reached_commit: [
    { sha: 'o', generation: 1 },
    { sha: 'a', generation: 2 },
    { sha: 'b', generation: 3 },
    { sha: 'c', generation: 4 },
  ],
  fct_tag: [{ name: 'v1' }, { name: 'v2' }],
};

const credits = {
  fct_credit: [
    { sha: 'o', person_id: 3n, role: 'author' },
    { sha: 'a', person_id: 1n, role: 'author' },
    { sha: 'a', person_id: 2n, role: 'reviewer' },
    { sha: 'b', person_id: 1n, role: 'reviewer' },
    { sha: 'b', person_id: 2n, role: 'committer' },
    { sha: 'b', person_id: 2n, role: 'reporter' },
    { sha: 'b', person_id: 4n, role: 'signer' },
    { sha: 'c', person_id: 3n, role: 'author' },
  ],
};

const ann = {
  person_name: 'Ann Author',
  roles: 'author, reviewer',
  commit_count: 2n,
  authored_commit_count: 1n,
  reviewed_commit_count: 1n,
  reported_commit_count: 0n,
};
const bob = {
  person_name: 'Bob Builder',
  roles: 'reviewer, reporter, committer',
  commit_count: 2n,
  authored_commit_count: 0n,
  reviewed_commit_count: 1n,
  reported_commit_count: 1n,
  other_commit_count: 0n,
};

metricTest('release_credits', {
  name: 'between two tags',
  // a and b: Ann wrote a and reviewed b; Bob reviewed a, reported and pushed b. Who only signed off is not thanked.
  given: {
    ...people(
      person(1n, 'Ann Author'),
      person(2n, 'Bob Builder'),
      person(3n, 'Cyd Coder'),
      person(4n, 'Dee Signer'),
    ),
    ...refs,
    ...credits,
  },
  params: { from: 'v1', to: 'v2' },
  expect: [ann, bob],
});

metricTest('release_credits', {
  name: 'a branch of people without names, machines and first names',
  // Ann is a word of Ann Author, who is listed; person 5 has only an address, 6 is a bot. Zed is nobody else's name.
  given: {
    ...people(person(1n, 'Ann Author'), person(2n, 'Ann'), person(3n, 'Zed')),
    dim_person: [
      { person_id: 1n, name: 'Ann Author' },
      { person_id: 2n, name: 'Ann' },
      { person_id: 3n, name: 'Zed' },
      { person_id: 5n, name: 'mail' },
      { person_id: 6n, name: 'Robot', is_bot: true, kind: 'bot' },
    ],
    ...refs,
    fct_credit: [1n, 2n, 3n, 5n, 6n].map((person_id) => ({ sha: 'a', person_id, role: 'reporter' })),
  },
  params: { from: 'v1', to: 'v2' },
  expect: [{ person_name: 'Ann Author' }, { person_name: 'Zed' }],
});

metricTest('release_credits', {
  name: 'between a tag and a commit that nothing names',
  // The commit b builds on a, a on o, and c on b: o is in the tag, c comes later.
  given: {
    ...people(person(1n, 'Ann Author'), person(2n, 'Bob Builder'), person(3n, 'Cyd Coder')),
    ...refs,
    map_ref_commit: refs.map_ref_commit.map((row) => ({ ...row, sha: row.sha.repeat(40) })),
    fct_reached_commit: refs.fct_reached_commit.map((row) => ({ ...row, sha: row.sha.repeat(40) })),
    raw_git_commit: ['o', 'a', 'b', 'c'].map((sha, at, all) => ({
      sha: sha.repeat(40),
      parent_shas: all.slice(Math.max(0, at - 1), at).map((parent) => parent.repeat(40)),
      generation: at + 1,
    })),
    fct_credit: credits.fct_credit.map((row) => ({ ...row, sha: row.sha.repeat(40) })),
  },
  params: { from: 'v1', to: 'b'.repeat(10) },
  expect: [ann, bob],
});
