import { metricTest, repeat } from '../../../support/metric-test.ts';

/** Commits of one day with the person each credits as author. */
const authored = (...days: readonly (readonly [string, bigint])[]) => ({
  fct_commit: days.map(([day], index) => ({ sha: `sha-${index}`, authored_at: day, landed_at: day })),
  fct_credit: days.map(([, person_id], index) => ({ sha: `sha-${index}`, person_id, role: 'author' })),
});

metricTest('monthly_summary', {
  name: 'each figure beside the month before, the year before and its usual range',
  // July 2023: 4 commits by persons 1 and 2, the latter new. Before: 2 commits in July 2022, 1 in February, 1 in June 2023.
  // The 12 months before, July 2022 to June 2023: 2 0 0 0 0 0 0 1 0 0 0 1. Median 0, MAD 0, noise 2 * 1: within 0 to 1.
  // Commits 4: above, (4 - 0) / 1 = 4 noises; never as many before. Authors 2: above. Newcomers: July 2022 had 1 of them,
  // person 2 is the second: 1, within.
  given: {
    ...authored(
      ['2022-07-05', 1n],
      ['2022-07-06', 1n],
      ['2023-02-05', 1n],
      ['2023-06-05', 1n],
      ['2023-07-01', 1n],
      ['2023-07-02', 1n],
      ['2023-07-03', 2n],
      ['2023-07-31T23:59:59Z', 2n],
    ),
    fct_commit_file: [
      { sha: 'sha-4', path: 'x.c', file_class: 'code', added_line_count: 5, deleted_line_count: 2 },
      { sha: 'sha-4', path: 'x.md', file_class: 'docs', added_line_count: 90, deleted_line_count: 0 },
    ],
    fct_tag: [
      { name: 'v1.0', sha: 'sha-3', tagged_at: '2023-06-06', is_version: true },
      { name: 'v1.1', sha: 'sha-4', tagged_at: '2023-07-06', is_version: true },
      { name: 'v2.0-rc1', sha: 'sha-5', tagged_at: '2023-07-07', is_version: true, is_prerelease: true },
    ],
  },
  params: { to: '2023-08-01' },
  expect: [
    {
      scope_id: 1n,
      measure: 'authors',
      month: '2023-07-01',
      is_partial: false,
      value: 2n,
      previous_value: 1n,
      year_ago_value: 1n,
      usual_median: 0,
      usual_low: 0n,
      usual_high: 1n,
      change: 'above',
      deviation: 2,
      as_high_month: null,
      as_low_month: '2023-06-01',
    },
    { measure: 'bot_commits', value: 0n, change: 'within', as_high_month: '2023-06-01' },
    { measure: 'changed_lines', value: 7n, previous_value: 0n, change: 'above', deviation: 7 },
    {
      measure: 'commits',
      value: 4n,
      previous_value: 1n,
      year_ago_value: 2n,
      usual_median: 0,
      usual_high: 1n,
      change: 'above',
      deviation: 4,
      as_high_month: null,
      as_low_month: '2023-06-01',
    },
    {
      measure: 'newcomers',
      value: 1n,
      previous_value: 0n,
      year_ago_value: 1n,
      change: 'within',
      as_high_month: '2022-07-01',
    },
    { measure: 'releases', value: 1n, previous_value: 1n, change: 'within', as_high_month: '2023-06-01' },
    { measure: 'returning_authors', value: 0n, previous_value: 0n, change: 'within' },
  ],
});

metricTest('monthly_summary', {
  name: 'a partial month and a young project are not called; what was not yet there is not known',
  // Seen on 10 March: March is partial. The project began in January, so there is no year before and no usual range.
  given: {
    dim_repo: [{ repo_id: 1n, fetched_at: '2023-03-10' }],
    ...authored(['2023-01-05', 1n], ['2023-03-05', 1n]),
  },
  params: { to: '2023-04-01' },
  expect: [
    {
      measure: 'authors',
      month: '2023-03-01',
      is_partial: true,
      value: 1n,
      change: 'unknown',
      deviation: null,
    },
    { measure: 'bot_commits', value: 0n },
    { measure: 'changed_lines', value: 0n },
    {
      measure: 'commits',
      value: 1n,
      previous_value: 0n,
      year_ago_value: null,
      usual_low: null,
      usual_high: null,
    },
    { measure: 'newcomers', value: 0n },
    { measure: 'releases', value: 0n },
    { measure: 'returning_authors', value: 0n },
  ],
});

metricTest('monthly_summary', {
  name: 'bots apart from people, and a person after more than a year is returning',
  // Person 1: January 2022, then March 2023, 14 months later. Two bot commits, and the bot's merge is none of them.
  given: {
    dim_person: [{ person_id: 9n, kind: 'bot', is_bot: true }],
    fct_commit: [
      { sha: 'a', authored_at: '2022-01-05', landed_at: '2022-01-05' },
      { sha: 'b', authored_at: '2023-03-05', landed_at: '2023-03-05' },
      ...repeat(2, { authored_at: '2023-03-06', landed_at: '2023-03-06', is_bot: true, person_id: 9n }),
      { authored_at: '2023-03-07', landed_at: '2023-03-07', is_bot: true, is_merge: true, person_id: 9n },
    ],
    fct_credit: [
      { sha: 'a', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 1n, role: 'author' },
      { sha: 'b', person_id: 9n, role: 'co_author' },
    ],
  },
  params: { to: '2023-04-01' },
  expect: [
    { measure: 'authors', value: 1n },
    { measure: 'bot_commits', value: 2n, change: 'above' },
    { measure: 'changed_lines', value: 0n },
    { measure: 'commits', value: 1n },
    { measure: 'newcomers', value: 0n },
    { measure: 'releases', value: 0n },
    { measure: 'returning_authors', value: 1n, previous_value: 0n, change: 'within' },
  ],
});
