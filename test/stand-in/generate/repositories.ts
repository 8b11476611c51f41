import type { Account, PullRequest, Release, Repository } from '../world/records.ts';
import { drawInstants, HOUR, iso } from './calendar.ts';
import type { History } from './history.ts';
import { drawNoun } from './names.ts';
import { monthsBefore, type Person, type Setting } from './people.ts';
import type { RepositoryPlan } from './plans.ts';

const LICENSE = { key: 'apache-2.0', spdxId: 'Apache-2.0', name: 'Apache License 2.0' } as const;

const LABELS = [
  'bug',
  'enhancement',
  'question',
  'good first issue',
  'performance',
  'docs',
  'regression',
] as const;

/** A repository with nothing in it; `createdAt` in milliseconds. */
export function createRepository(
  setting: Setting,
  owner: Account,
  name: string,
  createdAt: number,
): Repository {
  return {
    __typename: 'Repository',
    ...setting.mint.next('Repository'),
    name,
    ownerId: owner.id,
    previousNames: [],
    description: null,
    homepageUrl: null,
    createdAt: iso(createdAt),
    updatedAt: iso(createdAt),
    pushedAt: iso(createdAt),
    archivedAt: null,
    isPrivate: false,
    isTemplate: false,
    parentId: null,
    defaultBranch: 'main',
    languages: [],
    license: null,
    topics: [],
    otherForkCount: 0,
    stargazers: [],
    watcherIds: [],
    hasIssuesEnabled: true,
    hasDiscussionsEnabled: false,
    hasWikiEnabled: false,
    fundingLinks: [],
    documents: {},
    diskUsage: 0,
    labels: [],
    milestones: [],
    collaborators: [],
    dependencies: [],
    discussionCategories: [],
    blockedFor: null,
  };
}

/** The record of a planned repository. */
export function describeRepository(setting: Setting, plan: RepositoryPlan, owner: Account): Repository {
  const row = createRepository(setting, owner, plan.name, monthsBefore(setting, plan.from) - HOUR);
  const { C, Rust, Python } = { C: 61_000, Rust: 48_000, Python: 30_000 };
  const isFork = plan.key === 'fork';
  return {
    ...row,
    previousNames: [...plan.previousNames],
    description: plan.description,
    homepageUrl: plan.key === 'orrery' ? 'https://orrery.apsis' : null,
    languages: [
      { name: plan.language, size: { C, Rust, Python }[plan.language] },
      { name: 'Shell', size: 900 },
    ],
    license: LICENSE,
    topics: [...plan.topics],
    otherForkCount: plan.forks > 20 ? 3 : 0,
    hasIssuesEnabled: !isFork,
    hasDiscussionsEnabled: plan.discussions > 0,
    fundingLinks: plan.key === 'orrery' ? [{ platform: 'GITHUB', url: 'https://github.com/orrery-db' }] : [],
    documents: isFork ? {} : describeDocuments(plan),
    diskUsage: 4000 + plan.commits,
    labels: LABELS.map((name) => ({
      __typename: 'Label',
      ...setting.mint.next('Label'),
      name,
      color: 'd73a4a',
    })),
    dependencies: describeDependencies(plan),
    discussionCategories: ['Q&A', 'Ideas'].map((name, index) => ({
      id: setting.mint.next('DiscussionCategory').id,
      name,
      isAnswerable: index === 0,
    })),
  };
}

function describeDocuments(plan: RepositoryPlan): Repository['documents'] {
  return {
    readme: 'README.md',
    license: 'LICENSE',
    contributing: 'CONTRIBUTING.md',
    security: 'SECURITY.md',
    codeowners: '.github/CODEOWNERS',
    ...(plan.key === 'orrery' ? { funding: '.github/FUNDING.yml' } : {}),
  };
}

function describeDependencies(plan: RepositoryPlan): Repository['dependencies'] {
  if (plan.language === 'Python') {
    return [
      { packageName: 'epochfmt', packageManager: 'pypi', version: '>=1.2', manifest: 'pyproject.toml' },
    ];
  }
  if (plan.language !== 'Rust') return [];
  return [{ packageName: 'lodestar', packageManager: 'cargo', version: '1.4', manifest: 'Cargo.toml' }];
}

