import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGithubClient } from '../../../../src/collect/github/client.ts';
import type { GithubClient, RequestRecord } from '../../../../src/collect/github/contract.ts';
import { objectAt } from '../../../../src/collect/github/read.ts';
import { type GithubSettings, USUAL } from '../../../../src/collect/github/settings.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { testContext } from '../../../support/context.ts';
import { createClient as createControl } from '../../../support/stand-in-client.ts';

const TOKEN = 'stand-in-token-plain';
const CALL = { stream: 'issues', repoId: 1n };
const PLACE = { owner: 'orrery-db', name: 'orrery' };
const VARIABLES = { owner: 'orrery-db', name: 'orrery' };
const COMMENTS = 'GET /repos/{owner}/{repo}/pulls/comments';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 4, scale: 0.1 } });
});
afterAll(() => standIn.close());
beforeEach(async () => {
  await control('PUT', 'faults', []);
  await control('DELETE', 'requests');
});

async function control(method: string, command: string, body?: unknown): Promise<unknown> {
  return await createControl(standIn).control(method, command, body);
}

interface Tried {
  readonly client: GithubClient;
  /** Seconds that were waited for, altogether. */
  readonly waited: () => number;
  readonly requests: RequestRecord[];
}

/** A client whose waits pass at once on the stand-in's clock. */
async function tryClient(more: Partial<GithubSettings> = {}): Promise<Tried> {
  const waits: number[] = [];
  const requests: RequestRecord[] = [];
  const context = testContext({
    fetch: globalThis.fetch,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      standIn.engine.clock.advance(milliseconds);
    },
  });
  const settings: GithubSettings = {
    ...USUAL,
    apiUrl: standIn.urls.GITHUB_API_URL,
    graphqlUrl: standIn.urls.GITHUB_GRAPHQL_URL,
    tokens: [TOKEN],
    retryMilliseconds: 1,
    ...more,
  };
  const client = await createGithubClient(settings, PLACE, (request) => requests.push(request), context);
  return { client, waited: () => waits.reduce((a, b) => a + b, 0) / 1000, requests };
}

const askRepository = (client: GithubClient) => client.graphql('repository', VARIABLES, CALL);
const askComments = (client: GithubClient) =>
  client.rest(COMMENTS, { owner: 'orrery-db', repo: 'orrery', per_page: 5 }, CALL);

describe('limits', () => {
  const faults: readonly (readonly [fault: string, seconds: number])[] = [
    // A second more than the fault says where both of GitHub's times are cut to whole seconds.
    ['primary-rest', 91],
    ['primary-graphql', 91],
    ['primary-graphql-old', 91],
    ['secondary', 90],
    ['secondary-429', 90],
    ['secondary-200', 90],
    ['secondary-odd', 90],
    ['secondary-odd-429', 90],
    ['secondary-date', 91],
    ['secondary-bare', 60],
  ];
  for (const [fault, seconds] of faults) {
    test(`${fault} is waited for, and the request comes again once`, async () => {
      for (const ask of [askRepository, askComments]) {
        await control('DELETE', 'requests');
        await control('PUT', 'faults', [{ fault, times: 1, wait: 90 }]);
        const { client, waited, requests } = await tryClient();
        await ask(client);
        expect(waited()).toBeGreaterThanOrEqual(seconds - 1);
        expect(waited()).toBeLessThanOrEqual(seconds + 1);
        expect(requests).toHaveLength(2);
        expect(standIn.engine.log.some(({ isEarly }) => isEarly)).toBe(false);
      }
    });
  }

  test('a clock of ours that is an hour ahead does not shorten the wait', async () => {
    await control('PUT', 'options', { clockSkew: -3600 });
    await control('PUT', 'faults', [{ fault: 'primary-rest', times: 1, wait: 90 }]);
    const { client, waited } = await tryClient();
    await askComments(client);
    await control('PUT', 'options', { clockSkew: 0 });
    expect(Math.round(waited())).toBe(91);
  });

  test('holds for all requests of the token, and not for those of another user', async () => {
    await control('PUT', 'faults', [{ fault: 'secondary', times: 1, wait: 90 }]);
    const { client, waited } = await tryClient({
      tokens: [TOKEN, 'stand-in-token-second'],
      concurrency: 1,
    });
    await Promise.all([askComments(client), askComments(client), askComments(client)]);
    expect(waited()).toBe(0);
    expect(standIn.engine.log.some(({ isEarly }) => isEarly)).toBe(false);
  });

  test('a wait that is longer than the user will wait ends with the time it takes', async () => {
    await control('PUT', 'faults', [{ fault: 'secondary', wait: 900 }]);
    const { client } = await tryClient({ maxWaitMilliseconds: 60_000 });
    await expect(askRepository(client)).rejects.toMatchObject({
      code: 'E_RATE_LIMIT',
      message: expect.stringContaining('15 min'),
    });
  });

  test('one that never ends is given up', async () => {
    await control('PUT', 'faults', [{ fault: 'secondary', wait: 5 }]);
    const { client, requests } = await tryClient();
    await expect(askRepository(client)).rejects.toMatchObject({ code: 'E_RATE_LIMIT' });
    expect(requests).toHaveLength(7);
  });
});

