import { APP, INSTALLATIONS, installationToken } from '../server/app.ts';
import { fail, ok, paginate, type RestAnswer, type RestHandler, type RestRequest } from './answer.ts';
import { forRepository } from './repository-routes.ts';
import { viewUser } from './views.ts';

/** Routes that an app asks with its signed proof. */
export const APP_ROUTES: readonly (readonly [string, RestHandler])[] = [
  [
    'GET /app/installations',
    proven((request) => paginate(request, [...INSTALLATIONS.keys()], viewOf(request))),
  ],
  ['POST /app/installations/{installation_id}/access_tokens', proven(createToken)],
  ['GET /repos/{owner}/{repo}/installation', proven(forRepository(ofRepository))],
];

function proven(handle: RestHandler): RestHandler {
  return (request) => (request.isApp ? handle(request) : fail(401, 'A JSON web token could not be decoded'));
}

function ofRepository(request: RestRequest, row: { readonly ownerId: string }): RestAnswer {
  const login = request.world.account(row.ownerId)?.login ?? '';
  return INSTALLATIONS.has(login) ? ok(viewOf(request)(login)) : fail(404, 'Not Found');
}

function createToken(request: RestRequest): RestAnswer {
  const id = Number(request.match.path['installation_id']);
  if (![...INSTALLATIONS.values()].includes(id)) return fail(404, 'Not Found');
  const now = Date.parse(request.now);
  const token = `stand-in-token-installation-${id}-${request.tokens.size}`;
  request.tokens.set(token, installationToken(id, now));
  const expires_at = new Date(now + 3_600_000).toISOString().replace(/\.\d+/, '');
  return { status: 201, body: { token, expires_at, permissions: PERMISSIONS, repository_selection: 'all' } };
}

const PERMISSIONS = { issues: 'read', pull_requests: 'read', metadata: 'read' };

/** How an installation at an owner is shown. */
function viewOf(request: RestRequest): (login: string) => unknown {
  return (login) => {
    const id = INSTALLATIONS.get(login);
    const owner = request.world.accountByLogin(login);
    return {
      id,
      app_id: APP.id,
      app_slug: APP.slug,
      client_id: APP.clientId,
      account: viewUser(request, owner),
      target_id: owner?.databaseId ?? 0,
      target_type: 'Organization',
      repository_selection: 'all',
      access_tokens_url: `${request.base}/app/installations/${id}/access_tokens`,
      repositories_url: `${request.base}/installation/repositories`,
      html_url: `https://github.com/settings/installations/${id}`,
      permissions: PERMISSIONS,
      events: [],
      created_at: '2024-01-01T00:00:00Z',
      updated_at: '2024-01-01T00:00:00Z',
      single_file_name: null,
      suspended_at: null,
      suspended_by: null,
    };
  };
}
