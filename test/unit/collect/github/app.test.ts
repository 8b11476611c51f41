import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGithubClient } from '../../../../src/collect/github/client.ts';
import type { GithubClient, RequestRecord } from '../../../../src/collect/github/contract.ts';
import { type AppSettings, type GithubPlace, USUAL } from '../../../../src/collect/github/settings.ts';
import type { Context } from '../../../../src/core/context.ts';
import { appKey } from '../../../stand-in/server/app.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { githubContext } from '../../../support/github.ts';
import { PLAIN } from '../../../support/stand-in-client.ts';

const CALL = { stream: 'issues', repoId: 1n };
const VARIABLES = { owner: 'orrery-db', name: 'orrery' };
const HOUR = 3_600_000;

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 4, scale: 0.1 } });
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.engine.log.splice(0);
  standIn.engine.faults.replace([]);
});

interface Trial {
  readonly app?: Partial<AppSettings>;
  readonly tokens?: readonly string[];
  readonly place?: GithubPlace;
  readonly context?: Partial<Context>;
  readonly log?: (request: RequestRecord) => void;
  readonly maxWaitMilliseconds?: number;
}

async function open({
  app,
  tokens = [],
  place = VARIABLES,
  context,
  log,
  maxWaitMilliseconds = USUAL.maxWaitMilliseconds,
}: Trial = {}): Promise<GithubClient> {
  const settings = {
    ...USUAL,
    apiUrl: standIn.urls.GITHUB_API_URL,
    graphqlUrl: standIn.urls.GITHUB_GRAPHQL_URL,
    tokens,
    app: { id: '501', privateKey: appKey(), installationId: null, ...app },
    retryMilliseconds: 1,
    maxWaitMilliseconds,
  };
  const now = () => new Date(standIn.engine.clock.now());
  return await createGithubClient(
    settings,
    place,
    log ?? (() => undefined),
    githubContext({ now, ...context }),
  );
}

const ask = (client: GithubClient) => client.graphql('repository', VARIABLES, CALL);
const statuses = () => standIn.engine.log.map(({ status }) => status);
const logins = () => new Set(standIn.engine.log.flatMap(({ login }) => login ?? []));
const countTokens = () => standIn.engine.log.filter(({ status }) => status === 201).length;
/** Requests with a token that was over. */
const late = () => standIn.engine.log.filter(({ login, status }) => login !== null && status === 401);

test('an app asks with a token of its installation at the owner, though this machine’s clock is months off', async () => {
  const requests: RequestRecord[] = [];
  const client = await open({ log: (request) => requests.push(request) });
  expect((await ask(client)).errors).toEqual([]);
  expect(logins()).toEqual(new Set(['installation-7001']));
  expect(requests.map(({ route }) => route)).toContain('GET /repos/{owner}/{repo}/installation');
});

test('a client id will do, and an installation that is named is used for every owner', async () => {
  await ask(await open({ app: { id: 'Iv1.standin', installationId: 7002 } }));
  expect(logins()).toEqual(new Set(['installation-7002']));
});

test('for all repositories of an owner the installation is found by the owner’s name', async () => {
  await ask(await open({ place: { owner: 'Corvane', name: null } }));
  expect(logins()).toEqual(new Set(['installation-7002']));
});

test('a token is made anew before its hour is over, once for all requests that wait for it', async () => {
  const client = await open();
  await ask(client);
  standIn.engine.log.splice(0);
  standIn.engine.clock.advance(HOUR);
  await Promise.all([ask(client), ask(client), ask(client)]);
  expect(countTokens()).toBe(1);
  expect(late()).toEqual([]);
});

test('a token that ends while nobody here knows is made anew, and the request comes again', async () => {
  const client = await open({ context: { now: steadyClock(2 * 60_000) } });
  await ask(client);
  standIn.engine.log.splice(0);
  standIn.engine.clock.advance(HOUR);
  expect((await ask(client)).errors).toEqual([]);
  expect(late()).toHaveLength(1);
  expect(countTokens()).toBe(1);
});

/** A clock that goes on by the same time whenever somebody looks at it. */
function steadyClock(step: number): () => Date {
  let time = Date.UTC(2026, 0, 1);
  return () => {
    time += step;
    return new Date(time);
  };
}

test('limits of an installation are apart from those of a user', async () => {
  const client = await open({ tokens: [PLAIN] });
  standIn.engine.limits.charge('visitor', 'graphql', 4_999, 5_000);
  for (let count = 0; count < 3; count += 1) await ask(client);
  expect(logins()).toEqual(new Set(['visitor', 'installation-7001']));
  expect(statuses()).not.toContain(403);
  standIn.engine.clock.advance(HOUR);
});

const FINDING = 'GET /repos/{owner}/{repo}/installation';
const MINTING = 'POST /app/installations/{installation_id}/access_tokens';

