import { metricTest } from '../../../support/metric-test.ts';

metricTest('contributors', {
  name: 'each role in its own column, first and last over all history',
  // Ada (1) authored a in 2021 and b in 2023; b was committed by Ben (2), reviewed by Cyd (3), who acked it too: one
  // reviewed commit. Cyd's only other sign is a sign-off, which is no contribution of its own (c).
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ada', login: 'ada' },
      { person_id: 2n, name: 'Ben' },
      { person_id: 3n, name: 'Cyd' },
    ],
    fct_commit: [
      { sha: 'a', authored_at: '2021-03-01', landed_at: '2021-03-02' },
      { sha: 'b', authored_at: '2023-04-01', landed_at: '2023-05-01' },
      { sha: 'c', authored_at: '2023-12-01', landed_at: '2023-12-01' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'committer' },
      { sha: 'b', person_id: 3n, role: 'reviewer' },
      { sha: 'b', person_id: 3n, role: 'acker' },
      { sha: 'c', person_id: 3n, role: 'signer' },
      { sha: 'c', person_id: 2n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      person_id: 2n,
      name: 'Ben',
      login: null,
      is_code_contributor: true,
      authored_commit_count: 1n,
      committed_commit_count: 1n,
      reviewed_commit_count: 0n,
      first_contribution_at: '2023-04-01T00:00:00Z',
      last_contribution_at: '2023-12-01T00:00:00Z',
      active_month_count: 2n,
      state: 'active',
    },
    {
      person_id: 1n,
      name: 'Ada',
      login: 'ada',
      authored_commit_count: 1n,
      committed_commit_count: 0n,
      first_contribution_at: '2021-03-01T00:00:00Z',
      last_contribution_at: '2023-04-01T00:00:00Z',
      active_month_count: 1n,
      state: 'quiet',
    },
    {
      person_id: 3n,
      is_code_contributor: false,
      authored_commit_count: 0n,
      reviewed_commit_count: 1n,
      last_contribution_at: '2023-04-01T00:00:00Z',
      state: 'quiet',
    },
  ],
});

metricTest('contributors', {
  name: 'merges stand apart; bots, their commits and credits that name nobody do not',
  // Person 1 merged twice and authored nothing else. Person 9 is a bot: neither its commit nor its co-authorship counts.
  given: {
    dim_person: [{ person_id: 9n, name: 'bot', kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'm', is_merge: true, authored_at: '2023-02-01', landed_at: '2023-02-01' },
      { sha: 'n', is_merge: true, authored_at: '2023-02-02', landed_at: '2023-02-02' },
      { sha: 'b', is_bot: true, authored_at: '2023-02-03', landed_at: '2023-02-03' },
      { sha: 'w', authored_at: '2023-02-04', landed_at: '2023-02-04' },
    ],
    fct_credit: [
      { sha: 'm', person_id: 1n, role: 'author' },
      { sha: 'm', person_id: 1n, role: 'committer' },
      { sha: 'n', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 9n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'reviewer' },
      { sha: 'w', person_id: null, role: 'author' },
      { sha: 'w', person_id: 9n, role: 'co_author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      person_id: 1n,
      is_code_contributor: false,
      authored_commit_count: 0n,
      committed_commit_count: 0n,
      merge_commit_count: 2n,
    },
  ],
});

metricTest('contributors', {
  name: 'quiet begins exactly quiet_months before the end; an undated commit counts without a date',
  // The end is 2024-01-01, three months before it is 2023-10-01T00:00: quiet. One second later: active.
  given: {
    fct_commit: [
      { sha: 'a', authored_at: '2023-10-01', landed_at: '2023-10-01' },
      { sha: 'b', authored_at: '2023-10-01T00:00:01Z', landed_at: '2023-10-01T00:00:01Z' },
      { sha: 'c', authored_at: null, landed_at: '2023-11-01' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'author' },
      { sha: 'c', person_id: 3n, role: 'co_author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { person_id: 1n, state: 'quiet' },
    { person_id: 2n, state: 'active' },
    {
      person_id: 3n,
      co_authored_commit_count: 1n,
      is_code_contributor: true,
      first_contribution_at: null,
      last_contribution_at: null,
      state: null,
    },
  ],
});

metricTest('contributors', {
  name: 'a commit in two repositories of a scope is one commit',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', authored_at: '2023-10-01', landed_at: '2023-10-01' },
      { sha: 'a', repo_id: 2n, authored_at: '2023-10-01', landed_at: '2023-10-01' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', repo_id: 2n, person_id: 1n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ scope_id: 7n, person_id: 1n, authored_commit_count: 1n }],
});

metricTest('contributors', {
  name: 'a merge is the work of its author alone',
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ada' },
      { person_id: 2n, name: 'Ben' },
    ],
    fct_commit: [{ sha: 'm', authored_at: '2023-05-01', landed_at: '2023-05-01', is_merge: true }],
    fct_credit: [
      { sha: 'm', person_id: 1n, role: 'author' },
      { sha: 'm', person_id: 2n, role: 'committer' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ person_id: 1n, merge_commit_count: 1n, committed_commit_count: 0n }],
});
