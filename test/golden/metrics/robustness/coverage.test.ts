import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };

metricTest('coverage', {
  name: 'what could be read, dated and attributed, each hash once over two repositories',
  // Hashes: a, b (also in 2), c (bot), d (merge), e (no date, lines not read), f of 2022; g lands at the end and is not seen: 6.
  // Dated 5/6. Of 5 that are no merge, 4 were read. Work: a, b, e, f = 4, of e nobody knows the author: 3/4; b is mechanical: 3/4.
  // In the window: a and b; of a the company is known, of b the local time.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
      { scope_id: 7n, repo_id: 3n },
    ],
    dim_repo: [
      { repo_id: 1n, head_sha: 'g', head_committed_at: '2024-01-01', fetched_at: '2024-02-01' },
      {
        repo_id: 2n,
        head_sha: 'b',
        head_committed_at: '2023-06-01',
        fetched_at: '2024-01-15',
        is_shallow: true,
      },
      { repo_id: 3n, head_sha: null, fetched_at: '2024-01-15' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-05-01', principal_person_id: 1n },
      {
        sha: 'b',
        landed_at: '2023-06-01',
        principal_person_id: 1n,
        is_line_work: false,
        author_offset_minutes: 60,
      },
      {
        sha: 'b',
        repo_id: 2n,
        landed_at: '2023-06-01',
        principal_person_id: 1n,
        is_line_work: false,
        author_offset_minutes: 60,
      },
      { sha: 'c', landed_at: '2023-05-01', is_bot: true },
      { sha: 'd', landed_at: '2023-05-01', is_merge: true },
      { sha: 'e', landed_at: null, is_damaged: true },
      { sha: 'f', landed_at: '2022-05-01', principal_person_id: 1n, is_rewritten_history: true },
      { sha: 'g', landed_at: '2024-01-01', principal_person_id: 1n },
    ],
    fct_commit_organization: [{ sha: 'a', organization_id: 1n, weight: 1 }],
  },
  params,
  expect: [
    {
      scope_id: 7n,
      repository_count: 2n,
      commit_count: 6n,
      work_commit_count: 4n,
      bot_commit_count: 1n,
      merge_commit_count: 1n,
      first_commit_at: '2022-05-01T00:00:00Z',
      newest_commit_at: '2023-06-01T00:00:00Z',
      dated_share: 5 / 6,
      read_share: 0.8,
      attributed_share: 0.75,
      line_work_share: 0.75,
      window_commit_count: 2n,
      company_known_share: 0.5,
      local_time_known_share: 0.5,
      head_committed_at: '2024-01-01T00:00:00Z',
      complete_until: '2024-01-15T00:00:00Z',
      has_shallow_repository: true,
      has_rewritten_history: true,
    },
  ],
});

metricTest('coverage', {
  name: 'only merges give no shares of what is no merge',
  given: { fct_commit: [{ landed_at: '2023-05-01', is_merge: true }] },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 1n,
      work_commit_count: 0n,
      read_share: null,
      attributed_share: null,
      company_known_share: null,
    },
  ],
});
