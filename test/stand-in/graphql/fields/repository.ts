import { readNumber, readText } from '../../json.ts';
import type { DocumentKind, Repository } from '../../world/records.ts';
import { refuse } from '../problem.ts';
import { type Arguments, type FieldTable, isVisible, mayAdminister, type Query, serve } from '../serve.ts';
import { LISTS } from './repository-lists.ts';

const nameOf = (query: Query, row: Repository): string => query.world.fullName(row);

function documentUrl(query: Query, row: Repository, kind: DocumentKind): string | null {
  const path = row.documents[kind];
  return path === undefined
    ? null
    : `https://github.com/${nameOf(query, row)}/blob/${row.defaultBranch}/${path}`;
}

/** A document of the repository, or of the owner's `.github` where it has none of its own. */
function findDocument(
  query: Query,
  row: Repository,
  kind: DocumentKind,
): { owner: Repository; url: string } | null {
  const own = documentUrl(query, row, kind);
  if (own !== null) return { owner: row, url: own };
  const defaults = query.world.repositoriesOf(row.ownerId).find((one) => one.name === '.github');
  const url = defaults ? documentUrl(query, defaults, kind) : null;
  return defaults && url !== null ? { owner: defaults, url } : null;
}

/** `refs/heads/main` or `main` as a branch or tag; null where there is none. */
async function findRef(query: Query, row: Repository, name: string): Promise<unknown> {
  const short = name.replace(/^refs\/(heads|tags)\//, '');
  const kind = name.startsWith('refs/tags/') ? 'refs/tags' : 'refs/heads';
  const target = await query.git.object(nameOf(query, row), row.id, `${kind}/${short}^{commit}`);
  if (target === null) return null;
  return {
    __typename: 'Ref',
    id: `REF_${row.id}_${short}`,
    name: short,
    prefix: `${kind}/`,
    target,
    repository: row,
  };
}

export const REPOSITORY: FieldTable = {
  ...LISTS,
  ...serve('Repository', {
    nameWithOwner: (row, _args, query) => nameOf(query, row),
    url: (row, _args, query) => `https://github.com/${nameOf(query, row)}`,
    resourcePath: (row, _args, query) => `/${nameOf(query, row)}`,
    isArchived: (row) => row.archivedAt !== null,
    isDisabled: () => false,
    isEmpty: (row) => row.defaultBranch === null,
    isFork: (row) => row.parentId !== null,
    isMirror: () => false,
    isLocked: () => false,
    isInOrganization: (row, _args, query) => query.world.account(row.ownerId)?.__typename === 'Organization',
    visibility: (row) => (row.isPrivate ? 'PRIVATE' : 'PUBLIC'),
    mirrorUrl: () => null,
    lockReason: () => null,
    owner: (row, _args, query) => query.world.account(row.ownerId),
    parent: (row, _args, query) => query.world.repository(row.parentId) ?? null,
    templateRepository: () => null,
    primaryLanguage: (row) => toLanguage(row.languages[0]),
    licenseInfo: (row) =>
      row.license ? { __typename: 'License', id: `L_${row.license.key}`, ...row.license } : null,
    stargazerCount: (row) => row.stargazers.length,
    forkCount: (row, _args, query) => query.world.forksOf(row.id).length + row.otherForkCount,
    hasProjectsEnabled: () => false,
    hasSponsorshipsEnabled: (row) => row.fundingLinks.length > 0,
    isSecurityPolicyEnabled: (row, _args, query) => findDocument(query, row, 'security') !== null,
    securityPolicyUrl: (row, _args, query) => findDocument(query, row, 'security')?.url ?? null,
    webCommitSignoffRequired: () => false,
    codeOfConduct: (row, _args, query) => {
      const found = findDocument(query, row, 'codeOfConduct');
      const name = 'Contributor Covenant';
      return found
        ? { __typename: 'CodeOfConduct', id: 'COC_1', key: 'contributor_covenant', name, url: found.url }
        : null;
    },
    contributingGuidelines: (row, _args, query) => {
      const url = findDocument(query, row, 'contributing')?.url;
      return url === undefined ? null : { url, body: null };
    },
    codeowners: (row) => (row.documents.codeowners === undefined ? null : { errors: [] }),
    issueTemplates: (row) =>
      row.documents.issueTemplate === undefined
        ? []
        : [{ name: 'Bug', filename: row.documents.issueTemplate }],
    pullRequestTemplates: (row) =>
      row.documents.pullRequestTemplate === undefined
        ? []
        : [{ filename: row.documents.pullRequestTemplate }],
    viewerPermission: (row, _args, query) => (mayAdminister(query, row) ? 'ADMIN' : 'READ'),
    latestRelease: (row, _args, query) => {
      const all = query.world.holdings(row.id).releases.filter((one) => !one.isDraft && !one.isPrerelease);
      return all.at(-1) ?? null;
    },
    defaultBranchRef: (row, _args, query) =>
      row.defaultBranch ? findRef(query, row, row.defaultBranch) : null,
    ref: (row, args, query) => findRef(query, row, readText(args, 'qualifiedName') ?? ''),
    object: (row, args, query) => {
      const [oid, expression] = [readText(args, 'oid'), readText(args, 'expression')];
      return query.git.object(nameOf(query, row), row.id, oid ?? expression ?? '');
    },
    issue: (row, args, query) => {
      const number = readNumber(args, 'number');
      const found = query.world.holdings(row.id).issues.find((one) => one.number === number);
      if (!found) throw refuse('NOT_FOUND', `Could not resolve to an Issue with the number of ${number}.`);
      return found;
    },
    pullRequest: (row, args, query) => {
      const number = readNumber(args, 'number');
      const found = query.world.holdings(row.id).pullRequests.find((one) => one.number === number);
      if (!found)
        throw refuse('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
      return found;
    },
  }),
};

export function toLanguage(language: { readonly name: string } | undefined): unknown {
  return language
    ? { __typename: 'Language', id: `LANG_${language.name}`, name: language.name, color: null }
    : null;
}

/** What a query begins with. */
export const QUERY: FieldTable = serve('Query', {
  rateLimit: (_row, _args, query) => query.budget,
  viewer: (_row, _args, query) =>
    query.world.accountByLogin(query.token.login) ?? toVisitor(query.token.login, query.now),
  repository: (_row, args, query) =>
    findRepository(query, readText(args, 'owner'), readText(args, 'name'), args),
  repositoryOwner: (_row, args, query) => {
    const found = query.world.accountByLogin(readText(args, 'login') ?? '');
    return found?.__typename === 'User' || found?.__typename === 'Organization' ? found : null;
  },
  organization: (_row, args, query) => findOwner(query, 'Organization', readText(args, 'login')),
  user: (_row, args, query) => findOwner(query, 'User', readText(args, 'login')),
  node: (_row, args, query) => findNode(query, readText(args, 'id') ?? ''),
  nodes: (_row, args, query) => {
    const ids: readonly unknown[] = Array.isArray(args['ids']) ? args['ids'] : [];
    return ids.map((id) => capture(() => findNode(query, String(id))));
  },
});

/** An error as a value: it nulls its own place in a list, not the list. */
function capture(find: () => unknown): unknown {
  try {
    return find();
  } catch (error) {
    return error;
  }
}

function findRepository(query: Query, owner = '', name = '', args: Arguments = {}): unknown {
  const found = query.world.repositoryByName(`${owner}/${name}`);
  const isFollowed = !found?.isRenamed || args['followRenames'] !== false;
  if (!found || !isFollowed || !isVisible(query, found.row)) {
    throw refuse('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  if (found.row.blockedFor) throw refuse('FORBIDDEN', 'Repository access blocked');
  checkSso(query, found.row);
  return found.row;
}

function checkSso(query: Query, row: Repository): void {
  const owner = query.world.account(row.ownerId);
  if (!owner || !query.token.lacksSso?.includes(owner.login)) return;
  throw refuse(
    'FORBIDDEN',
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    { saml_failure: true },
  );
}

function findOwner(query: Query, type: 'User' | 'Organization', login = ''): unknown {
  const found = query.world.accountByLogin(login);
  if (found?.__typename === type) return found;
  const article = type === 'User' ? 'a' : 'an';
  throw refuse('NOT_FOUND', `Could not resolve to ${article} ${type} with the login of '${login}'.`);
}

function findNode(query: Query, id: string): unknown {
  const found = query.world.node(id);
  const repository =
    found && 'repositoryId' in found ? query.world.repository(found.repositoryId) : undefined;
  const home = found?.__typename === 'Repository' ? found : repository;
  if (!found || (home && !isVisible(query, home))) {
    throw refuse('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'`);
  }
  if (home) checkSso(query, home);
  return found;
}

/** The account behind a token that belongs to nobody of the data. */
function toVisitor(login: string, now: string): unknown {
  return {
    __typename: 'User',
    id: `U_${login}`,
    databaseId: 40_000_001,
    login,
    name: null,
    email: '',
    emails: [],
    company: null,
    location: null,
    bio: null,
    websiteUrl: null,
    twitterUsername: null,
    createdAt: now,
    updatedAt: now,
    isHireable: false,
    followerCount: 0,
    memberships: [],
    socialAccounts: [],
    sponsorsListing: null,
  };
}
