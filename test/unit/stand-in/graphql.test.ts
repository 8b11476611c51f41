import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import type { Holdings } from '../../stand-in/world/world.ts';
import {
  type Client,
  createClient,
  dig,
  firstError,
  MAINTAINER,
  rowsOf,
} from '../../support/stand-in-client.ts';

let standIn: StandIn;
let client: Client;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 5, scale: 0.3 } });
  client = createClient(standIn);
});

afterAll(() => standIn.close());

const MAIN = 'owner: "orrery-db", name: "orrery"';

function held(name = 'orrery-db/orrery'): Holdings {
  const { world } = standIn.engine;
  return world.holdings(world.repositoryByName(name)?.row.id ?? '');
}

describe('refusals come as GitHub sends them: status 200, `type` beside `message`', () => {
  test.each([
    [`{ repository(${MAIN}) { nope } }`, undefined, /^Field 'nope' doesn't exist on type 'Repository'$/],
    ['{ repository(owner: "a") { id } }', undefined, /is missing required arguments: name$/],
    [
      `{ repository(${MAIN}) { issues(first: 101) { nodes { id } } } }`,
      'EXCESSIVE_PAGINATION',
      /exceeds the `first` limit/,
    ],
    [
      `{ repository(${MAIN}) { issues { nodes { id } } } }`,
      'MISSING_PAGINATION_BOUNDARIES',
      /You must provide/,
    ],
    [
      '{ repository(owner: "a", name: "b") { id } }',
      'NOT_FOUND',
      /Could not resolve to a Repository with the name 'a\/b'/,
    ],
    ['{ node(id: "x") { id } }', 'NOT_FOUND', /Could not resolve to a node/],
    [
      `{ repository(${MAIN}) { issues(first: 1, after: "x") { nodes { id } } } }`,
      'INVALID_CURSOR_ARGUMENTS',
      /does not appear to be a valid cursor/,
    ],
    [
      `{ repository(${MAIN}) { collaborators(first: 1) { totalCount } } }`,
      'FORBIDDEN',
      /Must have push access/,
    ],
    [
      `{ repository(${MAIN}) { discussionCategory(slug: "x") { id } } }`,
      'STAND_IN_UNSERVED',
      /does not serve/,
    ],
    ['{ repository(', undefined, /Syntax Error/],
  ])('%s', async (query, type, message) => {
    const reply = await client.graphql(query);
    expect(reply.status).toBe(200);
    expect([firstError(reply)['type'], String(firstError(reply)['message'])]).toEqual([
      type,
      expect.stringMatching(message),
    ]);
  });

  test('an error takes its own field away, siblings stay', async () => {
    const reply = await client.graphql(
      `{ a: repository(${MAIN}) { name } b: repository(owner: "x", name: "y") { name } }`,
    );
    expect(dig(reply.body, 'data')).toEqual({ a: { name: 'orrery' }, b: null });
    expect(firstError(reply)['path']).toEqual(['b']);
  });

  test('one unknown id in a list is one null', async () => {
    const id = held().issues[0]?.id;
    const reply = await client.graphql('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [id, 'gone'],
    });
    expect(dig(reply.body, 'data', 'nodes')).toEqual([{ id }, null]);
    expect(firstError(reply)['path']).toEqual(['nodes', 1]);
  });

  test('a token without scope gets nothing at all', async () => {
    const query = '{ repositoryOwner(login: "imarquardt") { login } user(login: "hubi") { email } }';
    const reply = await client.graphql(query, {}, 'stand-in-token-no-scope');
    expect(firstError(reply)['type']).toBe('INSUFFICIENT_SCOPES');
    expect(dig(reply.body, 'data')).toBeUndefined();
    expect(firstError(await client.graphql(query))['type']).toBeUndefined();
  });

  test('no token, a wrong one, no JSON', async () => {
    expect((await client.graphql('{ viewer { login } }', {}, null)).status).toBe(401);
    expect((await client.graphql('{ viewer { login } }', {}, 'nonsense')).status).toBe(401);
    const bad = await fetch(standIn.urls.GITHUB_GRAPHQL_URL, {
      method: 'POST',
      headers: { authorization: `token ${MAINTAINER}` },
      body: '{',
    });
    expect(bad.status).toBe(400);
  });
});

const PAGE = `query($first: Int!, $after: String, $field: IssueOrderField!, $direction: OrderDirection!) {
  repository(${MAIN}) { issues(first: $first, after: $after, orderBy: { field: $field, direction: $direction }) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id number createdAt updatedAt } } } }`;