/** Waits pass at once on the stand-in's clock. */
function passingTime(): { readonly sleep: Context['sleep']; readonly waited: () => number } {
  let waited = 0;
  const sleep = async (milliseconds: number): Promise<void> => {
    waited += milliseconds;
    standIn.engine.clock.advance(milliseconds);
  };
  return { sleep, waited: () => Math.round(waited / 1000) };
}

/** Without those by which GitHub's clock becomes known. */
const answered = () => statuses().filter((status) => status !== 401);
const early = () => standIn.engine.log.filter(({ isEarly }) => isEarly);

describe.each([
  ['finding the installation', FINDING],
  ['making its token', MINTING],
])('a limit of the app itself, at %s,', (_name, route) => {
  test.each([
    ['primary-rest', 91],
    ['secondary', 90],
    ['secondary-429', 90],
    ['secondary-odd', 90],
    ['secondary-bare', 60],
  ])('is waited for, and the request comes again once: %s', async (fault, seconds) => {
    standIn.engine.faults.replace([{ fault, route, times: 1, wait: 90 }]);
    const { sleep, waited } = passingTime();
    expect((await ask(await open({ context: { sleep } }))).errors).toEqual([]);
    expect(Math.abs(waited() - seconds)).toBeLessThanOrEqual(1);
    expect(answered()).toHaveLength(4);
    expect(early()).toEqual([]);
  });

  test('ends the run where it lasts longer than the user will wait', async () => {
    standIn.engine.faults.replace([{ fault: 'secondary', route, wait: 900 }]);
    const trial = async () => await ask(await open({ maxWaitMilliseconds: 60_000 }));
    await expect(trial()).rejects.toMatchObject({
      code: 'E_RATE_LIMIT',
      message: expect.stringContaining('15 min'),
    });
    expect(statuses().at(-1)).toBe(403);
  });

  test('that never ends is given up', async () => {
    standIn.engine.faults.replace([{ fault: 'secondary', route, wait: 5 }]);
    const { sleep } = passingTime();
    const trial = async () => await ask(await open({ context: { sleep } }));
    await expect(trial()).rejects.toMatchObject({ code: 'E_RATE_LIMIT' });
    expect(statuses().filter((status) => status === 403)).toHaveLength(7);
    standIn.engine.clock.advance(HOUR);
  });
});

test('while no token may be made, a user’s is used', async () => {
  standIn.engine.faults.replace([{ fault: 'secondary', route: MINTING, wait: 900 }]);
  const { sleep, waited } = passingTime();
  const client = await open({ tokens: [PLAIN], context: { sleep } });
  for (let count = 0; count < 3; count += 1) await ask(client);
  expect(waited()).toBe(0);
  expect(logins()).toEqual(new Set(['visitor']));
  standIn.engine.clock.advance(HOUR);
});

const other = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

test.each<[name: string, trial: Trial, message: RegExp, hint: RegExp]>([
  ['the key of another app', { app: { privateKey: other() } }, /could not be decoded/, /of the same app/],
  ['an id that no app has', { app: { id: '502' } }, /Integration not found/, /of the same app/],
  [
    'an owner without it',
    { place: { owner: 'tessarine', name: 'nope' } },
    /not installed at `tessarine`/,
    /Install it/,
  ],
  ['a text that is no key', { app: { privateKey: '-----BEGIN x-----\nsecret' } }, /no private key/, /\.pem/],
])('says what is wrong: %s', async (_name, trial, message, hint) => {
  const error = await open(trial).catch((caught: unknown) => caught);
  expect(error).toMatchObject({
    code: 'E_TOKEN',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
  expect(JSON.stringify(error)).not.toContain('secret');
});

test('says what is wrong: an installation that is not there', async () => {
  const client = await open({ app: { installationId: 9 } });
  await expect(ask(client)).rejects.toMatchObject({ code: 'E_TOKEN', message: expect.stringContaining('9') });
});

test.each<[name: string, status: number, message: string, code: string, hint: string]>([
  [
    'a clock that GitHub does not put right',
    401,
    "'Expiration time' claim ('exp') is too far in the future",
    'E_TOKEN',
    'clock',
  ],
  [
    'an installation that is switched off',
    403,
    'This installation has been suspended',
    'E_TOKEN',
    'allow the installation again',
  ],
  ['anything else', 403, 'Resource not accessible', 'E_PERMISSION', 'may read this'],
])('says what is wrong: %s', async (_name, status, message, code, hint) => {
  const fetch = async () => Response.json({ message }, { status, headers: { date: 'long ago' } });
  await expect(open({ context: { fetch } })).rejects.toMatchObject({
    code,
    hint: expect.stringContaining(hint),
  });
});

test('beside a token of a user the app may be missing at an owner', async () => {
  await ask(await open({ tokens: [PLAIN], place: { owner: 'tessarine', name: 'nope' } }));
  expect(logins()).toEqual(new Set(['visitor']));
});

test('a key with its line ends written as \\n is read', async () => {
  await ask(await open({ app: { privateKey: appKey().replaceAll('\n', '\\n') } }));
  expect(logins()).toEqual(new Set(['installation-7001']));
});
