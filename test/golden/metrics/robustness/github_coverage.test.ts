import { metricTest } from '../../../support/metric-test.ts';

const stream = (name: string, expected_count: number | null, collected_count: number, more = {}) => ({
  repo_id: 1n,
  stream: name,
  fetched_at: '2024-01-01',
  expected_count,
  collected_count,
  ...more,
});
const GIT = { repo_id: 1n, stream: 'git', fetched_at: '2024-01-01' };

metricTest('github_coverage', {
  name: 'compares what is stored with what GitHub counts, and public sponsors with all',
  // 8 of 10 issues and 10 of 10 pull requests: 18 of 20. Sponsors: 5 of corp, of which 2 are public, and 3 of ann, of which
  // none is: 2 of 8.
  given: {
    fct_stream: [GIT, stream('issues', 10, 8), stream('pulls', 10, 10), stream('forks', 99, 1)],
    fct_sponsor_snapshot: [
      { node_id: 'corp', snapshot_date: '2023-05-01', sponsor_count: 4 },
      { node_id: 'corp', snapshot_date: '2023-06-01', sponsor_count: 5 },
      { node_id: 'ann', snapshot_date: '2023-06-01', sponsor_count: 3 },
    ],
    fct_sponsorship: ['x', 'y', 'z'].map((sponsor_login) => ({
      node_id: sponsor_login,
      maintainer_node_id: 'corp',
      sponsor_login,
      is_active: sponsor_login !== 'z',
      privacy_level: 'public',
      created_at: '2023-01-01',
    })),
  },
  params: { to: '2024-01-01' },
  expect: [
    {
      repository_count: 1n,
      item_repository_count: 1n,
      item_count: 20n,
      collected_item_count: 18n,
      item_known_share: 0.9,
      sponsor_count: 8n,
      public_sponsor_count: 2n,
      sponsor_known_share: 0.25,
    },
  ],
});

metricTest('github_coverage', {
  name: 'knows nothing where a stream was not read to the end, or nothing was asked for',
  given: { fct_stream: [GIT, stream('issues', 10, 8), stream('pulls', null, 3, { fetched_at: null })] },
  params: { to: '2024-01-01' },
  expect: [
    {
      item_repository_count: 0n,
      item_count: 0n,
      item_known_share: null,
      sponsor_count: null,
      sponsor_known_share: null,
    },
  ],
});
