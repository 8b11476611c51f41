import { metricTest } from '../../../support/metric-test.ts';

metricTest('newcomers', {
  name: 'first in the window, with the commit, and back on another day or not',
  // Person 1 came in 2022 and is no newcomer. Person 2 has two commits on one day: not back. Person 3 is back on the
  // next day, two minutes later.
  given: {
    dim_person: [{ person_id: 2n, name: 'Ben', login: 'ben' }],
    dim_repo: [{ full_name: 'acme/db' }],
    fct_commit: [
      { sha: 'a', authored_at: '2022-12-31T23:59:59Z', landed_at: '2023-01-05' },
      {
        sha: 'b',
        authored_at: '2023-02-01T08:00:00Z',
        landed_at: '2023-02-01T08:00:00Z',
        subject: 'Mend it',
      },
      { sha: 'c', authored_at: '2023-02-01T09:00:00Z', landed_at: '2023-02-01T09:00:00Z' },
      { sha: 'd', authored_at: '2023-03-01T23:59:00Z', landed_at: '2023-03-02' },
      { sha: 'e', authored_at: '2023-03-02T00:01:00Z', landed_at: '2023-03-02' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'author' },
      { sha: 'c', person_id: 2n, role: 'co_author' },
      { sha: 'c', person_id: 1n, role: 'author' },
      { sha: 'd', person_id: 3n, role: 'author' },
      { sha: 'e', person_id: 3n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      person_id: 2n,
      name: 'Ben',
      login: 'ben',
      first_contribution_at: '2023-02-01T08:00:00Z',
      repo_id: 1n,
      repository: 'acme/db',
      sha: 'b',
      subject: 'Mend it',
      commit_count: 2n,
      active_day_count: 1n,
      last_contribution_at: '2023-02-01T09:00:00Z',
      has_come_back: false,
    },
    { person_id: 3n, sha: 'd', commit_count: 2n, active_day_count: 2n, has_come_back: true },
  ],
});

metricTest('newcomers', {
  name: 'reviewers, bots, mergers, undated commits and credits that name nobody bring no newcomer',
  given: {
    dim_person: [{ person_id: 9n, kind: 'agent', is_bot: true }],
    fct_commit: [
      { sha: 'a', authored_at: '2023-02-01', landed_at: '2023-02-01' },
      { sha: 'm', authored_at: '2023-02-01', landed_at: '2023-02-01', is_merge: true },
      { sha: 'u', authored_at: null, landed_at: '2023-02-01' },
      { sha: 'x', authored_at: '2023-02-02', landed_at: '2023-02-02', is_bot: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', person_id: 2n, role: 'reviewer' },
      { sha: 'a', person_id: 9n, role: 'co_author' },
      { sha: 'a', person_id: null, role: 'co_author' },
      { sha: 'm', person_id: 3n, role: 'author' },
      { sha: 'u', person_id: 4n, role: 'author' },
      { sha: 'x', person_id: 9n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ person_id: 1n, commit_count: 1n, has_come_back: false }],
});

metricTest('newcomers', {
  name: 'one commit in two repositories of a scope is one commit; new in a repository is not new in the project',
  // In scope 2 person 1 is new, in the project (7) the first is the commit of 2022 in repository 1.
  given: {
    dim_scope: [{ scope_id: 2n }, { scope_id: 7n }],
    map_scope_repo: [
      { scope_id: 2n, repo_id: 2n },
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_repo: [
      { repo_id: 1n, name: 'one' },
      { repo_id: 2n, name: 'two' },
    ],
    fct_commit: [
      { sha: 'a', authored_at: '2022-02-01', landed_at: '2022-02-01' },
      { sha: 'b', repo_id: 2n, authored_at: '2023-02-01', landed_at: '2023-02-01' },
      { sha: 'c', authored_at: '2023-03-01', landed_at: '2023-03-01' },
      { sha: 'c', repo_id: 2n, authored_at: '2023-03-01', landed_at: '2023-03-01' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', repo_id: 2n, person_id: 1n, role: 'author' },
      { sha: 'c', person_id: 2n, role: 'author' },
      { sha: 'c', repo_id: 2n, person_id: 2n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { scope_id: 2n, person_id: 1n, sha: 'b' },
    { scope_id: 2n, person_id: 2n, repo_id: 2n, repository: 'two', commit_count: 1n },
    { scope_id: 7n, person_id: 2n, repo_id: 1n, repository: 'one', commit_count: 1n },
  ],
});
