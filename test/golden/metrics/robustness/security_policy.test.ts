import { metricTest } from '../../../support/metric-test.ts';

metricTest('security_policy', {
  name: 'the policy nearest to the root, the tool for dependencies, and a list of parts',
  given: {
    dim_repo: [
      { repo_id: 1n, name: 'db', head_sha: 'x' },
      { repo_id: 2n, name: 'docs', head_sha: 'y' },
    ],
    fct_document: [
      { kind: 'security', path: 'docs/SECURITY.md', added_at: '2021-01-01', changed_at: '2021-01-01' },
      { kind: 'security', path: 'SECURITY.md', added_at: '2020-01-01', changed_at: '2022-01-01' },
      { kind: 'dependency_updates', path: '.github/dependabot.yml' },
    ],
    fct_head_file: [
      { path: 'dist/understory.spdx.json', file_class: 'data' },
      { path: 'src/sbom.c', file_class: 'code' },
      { repo_id: 2n, path: 'bomb.json', file_class: 'data' },
    ],
  },
  expect: [
    {
      scope_id: 1n,
      repo_id: 1n,
      repository: 'db',
      has_security_policy: true,
      security_policy_path: 'SECURITY.md',
      security_policy_added_at: '2020-01-01T00:00:00Z',
      security_policy_changed_at: '2022-01-01T00:00:00Z',
      has_dependency_updates: true,
      dependency_updates_path: '.github/dependabot.yml',
      sbom_path: 'dist/understory.spdx.json',
    },
    { scope_id: 2n, repo_id: 2n, has_security_policy: false, has_dependency_updates: false, sbom_path: null },
  ],
});
