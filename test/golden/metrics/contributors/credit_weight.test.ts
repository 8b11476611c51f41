import { metricTest } from '../../../support/metric-test.ts';

metricTest('credit_weight', {
  name: 'authors of a commit share it equally, and the weights add up to the commits with a known author',
  // a: 1 alone, 1. b: 1 and 2, a half each; the reviewer and the bot get none. c: nobody known. Sum 1.5 + 0.5 = 2 of 3 commits.
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ann' },
      { person_id: 2n, name: 'Bob' },
      { person_id: 9n, name: 'helper[bot]', kind: 'bot', is_bot: true },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-05-01' },
      { sha: 'b', landed_at: '2023-05-02' },
      { sha: 'c', landed_at: '2023-05-03' },
      { sha: 'm', landed_at: '2023-05-04', is_merge: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 2n, role: 'co_author' },
      { sha: 'b', person_id: 3n, role: 'reviewer' },
      { sha: 'b', person_id: 9n, role: 'co_author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      person_id: 1n,
      person_name: 'Ann',
      credit_weight: 1.5,
      credit_weight_share: 0.5,
      authored_commit_count: 2n,
      sole_commit_count: 1n,
      commit_count: 3n,
      known_share: 2 / 3,
    },
    { person_id: 2n, credit_weight: 0.5, credit_weight_share: 1 / 6, sole_commit_count: 0n },
  ],
});
