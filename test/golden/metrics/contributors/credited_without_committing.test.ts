import { metricTest } from '../../../support/metric-test.ts';

const day = { authored_at: '2023-05-01', landed_at: '2023-05-01' };

metricTest('credited_without_committing', {
  name: 'work whose author is not who pushed it, and people who never pushed',
  // 4 commits: one of person 1 himself, two of persons 2 and 3 pushed by 1, one merged on the web (committer not known).
  // Known 3 of 4, other authors 2 of 3. Credited: 1, 2, 3 and reviewer 4. Person 3 committed in 2021: so 2 and 4 never
  // did, 2 of 4. The signer 5 is not credited, the bot 9 is no person.
  given: {
    dim_person: [{ person_id: 9n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', ...day, principal_person_id: 1n, committer_person_id: 1n },
      { sha: 'b', ...day, principal_person_id: 2n, committer_person_id: 1n },
      { sha: 'c', ...day, principal_person_id: 3n, committer_person_id: 1n },
      { sha: 'd', ...day, principal_person_id: 2n, committer_person_id: null },
      { sha: 'o', authored_at: '2021-01-01', landed_at: '2021-01-01', committer_person_id: 3n },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'author' },
      { sha: 'b', person_id: 5n, role: 'signer' },
      { sha: 'c', person_id: 3n, role: 'author' },
      { sha: 'c', person_id: 4n, role: 'reviewer' },
      { sha: 'c', person_id: 9n, role: 'reviewer' },
      { sha: 'd', person_id: 2n, role: 'author' },
      { sha: 'd', person_id: null, role: 'co_author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      commit_count: 4n,
      known_commit_count: 3n,
      other_author_commit_count: 2n,
      other_author_share_of_known: 2 / 3,
      known_share: 0.75,
      credited_person_count: 4n,
      never_committed_person_count: 2n,
      never_committed_person_share: 0.5,
      reason: null,
    },
  ],
});

metricTest('credited_without_committing', {
  name: 'replayed history says nothing about who pushed; half of the commits is not most',
  // Scope 1: 2 of 3 replayed. Scope 2: 1 of 2.
  given: {
    fct_commit: [
      { sha: 'a', ...day, principal_person_id: 2n, committer_person_id: 1n, is_rewritten_history: true },
      { sha: 'b', ...day, principal_person_id: 2n, committer_person_id: 1n, is_rewritten_history: true },
      { sha: 'c', ...day, principal_person_id: 2n, committer_person_id: 1n },
      { repo_id: 2n, sha: 'd', ...day, principal_person_id: 2n, committer_person_id: 1n },
      {
        repo_id: 2n,
        sha: 'e',
        ...day,
        principal_person_id: 1n,
        committer_person_id: 1n,
        is_rewritten_history: true,
      },
    ],
    fct_credit: [{ sha: 'a', person_id: 2n, role: 'author' }],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      commit_count: 3n,
      other_author_commit_count: null,
      other_author_share_of_known: null,
      credited_person_count: 1n,
      never_committed_person_count: null,
      reason: 'rewritten_history',
    },
    {
      scope_id: 2n,
      other_author_share_of_known: 0.5,
      credited_person_count: 0n,
      never_committed_person_count: 0n,
      never_committed_person_share: null,
      reason: null,
    },
  ],
});
