import type { Account } from '../world/records.ts';
import { fail, ok, paginate, type RestAnswer, type RestHandler, type RestRequest } from './answer.ts';
import { APP_ROUTES } from './app-routes.ts';
import { INSIGHT_ROUTES } from './insight-routes.ts';
import { forRepository, ITEM_ROUTES, LIST_ROUTES } from './repository-routes.ts';
import { viewProfile, viewRepository, viewUser } from './views.ts';

/** Handlers by route, as the OpenAPI description spells it. */
export const ROUTES: ReadonlyMap<string, RestHandler> = new Map([
  ['GET /rate_limit', viewLimits],
  ['GET /user', (request) => profile(request, request.world.accountByLogin(request.token?.login ?? ''))],
  [
    'GET /user/{account_id}',
    (request) => profile(request, request.world.accountByNumber(Number(request.match.path['account_id']))),
  ],
  ['GET /users/{username}', (request) => profile(request, findUser(request, request.match.path['username']))],
  [
    'GET /users/{username}/repos',
    (request) => listRepositories(request, findUser(request, request.match.path['username'])),
  ],
  ['GET /users/{username}/orgs', listOrganizations],
  ['GET /orgs/{org}', (request) => profile(request, findOrganization(request))],
  ['GET /orgs/{org}/repos', (request) => listRepositories(request, findOrganization(request))],
  ['GET /orgs/{org}/public_members', listMembers],
  ...APP_ROUTES,
  ...Object.entries({ ...ITEM_ROUTES, ...LIST_ROUTES, ...INSIGHT_ROUTES }).map(
    ([path, handle]): [string, RestHandler] => [
      `GET /repos/{owner}/{repo}${path === '' ? '' : '/'}${path}`,
      forRepository(handle),
    ],
  ),
]);

function findUser(request: RestRequest, name = ''): Account | undefined {
  const bot = name.endsWith('[bot]') ? name.slice(0, -5) : null;
  const found = request.world.accountByLogin(bot ?? name);
  return (found?.__typename === 'Bot') === (bot !== null) ? found : undefined;
}

function findOrganization(request: RestRequest): Account | undefined {
  const found = request.world.accountByLogin(request.match.path['org'] ?? '');
  return found?.__typename === 'Organization' ? found : undefined;
}

function profile(request: RestRequest, account: Account | undefined): RestAnswer {
  return account ? ok(viewProfile(request, account)) : fail(404, 'Not Found');
}

function listRepositories(request: RestRequest, owner: Account | undefined): RestAnswer {
  if (!owner) return fail(404, 'Not Found');
  const mayAll = request.token?.maintains.includes(owner.login) ?? false;
  const all = request.world.repositoriesOf(owner.id).filter((one) => mayAll || !one.isPrivate);
  return paginate(request, all, (row) => viewRepository(request, row, false));
}

function listOrganizations(request: RestRequest): RestAnswer {
  const user = findUser(request, request.match.path['username']);
  if (!user) return fail(404, 'Not Found');
  const shown = user.memberships.filter((one) => one.isPublic);
  const rows = shown.flatMap((one) => request.world.account(one.organizationId) ?? []);
  return paginate(request, rows, (row) => {
    const url = `${request.base}/orgs/${row.login}`;
    const links = ['repos_url', 'events_url', 'hooks_url', 'issues_url', 'members_url', 'public_members_url'];
    return {
      login: row.login,
      id: row.databaseId,
      node_id: row.id,
      url,
      description: row.bio,
      avatar_url: `https://avatars.githubusercontent.com/u/${row.databaseId}`,
      ...Object.fromEntries(links.map((key) => [key, `${url}#${key}`])),
    };
  });
}

function listMembers(request: RestRequest): RestAnswer {
  const organization = findOrganization(request);
  if (!organization) return fail(404, 'Not Found');
  const members = request.world
    .membersOf(organization.id)
    .filter((one) =>
      one.memberships.some((each) => each.organizationId === organization.id && each.isPublic),
    );
  return paginate(request, members, (row) => viewUser(request, row));
}

function viewLimits(request: RestRequest): RestAnswer {
  if (!request.limits.isOn) return fail(404, 'Rate limiting is not enabled.');
  const user = request.token?.login ?? 'anonymous';
  const limit = request.token?.limit ?? 60;
  const view = (resource: 'core' | 'graphql' | 'dependency_sbom'): unknown => {
    const { used, remaining, reset, limit: most } = request.limits.standing(user, resource, limit);
    return { limit: most, used, remaining, reset };
  };
  const search = { limit: 30, used: 0, remaining: 30, reset: Math.ceil(Date.parse(request.now) / 1000) + 60 };
  const resources = {
    core: view('core'),
    graphql: view('graphql'),
    dependency_sbom: view('dependency_sbom'),
    search,
  };
  return ok({ resources, rate: view('core') });
}
