import { metricTest } from '../../../support/metric-test.ts';

metricTest('active_contributors_by_month', {
  name: 'authors and co-authors once a month, everybody credited, and those not known on top',
  // June: authors 1 (twice) and 2 = 2 people; with reviewer 3 and committer 4 credited 4. One commit has no known
  // author: up to 3. The sign-off of 5 and the bot 9 count nowhere.
  given: {
    dim_person: [{ person_id: 9n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', authored_at: '2023-06-01', landed_at: '2023-07-01' },
      { sha: 'b', authored_at: '2023-06-30T23:59:59Z', landed_at: '2023-07-01' },
      { sha: 'c', authored_at: '2023-06-10', landed_at: '2023-06-10' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'a', person_id: 3n, role: 'reviewer' },
      { sha: 'a', person_id: 4n, role: 'committer' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'co_author' },
      { sha: 'b', person_id: 5n, role: 'signer' },
      { sha: 'b', person_id: 9n, role: 'reviewer' },
      { sha: 'c', person_id: null, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2023-07-15' },
  expect: [
    {
      scope_id: 1n,
      month: '2023-06-01',
      is_partial: false,
      author_count: 2n,
      author_count_high: 3n,
      credited_count: 4n,
      credited_only_count: 2n,
      change: 'unknown',
    },
    { month: '2023-07-01', is_partial: true, author_count: 0n, author_count_high: 0n, change: 'unknown' },
  ],
});

metricTest('active_contributors_by_month', {
  name: 'the usual range of people, not of commits',
  // Six months with one person: median 1, MAD 0, noise 2 * sqrt(1) = 2: below 3 is within, so 0 to 2.
  // In July three people share one commit: 3 is above. In August one person: within.
  given: {
    fct_commit: [
      ...['01', '02', '03', '04', '05', '06'].map((month) => ({
        sha: month,
        authored_at: `2023-${month}-10`,
        landed_at: `2023-${month}-10`,
      })),
      { sha: 'jul', authored_at: '2023-07-10', landed_at: '2023-07-10' },
      { sha: 'aug', authored_at: '2023-08-10', landed_at: '2023-08-10' },
    ],
    fct_credit: [
      ...['01', '02', '03', '04', '05', '06'].map((sha) => ({ sha, person_id: 1n, role: 'author' })),
      { sha: 'jul', person_id: 1n, role: 'author' },
      { sha: 'jul', person_id: 2n, role: 'co_author' },
      { sha: 'jul', person_id: 3n, role: 'co_author' },
      { sha: 'aug', person_id: 1n, role: 'author' },
    ],
  },
  params: { from: '2023-07-01', to: '2023-09-01' },
  expect: [
    {
      month: '2023-07-01',
      author_count: 3n,
      usual_median: 1,
      usual_low: 0n,
      usual_high: 2n,
      change: 'above',
    },
    {
      month: '2023-08-01',
      author_count: 1n,
      usual_median: 1,
      usual_low: 0n,
      usual_high: 2n,
      change: 'within',
    },
  ],
});

metricTest('active_contributors_by_month', {
  name: 'a person in two repositories of a scope is one',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', authored_at: '2023-06-01', landed_at: '2023-06-01' },
      { sha: 'b', repo_id: 2n, authored_at: '2023-06-02', landed_at: '2023-06-02' },
      { sha: 'n', authored_at: '2023-06-02', landed_at: '2023-06-02' },
      { sha: 'n', repo_id: 2n, authored_at: '2023-06-02', landed_at: '2023-06-02' },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', repo_id: 2n, person_id: 1n, role: 'author' },
      { sha: 'n', person_id: null, role: 'author' },
      { sha: 'n', repo_id: 2n, person_id: null, role: 'author' },
    ],
  },
  params: { from: '2023-06-01', to: '2023-07-01' },
  expect: [{ scope_id: 7n, author_count: 1n, author_count_high: 2n, credited_count: 1n }],
});
