import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';

metricTest('ownership_by_module', {
  name: 'shares of a part over all its commits, unknown authors included',
  // src: 1 has 2 commits, 2 has 1, one is by somebody unknown: 4 commits. Owner 1 with 0.5; with a line of 0.3 only 1 is major, 2 minor.
  // Fragmentation: 1 − (0.5² + 0.25² + 0.25²) = 0.625. Commit d also touches the root, which has 1 commit: too few.
  given: {
    dim_person: [{ person_id: 1n, name: 'Ann' }],
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'b', principal_person_id: 1n, landed_at },
      { sha: 'c', principal_person_id: 2n, landed_at },
      { sha: 'd', principal_person_id: null, landed_at },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'src/x', file_class: 'code' },
      { sha: 'a', path: 'src/y', file_class: 'code' },
      { sha: 'b', path: 'src/x', file_class: 'code' },
      { sha: 'c', path: 'src/x', file_class: 'code' },
      { sha: 'd', path: 'src/x', file_class: 'code' },
      { sha: 'd', path: 'main', file_class: 'code' },
    ],
    fct_path_module: [
      { path: 'src/x', module: 'src' },
      { path: 'src/y', module: 'src' },
    ],
  },
  params: { ...params, min_commits: '4', major_share: '0.3' },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      module: 'src',
      commit_count: 4n,
      unknown_commit_count: 1n,
      person_count: 2n,
      major_person_count: 1n,
      minor_person_count: 1n,
      owner_id: 1n,
      owner: 'Ann',
      owner_share: 0.5,
      fragmentation: 0.625,
      reason: null,
    },
    {
      scope_id: 1n,
      rank: 2,
      module: '.',
      commit_count: 1n,
      unknown_commit_count: 1n,
      person_count: 0n,
      major_person_count: null,
      minor_person_count: null,
      owner: null,
      owner_share: null,
      fragmentation: null,
      reason: 'below_minimum',
    },
  ],
});

metricTest('ownership_by_module', {
  name: 'one author is no fragmentation; bots, docs and commits outside the window do not count',
  given: {
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at },
      { sha: 'bot', principal_person_id: 2n, landed_at, is_bot: true },
      { sha: 'late', principal_person_id: 2n, landed_at: '2024-01-01' },
    ],
    fct_commit_file: [
      { sha: 'a', path: 'x', file_class: 'code' },
      ...repeat(1, { sha: 'a', path: 'readme', file_class: 'docs' }),
      { sha: 'bot', path: 'x', file_class: 'code' },
      { sha: 'late', path: 'x', file_class: 'code' },
    ],
  },
  params: { ...params, min_commits: '1' },
  expect: [
    { scope_id: 1n, rank: 1, module: '.', commit_count: 1n, owner_id: 1n, owner_share: 1, fragmentation: 0 },
  ],
});
