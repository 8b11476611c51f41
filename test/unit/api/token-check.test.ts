import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Check } from '../../../src/api/check.ts';
import { checkTokens } from '../../../src/api/token-check.ts';
import { appKey } from '../../stand-in/server/app.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { githubContext } from '../../support/github.ts';
import { createClient, PLAIN } from '../../support/stand-in-client.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 4, scale: 0.1, only: ['orrery'] } });
});
afterAll(() => standIn.close());
beforeEach(() => createClient(standIn).control('PUT', 'options', { clockSkew: 0 }));

/** What doctor says of GitHub, by the stand-in's clock. */
async function check(env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Check>>> {
  const folder = temporaryFolder(onTestFinished);
  const checks = await checkTokens(
    githubContext({
      now: () => new Date(standIn.engine.clock.now()),
      env: { PATH: '/usr/bin:/bin', HOME: folder, GITHUB_API_URL: standIn.urls.GITHUB_API_URL, ...env },
    }),
  );
  for (const token of (env['GH_TOKEN'] ?? 'none at all').split(',')) {
    expect(JSON.stringify(checks)).not.toContain(token);
  }
  return Object.fromEntries(checks.map((one) => [one.name, one]));
}

test('says that a token is accepted, what it may do, what is left, and that the clock is right', async () => {
  const checks = await check({ GH_TOKEN: PLAIN });
  expect(checks['token']).toMatchObject({
    status: 'ok',
    detail: 'from GH_TOKEN, accepted, scopes: read:user, read:org',
    hint: null,
  });
  expect(checks['GitHub limit']).toMatchObject({
    status: 'ok',
    detail: '5000 of 5000 requests and 5000 of 5000 points left this hour',
  });
  expect(checks['clock']).toMatchObject({ status: 'ok' });
});

test('names the scopes that a token lacks', async () => {
  const { token } = await check({ GITHUB_TOKEN: 'stand-in-token-no-scope' });
  expect(token).toMatchObject({ status: 'warning', detail: 'from GITHUB_TOKEN, accepted, scopes: none' });
  expect(token?.hint).toContain('--scopes read:user,read:org');
});

test('takes a larger scope for those that it contains', async () => {
  expect((await check({ GH_TOKEN: 'stand-in-token-maintainer' }))['token']).toMatchObject({ status: 'ok' });
});

const APP = { GITHUB_APP_ID: '501', GITHUB_APP_PRIVATE_KEY: appKey() };

test('says where an app is installed, and what it may read there', async () => {
  const checks = await check(APP);
  expect(checks['GitHub App']).toMatchObject({
    status: 'warning',
    detail:
      'app 501, accepted, installed at orrery-db (7001), may read issues, metadata, pull_requests; corvane (7002), may read issues, metadata, pull_requests',
    hint: 'Private repositories need the permission to read contents, discussions too',
  });
  expect(checks).not.toHaveProperty('token');
  expect((await check({ ...APP, GITHUB_APP_INSTALLATION_ID: '7002' }))['GitHub App']?.detail).toBe(
    'app 501, accepted, installed at corvane (7002), may read issues, metadata, pull_requests',
  );
  const file = join(temporaryFolder(onTestFinished), 'app.pem');
  writeFileSync(file, appKey());
  expect((await check({ ...APP, GITHUB_APP_PRIVATE_KEY: file }))['GitHub App']?.status).toBe('warning');
  expect(await check({ ...APP, GH_TOKEN: PLAIN })).toMatchObject({ token: { status: 'ok' } });
});

test.each([
  ['GET /app/installations', 'limit is reached and ends in 15 min', 'Ask again'],
  ['POST /app/installations', 'installed at orrery-db', 'No token is made for 15 min'],
])('does not wait for a limit of the app at %s, and says how long it takes', async (route, detail, hint) => {
  onTestFinished(() => standIn.engine.faults.replace([]));
  standIn.engine.faults.replace([{ fault: 'secondary', route, wait: 900 }]);
  expect((await check(APP))['GitHub App']).toMatchObject({
    status: 'warning',
    detail: expect.stringContaining(detail),
    hint: expect.stringContaining(hint),
  });
  standIn.engine.clock.advance(900_000);
});

test.each<[env: Readonly<Record<string, string>>, detail: RegExp]>([
  [{ GITHUB_APP_ID: '501' }, /GITHUB_APP_ID is set and GITHUB_APP_PRIVATE_KEY is not/],
  [{ ...APP, GITHUB_APP_ID: '502' }, /Integration not found/],
  [{ ...APP, GITHUB_APP_PRIVATE_KEY: '/no/such.pem' }, /neither the text .* nor the path/],
  [{ ...APP, GITHUB_APP_PRIVATE_KEY: '-----BEGIN x' }, /no private key/],
  [{ ...APP, GITHUB_APP_INSTALLATION_ID: '9' }, /not installed under the number 9/],
  [{ ...APP, GITHUB_APP_INSTALLATION_ID: 'nine' }, /no number/],
])('says what is wrong with an app (%#)', async (env, detail) => {
  const finding = (await check(env))['GitHub App'];
  expect(finding).toMatchObject({ status: 'failed', detail: expect.stringMatching(detail) });
  expect(finding?.hint).toBeTruthy();
});

test('asks no scopes of a token that has permissions', async () => {
  const { token } = await check({ GH_TOKEN: 'stand-in-token-fine' });
  expect(token).toMatchObject({ status: 'ok', detail: 'from GH_TOKEN, accepted' });
});

test('says that a token has expired, and how to make another', async () => {
  const { token } = await check({ GH_TOKEN: 'stand-in-token-expired' });
  expect(token).toMatchObject({ status: 'failed', detail: 'from GH_TOKEN, refused: Bad credentials' });
  expect(token?.hint).toContain('gh auth login');
});

test('does not send what can be no token, and does not show it', async () => {
  expect((await check({ GH_TOKEN: 'two words' }))['token']).toMatchObject({ status: 'failed' });
});

test('only warns where there is no token', async () => {
  const { token, ...others } = await check({});
  expect(token).toMatchObject({ status: 'warning', detail: 'none' });
  expect(others).not.toHaveProperty('GitHub limit');
});

test('says when GitHub can’t be reached', async () => {
  const { GitHub } = await check({ GH_TOKEN: PLAIN, GITHUB_API_URL: 'http://127.0.0.1:9' });
  expect(GitHub).toMatchObject({ status: 'failed', detail: 'http://127.0.0.1:9 can’t be reached' });
});

test.each([
  [3600, 'behind'],
  [-3600, 'ahead of'],
])('says that the clock is wrong by an hour (%i s)', async (clockSkew, side) => {
  await createClient(standIn).control('PUT', 'options', { clockSkew });
  const { clock } = await check({ GH_TOKEN: PLAIN });
  expect(clock).toMatchObject({ status: 'warning', detail: `60 min ${side} GitHub’s` });
});

test('says when nothing is left, and for how long', async () => {
  const spending = { login: 'visitor-two', resource: 'graphql', points: 5000 };
  await createClient(standIn).control('POST', 'spend', spending);
  const limit = (await check({ GH_TOKEN: 'stand-in-token-second' }))['GitHub limit'];
  expect(limit).toMatchObject({ status: 'warning' });
  expect(limit?.hint).toMatch(/^Wait \d+ min/);
});

test('takes a server without limits as it is', async () => {
  const enterprise = await startStandIn({
    generate: { seed: 4, scale: 0.1, only: ['orrery'] },
    shape: 'enterprise',
    limits: { primary: 'off', secondary: 'off' },
  });
  onTestFinished(() => enterprise.close());
  const checks = await check({ GH_TOKEN: PLAIN, GITHUB_API_URL: enterprise.urls.GITHUB_API_URL });
  expect(checks['token']).toMatchObject({ status: 'ok' });
  expect(checks['GitHub limit']).toMatchObject({ status: 'ok', detail: 'none on this server' });
});
