import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANSWERS, FAULT_IDS } from '../../stand-in/faults/catalogue.ts';
import { CHANGES } from '../../stand-in/faults/changes.ts';
import { createFaultPlan, createStorm } from '../../stand-in/faults/plan.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import {
  type Client,
  createClient,
  dig,
  firstError,
  PLAIN,
  type Reply,
  rowsOf,
} from '../../support/stand-in-client.ts';

let standIn: StandIn;
let client: Client;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 9, scale: 0.2 } });
  client = createClient(standIn);
});

afterAll(() => standIn.close());

beforeEach(() => client.control('PUT', 'faults', []));

/** Changes that end what the other tests look at; they come last. */
const LATER: readonly string[] = ['block-repository', 'rename-owner'];

const QUERY = `query Issues { rateLimit { cost } repository(owner: "orrery-db", name: "orrery") { issues(first: 5, after: null) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id stateReason } } } }`;
const PATH = '/repos/orrery-db/orrery/issues/comments?per_page=5';

async function withFault(fault: string, isGraphql: boolean, more: object = {}): Promise<Reply> {
  await client.control('PUT', 'faults', [{ fault, times: 1, ...more }]);
  return isGraphql ? client.graphql(QUERY) : client.rest(PATH);
}

describe('whole answers', () => {
  test.each(Object.keys(ANSWERS))('%s strikes once, then the right answer comes', async (fault) => {
    for (const isGraphql of [true, false]) {
      const struck = await withFault(fault, isGraphql);
      const made = ANSWERS[fault]?.({ now: 0, isGraphql, wait: 60, host: '' });
      expect(struck.status).toBe(made?.status);
      const after = isGraphql ? await client.graphql(QUERY) : await client.rest(PATH);
      expect([after.status, firstError(after)]).toEqual([200, {}]);
    }
  });

  test('limits say when they end, each in its own way', async () => {
    const primary = await withFault('primary-rest', false, { wait: 90 });
    const date = Date.parse(primary.headers.get('date') ?? '') / 1000;
    expect(primary.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(primary.headers.get('x-ratelimit-reset')) - date).toBe(90);
    const secondary = await withFault('secondary', true, { wait: 33 });
    expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '33']);
    expect(Number(secondary.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect((await withFault('secondary-bare', true)).headers.get('retry-after')).toBe(null);
    expect(
      Date.parse((await withFault('secondary-date', true)).headers.get('retry-after') ?? ''),
    ).toBeGreaterThan(0);
    const now = await withFault('primary-graphql', true);
    const old = await withFault('primary-graphql-old', true);
    expect([firstError(now)['type'], firstError(old)['type']]).toEqual(['RATE_LIMIT', 'RATE_LIMITED']);
  });
});

describe('who is early', () => {
  const ask = () => client.rest(PATH);
  const isEarly = () => standIn.engine.log.at(-1)?.isEarly;
  const SECONDS = 90;

  // The rest of the second in which a limit begins is no part of an end that is named by the second.
  test.each(['secondary-date', 'primary-rest'])(
    '%s: before the second that the answer names, and not in it',
    async (fault) => {
      const { clock } = standIn.engine;
      clock.advance(1500 - (clock.now() % 1000));
      const { headers } = await withFault(fault, false, { wait: SECONDS });
      const named = headers.get('retry-after');
      const end = named === null ? Number(headers.get('x-ratelimit-reset')) * 1000 : Date.parse(named);
      clock.advance(end - 1500 - clock.now());
      await ask();
      expect(isEarly()).toBe(true);
      clock.advance(end - clock.now());
      await ask();
      expect(isEarly()).toBe(false);
    },
  );

  test('nobody whose request was on its way before the limit was told of', async () => {
    const sent = request(standIn.urls.GITHUB_GRAPHQL_URL, {
      method: 'POST',
      headers: { authorization: `token ${PLAIN}`, expect: '100-continue' },
    });
    sent.flushHeaders();
    await once(sent, 'continue');
    await withFault('secondary', false, { wait: SECONDS });
    sent.end(JSON.stringify({ query: QUERY }));
    await once(sent, 'response');
    expect(isEarly()).toBe(false);
    await ask();
    expect(isEarly()).toBe(true);
    standIn.engine.clock.advance(SECONDS * 1000);
  });
});

