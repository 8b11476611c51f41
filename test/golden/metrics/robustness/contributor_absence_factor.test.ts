import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('contributor_absence_factor', {
  name: 'two equal authors of three are needed for half',
  // 3 commits, half is 1.5; the first author brings 1, the second 2 ≥ 1.5 → 2 people. The bot's 5 and the merge do not count.
  given: {
    fct_commit: [
      { principal_person_id: 1n, landed_at },
      { principal_person_id: 2n, landed_at },
      { principal_person_id: 3n, landed_at },
      ...repeat(5, { principal_person_id: 9n, landed_at, is_bot: true }),
      { principal_person_id: 1n, landed_at, is_merge: true },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 3n,
      unknown_commit_count: 0n,
      person_count: 3n,
      contributor_absence_factor: 2,
      top_person_share: 1 / 3,
    },
  ],
});

metricTest('contributor_absence_factor', {
  name: 'exactly half is enough',
  // 4 commits, the first author has 2 ≥ 2 → 1 person.
  given: {
    fct_commit: [
      ...repeat(2, { principal_person_id: 1n, landed_at }),
      { principal_person_id: 2n, landed_at },
      { principal_person_id: 3n, landed_at },
    ],
  },
  params,
  expect: [{ scope_id: 1n, commit_count: 4n, contributor_absence_factor: 1, top_person_share: 0.5 }],
});

metricTest('contributor_absence_factor', {
  name: 'unknown authors are never one person',
  // 5 commits, half is 2.5. The known author has 2; each of the 3 unknown commits may be by somebody else: 2 + 1 ≥ 2.5 → 2.
  given: {
    fct_commit: [
      ...repeat(2, { principal_person_id: 1n, landed_at }),
      ...repeat(3, { principal_person_id: null, landed_at }),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 5n,
      unknown_commit_count: 3n,
      person_count: 1n,
      contributor_absence_factor: 2,
      top_person_share: 0.4,
    },
  ],
});

metricTest('contributor_absence_factor', {
  name: 'a hash in two repositories of a project counts once, and a person is one across them',
  // Hashes a, b, c: a and b by 1 (a twice), c by 2. 3 commits, half is 1.5; 1 has 2 → 1 person.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'a', repo_id: 2n, principal_person_id: 1n, landed_at },
      { sha: 'b', repo_id: 2n, principal_person_id: 1n, landed_at },
      { sha: 'c', repo_id: 2n, principal_person_id: 2n, landed_at },
    ],
  },
  params,
  expect: [{ scope_id: 7n, commit_count: 3n, contributor_absence_factor: 1, top_person_share: 2 / 3 }],
});
