import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, type Question } from '../../../../src/collect/github/ask.ts';
import { objectAt } from '../../../../src/collect/github/read.ts';
import { readTails } from '../../../../src/collect/github/tails.ts';
import { testContext } from '../../../support/context.ts';
import { JSON_TYPE, type OddAnswer, type OddServer, oddServer } from '../../../support/odd-server.ts';

const CALL = { stream: 'repository', repoId: 1n };
const COMMENTS = 'GET /repos/{owner}/{repo}/pulls/comments';
const PLACE = { owner: 'odd', name: 'server', repo: 'server' };
/** Seconds since 1970 of the instant at which these tests begin. */
const NOW = Date.UTC(2026, 0, 1) / 1000;
const GOOD: OddAnswer = { body: { data: { repository: { databaseId: 7 } } } };

const serve = (...answers: OddAnswer[]): Promise<OddServer> => oddServer(answers, onTestFinished);
const query = ({ client }: OddServer) => client.graphql('repository', PLACE, CALL);

describe('a limit of which not everything is said', () => {
  const message = 'API rate limit exceeded for user ID 1.';
  const typed = { errors: [{ type: 'RATE_LIMITED', message }] };
  const limits: readonly (readonly [name: string, limit: OddAnswer, seconds: number])[] = [
    [
      'without a date ends by our clock',
      {
        status: 403,
        body: { message },
        headers: { ...JSON_TYPE, 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(NOW + 40) },
      },
      41,
    ],
    [
      'with a date to come back at, and none of now',
      {
        status: 429,
        body: { message },
        headers: { ...JSON_TYPE, 'retry-after': new Date((NOW + 40) * 1000).toUTCString() },
      },
      40,
    ],
    [
      'with nothing left, until nobody says when',
      { status: 403, body: { message }, headers: { ...JSON_TYPE, 'x-ratelimit-remaining': '0' } },
      60,
    ],
    [
      'of the hour, with something left',
      {
        body: typed,
        headers: { ...JSON_TYPE, 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': String(NOW + 40) },
      },
      41,
    ],
    ['without any header', { body: typed }, 60],
  ];
  test.each(limits)('%s', async (_, limit, seconds) => {
    const server = await serve(limit, GOOD);
    expect(await query(server)).toMatchObject({ data: { repository: { databaseId: 7 } } });
    expect([server.waited(), server.requests.length]).toEqual([seconds, 2]);
  });

  test('is not run into where the last answer said that nothing is left, whatever it counts', async () => {
    const headers = { ...JSON_TYPE, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW + 40) };
    const server = await serve({ ...GOOD, headers }, GOOD);
    await query(server);
    expect(server.waited()).toBe(0);
    await query(server);
    expect(server.waited()).toBe(41);
  });
});

test('JSON is read though nothing says that it is some, and what breaks off is still no answer', async () => {
  const untyped = await serve({ body: '{"data": {"reposit', headers: {} }, { ...GOOD, headers: {} });
  expect(objectAt((await query(untyped)).data, 'repository')).toEqual({ databaseId: 7 });
  expect(untyped.requests).toHaveLength(2);
});

test('GraphQL is asked at the address that is given, whatever it is called', async () => {
  const server = await oddServer([GOOD], onTestFinished, (url) => ({ graphqlUrl: `${url}/api/query/` }));
  await query(server);
  expect(server.paths).toEqual(['/api/query']);
});

test('an answer that GitHub never has ready is none', async () => {
  const server = await serve({ status: 202, body: {} });
  await expect(server.client.rest(COMMENTS, PLACE, CALL)).rejects.toMatchObject({ code: 'E_GITHUB' });
});

test('a token that was good is asked with once more after a refusal, and no more', async () => {
  const refusal = { status: 401, body: { message: 'Requires authentication' } };
  const passing = await serve(GOOD, refusal, GOOD);
  await query(passing);
  expect(await query(passing)).toMatchObject({ data: { repository: {} } });
  const expired = await serve(GOOD, refusal, refusal, GOOD);
  await query(expired);
  await expect(query(expired)).rejects.toMatchObject({ code: 'E_TOKEN' });
  expect(expired.requests).toHaveLength(3);
});

describe('what a question does with errors', () => {
  const put = ({ client }: OddServer, more: Partial<Question> = {}) =>
    ask(
      { client, context: testContext(), ...CALL },
      {
        document: 'repository',
        variables: () => PLACE,
        size: null,
        isWhole: (data) => objectAt(data, 'repository') !== null,
        ...more,
      },
    );

  test('a field that an older server lacks ends it at once', async () => {
    const error = {
      message: "Field 'owner' doesn't exist on type 'Repository'",
      extensions: { code: 'undefinedField', typeName: 'Repository', fieldName: 'owner' },
    };
    const server = await serve({ body: { errors: [error] } });
    await expect(put(server)).rejects.toMatchObject({
      code: 'E_GITHUB',
      message: expect.stringContaining("'owner'"),
    });
    expect(server.requests).toHaveLength(1);
  });

  test('a refusal that leaves nothing else ends it at once', async () => {
    const error = {
      type: 'FORBIDDEN',
      path: ['repository', 'stargazers'],
      message: 'Must have push access.',
    };
    const server = await serve({ body: { data: null, errors: [error] } });
    await expect(put(server)).rejects.toMatchObject({ code: 'E_PERMISSION' });
    expect(server.requests).toHaveLength(1);
  });

  test('a field that never comes is missing only where it may be', async () => {
    const error = { type: 'SERVICE_UNAVAILABLE', path: ['repository', 'codeowners'], message: 'timedout' };
    const answer = { body: { data: { repository: { databaseId: 7 } }, errors: [error] } };
    await expect(put(await serve(answer))).rejects.toMatchObject({ code: 'E_GITHUB' });
    expect((await put(await serve(answer), { takesHoles: true })).data).toEqual(answer.body.data);
  });
});

test('a list whose next page lies where this one does is not read for ever', async () => {
  const list = { totalCount: 9, pageInfo: { hasNextPage: true, endCursor: 'A' }, nodes: [{ id: 'C1' }] };
  const server = await serve({ body: { data: { t1: { comments: list } } } });
  const tail = { itemId: 'I1', field: 'comments', after: 'A', nodes: [] };
  const asker = { client: server.client, context: testContext(), ...CALL };
  await expect(readTails(asker, 'comment_tails', [tail])).rejects.toMatchObject({ code: 'E_GITHUB' });
});

test('a list that lacks what single sign-on guards is none', async () => {
  const headers = { ...JSON_TYPE, 'x-github-sso': 'partial-results; organizations=1,2' };
  const server = await serve({ body: [], headers });
  await expect(server.client.rest(COMMENTS, PLACE, CALL)).rejects.toMatchObject({ code: 'E_PERMISSION' });
});