async function readAll(
  field: string,
  direction: string,
  between?: (page: number) => Promise<unknown>,
): Promise<string[]> {
  const ids: string[] = [];
  let after: unknown = null;
  for (let page = 1; ; page += 1) {
    const reply = await client.graphql(PAGE, { first: 13, after, field, direction });
    const issues = dig(reply.body, 'data', 'repository', 'issues');
    ids.push(...rowsOf(dig(issues, 'nodes')).map((row) => String(row['id'])));
    if (dig(issues, 'pageInfo', 'hasNextPage') !== true) return ids;
    after = dig(issues, 'pageInfo', 'endCursor');
    await between?.(page);
  }
}

describe('paging', () => {
  test.each(['CREATED_AT', 'UPDATED_AT', 'COMMENTS'])('by %s, both ways: everything once', async (field) => {
    const up = await readAll(field, 'ASC');
    const down = await readAll(field, 'DESC');
    expect(new Set(up).size).toBe(held().issues.length);
    expect(up.length).toBe(held().issues.length);
    expect(down).toEqual(up.toReversed());
  });

  test('newest first, an item touched while reading is lost for this scan; by creation it is not', async () => {
    // Cursors hold the sort key: the unread item jumps behind the reader (github-api: order matters).
    const oldest = [...held().issues].sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1))[0];
    const touch = async (page: number): Promise<void> => {
      if (page !== 1 || !oldest) return;
      oldest.updatedAt = '2026-07-01T00:10:00Z';
      standIn.engine.world.changed();
    };
    const total = held().issues.length;
    expect(new Set(await readAll('UPDATED_AT', 'DESC', touch)).has(oldest?.id ?? '')).toBe(false);
    expect((await readAll('CREATED_AT', 'ASC', touch)).length).toBe(total);
  });

  test('`since` is inclusive', async () => {
    const since = [...held().issues].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[5]?.updatedAt;
    const query = `query($since: DateTime) { repository(${MAIN}) { issues(first: 100, filterBy: { since: $since }) { nodes { updatedAt } } } }`;
    const rows = rowsOf(
      dig((await client.graphql(query, { since })).body, 'data', 'repository', 'issues', 'nodes'),
    );
    const expected = held().issues.filter((issue) => issue.updatedAt >= (since ?? '')).length;
    expect(rows.length).toBe(expected);
  });
});

describe('what is planted comes out', () => {
  test('issues with ghosts, comments and events', async () => {
    const query = `query($id: ID!) { node(id: $id) { ... on Issue { number author { login } comments(first: 100) { totalCount nodes { author { login __typename } } }
      timelineItems(first: 100, itemTypes: [CLOSED_EVENT, LABELED_EVENT]) { totalCount nodes { __typename ... on ClosedEvent { stateReason closer { ... on PullRequest { number } } } ... on LabeledEvent { label { name } } } } } } }`;
    for (const issue of held().issues.slice(0, 40)) {
      const node = dig((await client.graphql(query, { id: issue.id })).body, 'data', 'node');
      const author = standIn.engine.world.account(issue.authorId)?.login ?? null;
      expect(dig(node, 'author', 'login') ?? null).toBe(author);
      expect(dig(node, 'comments', 'totalCount')).toBe(issue.comments.length);
      const events = issue.timeline.filter((one) => /^(Closed|Labeled)/.test(one.__typename));
      expect(dig(node, 'timelineItems', 'totalCount')).toBe(events.length);
    }
    expect(held().issues.some((issue) => issue.authorId === null)).toBe(true);
  });

  test('git and accounts meet: a commit resolves to the account of its address, a forgotten address to none', async () => {
    const query = `query($name: String!, $oid: GitObjectID!) { repository(owner: "orrery-db", name: $name) { object(oid: $oid) { ... on Commit { author { email user { login } } } } } }`;
    const shard = standIn.ecosystem?.played.find((one) => one.plan.key === 'shard');
    const until = Date.parse('2026-07-01T00:00:00Z');
    const seen = new Map<string, unknown>();
    for (const commit of shard?.history.commits.filter((one) => one.at < until) ?? []) {
      const reply = await client.graphql(query, { name: 'orrery-shard', oid: commit.oid });
      const author = dig(reply.body, 'data', 'repository', 'object', 'author');
      seen.set(String(dig(author, 'email')), dig(author, 'user', 'login') ?? null);
    }
    expect(seen.get('rafael.quintao@northquay.apsis')).toBe('rquintao');
    expect(seen.get('rafael.quintao@tessarine.apsis')).toBe(null);
  });

  test('star lists are closed to outsiders, sponsors show what each token may see', async () => {
    const stars = `{ repository(${MAIN}) { stargazerCount stargazers(first: 5) { totalCount edges { starredAt } } } }`;
    const outside = dig((await client.graphql(stars)).body, 'data', 'repository');
    expect(dig(outside, 'stargazers', 'edges')).toEqual([]);
    expect(dig(outside, 'stargazers', 'totalCount')).toBe(dig(outside, 'stargazerCount'));
    const inside = dig((await client.graphql(stars, {}, MAINTAINER)).body, 'data', 'repository');
    expect(rowsOf(dig(inside, 'stargazers', 'edges'))).toHaveLength(5);
    const sponsors = `{ organization(login: "orrery-db") { sponsors(first: 100) { totalCount nodes { __typename } }
      sponsorshipsAsMaintainer(first: 100, includePrivate: true) { totalCount nodes { privacyLevel tier { id } } } } }`;
    const seen = dig((await client.graphql(sponsors)).body, 'data', 'organization');
    const own = dig((await client.graphql(sponsors, {}, MAINTAINER)).body, 'data', 'organization');
    const priv = rowsOf(dig(own, 'sponsorshipsAsMaintainer', 'nodes')).filter(
      (one) => one['privacyLevel'] === 'PRIVATE',
    );
    expect(priv).toHaveLength(2);
    expect(Number(dig(seen, 'sponsors', 'totalCount'))).toBe(Number(dig(own, 'sponsors', 'totalCount')));
    expect(rowsOf(dig(seen, 'sponsorshipsAsMaintainer', 'nodes')).every((one) => one['tier'] === null)).toBe(
      true,
    );
    const noOrg = await client.graphql(sponsors, {}, 'stand-in-token-no-scope');
    expect(firstError(noOrg)['type']).toBe('INSUFFICIENT_SCOPES');
  });

  test('numbers above 2^31 are only in the text form, as are old names only redirects', async () => {
    const big = held().issues.find((issue) => issue.databaseId > 2 ** 31);
    const query = 'query($id: ID!) { node(id: $id) { ... on Issue { databaseId fullDatabaseId } } }';
    const node = dig((await client.graphql(query, { id: big?.id })).body, 'data', 'node');
    expect(node).toEqual({ databaseId: null, fullDatabaseId: String(big?.databaseId) });
    const old = '{ repository(owner: "tessarine", name: "tess-shard") { nameWithOwner } }';
    expect(dig((await client.graphql(old)).body, 'data', 'repository', 'nameWithOwner')).toBe(
      'orrery-db/orrery-shard',
    );
  });
});

