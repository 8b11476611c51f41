import { metricTest, repeat } from '../../../support/metric-test.ts';

const lines = (sha: string, added_line_count: number | null, deleted_line_count: number | null) => ({
  sha,
  path: 'a.c',
  file_class: 'code',
  added_line_count,
  deleted_line_count,
});

metricTest('churn_by_month', {
  name: 'code and tests count, docs, binaries, bots and mechanical commits do not',
  // March: a adds 10 and deletes 4 in code and adds 5 in a test: 15 + 4 = 19. Its docs (100) and its image (no lines) stay out.
  // April has no commit: 0, since the history goes on. May: b could not be read. 3 months are too few for a usual range.
  given: {
    fct_commit: [
      { sha: 'a', landed_at: '2023-03-31T23:00:00Z' },
      { sha: 'bot', landed_at: '2023-03-05', is_bot: true },
      { sha: 'indent', landed_at: '2023-03-06', is_line_work: false },
      { sha: 'b', landed_at: '2023-05-01', is_damaged: true },
    ],
    fct_commit_file: [
      lines('a', 10, 4),
      { sha: 'a', path: 'a_test.c', file_class: 'test', added_line_count: 5, deleted_line_count: 0 },
      { sha: 'a', path: 'a.md', file_class: 'docs', added_line_count: 100, deleted_line_count: 0 },
      { ...lines('a', null, null), path: 'a.png', is_binary: true },
      lines('bot', 1000, 0),
      lines('indent', 1000, 1000),
    ],
  },
  params: { from: '2023-01-01', to: '2023-05-15' },
  expect: [
    {
      scope_id: 1n,
      month: '2023-03-01',
      is_partial: false,
      commit_count: 1n,
      unread_commit_count: 0n,
      added_line_count: 15n,
      deleted_line_count: 4n,
      churned_line_count: 19n,
      usual_median: null,
      change: 'unknown',
    },
    { scope_id: 1n, month: '2023-04-01', commit_count: 0n, churned_line_count: 0n, change: 'unknown' },
    { scope_id: 1n, month: '2023-05-01', is_partial: true, commit_count: 0n, unread_commit_count: 1n },
  ],
});

metricTest('churn_by_month', {
  name: 'unusual is twice the noise of the months before away from their median',
  // Six months of 100 lines: median 100, no deviation, so noise is the root of 100 = 10; usual is 81 to 119.
  // July has 120 lines: above. Over seven months the median stays 100; August has 81 lines: within.
  given: {
    fct_commit: ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => ({ sha: n, landed_at: `2023-0${n}-10` })),
    fct_commit_file: [
      ...['1', '2', '3', '4', '5', '6'].map((sha) => lines(sha, 60, 40)),
      lines('7', 120, 0),
      lines('8', 81, 0),
    ],
  },
  params: { from: '2023-07-01', to: '2023-09-01' },
  expect: [
    {
      scope_id: 1n,
      month: '2023-07-01',
      churned_line_count: 120n,
      usual_median: 100,
      usual_low: 81n,
      usual_high: 119n,
      change: 'above',
    },
    { scope_id: 1n, month: '2023-08-01', churned_line_count: 81n, usual_median: 100, change: 'within' },
  ],
});

metricTest('churn_by_month', {
  name: 'a hash in two repositories of a project counts once',
  // Commit a stands in both with the same 5 lines, b only in the second with 7 lines: 12.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-05-10' },
      { sha: 'a', repo_id: 2n, landed_at: '2023-05-10' },
      { sha: 'b', repo_id: 2n, landed_at: '2023-05-10' },
    ],
    fct_commit_file: [
      lines('a', 5, 0),
      ...repeat(1, { ...lines('a', 5, 0), repo_id: 2n }),
      { ...lines('b', 7, 0), repo_id: 2n },
    ],
  },
  params: { from: '2023-05-01', to: '2023-06-01' },
  expect: [{ scope_id: 7n, month: '2023-05-01', commit_count: 2n, churned_line_count: 12n }],
});
