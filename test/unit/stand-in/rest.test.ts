import { sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRecord } from '../../stand-in/json.ts';
import { loadOpenApi } from '../../stand-in/rest/openapi.ts';
import { ROUTES } from '../../stand-in/rest/routes.ts';
import { APP, appKey } from '../../stand-in/server/app.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import { type Client, createClient, dig, MAINTAINER, PLAIN, rowsOf } from '../../support/stand-in-client.ts';
import { complain } from './conform.ts';

let standIn: StandIn;
let client: Client;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.3 } });
  client = createClient(standIn);
});

afterAll(() => standIn.close());

const api = loadOpenApi();

/** What the app proves itself with, by the stand-in's clock. */
function proof(change: Readonly<Record<string, unknown>> = {}): string {
  const now = Math.floor(standIn.engine.clock.now() / 1000);
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { iss: APP.id, iat: now - 30, exp: now + 570, ...change },
  ];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), appKey()).toString('base64url')}`;
}

/** A path for each described route, filled with things that exist. */
function pathOf(name: string): string {
  const { world } = standIn.engine;
  const repository = world.repositoryByName('orrery-db/orrery')?.row;
  const pull = world
    .holdings(repository?.id ?? '')
    .pullRequests.find((one) => one.reviews.some((r) => r.comments.length));
  const values: Record<string, string> = {
    owner: 'orrery-db',
    repo: 'orrery',
    username: world.account(world.forksOf(repository?.id ?? '').at(-1)?.ownerId)?.login ?? '?',
    org: 'orrery-db',
    account_id: String(world.accountByLogin('hubi')?.databaseId),
    issue_number: '1',
    pull_number: String(pull?.number),
    installation_id: '7001',
  };
  return name.slice(name.indexOf(' ') + 1).replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '?');
}

/**
 * GitHub describes the fork of a pull request as always there, and it is null once the fork is deleted; and the account of
 * a listed installation as a user and an enterprise in one.
 */
const MISDESCRIBED = /\.head\.repo is null$|\.account\.(name|slug|created_at|updated_at) is missing$/;

test('every described route is served, and nothing else', () => {
  expect([...ROUTES.keys()].sort()).toEqual(api.routes.map((route) => route.name).sort());
});

test.each(api.routes.map((route) => route.name))('%s answers as described', async (name) => {
  const route = api.routes.find((one) => one.name === name);
  const isApp = name.includes('/app/') || name.endsWith('/installation');
  if (name.startsWith('POST')) return;
  const path = pathOf(name);
  if (name.includes('/stats/')) await client.rest(path, MAINTAINER);
  if (name.endsWith('/orgs'))
    return expect(rowsOf((await client.rest('/users/imarquardt/orgs')).body)).toHaveLength(1);
  const list = route?.query.has('state') ? '?state=all&per_page=100' : '';
  const reply = await client.rest(`${path}${list}`, isApp ? proof() : MAINTAINER);
  expect([name, reply.status]).toEqual([name, 200]);
  const complaints = complain(api.schemas, route?.response, reply.body);
  expect(complaints.filter((one) => !MISDESCRIBED.test(one))).toEqual([]);
  if (Array.isArray(reply.body)) expect(reply.body.length).toBeGreaterThan(0);
});

describe('paging', () => {
  test('links lead by number from page to page, and nothing is lost or doubled', async () => {
    let url: string | null =
      '/repos/orrery-db/orrery/issues?state=all&per_page=17&sort=created&direction=asc';
    const numbers: unknown[] = [];
    while (url !== null) {
      const reply = await client.rest(url);
      numbers.push(...rowsOf(reply.body).map((row) => row['number']));
      const next: RegExpExecArray | null = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '');
      url = next?.[1]?.replace(standIn.urls.GITHUB_API_URL, '') ?? null;
      if (url !== null) expect(url).toMatch(/^\/repositories\/\d+\/issues\?/);
    }
    const held = standIn.engine.world.holdings(
      standIn.engine.world.repositoryByName('orrery-db/orrery')?.row.id ?? '',
    );
    expect(numbers.length).toBe(held.issues.length + held.pullRequests.length);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('a page beyond what GitHub serves is refused', async () => {
    const reply = await client.rest('/repos/orrery-db/orrery/issues?page=200&per_page=100');
    expect(reply.status).toBe(422);
    const far = await client.rest('/repos/orrery-db/orrery/forks?page=401&per_page=100');
    expect(far.status).toBe(422);
  });

  test('`since` is inclusive, and 1970 gives nothing', async () => {
    const all = rowsOf((await client.rest('/repos/orrery-db/orrery/issues?state=all&per_page=100')).body);
    const since = String(all[4]?.['updated_at']);
    const some = await client.rest(`/repos/orrery-db/orrery/issues?state=all&per_page=100&since=${since}`);
    expect(rowsOf(some.body).some((row) => row['updated_at'] === since)).toBe(true);
    expect(rowsOf(some.body).every((row) => String(row['updated_at']) >= since)).toBe(true);
    const none = await client.rest('/repos/orrery-db/orrery/issues?state=all&since=1970-01-01T00:00:00Z');
    expect(none.body).toEqual([]);
  });
});

describe('what outsiders get', () => {
  test.each(['stargazers', 'subscribers'])('the list of %s is closed, the count is not', async (list) => {
    const outside = await client.rest(`/repos/orrery-db/orrery/${list}`);
    expect([outside.status, outside.body]).toEqual([200, []]);
    const inside = await client.rest(`/repos/orrery-db/orrery/${list}`, MAINTAINER);
    expect(rowsOf(inside.body).length).toBeGreaterThan(0);
    const fine = await client.rest(`/repos/orrery-db/orrery/${list}`, 'stand-in-token-fine-maintainer');
    expect(fine.status).toBe(403);
    const facts = await client.rest('/repos/orrery-db/orrery');
    expect(dig(facts.body, 'stargazers_count')).toBeGreaterThan(0);
  });

  test('a private repository does not exist, and traffic needs push access', async () => {
    expect((await client.rest('/repos/orrery-db/security-triage')).status).toBe(404);
    expect((await client.rest('/repos/orrery-db/security-triage', MAINTAINER)).status).toBe(200);
    expect((await client.rest('/repos/orrery-db/orrery/traffic/views')).status).toBe(403);
  });

  test('an old name leads to the number, an empty repository conflicts, a blocked one says why', async () => {
    const moved = await client.rest('/repos/tessarine/tess-shard/pulls?state=all');
    expect(moved.status).toBe(301);
    const location = moved.headers.get('location')?.replace(standIn.urls.GITHUB_API_URL, '') ?? '';
    expect(location).toMatch(/^\/repositories\/\d+\/pulls\?state=all$/);
    expect((await client.rest(location)).status).toBe(200);
    expect((await client.rest('/repos/orrery-db/empty/commits')).status).toBe(409);
    expect((await client.rest('/repos/orrery-db/empty/contributors')).status).toBe(204);
  });

  test('wrong tokens, no token, missing single sign-on', async () => {
    expect((await client.rest('/repos/orrery-db/orrery', 'nonsense')).status).toBe(401);
    expect((await client.rest('/repos/orrery-db/orrery', 'stand-in-token-expired')).status).toBe(401);
    const anonymous = await client.rest('/repos/orrery-db/orrery', null);
    expect([anonymous.status, anonymous.headers.get('x-ratelimit-limit')]).toEqual([200, '60']);
    const sso = await client.rest('/repos/corvane/orrery-columnar', 'stand-in-token-no-sso');
    expect([sso.status, sso.headers.get('x-github-sso')?.slice(0, 8)]).toEqual([403, 'required']);
  });
});

test('an unchanged answer is 304 and free', async () => {
  const first = await client.rest('/repos/orrery-db/orrery-py');
  const etag = first.headers.get('etag') ?? '';
  const again = await client.rest('/repos/orrery-db/orrery-py', PLAIN, { 'if-none-match': etag });
  expect([again.status, again.body]).toEqual([304, '']);
  expect(again.headers.get('x-ratelimit-remaining')).toBe(first.headers.get('x-ratelimit-remaining'));
});

test('routes and parameters that GitHub does not describe are refused', async () => {
  expect((await client.rest('/repos/orrery-db/orrery/dependents')).status).toBe(404);
  expect((await client.rest('/repos/orrery-db/orrery/pulls?since=2026-01-01T00:00:00Z')).status).toBe(422);
});

test('an app gets a token for an hour', async () => {
  const url = `${standIn.urls.GITHUB_API_URL}/app/installations/7001/access_tokens`;
  const response = await fetch(url, { method: 'POST', headers: { authorization: `bearer ${proof()}` } });
  const body: unknown = await response.json();
  expect(response.status).toBe(201);
  const token = isRecord(body) ? String(body['token']) : '';
  expect((await client.rest('/repos/orrery-db/orrery', token)).status).toBe(200);
  standIn.engine.clock.advance(3_600_000);
  expect((await client.rest('/repos/orrery-db/orrery', token)).status).toBe(401);
});

test('an app that is not installed, or whose proof is wrong, gets nothing', async () => {
  const ask = async (path: string, text: string): Promise<unknown> => {
    const { status, body } = await client.rest(path, text);
    return [status, dig(body, 'message')];
  };
  const path = '/app/installations';
  const now = Math.floor(standIn.engine.clock.now() / 1000);
  expect(await ask(path, `${proof().slice(0, -8)}AAAAAAAA`)).toEqual([
    401,
    expect.stringContaining('decoded'),
  ]);
  expect(await ask(path, proof({ iss: 1 }))).toEqual([404, 'Integration not found']);
  expect(await ask(path, proof({ iat: now + 60 }))).toEqual([401, expect.stringContaining("('iat')")]);
  expect(await ask(path, proof({ exp: now - 1 }))).toEqual([401, expect.stringContaining('at which')]);
  expect(await ask(path, proof({ exp: now + 900 }))).toEqual([401, expect.stringContaining('too far')]);
  expect(await ask(path, PLAIN)).toEqual([401, expect.stringContaining('decoded')]);
});
