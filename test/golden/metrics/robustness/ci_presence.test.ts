import { metricTest } from '../../../support/metric-test.ts';

metricTest('ci_presence', {
  name: 'systems by their files, each once; a repository without any; none for an empty one',
  given: {
    map_scope_repo: [1n, 2n, 3n].map((repo_id) => ({ scope_id: 7n, repo_id })),
    dim_repo: [
      { repo_id: 1n, full_name: 'acme/db', head_sha: 'x' },
      { repo_id: 2n, name: 'docs', head_sha: 'y' },
      { repo_id: 3n, name: 'empty', head_sha: null },
    ],
    fct_document: [
      { kind: 'ci', path: '.travis.yml', added_at: '2015-01-01', changed_at: '2019-01-01' },
      { kind: 'ci', path: '.github/workflows/a.yml', added_at: '2020-01-01', changed_at: '2023-01-01' },
      { kind: 'ci', path: '.github/workflows/b.yml', added_at: null, changed_at: null },
      { kind: 'readme', path: 'README' },
      { repo_id: 2n, kind: 'readme', path: 'README' },
    ],
  },
  expect: [
    {
      scope_id: 7n,
      repo_id: 1n,
      repository: 'acme/db',
      has_ci: true,
      systems: 'GitHub Actions, Travis CI',
      file_count: 3n,
      first_added_at: '2015-01-01T00:00:00Z',
      last_changed_at: '2023-01-01T00:00:00Z',
    },
    {
      scope_id: 7n,
      repo_id: 2n,
      repository: 'docs',
      has_ci: false,
      systems: null,
      file_count: 0n,
      first_added_at: null,
    },
  ],
});
