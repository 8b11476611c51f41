import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('bots', {
  name: 'bots and agents with their share of all commits, people and merges left out',
  // 5 commits that are no merges: 2 by the bot, 1 by the agent, 1 by a person, 1 by nobody known. Shares 2/5 and 1/5.
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ada', kind: 'person' },
      { person_id: 8n, name: 'dependabot[bot]', kind: 'bot', is_bot: true, bot_rule: 'suffix' },
      { person_id: 9n, name: 'Agent', login: 'agent', kind: 'agent', is_bot: true, bot_rule: 'list' },
    ],
    fct_commit: [
      ...repeat(2, { person_id: 8n, is_bot: true, landed_at: '2023-05-01' }),
      { person_id: 9n, is_bot: true, landed_at: '2023-05-02' },
      { person_id: 1n, landed_at: '2023-05-02' },
      { person_id: null, landed_at: '2023-05-02' },
      { person_id: 8n, is_bot: true, is_merge: true, landed_at: '2023-05-03' },
      { person_id: 8n, is_bot: true, landed_at: '2022-12-31' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      person_id: 8n,
      name: 'dependabot[bot]',
      login: null,
      kind: 'bot',
      bot_rule: 'suffix',
      commit_count: 2n,
      commit_share: 0.4,
      last_commit_at: '2023-05-01T00:00:00Z',
    },
    { person_id: 9n, login: 'agent', kind: 'agent', bot_rule: 'list', commit_count: 1n, commit_share: 0.2 },
  ],
});

metricTest('bots', {
  name: 'a hash in two repositories counts once',
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_person: [{ person_id: 8n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', person_id: 8n, is_bot: true, landed_at: '2023-05-01' },
      { sha: 'a', repo_id: 2n, person_id: 8n, is_bot: true, landed_at: '2023-05-01' },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [{ scope_id: 7n, commit_count: 1n, commit_share: 1 }],
});
