import { metricTest } from '../../../support/metric-test.ts';

metricTest('ai_assisted_share', {
  name: 'commits by an agent and commits that credit one; a bot is neither',
  // May: agent's own a, assisted b, plain c: 2 of 3. June: d alone, 0 of 1. The bot's commit and the merge count nowhere.
  given: {
    dim_person: [
      { person_id: 1n, kind: 'person' },
      { person_id: 8n, kind: 'agent', is_bot: true },
      { person_id: 9n, kind: 'bot', is_bot: true },
    ],
    fct_commit: [
      { sha: 'a', person_id: 8n, landed_at: '2023-05-01' },
      { sha: 'b', person_id: 1n, landed_at: '2023-05-02' },
      { sha: 'c', person_id: 1n, landed_at: '2023-05-03' },
      { sha: 'd', person_id: 1n, landed_at: '2023-06-01' },
      { sha: 'e', person_id: 9n, landed_at: '2023-06-02', is_bot: true },
      { sha: 'f', person_id: 1n, landed_at: '2023-06-03', is_merge: true },
    ],
    fct_credit: [
      { sha: 'a', person_id: 8n, role: 'author' },
      { sha: 'b', person_id: 8n, role: 'assist' },
      { sha: 'c', person_id: 1n, role: 'author' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      month: '2023-05-01',
      commit_count: 3n,
      agent_commit_count: 1n,
      assisted_commit_count: 1n,
      ai_assisted_share: 2 / 3,
    },
    { month: '2023-06-01', commit_count: 1n, ai_assisted_share: 0 },
  ],
});

metricTest('ai_assisted_share', {
  name: 'months of which only a part is in the window say so',
  given: {
    fct_commit: [{ landed_at: '2023-04-30' }, { landed_at: '2023-05-01' }, { landed_at: '2023-06-10' }],
  },
  params: { from: '2023-04-02', to: '2023-06-20' },
  expect: [
    { month: '2023-04-01', is_partial: true },
    { month: '2023-05-01', is_partial: false },
    { month: '2023-06-01', is_partial: true },
  ],
});