/** Draws who starred and when, each account once. */
export function drawStars(
  setting: Setting,
  plan: RepositoryPlan,
  accounts: readonly Account[],
): Repository['stargazers'] {
  const random = setting.random.fork(`stars ${plan.key}`);
  const count = Math.min(accounts.length, Math.round(plan.stars * setting.scale));
  const span = { from: monthsBefore(setting, plan.from), to: setting.until + setting.ahead };
  const more = Math.round((count * setting.ahead) / (setting.until - span.from));
  const times = drawInstants(random, Math.min(accounts.length, count + more), span, 1.3);
  const stride = random.pick([7, 11, 13, 17]);
  const start = random.between(0, accounts.length - 1);
  return times.map((at, index) => {
    const account =
      accounts[(start + index * (accounts.length % stride === 0 ? 1 : stride)) % accounts.length];
    return { accountId: account?.id ?? '', starredAt: iso(at) };
  });
}

/** Nobody acts before the account exists. */
function atLeast(account: Account, at: number): string {
  return iso(Math.max(at, Date.parse(account.createdAt) + HOUR));
}

/** Forks by people of the crowd that came to nothing; `taken` have one already. */
export function drawForks(
  setting: Setting,
  plan: RepositoryPlan,
  parent: Repository,
  people: readonly Person[],
  taken: ReadonlySet<string>,
): Repository[] {
  const random = setting.random.fork(`forks ${plan.key}`);
  const span = { from: monthsBefore(setting, plan.from - 2), to: setting.until + setting.ahead };
  const all = people.flatMap((person) => (person.account ? [person.account] : []));
  const owners = all.filter((account) => !taken.has(account.id));
  const count = Math.min(owners.length, Math.round(plan.forks * setting.scale));
  const step = Math.max(1, Math.floor(owners.length / Math.max(1, count)));
  return drawInstants(random, count, span, 1.2).flatMap((at, index) => {
    const owner = owners[index * step];
    if (owner === undefined) return [];
    const forkedAt = Date.parse(atLeast(owner, at));
    const fork = createRepository(setting, owner, plan.name, forkedAt);
    const pushedAt = random.chance(0.3) ? forkedAt + Math.floor(random.around(400 * HOUR)) : forkedAt;
    return [
      {
        ...fork,
        parentId: parent.id,
        hasIssuesEnabled: false,
        pushedAt: iso(Math.min(pushedAt, setting.until)),
      },
    ];
  });
}

/** Forks from which outsiders sent their changes, one for each of them; one in eight was deleted since. */
export function drawContributorForks(
  setting: Setting,
  plan: RepositoryPlan,
  parent: Repository,
  pulls: readonly PullRequest[],
  accounts: ReadonlyMap<string, Account>,
): Repository[] {
  const random = setting.random.fork(`contributor forks ${plan.key}`);
  const forks = new Map<string, Repository>();
  for (const pull of pulls) {
    const owner = accounts.get(pull.authorId ?? '');
    if (!pull.isCrossRepository || owner === undefined) continue;
    const known = forks.get(owner.id);
    if (known === undefined && random.chance(0.125)) continue;
    const fork = known ?? createRepository(setting, owner, plan.name, Date.parse(pull.createdAt) - HOUR);
    const pushedAt = pull.createdAt;
    forks.set(owner.id, {
      ...fork,
      parentId: parent.id,
      hasIssuesEnabled: false,
      pushedAt,
      updatedAt: pushedAt,
    });
    pull.headRepositoryId = fork.id;
  }
  return [...forks.values()];
}

/** A release for each tag, an hour after it, with a source archive and a binary. */
export function createReleases(setting: Setting, repository: Repository, history: History): Release[] {
  const random = setting.random.fork(`releases ${repository.name}`);
  return history.tags.map((tag): Release => {
    const createdAt = iso(tag.at);
    const publishedAt = iso(tag.at + HOUR);
    const assets = ['src.tar.gz', 'x86_64.tar.gz'].map((suffix) => ({
      __typename: 'ReleaseAsset' as const,
      ...setting.mint.next('ReleaseAsset'),
      name: `${repository.name}-${tag.name}-${suffix}`,
      size: random.between(200_000, 9_000_000),
      downloadCount: random.between(5, 4000),
      contentType: 'application/gzip',
      uploaderId: tag.tagger.account?.id ?? null,
      createdAt: publishedAt,
    }));
    return {
      __typename: 'Release',
      ...setting.mint.next('Release'),
      repositoryId: repository.id,
      tagName: tag.name,
      tagOid: tag.oid,
      name: `${repository.name} ${tag.name.slice(1)}`,
      body: `Notable: ${drawNoun(random)}, ${drawNoun(random)}.`,
      authorId: tag.tagger.account?.id ?? null,
      createdAt,
      publishedAt,
      updatedAt: publishedAt,
      isDraft: false,
      isPrerelease: tag.name.includes('-rc'),
      assets,
    };
  });
}
