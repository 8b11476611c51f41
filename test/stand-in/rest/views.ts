import type { JsonObject } from '../json.ts';
import type { Account, GitIdentity, Repository } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { fillLinks, type OpenApi } from './openapi.ts';

/** What turns records into REST objects. */
export interface ViewContext {
  readonly api: OpenApi;
  readonly world: World;
  /** Base of the stand-in's REST routes, without a slash at the end. */
  readonly base: string;
}

/** An account as others show it; null for a ghost. */
export function viewUser(context: ViewContext, account: Account | undefined): JsonObject | null {
  if (account === undefined) return null;
  const login = account.__typename === 'Bot' ? `${account.login}[bot]` : account.login;
  return fillLinks(context.api, 'simple-user', `${context.base}/users/${login}`, {
    login,
    id: account.databaseId,
    node_id: account.id,
    gravatar_id: '',
    url: `${context.base}/users/${login}`,
    html_url: `https://github.com/${account.__typename === 'Bot' ? `apps/${account.login}` : login}`,
    type: account.__typename,
    site_admin: false,
  });
}

export function viewAccountById(context: ViewContext, id: string | null | undefined): JsonObject | null {
  return viewUser(context, context.world.account(id));
}

/** An account on its own page. */
export function viewProfile(context: ViewContext, account: Account): JsonObject {
  const repositories = context.world.repositoriesOf(account.id).filter((one) => !one.isPrivate);
  const shared = {
    ...viewUser(context, account),
    name: account.name,
    company: account.company,
    blog: account.websiteUrl ?? '',
    location: account.location,
    email: account.email === '' ? null : account.email,
    twitter_username: account.twitterUsername,
    public_repos: repositories.length,
    public_gists: 0,
    followers: account.followerCount,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
  };
  if (account.__typename !== 'Organization') {
    return { ...shared, bio: account.bio, hireable: account.isHireable || null, user_view_type: 'public' };
  }
  // Organisations leave out what they have not filled in, where people have null.
  const filled = Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== null));
  return fillLinks(context.api, 'organization-full', `${context.base}/orgs/${account.login}`, {
    ...filled,
    name: account.name,
    url: `${context.base}/orgs/${account.login}`,
    description: account.bio,
    is_verified: account.isVerified,
    has_organization_projects: false,
    has_repository_projects: false,
    archived_at: account.archivedAt,
  });
}

export function viewRepository(context: ViewContext, row: Repository, isFull: boolean): JsonObject {
  const facts = factsOf(context, row);
  const counts = countsOf(context, row);
  const shared = { ...facts, ...counts };
  if (!isFull) return fillLinks(context.api, 'minimal-repository', facts.url, shared);
  const parent = context.world.repository(row.parentId);
  return fillLinks(context.api, 'full-repository', facts.url, {
    ...shared,
    network_count: counts.forks,
    subscribers_count: row.watcherIds.length,
    ...(parent ? { parent: viewParent(context, parent), source: viewParent(context, parent) } : {}),
  });
}

function countsOf({ world }: ViewContext, row: Repository) {
  const held = world.holdings(row.id);
  const open = [...held.issues, ...held.pullRequests].filter((one) => one.closedAt === null).length;
  const forks = world.forksOf(row.id).length + row.otherForkCount;
  const stars = row.stargazers.length;
  return {
    ...{ forks_count: forks, forks },
    ...{ stargazers_count: stars, watchers_count: stars, watchers: stars },
    ...{ open_issues_count: open, open_issues: open },
    size: row.diskUsage,
  };
}

function factsOf(context: ViewContext, row: Repository) {
  const fullName = context.world.fullName(row);
  return {
    id: row.databaseId,
    node_id: row.id,
    name: row.name,
    full_name: fullName,
    private: row.isPrivate,
    owner: viewAccountById(context, row.ownerId),
    html_url: `https://github.com/${fullName}`,
    description: row.description,
    fork: row.parentId !== null,
    url: `${context.base}/repos/${fullName}`,
    clone_url: `https://github.com/${fullName}.git`,
    mirror_url: null,
    homepage: row.homepageUrl,
    language: row.languages[0]?.name ?? null,
    default_branch: row.defaultBranch ?? 'main',
    topics: row.topics,
    has_issues: row.hasIssuesEnabled,
    has_projects: false,
    has_wiki: row.hasWikiEnabled,
    has_pages: false,
    has_discussions: row.hasDiscussionsEnabled,
    has_downloads: true,
    archived: row.archivedAt !== null,
    disabled: false,
    visibility: row.isPrivate ? 'private' : 'public',
    pushed_at: row.pushedAt ?? row.createdAt,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    license: viewLicense(context, row),
  };
}

function viewParent(context: ViewContext, row: Repository): JsonObject {
  const view = viewRepository(context, row, false);
  return fillLinks(context.api, 'repository', String(view['url']), view);
}

function viewLicense(context: ViewContext, row: Repository): JsonObject | null {
  if (row.license === null) return null;
  const { key, name, spdxId } = row.license;
  return { key, name, spdx_id: spdxId, node_id: `L_${key}`, url: `${context.base}/licenses/${key}` };
}

/** An author or committer as git has it. */
export function viewGitUser(who: GitIdentity, date: string): JsonObject {
  return { name: who.name, email: who.email, date };
}