describe('points', () => {
  test('are charged by formula, shown in the query and in the headers, and shared by a user', async () => {
    const query = `{ rateLimit { cost remaining nodeCount limit } repository(${MAIN}) { issues(first: 100) { nodes { comments(first: 1) { totalCount } labels(first: 1) { totalCount } } } } }`;
    const before = Number(
      (await client.graphql('{ viewer { login } }')).headers.get('x-ratelimit-remaining'),
    );
    // 1 + 100 + 100 = 201 → 2 points; 100 + 100 + 100 nodes
    const reply = await client.graphql(query);
    const remaining = before - 2;
    expect(dig(reply.body, 'data', 'rateLimit')).toEqual({ cost: 2, remaining, nodeCount: 300, limit: 5000 });
    expect(reply.headers.get('x-ratelimit-remaining')).toBe(String(remaining));
    expect(reply.headers.get('x-ratelimit-resource')).toBe('graphql');
  });

  test('a dry run tells the price for nothing', async () => {
    const query = `{ rateLimit(dryRun: true) { cost } repository(${MAIN}) { issues(first: 100) { nodes { comments(first: 1) { totalCount } labels(first: 1) { totalCount } } } } }`;
    const before = (await client.graphql('{ viewer { login } }')).headers.get('x-ratelimit-remaining');
    const reply = await client.graphql(query);
    expect(reply.body).toEqual({ data: { rateLimit: { cost: 2 } } });
    expect(reply.headers.get('x-ratelimit-remaining')).toBe(before);
  });

  test('run out, are refused by type, and come back after the hour', async () => {
    await client.control('POST', 'spend', { login: 'visitor-two', resource: 'graphql', points: 4999 });
    const ask = () => client.graphql('{ viewer { login } }', {}, 'stand-in-token-second');
    expect(firstError(await ask())['type']).toBeUndefined();
    const refused = await ask();
    expect([refused.status, firstError(refused)['type'], firstError(refused)['code']]).toEqual([
      200,
      'RATE_LIMIT',
      'graphql_rate_limit',
    ]);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    const wait =
      Number(refused.headers.get('x-ratelimit-reset')) - Date.parse(refused.headers.get('date') ?? '') / 1000;
    expect(wait).toBeGreaterThan(0);
    await ask();
    const log = rowsOf(await client.control('GET', 'requests'));
    expect(log.at(-1)?.['isEarly']).toBe(true);
    await client.control('POST', 'clock', { seconds: wait + 1 });
    expect(firstError(await ask())['type']).toBeUndefined();
    expect(rowsOf(await client.control('GET', 'requests')).at(-1)?.['isEarly']).toBe(false);
  });
});
