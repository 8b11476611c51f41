import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('principal_authors', {
  name: 'shares are over the whole, unknown included',
  // 4 commits: 2 by person 1, 1 by person 2, 1 by nobody known. Lines 10 + 20, 60, 10 = 100.
  // Commits: 2/4, then 3/4. Lines: person 2 first with 60/100, then person 1 with 30/100: 90/100.
  given: {
    dim_person: [{ person_id: 1n, name: 'Ada', login: 'ada' }],
    fct_commit: [
      { person_id: 1n, landed_at: '2023-01-01', added_line_count: 10n },
      { person_id: 1n, landed_at: '2023-12-31T23:59:59Z', added_line_count: 20n },
      { person_id: 2n, landed_at: '2023-06-01', added_line_count: 60n },
      { person_id: null, landed_at: '2023-06-02', added_line_count: 10n },
      { person_id: 2n, landed_at: '2024-01-01', added_line_count: 1000n },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      person_id: 1n,
      name: 'Ada',
      login: 'ada',
      commit_rank: 1n,
      commit_count: 2n,
      commit_share: 0.5,
      cumulative_commit_share: 0.5,
      added_line_rank: 2n,
      added_line_count: 30n,
      added_line_share: 0.3,
      cumulative_added_line_share: 0.9,
    },
    {
      person_id: 2n,
      name: null,
      commit_rank: 2n,
      commit_count: 1n,
      commit_share: 0.25,
      cumulative_commit_share: 0.75,
      added_line_rank: 1n,
      added_line_count: 60n,
      added_line_share: 0.6,
      cumulative_added_line_share: 0.6,
    },
  ],
});

metricTest('principal_authors', {
  name: 'the principal author has the commit, not the committer who stands as author; mechanical lines do not count',
  // Person 1 stands as git author of both; the first is person 5's work. The second is a mechanical change:
  // it is work, but its 900 lines are nobody's.
  given: {
    fct_commit: [
      { person_id: 1n, principal_person_id: 5n, landed_at: '2023-01-01', added_line_count: 4n },
      { person_id: 1n, is_line_work: false, landed_at: '2023-01-02', added_line_count: 900n },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { person_id: 1n, commit_share: 0.5, added_line_count: 0n, added_line_share: 0, added_line_rank: 2n },
    { person_id: 5n, commit_share: 0.5, added_line_count: 4n, added_line_share: 1, added_line_rank: 1n },
  ],
});

metricTest('principal_authors', {
  name: 'no lines at all give no share; merges and bots count for nobody',
  // A damaged commit has null lines: 0 / 0 is not known.
  given: {
    fct_commit: [
      { person_id: 1n, landed_at: '2023-01-01', is_damaged: true },
      ...repeat(3, { person_id: 2n, landed_at: '2023-01-01', is_merge: true }),
      ...repeat(3, { person_id: 9n, landed_at: '2023-01-01', is_bot: true }),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ person_id: 1n, commit_share: 1, added_line_share: null, cumulative_added_line_share: null }],
});

metricTest('principal_authors', {
  name: 'a hash in two repositories counts once; ties go by person_id',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', person_id: 2n, landed_at: '2023-01-01', added_line_count: 3n },
      { sha: 'a', repo_id: 2n, person_id: 2n, landed_at: '2023-01-01', added_line_count: 3n },
      { sha: 'b', repo_id: 2n, person_id: 1n, landed_at: '2023-01-01', added_line_count: 3n },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    { scope_id: 7n, person_id: 1n, commit_rank: 1n, commit_share: 0.5, added_line_rank: 1n },
    { person_id: 2n, commit_rank: 2n, cumulative_commit_share: 1, added_line_rank: 2n },
  ],
});

metricTest('principal_authors', {
  name: 'since when and until when somebody is at work is told by all their work, by author date',
  // First in 2019, long before the window; the one of 2023-03 landed in it. Merges, and what landed after the window, say nothing.
  given: {
    fct_commit: [
      { person_id: 1n, authored_at: '2018-01-01', landed_at: '2018-01-01', is_merge: true },
      { person_id: 1n, authored_at: '2019-05-06', landed_at: '2019-06-01' },
      { person_id: 1n, authored_at: '2023-03-01', landed_at: '2023-04-01' },
      { person_id: 1n, authored_at: '2023-12-01', landed_at: '2024-01-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      person_id: 1n,
      commit_count: 1n,
      first_commit_at: '2019-05-06T00:00:00Z',
      last_commit_at: '2023-03-01T00:00:00Z',
    },
  ],
});
