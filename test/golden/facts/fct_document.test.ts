import { factTest } from '../../support/fact-test.ts';

factTest({
  name: 'finds documents where forges look for them, with their dates through renames',
  // README.md was added as README in 2019, renamed in 2020 and changed in 2021.
  given: {
    raw_git_commit: [
      { sha: '1', committed_at: '2019-01-01' },
      { sha: '2', committed_at: '2020-01-01' },
      { sha: '3', committed_at: '2021-01-01' },
    ],
    raw_git_line_count: [
      { sha: '1', path: 'README' },
      { sha: '1', path: 'LICENSE' },
      { sha: '2', path: 'README.md', previous_path: 'README' },
      { sha: '3', path: 'README.md' },
    ],
    raw_git_head_file: [
      '.git-blame-ignore-revs',
      '.github/CODEOWNERS',
      '.github/FUNDING.yml',
      '.github/ISSUE_TEMPLATE/bug.yml',
      '.github/PULL_REQUEST_TEMPLATE.md',
      '.github/dependabot.yml',
      '.github/workflows/test.yaml',
      'ADOPTERS.md',
      'HISTORY',
      'LICENSE',
      'MAINTAINERS',
      'README.md',
      'SECURITY.md',
      'docs/CODE_OF_CONDUCT.md',
      'docs/guide.md',
      'src/README.md',
    ].map((path) => ({ path })),
    raw_git_document: [{ path: 'README.md', text: 'Hello' }],
  },
  expect: {
    fct_document: [
      { path: '.git-blame-ignore-revs', kind: 'blame_ignore_revs', text: null, added_at: null },
      { path: '.github/CODEOWNERS', kind: 'codeowners' },
      { path: '.github/FUNDING.yml', kind: 'funding' },
      { path: '.github/ISSUE_TEMPLATE/bug.yml', kind: 'issue_template' },
      { path: '.github/PULL_REQUEST_TEMPLATE.md', kind: 'pull_request_template' },
      { path: '.github/dependabot.yml', kind: 'dependency_updates' },
      { path: '.github/workflows/test.yaml', kind: 'ci' },
      { path: 'ADOPTERS.md', kind: 'adopters' },
      { path: 'HISTORY', kind: 'changelog' },
      {
        path: 'LICENSE',
        kind: 'license',
        added_at: '2019-01-01T00:00:00Z',
        changed_at: '2019-01-01T00:00:00Z',
      },
      { path: 'MAINTAINERS', kind: 'maintainers' },
      {
        path: 'README.md',
        kind: 'readme',
        text: 'Hello',
        added_at: '2019-01-01T00:00:00Z',
        changed_at: '2021-01-01T00:00:00Z',
      },
      { path: 'SECURITY.md', kind: 'security' },
      { path: 'docs/CODE_OF_CONDUCT.md', kind: 'code_of_conduct' },
    ],
  },
});
