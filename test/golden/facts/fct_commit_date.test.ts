import { factTest } from '../../support/fact-test.ts';

factTest({
  name: 'does not believe dates before 1990 or after the collection',
  given: {
    raw_git_repository: [{ fetched_at: '2020-06-01' }],
    raw_git_commit: [
      { sha: 'a', authored_at: '1989-12-31T23:59:59Z', committed_at: '1990-01-01' },
      { sha: 'b', authored_at: '2020-05-31', committed_at: '2020-06-01' },
      { sha: 'c', authored_at: '2020-05-31', committed_at: '2020-06-01T00:00:01Z' },
      { sha: 'd', authored_at: '2020-05-31', committed_at: null },
      { sha: 'e', authored_at: '1990-01-01', committed_at: '1989-12-31T23:59:59Z' },
      { sha: 'f', authored_at: '2020-06-01T00:00:01Z', committed_at: '2020-06-01' },
    ],
  },
  expect: {
    fct_commit: [
      { sha: 'a', authored_at: null, landed_at: '1990-01-01T00:00:00Z' },
      { sha: 'b', authored_at: '2020-05-31T00:00:00Z', landed_at: '2020-06-01T00:00:00Z' },
      { sha: 'c', authored_at: '2020-05-31T00:00:00Z', landed_at: null },
      { sha: 'd', authored_at: '2020-05-31T00:00:00Z', landed_at: null },
      { sha: 'e', authored_at: '1990-01-01T00:00:00Z', landed_at: null },
      { sha: 'f', authored_at: null, landed_at: '2020-06-01T00:00:00Z' },
    ],
    // a and f lack their author dates, c, d and e their commit dates.
    dim_repo: [{ undated_commit_count: 5n }],
  },
});