describe('transport', () => {
  test.each(['reset', 'lost'])('%s breaks the connection', async (fault) => {
    await expect(withFault(fault, true)).rejects.toThrow();
    await expect(withFault(fault, false)).rejects.toThrow();
  });

  test('cut is a well-formed answer with half a body', async () => {
    await client.control('PUT', 'faults', [{ fault: 'cut', times: 1 }]);
    const response = await fetch(`${standIn.urls.GITHUB_API_URL}${PATH}`);
    const text = await response.text();
    expect(text.length).toBe(Number(response.headers.get('content-length')));
    expect(() => JSON.parse(text)).toThrow();
  });

  test('hang and slow never end by themselves', async () => {
    for (const fault of ['hang', 'slow']) {
      await client.control('PUT', 'faults', [{ fault, times: 1 }]);
      const signal = AbortSignal.timeout(300);
      const reading = fetch(`${standIn.urls.GITHUB_API_URL}${PATH}`, { signal }).then((answer) =>
        answer.text(),
      );
      await expect(reading).rejects.toThrow();
    }
  });
});

describe('data', () => {
  test.each([
    ['heavy', 'RESOURCE_LIMITS_EXCEEDED'],
    ['unavailable', 'SERVICE_UNAVAILABLE'],
    ['timedout', undefined],
  ])('%s takes an object away and says so', async (fault, type) => {
    const reply = await withFault(fault, true);
    expect(firstError(reply)['type']).toBe(type);
    expect(firstError(reply)['path']).toEqual(['repository', 'issues']);
    expect(dig(reply.body, 'data', 'repository', 'issues')).toBe(null);
    expect((await withFault(fault, false)).status).toBe(502);
  });

  test.each(['forbidden-node', 'sso-node'])('%s hides one entry of a list', async (fault) => {
    const reply = await withFault(fault, true);
    const path = ['repository', 'issues', 'nodes', 2];
    expect(firstError(reply)).toMatchObject({ type: 'FORBIDDEN', path });
    expect(dig(firstError(reply), 'extensions', 'saml_failure')).toBe(
      fault === 'sso-node' ? true : undefined,
    );
    const nodes = dig(reply.body, 'data', 'repository', 'issues', 'nodes');
    expect(nodes).toMatchObject([{}, {}, null, {}, {}]);
  });

  test('an empty page goes on, a wrong total is three too many, drift is not in the schema', async () => {
    const issues = async (fault: string): Promise<unknown> =>
      dig((await withFault(fault, true)).body, 'data', 'repository', 'issues');
    const empty = await issues('empty-page');
    expect([dig(empty, 'nodes'), dig(empty, 'pageInfo', 'hasNextPage')]).toEqual([[], true]);
    const right = Number(dig(await issues('clock-ahead'), 'totalCount'));
    expect(dig(await issues('wrong-total'), 'totalCount')).toBe(right + 3);
    const reasons = rowsOf(dig(await issues('drift'), 'nodes')).map((one) => one['stateReason']);
    expect(reasons).not.toContain('COMPLETED');
  });

  test('numbers beyond a double, and lists that single sign-on cuts', async () => {
    await client.control('PUT', 'faults', [{ fault: 'huge-number', times: 1 }]);
    const query =
      '{ repository(owner: "orrery-db", name: "orrery") { issues(first: 1) { nodes { fullDatabaseId } } } }';
    const big = dig(
      (await client.graphql(query)).body,
      'data',
      'repository',
      'issues',
      'nodes',
      0,
      'fullDatabaseId',
    );
    expect(String(Number(big))).not.toBe(big);
    const cut = await withFault('sso-partial', false);
    expect([rowsOf(cut.body).length, cut.headers.get('x-github-sso')?.slice(0, 15)]).toEqual([
      3,
      'partial-results',
    ]);
  });

  test('the clock may be an hour off, in date and reset alike', async () => {
    const ahead = await withFault('clock-ahead', true);
    const right = await client.graphql(QUERY);
    const read = (reply: Reply): number => Date.parse(reply.headers.get('date') ?? '') / 1000;
    expect(Math.round((read(ahead) - read(right)) / 3600)).toBe(1);
    const reset = (reply: Reply): number => Number(reply.headers.get('x-ratelimit-reset'));
    expect(reset(ahead) - reset(right)).toBe(3600);
  });

  test('only large queries are too heavy when the rule says so', async () => {
    const rule = { fault: 'heavy', aboveNodes: 10 };
    await client.control('PUT', 'faults', [rule]);
    const ask = (first: number) =>
      client.graphql(
        `{ repository(owner: "orrery-db", name: "orrery") { issues(first: ${first}) { nodes { id } } } }`,
      );
    expect(firstError(await ask(11))['type']).toBe('RESOURCE_LIMITS_EXCEEDED');
    expect(firstError(await ask(10))).toEqual({});
  });

  test.each(Object.keys(CHANGES).filter((kind) => !LATER.includes(kind)))(
    'people %s between requests',
    async (kind) => {
      const before = JSON.stringify(standIn.engine.world.records);
      await withFault(`change:${kind}`, true);
      expect(JSON.stringify(standIn.engine.world.records)).not.toBe(before);
      expect(firstError(await client.graphql(QUERY))).toEqual({});
    },
  );

  test('an owner who is renamed is found by both names', async () => {
    await client.control('POST', 'change', { kind: 'rename-owner' });
    const byOld = dig(
      (await client.graphql(QUERY.replace('totalCount', 'totalCount '))).body,
      'data',
      'repository',
    );
    expect(dig(byOld, 'issues', 'totalCount')).toBeGreaterThan(0);
    expect((await client.rest('/repos/orrery-db/orrery')).status).toBe(301);
    expect((await client.rest('/repos/orrery-db-hq/orrery')).status).toBe(200);
  });

  test('a blocked repository says why', async () => {
    const struck = { kind: 'block-repository', repository: 'orrery-db-hq/orrery-pool' };
    await client.control('POST', 'change', struck);
    const reply = await client.rest('/repos/orrery-db-hq/orrery-pool');
    expect([reply.status, dig(reply.body, 'block', 'reason')]).toEqual([451, 'dmca']);
  });
});

