import { metricTest } from '../../../support/metric-test.ts';

metricTest('owner_documents', {
  name: 'says which of the owner’s documents the repository replaces by its own',
  given: {
    dim_repo: [{ repo_id: 1n, name: 'engine', full_name: 'corp/engine' }],
    fct_owner_document: [
      { kind: 'security', repository: 'corp/.github', path: 'SECURITY.md' },
      { kind: 'contributing', repository: 'corp/.github', path: '.github/CONTRIBUTING.md' },
    ],
    fct_document: [{ kind: 'contributing', path: 'CONTRIBUTING.md' }],
  },
  expect: [
    {
      kind: 'contributing',
      repository: 'corp/engine',
      owner_repository: 'corp/.github',
      is_in_repository: true,
    },
    { kind: 'security', path: 'SECURITY.md', is_in_repository: false },
  ],
});