describe('spoilt answers', () => {
  for (const fault of ['reset', 'cut', 'lost']) {
    test(`after ${fault} the request comes again, and nothing is lost`, async () => {
      for (const ask of [askRepository, askComments]) {
        const whole = await ask((await tryClient()).client);
        await control('PUT', 'faults', [{ fault, times: 1 }]);
        const again = await ask((await tryClient()).client);
        expect(again.data).toEqual(whole.data);
      }
    });
  }

  test('a server that never answers is given up after the time of an attempt', async () => {
    await control('PUT', 'faults', [{ fault: 'hang', times: 1 }]);
    const { client } = await tryClient({ attemptMilliseconds: 300 });
    // Whoever asked can ask for less.
    expect(await askRepository(client)).toMatchObject({ data: null, isHeavy: true });
    await control('PUT', 'faults', [{ fault: 'hang', times: 1 }]);
    expect(await askComments(client)).toHaveProperty('data.4');
  });

  test('a query that was too much is not put again as it was', async () => {
    for (const fault of ['gateway-json', 'gateway-html', 'gateway-empty', 'timeout', 'wrong', 'heavy']) {
      await control('PUT', 'faults', [{ fault, times: 1 }]);
      const { client, requests } = await tryClient();
      expect(await askRepository(client), fault).toMatchObject({ isHeavy: true });
      expect(requests, fault).toHaveLength(1);
    }
  });

  test('a list over REST is asked for again where GitHub is in trouble', async () => {
    await control('PUT', 'faults', [{ fault: 'gateway-html', times: 2 }]);
    const { client, requests } = await tryClient();
    expect(await askComments(client)).toHaveProperty('data.4');
    expect(requests.map(({ status }) => status)).toEqual([502, 502, 200]);
  });
});

describe('refusals', () => {
  const refusals: readonly (readonly [fault: string, code: string])[] = [
    ['bad-credentials', 'E_TOKEN'],
    ['not-found', 'E_NOT_FOUND'],
    ['gone', 'E_NOT_FOUND'],
    ['no-permission', 'E_PERMISSION'],
    ['sso-rest', 'E_PERMISSION'],
    ['dmca', 'E_PERMISSION'],
    ['blocked', 'E_PERMISSION'],
    ['conflict', 'E_GITHUB'],
    ['too-far', 'E_GITHUB'],
  ];
  test.each(refusals)('%s ends at once with %s, and never shows the token', async (fault, code) => {
    await control('PUT', 'faults', [{ fault }]);
    const { client, requests } = await tryClient();
    const error = await askComments(client).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify([error, String(error)])).not.toContain(TOKEN);
    expect(requests).toHaveLength(1);
  });

  test('a token that has expired leaves the others to go on', async () => {
    const { client } = await tryClient({ tokens: ['stand-in-token-expired', TOKEN] });
    expect(objectAt((await askRepository(client)).data, 'repository')).not.toBeNull();
  });

  test('a GitHub that is not there is named as that', async () => {
    const { client } = await tryClient({
      graphqlUrl: 'http://127.0.0.1:9/graphql',
      apiUrl: 'http://127.0.0.1:9',
    });
    await expect(askRepository(client)).rejects.toMatchObject({ code: 'E_NETWORK' });
    await expect(askComments(client)).rejects.toMatchObject({ code: 'E_NETWORK' });
  });

  test('the token goes to no other server', async () => {
    const { client } = await tryClient();
    await expect(client.rest('https://example.org/next', {}, CALL)).rejects.toMatchObject({
      code: 'E_GITHUB',
    });
  });

  test('a token with a line end is refused without being shown', async () => {
    await expect(tryClient({ tokens: ['secret\nvalue'] })).rejects.toMatchObject({ code: 'E_TOKEN' });
  });
});

test('queries are not held to one a second', async () => {
  const { client } = await tryClient({ concurrency: 4 });
  await askRepository(client);
  const start = performance.now();
  await Promise.all(Array.from({ length: 4 }, () => askRepository(client)));
  // The plugin's own lane would take three seconds at least.
  expect(performance.now() - start).toBeLessThan(2500);
});

test('pages of a list follow the addresses that GitHub gives', async () => {
  const { client } = await tryClient();
  const first = await askComments(client);
  expect(first.next).toMatch(/^http/);
  const second = await client.rest(first.next ?? '', {}, CALL);
  expect(second.data).not.toEqual(first.data);
});

test('works with the addresses of an Enterprise server, limits included', async () => {
  const enterprise = await startStandIn({ generate: { seed: 4, scale: 0.1 }, shape: 'enterprise' });
  try {
    await createControl(enterprise).control('PUT', 'faults', [
      { fault: 'primary-graphql', times: 1, wait: 5 },
    ]);
    const { client, waited } = await tryClient({
      apiUrl: enterprise.urls.GITHUB_API_URL,
      graphqlUrl: enterprise.urls.GITHUB_GRAPHQL_URL,
    });
    expect(objectAt((await askRepository(client)).data, 'repository')).not.toBeNull();
    expect(waited()).toBeGreaterThan(4);
  } finally {
    await enterprise.close();
  }
});

test('every attempt is logged with its status and what it cost', async () => {
  const { client, requests } = await tryClient();
  await askRepository(client);
  await askComments(client);
  expect(requests).toMatchObject([
    { stream: 'issues', repoId: 1n, method: 'POST', route: 'Repository', status: 200, points: 1 },
    { method: 'GET', route: 'GET /repos/{owner}/{repo}/pulls/comments', status: 200, points: 0 },
  ]);
});