describe('when faults strike', () => {
  const sight = (route: string, key = route) => ({ route, key, nodes: 0 });

  test('by number, by route, every so often, and no more often than said', () => {
    const plan = createFaultPlan([
      { fault: 'reset', route: 'GET /a', nth: [2, 3] },
      { fault: 'cut', route: 'Issues', every: 2, times: 1 },
    ]);
    const strikes = [
      'GET /a',
      'GET /a',
      'GET /b',
      'GET /a',
      'GET /a',
      'Issues',
      'Issues',
      'Issues',
      'Issues',
    ];
    expect(strikes.map((route) => plan.strike(sight(route))?.fault ?? '-').join(' ')).toBe(
      '- reset - reset - - cut - -',
    );
  });

  test('at random, the same for the same seed, and never three times in a row', () => {
    const draw = (seed: number): string => {
      const plan = createFaultPlan(createStorm(seed, 0.9, ['reset', 'cut', 'secondary']));
      return Array.from({ length: 60 }, () => plan.strike(sight('GET /a'))?.fault ?? '-').join(' ');
    };
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
    expect(draw(1)).not.toMatch(/(?:\w+ ){2}[a-z]/);
    expect(draw(1)).toMatch(/reset|cut|secondary/);
  });

  test('an unknown fault is refused', async () => {
    const reply = await client.control('PUT', 'faults', [{ fault: 'nonsense' }]);
    expect(String(dig(reply, 'message'))).toContain('Expected a fault of the catalogue');
    expect(FAULT_IDS).not.toContain('nonsense');
  });
});
