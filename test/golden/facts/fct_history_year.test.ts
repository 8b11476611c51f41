import { factTest } from '../../support/fact-test.ts';

const REPLAYER = { committer_name: 'Rex Replay', committer_email: 'rex@replay.org' };

factTest({
  name: 'takes the author date in a year whose commits were replayed',
  // 2022: 2 of 4 commits have another committer (half), Rex made 1 of these 2 (half): replayed. The merge does not count.
  // 2023: 1 of 3 (a third): not replayed. 2024: 3 of 4 have another committer, but each another one (1 of 3): not replayed.
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
      { sha: 'i', committed_at: '2024-02-01', ...REPLAYER },
      { sha: 'j', committed_at: '2024-02-02', committer_name: 'Liz', committer_email: 'l@z.org' },
      { sha: 'k', committed_at: '2024-02-03', committer_name: 'Moe', committer_email: 'm@z.org' },
      { sha: 'l', committed_at: '2024-02-04' },
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
      {
        year: 2024,
        commit_count: 4n,
        other_committer_count: 3n,
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
      { sha: 'i', landed_at: '2024-02-01T00:00:00Z', is_rewritten_history: false },
      { sha: 'j', landed_at: '2024-02-02T00:00:00Z' },
      { sha: 'k', landed_at: '2024-02-03T00:00:00Z' },
      { sha: 'l', landed_at: '2024-02-04T00:00:00Z' },
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
