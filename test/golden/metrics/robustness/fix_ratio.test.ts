import { metricTest } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('fix_ratio', {
  name: 'fixes by the rule that hit, over all work, and the year before',
  // 5 commits of work, 3 of them fixes by three rules: 3/5. The bot's fix and the merge do not count. 2022: 1 of 2.
  given: {
    fct_commit: [
      { landed_at, fix_rule: 'subject' },
      { landed_at, fix_rule: 'closes' },
      { landed_at, fix_rule: 'backpatch' },
      { landed_at },
      { landed_at },
      { landed_at, fix_rule: 'subject', is_bot: true },
      { landed_at, fix_rule: 'subject', is_merge: true },
      { landed_at: '2022-01-01', fix_rule: 'subject' },
      { landed_at: '2022-12-31' },
      { landed_at: '2021-12-31', fix_rule: 'subject' },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 5n,
      fix_commit_count: 3n,
      subject_commit_count: 1n,
      closes_commit_count: 1n,
      backpatch_commit_count: 1n,
      fix_share: 0.6,
      previous_fix_share: 0.5,
    },
  ],
});

metricTest('fix_ratio', {
  name: 'none is 0, a year before without commits is not known, a year without commits is no row',
  given: {
    fct_commit: [
      { repo_id: 1n, landed_at },
      { repo_id: 2n, landed_at: '2022-05-01', fix_rule: 'subject' },
    ],
  },
  params,
  expect: [{ scope_id: 1n, commit_count: 1n, fix_commit_count: 0n, fix_share: 0, previous_fix_share: null }],
  gaps: [{ scope_id: 2n, reason: 'no_data' }],
});

metricTest('fix_ratio', {
  name: 'ten days are compared with the ten days before',
  // From 22 December on: one of one. The commit of the 21st belongs to neither window.
  given: {
    fct_commit: [
      { landed_at: '2023-01-05' },
      { landed_at: '2022-12-22', fix_rule: 'subject' },
      { landed_at: '2022-12-21T23:59:59Z' },
    ],
  },
  params: { from: '2023-01-01', to: '2023-01-11' },
  expect: [{ scope_id: 1n, commit_count: 1n, fix_share: 0, previous_fix_share: 1 }],
});
