import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('dco_share', {
  name: 'a sign-off counts from the author, whoever pushed, and not from somebody else',
  // 5 commits: a signed by its author 1; b by its principal author 2 though 1 pushed; c only by 3; d by nobody; e by an unknown author
  // and by 3. Signed off: 2 of 5, by somebody else: 2. Commit a stands in two repositories. The merge does not count.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', person_id: 1n, landed_at },
      { sha: 'a', repo_id: 2n, person_id: 1n, landed_at },
      { sha: 'b', person_id: 1n, principal_person_id: 2n, landed_at },
      { sha: 'c', person_id: 1n, landed_at },
      { sha: 'd', person_id: 1n, landed_at },
      { sha: 'e', person_id: null, landed_at },
      { sha: 'm', person_id: 1n, landed_at, is_merge: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'signer' },
      { sha: 'a', person_id: 3n, role: 'signer' },
      { sha: 'b', person_id: 2n, role: 'signer' },
      { sha: 'c', person_id: 3n, role: 'signer' },
      { sha: 'd', person_id: 1n, role: 'author' },
      { sha: 'e', person_id: 3n, role: 'signer' },
      { sha: 'm', person_id: 1n, role: 'signer' },
    ],
    fct_document: [
      { repo_id: 2n, kind: 'contributing', path: 'CONTRIBUTING', text: 'Please sign off your commits' },
    ],
  },
  params,
  expect: [
    {
      scope_id: 7n,
      commit_count: 5n,
      signed_off_commit_count: 2n,
      signed_off_share: 0.4,
      other_signed_commit_count: 2n,
      contributing_mentions_dco: true,
    },
  ],
});

metricTest('dco_share', {
  name: 'none is 0, and without a contributing document nothing is known of what it asks',
  given: { fct_commit: [{ person_id: 1n, landed_at }] },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 1n,
      signed_off_commit_count: 0n,
      signed_off_share: 0,
      contributing_mentions_dco: null,
    },
  ],
});
