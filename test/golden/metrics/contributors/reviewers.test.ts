import { metricTest } from '../../../support/metric-test.ts';

metricTest('reviewers', {
  name: 'commits that credit a reviewer, and whose they are',
  // Three commits credit a reviewer. 2 reviews all of them (two authors beside 2, one commit 2 wrote), 3 one of them.
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ann' },
      { person_id: 2n, name: 'Bob' },
      { person_id: 3n, name: 'Cyd' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-05-01', principal_person_id: 1n },
      { sha: 'b', landed_at: '2023-05-02', principal_person_id: 2n },
      { sha: 'c', landed_at: '2023-05-03', principal_person_id: 3n },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', person_id: 2n, role: 'reviewer' },
      { sha: 'a', person_id: 3n, role: 'acker' },
      { sha: 'b', person_id: 2n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'reviewer' },
      { sha: 'c', person_id: 2n, role: 'reviewer' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      person_name: 'Bob',
      reviewed_commit_count: 3n,
      reviewed_share: 1,
      reviewed_author_count: 2n,
      own_commit_count: 1n,
      authored_commit_count: 1n,
      first_reviewed_at: '2023-05-01T00:00:00Z',
      last_reviewed_at: '2023-05-03T00:00:00Z',
    },
    { person_name: 'Cyd', reviewed_commit_count: 1n, reviewed_share: 1 / 3, reviewed_author_count: 1n },
  ],
});
