import { factTest } from '../../support/fact-test.ts';
import { account, actor, child, node } from '../../support/github-rows.ts';

factTest({
  name: 'keeps what GitHub says of a repository, its owner’s documents and its funding, each where it is declared',
  given: {
    raw_github_repository: [
      node('R1', {
        nameWithOwner: 'corp/base',
        owner: { __typename: 'Organization', id: 'O1', databaseId: 50, login: 'corp' },
        licenseInfo: { spdxId: 'MIT' },
        repositoryTopics: { nodes: [{ topic: { name: 'database' } }, { topic: { name: 'sql' } }] },
        fundingLinks: [{ platform: 'GITHUB', url: 'https://github.com/corp' }],
        stargazerCount: 12,
        forkCount: 3,
        watchers: { totalCount: 4 },
        isArchived: false,
      }),
    ],
    raw_github_owner_default: [
      node('R2', {
        nameWithOwner: 'corp/.github',
        fundingLinks: [{ platform: 'OPEN_COLLECTIVE', url: 'https://opencollective.com/corp' }],
        root: { entries: [{ name: 'SECURITY.md' }, { name: 'README.md' }] },
        dotgithub: { entries: [{ name: 'CONTRIBUTING.md' }, { name: 'SECURITY.md' }] },
      }),
    ],
    raw_github_snapshot: [
      { snapshot_date: '2023-01-01', star_count: 10, fork_count: 2, watcher_count: 4 },
      { snapshot_date: '2023-02-01', star_count: 12, fork_count: 3, watcher_count: 4 },
    ],
  },
  expect: {
    fct_repo_profile: [
      {
        full_name: 'corp/base',
        owner_account_id: 50n,
        owner_kind: 'organization',
        license: 'MIT',
        topics: ['database', 'sql'],
        star_count: 12,
        watcher_count: 4,
        is_archived: false,
      },
    ],
    fct_owner_document: [
      { kind: 'contributing', path: '.github/CONTRIBUTING.md', repository: 'corp/.github' },
      { kind: 'security', path: 'SECURITY.md' },
    ],
    fct_funding_link: [
      { origin: 'owner', platform: 'open_collective', url: 'https://opencollective.com/corp' },
      { origin: 'repository', platform: 'github', url: 'https://github.com/corp' },
    ],
    fct_repo_snapshot: [{ star_count: 10 }, { star_count: 12 }],
  },
});

factTest({
  name: 'reads releases, forks, stars, discussions and sponsorships',
  given: {
    raw_github_release: [
      node('L1', {
        tagName: 'v1.0',
        isPrerelease: false,
        author: actor(1, 'ann'),
        publishedAt: '2023-01-01T00:00:00Z',
        releaseAssets: {
          totalCount: 2,
          nodes: [
            { name: 'base.tar.gz', downloadCount: 40 },
            { name: 'base.tar.gz.asc', downloadCount: 2 },
          ],
        },
      }),
      node('L2', { tagName: 'v1.1', isDraft: true, publishedAt: null }),
    ],
    raw_github_fork: [
      node('F1', {
        databaseId: 70,
        nameWithOwner: 'bob/base',
        owner: { __typename: 'User', id: 'U_2', login: 'bob' },
        createdAt: '2023-01-02T00:00:00Z',
      }),
    ],
    raw_github_account: [account(2, 'bob'), account(3, 'cat', { __typename: 'Organization' })],
    raw_github_star: [node('U_2', { starredAt: '2023-01-03T00:00:00Z', node: actor(2, 'bob') })],
    raw_github_discussion: [
      node('D1', {
        number: 9,
        category: { name: 'Q&A', isAnswerable: true },
        isAnswered: true,
        author: null,
        createdAt: '2023-01-04T00:00:00Z',
      }),
    ],
    raw_github_discussion_comment: [
      child('D1', 'DC1', { author: actor(1, 'ann'), createdAt: '2023-01-05T00:00:00Z' }),
    ],
    raw_github_sponsorship: [
      child('U_2', 'S1', {
        isActive: true,
        privacyLevel: 'PUBLIC',
        createdAt: '2023-01-06T00:00:00Z',
        sponsorEntity: { __typename: 'Organization', id: 'U_3', databaseId: 3, login: 'cat' },
      }),
      child('U_2', 'S2', { privacyLevel: 'PUBLIC', sponsorEntity: null }),
      child('U_2', 'S3', { privacyLevel: 'PRIVATE', sponsorEntity: null }),
    ],
    // Two accounts are gone: a sponsor's, and one that had sponsors.
    raw_github_sponsor_snapshot: [
      { node_id: 'U_2', snapshot_date: '2023-01-07', sponsor_count: 5 },
      { node_id: 'U_9', snapshot_date: '2023-01-07', sponsor_count: 1 },
    ],
  },
  expect: {
    fct_release: [
      { tag_name: 'v1.0', author_account_id: 1n, asset_count: 2, has_signature: true, download_count: 42n },
    ],
    fct_fork: [{ full_name: 'bob/base', owner_account_id: 2n, owner_kind: 'user', fork_repo_id: 70n }],
    fct_star: [{ account_id: 2n, login: 'bob', starred_at: '2023-01-03T00:00:00Z' }],
    fct_discussion: [
      { number: 9, category: 'Q&A', author_kind: 'ghost', is_answered: true, comment_count: 1 },
    ],
    fct_comment: [{ comment_kind: 'discussion_comment', item_number: 9 }],
    fct_sponsorship: [
      {
        maintainer_account_id: 2n,
        sponsor_account_id: 3n,
        sponsor_kind: 'organization',
        sponsor_person_id: null,
        is_active: true,
        privacy_level: 'public',
      },
      { sponsor_account_id: null, sponsor_kind: 'ghost' },
      { sponsor_account_id: null, sponsor_kind: null },
    ],
    fct_sponsor_snapshot: [
      { login: 'bob', sponsor_count: 5, is_owner: false },
      { login: 'ghost', sponsor_count: 1 },
    ],
  },
});
