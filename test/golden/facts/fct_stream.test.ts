import { factTest } from '../../support/fact-test.ts';

const run = (stream: string, status: string, reason: string | null = null) => ({
  run_id: `1 ${stream}`,
  stream,
  status,
  reason,
  started_at: '2023-05-01',
});

factTest({
  name: 'says until when each stream is whole, and why one is not',
  // A watermark lies ten minutes before the scan began. Pull requests are whole only as far as their slower part.
  // Stars were refused, releases are being read for the first time.
  given: {
    raw_git_repository: [{ repo_id: 1n, fetched_at: '2023-05-01' }],
    run_collection: [
      run('git', 'done'),
      run('issues', 'done'),
      run('stars', 'incomplete', 'the list is closed'),
    ],
    run_github_stream: [
      {
        stream: 'issues',
        phase: 'done',
        watermark: '2023-04-30T23:50:00Z',
        finished_at: '2023-05-01T00:30:00Z',
      },
      {
        stream: 'pulls',
        phase: 'done',
        watermark: '2023-04-30T23:50:00Z',
        finished_at: '2023-05-01T00:30:00Z',
      },
      {
        stream: 'pulls/review_comments',
        phase: 'done',
        watermark: '2023-03-31T23:50:00Z',
        finished_at: '2023-04-01T00:30:00Z',
      },
      { stream: 'releases', phase: 'full', watermark: null },
    ],
  },
  expect: {
    fct_stream: [
      { stream: 'git', fetched_at: '2023-05-01T00:00:00Z', status: 'done', reason: null },
      { stream: 'issues', fetched_at: '2023-05-01T00:00:00Z', status: 'done', reason: null },
      { stream: 'pulls', fetched_at: '2023-04-01T00:00:00Z', status: 'done', reason: null },
      { stream: 'releases', fetched_at: null, status: 'incomplete', reason: 'not read to the end yet' },
      { stream: 'stars', fetched_at: null, status: 'incomplete', reason: 'the list is closed' },
    ],
  },
});

factTest({
  name: 'takes a shallow clone for whole at no time, and a stream for whole from where its last part begins',
  given: {
    raw_git_repository: [{ repo_id: 1n, fetched_at: '2023-05-01', is_shallow: true }],
    run_collection: [run('git', 'done')],
    run_github_stream: [
      {
        stream: 'pulls',
        phase: 'done',
        watermark: '2023-04-30T23:50:00Z',
        complete_from: '2023-01-01',
        finished_at: '2023-05-01T00:30:00Z',
      },
      {
        stream: 'pulls/review_comments',
        phase: 'done',
        watermark: '2023-04-30T23:50:00Z',
        complete_from: '2023-02-01',
        finished_at: '2023-05-01T00:30:00Z',
      },
    ],
  },
  expect: {
    fct_stream: [
      { stream: 'git', fetched_at: null, status: 'done', reason: 'the clone is shallow' },
      { stream: 'pulls', fetched_at: '2023-05-01T00:00:00Z', complete_from: '2023-02-01T00:00:00Z' },
    ],
  },
});
