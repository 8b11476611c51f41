import { metricTest, repeat } from '../../../support/metric-test.ts';

metricTest('activity_by_month', {
  name: 'a month is called only where it leaves the range of the months before',
  // From January to June two commits a month: median 2, MAD 0, so noise is 2 * max(0, sqrt(2)) = 2.83 and the range of
  // whole counts lies between 2 - 2.83 and 2 + 2.83: 0 to 4. July has 5, above. August looks back on 2 2 2 2 2 2 5:
  // still 0 to 4, and 0 commits are within it. June has only 5 months before it: unknown.
  given: {
    fct_commit: [
      ...repeat(2, { landed_at: '2023-01-15' }),
      ...repeat(2, { landed_at: '2023-02-15' }),
      ...repeat(2, { landed_at: '2023-03-15' }),
      ...repeat(2, { landed_at: '2023-04-15' }),
      ...repeat(2, { landed_at: '2023-05-15' }),
      ...repeat(2, { landed_at: '2023-06-15' }),
      ...repeat(5, { landed_at: '2023-07-15' }),
    ],
  },
  params: { from: '2023-06-01', to: '2023-09-01' },
  expect: [
    { scope_id: 1n, month: '2023-06-01', commit_count: 2n, usual_median: null, change: 'unknown' },
    {
      month: '2023-07-01',
      commit_count: 5n,
      usual_median: 2,
      usual_low: 0n,
      usual_high: 4n,
      change: 'above',
    },
    {
      month: '2023-08-01',
      commit_count: 0n,
      usual_median: 2,
      usual_low: 0n,
      usual_high: 4n,
      change: 'within',
    },
  ],
});

metricTest('activity_by_month', {
  name: 'exactly twice the noise away is a change, one commit less is not',
  // Six months of 16: median 16, MAD 0, noise 2 * sqrt(16) = 8. 8 = 16 - 8 is below, 24 = 16 + 8 is above; within is 9 to 23.
  given: {
    fct_commit: [
      ...repeat(16, { landed_at: '2023-01-01' }),
      ...repeat(16, { landed_at: '2023-02-01' }),
      ...repeat(16, { landed_at: '2023-03-01' }),
      ...repeat(16, { landed_at: '2023-04-01' }),
      ...repeat(16, { landed_at: '2023-05-01' }),
      ...repeat(16, { landed_at: '2023-06-01' }),
      ...repeat(8, { landed_at: '2023-07-01' }),
    ],
  },
  params: { from: '2023-07-01', to: '2023-08-01' },
  expect: [{ commit_count: 8n, usual_median: 16, usual_low: 9n, usual_high: 23n, change: 'below' }],
});

metricTest('activity_by_month', {
  name: 'wide spread makes a wide range',
  // 10 20 30 40 50 60: median 35, deviations 25 15 5 5 15 25, MAD 15, noise 2 * 1.4826 * 15 = 44.48: 0 to 79.
  given: {
    fct_commit: [
      ...repeat(10, { landed_at: '2023-01-01' }),
      ...repeat(20, { landed_at: '2023-02-01' }),
      ...repeat(30, { landed_at: '2023-03-01' }),
      ...repeat(40, { landed_at: '2023-04-01' }),
      ...repeat(50, { landed_at: '2023-05-01' }),
      ...repeat(60, { landed_at: '2023-06-01' }),
      ...repeat(79, { landed_at: '2023-07-01' }),
    ],
  },
  params: { from: '2023-07-01', to: '2023-08-01' },
  expect: [{ commit_count: 79n, usual_median: 35, usual_low: 0n, usual_high: 79n, change: 'within' }],
});

metricTest('activity_by_month', {
  name: 'every commit is of one kind, and an undated one of no month',
  // 2 of work + 1 merge + 1 bot + 1 agent + 1 empty = 6; the bot's merge counts as a merge, so 7.
  given: {
    dim_person: [
      { person_id: 8n, kind: 'bot', is_bot: true },
      { person_id: 9n, kind: 'agent', is_bot: true },
    ],
    fct_commit: [
      ...repeat(2, { person_id: 1n, landed_at: '2023-01-31T23:59:59Z' }),
      { person_id: 1n, landed_at: '2023-01-02', is_merge: true },
      { person_id: 8n, landed_at: '2023-01-02', is_bot: true },
      { person_id: 9n, landed_at: '2023-01-02', is_bot: true },
      { person_id: 1n, landed_at: '2023-01-02', is_work: false },
      { person_id: 8n, landed_at: '2023-01-02', is_merge: true, is_bot: true },
      { person_id: 1n, landed_at: null },
    ],
  },
  params: { from: '2023-01-01', to: '2023-02-01' },
  expect: [
    {
      month: '2023-01-01',
      is_partial: false,
      commit_count: 2n,
      all_commit_count: 7n,
      merge_commit_count: 2n,
      bot_commit_count: 1n,
      agent_commit_count: 1n,
      empty_commit_count: 1n,
    },
  ],
});

metricTest('activity_by_month', {
  name: 'a month that the data ends in is shown and not called; a hash in two repositories counts once',
  // Six months with one commit; July holds none and is known until the 10th only.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_repo: [
      { repo_id: 1n, fetched_at: '2023-07-10' },
      { repo_id: 2n, fetched_at: '2023-07-12' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-05' },
      { sha: 'a', repo_id: 2n, landed_at: '2023-01-05' },
      { sha: 'b', landed_at: '2023-02-05' },
      { sha: 'c', landed_at: '2023-03-05' },
      { sha: 'd', landed_at: '2023-04-05' },
      { sha: 'e', landed_at: '2023-05-05' },
      { sha: 'f', repo_id: 2n, landed_at: '2023-06-05' },
    ],
  },
  params: { from: '2022-01-01', to: '2023-08-01' },
  expect: [
    { scope_id: 7n, month: '2023-01-01', commit_count: 1n, is_partial: false },
    { month: '2023-02-01', commit_count: 1n },
    { month: '2023-03-01', commit_count: 1n },
    { month: '2023-04-01', commit_count: 1n },
    { month: '2023-05-01', commit_count: 1n },
    { month: '2023-06-01', commit_count: 1n, change: 'unknown' },
    {
      month: '2023-07-01',
      commit_count: 0n,
      is_partial: true,
      usual_median: 1,
      usual_high: 2n,
      change: 'unknown',
    },
  ],
});
