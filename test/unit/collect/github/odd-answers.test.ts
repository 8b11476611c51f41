import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { TargetOutcome } from '../../../../src/collect/outcome.ts';
import type { StreamName } from '../../../../src/core/streams.ts';
import { openMemory } from '../../../../src/store/open.ts';
import type { Store } from '../../../../src/store/store.ts';
import { change } from '../../../stand-in/server/engine.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { temporaryFolder } from '../../../support/collect.ts';
import { collectFrom, githubContext } from '../../../support/github.ts';

const MAIN = 'orrery-db/orrery';
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.2 } });
});
afterAll(() => standIn.close());

/** What another server does to a request, or to the text of its answer. */
interface Oddness {
  readonly sends?: (url: string, operation: string) => string;
  readonly answers?: (text: string, place: string) => { readonly text: string; readonly type?: string };
}

/** Collects streams from a server that differs from GitHub in one thing. */
async function collectOddly(
  store: Store,
  streams: readonly StreamName[],
  { sends, answers }: Oddness = {},
  more: Partial<Parameters<typeof collectFrom>[0]> = {},
): Promise<TargetOutcome> {
  const odd: typeof fetch = async (input, init) => {
    const operation = /query (\w+)/.exec(String(init?.body))?.[1] ?? '';
    const url = sends?.(String(input), operation) ?? String(input);
    const response = await fetch(url, init);
    if (answers === undefined) return response;
    const { text, type } = answers(await response.text(), operation || url);
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    if (type !== undefined) headers.set('content-type', type);
    return new Response(text, { status: response.status, headers });
  };
  const folder = temporaryFolder(onTestFinished);
  const context = githubContext({ fetch: odd });
  return await collectFrom({ standIn, store, folder, context, settings: { streams }, ...more });
}

async function memory(): Promise<Store> {
  const store = await openMemory();
  onTestFinished(() => store.close());
  return store;
}

async function count(store: Store, table: string): Promise<unknown> {
  const { rows } = await store.query(`select count(*)::integer as n from ${table}`);
  return rows[0]?.['n'];
}

const gaps = ({ streams }: TargetOutcome) =>
  streams.flatMap(({ stream, reason }) => (reason ? [stream] : []));

const isComments = (url: string) => url.includes('/pulls/comments');

test('comments on code are read whole from a server that does not filter as it is asked to', async () => {
  const [store, usual] = [await memory(), await memory()];
  await collectOddly(usual, ['pulls']);
  const from = standIn.engine.log.length;
  const sends = (address: string): string => {
    if (!isComments(address)) return address;
    const url = new URL(address);
    url.searchParams.delete('since');
    url.searchParams.set('per_page', '7');
    return url.href;
  };
  expect(gaps(await collectOddly(store, ['pulls'], { sends }))).toEqual([]);
  const expected = Number(await count(usual, 'raw_github_review_comment'));
  expect(expected).toBeGreaterThan(14);
  expect(await count(store, 'raw_github_review_comment')).toBe(expected);
  // One request more, by which it shows.
  const asked = standIn.engine.log.slice(from).filter(({ path }) => isComments(path));
  expect(asked).toHaveLength(Math.ceil(expected / 7) + 1);
});

test('a page that is no answer takes away nothing that is stored', async () => {
  const store = await memory();
  await collectOddly(store, ['pulls', 'dependencies']);
  const stored = [
    await count(store, 'raw_github_review_comment'),
    await count(store, 'raw_github_dependency'),
  ];
  const login = { text: '<html>Please log in</html>', type: 'text/html' };
  const answers = (text: string, place: string) => (place.startsWith('http') ? login : { text });
  const settings = { streams: ['pulls', 'dependencies'] as const, isFull: true };
  const outcome = await collectOddly(store, [], { answers }, { settings });
  expect(gaps(outcome)).toEqual(['pulls', 'dependencies']);
  expect([
    await count(store, 'raw_github_review_comment'),
    await count(store, 'raw_github_dependency'),
  ]).toEqual(stored);
});

test('a list whose next page lies where this one does is given up, and named', async () => {
  const answers = (text: string, place: string) => ({
    text: place === 'Issues' ? text.replace(/"endCursor":"[^"]+"/g, '"endCursor":null') : text,
  });
  const outcome = await collectOddly(await memory(), ['issues'], { answers });
  expect(gaps(outcome)).toEqual(['issues']);
});

test('what is made while GitHub is being asked is not looked for among all that there is', async () => {
  const store = await memory();
  await collectOddly(store, ['issues']);
  const from = standIn.engine.log.length;
  const sends = (url: string, operation: string): string => {
    if (operation === 'Issues') {
      standIn.engine.clock.advance(5000);
      change(standIn.engine, 'open-issue', 1, MAIN);
    }
    return url;
  };
  const before = Number(await count(store, 'raw_github_issue'));
  await collectOddly(store, ['issues'], { sends });
  expect(await count(store, 'raw_github_issue')).toBe(before + 1);
  expect(standIn.engine.log.slice(from).map(({ operation }) => operation)).toEqual(['Repository', 'Issues']);
});

test('sponsors of whom only the number is shown are a gap', async () => {
  const answers = (text: string, place: string) => {
    if (place !== 'Sponsors') return { text };
    return { text: text.replace(/("sponsorshipsAsMaintainer":\{.*?"nodes":)\[.*?\]\}/, '$1[]}') };
  };
  const streams = ['sponsors'] as const;
  const outcome = await collectOddly(await memory(), streams, { answers });
  expect(outcome.streams).toMatchObject([
    { reason: expect.stringContaining('names of sponsors'), isWithheld: false },
  ]);
  expect(gaps(await collectOddly(await memory(), streams))).toEqual([]);
});

test('a repository is cloned by the name of today where the old one leads nowhere', async () => {
  const { world } = standIn.engine;
  const renamed = world.records.repositories.find(({ previousNames }) => previousNames.length > 0);
  if (renamed === undefined) throw new Error('the world has a renamed repository');
  const folder = temporaryFolder(onTestFinished);
  const [owner = '', name = ''] = world.fullName(renamed).split('/');
  mkdirSync(join(folder, owner));
  const path = new URL(`${standIn.urls.GITHUB_SERVER_URL}/${owner}/${name}.git`).pathname;
  symlinkSync(path, join(folder, owner, `${name}.git`));
  const outcome = await collectOddly(
    await memory(),
    [],
    {},
    {
      target: renamed.previousNames[0] ?? '',
      settings: { streams: ['git', 'repository'], serverUrl: `file://${folder}` },
    },
  );
  expect(gaps(outcome)).toEqual([]);
  expect(outcome.git?.commitCount).toBeGreaterThan(0);
});

test('a history that git may not read is a gap, and GitHub is read', async () => {
  const settings = {
    streams: ['git', 'repository'] as const,
    serverUrl: `file://${temporaryFolder(onTestFinished)}`,
  };
  const outcome = await collectOddly(await memory(), [], {}, { settings });
  expect(gaps(outcome)).toEqual(['git']);
});

test('issues that are switched off are not asked for, and what is stored of them stays', async () => {
  const store = await memory();
  const streams = ['repository', 'issues', 'discussions'] as const;
  await collectOddly(store, streams);
  const stored = await count(store, 'raw_github_issue');
  expect(stored).toBeGreaterThan(0);
  const answers = (text: string) => ({
    text: text
      .replace(/"has(Issues|Discussions)Enabled":true/g, '"has$1Enabled":false')
      .replace(/"(allIssues|openIssues|discussions)":\{"totalCount":\d+/g, '"$1":{"totalCount":0'),
  });
  const from = standIn.engine.log.length;
  expect(gaps(await collectOddly(store, streams, { answers }))).toEqual([]);
  expect(standIn.engine.log.slice(from).map(({ operation }) => operation)).toEqual(['Repository', null]);
  expect(await count(store, 'raw_github_issue')).toBe(stored);
  const { rows } = await store.query('select open_issue_count, issue_count from raw_github_snapshot');
  expect(rows).toEqual([{ open_issue_count: null, issue_count: null }]);
  await collectOddly(store, streams);
  expect(await count(store, 'raw_github_issue')).toBe(stored);
});

test('what a token may not see is a gap, takes nothing away, and is read as soon as it is shown', async () => {
  const store = await memory();
  const counts = async () => [
    await count(store, 'raw_github_issue'),
    await count(store, 'raw_github_comment'),
  ];
  const hide = (text: string, place: string) => {
    if (place !== 'Issues') return { text };
    const answer = JSON.parse(text);
    const [item, ...items] = answer.data.repository.issues.nodes;
    const path = ['repository', 'issues', 'nodes', 0];
    answer.data.repository.issues.nodes = [null, ...items];
    return {
      text: JSON.stringify({ ...answer, errors: item ? [{ type: 'FORBIDDEN', path, message: 'SAML' }] : [] }),
    };
  };
  expect(gaps(await collectOddly(store, ['issues'], { answers: hide }))).toEqual(['issues']);
  const some = await counts();
  expect(gaps(await collectOddly(store, ['issues']))).toEqual([]);
  const all = await counts();
  expect(Number(all[0])).toBeGreaterThan(Number(some[0]));
  const settings = { streams: ['issues'] as const, isFull: true };
  expect(gaps(await collectOddly(store, [], { answers: hide }, { settings }))).toEqual(['issues']);
  expect(await counts()).toEqual(all);
});

test('an account whose number GraphQL cannot write stops nothing', async () => {
  const { records } = standIn.engine.world;
  const { authorId } = records.issues.find(({ timeline }) => timeline.length > 0) ?? {};
  const author = records.accounts.find(({ id }) => id === authorId);
  if (author === undefined) throw new Error('the world has issues with an author');
  const { databaseId } = author;
  onTestFinished(() => void Object.assign(author, { databaseId }));
  Object.assign(author, { databaseId: 3_000_000_001 });
  const store = await memory();
  const from = standIn.engine.log.length;
  expect(gaps(await collectOddly(store, ['issues', 'pulls', 'accounts']))).toEqual([]);
  const asked = standIn.engine.log.slice(from).map(({ key }) => key);
  expect(asked).toHaveLength(new Set(asked).size);
  const { rows } = await store.query(
    `select body ->> '$.login' as login from raw_github_account where node_id = $id and (body ->> '$.databaseId') is null`,
    { id: author.id },
  );
  expect(rows).toEqual([{ login: author.login }]);
});

test('what is hidden for a moment is neither taken for gone nor for nobody’s', async () => {
  const store = await memory();
  const { faults, world } = standIn.engine;
  onTestFinished(() => faults.replace([]));
  const streams = ['git', 'issues', 'accounts'] as const;
  faults.replace([{ fault: 'sso-node', route: 'CommitAccounts' }]);
  expect(gaps(await collectOddly(store, streams))).toEqual(['accounts']);
  faults.replace([{ fault: 'sso-node', route: 'Recheck' }]);
  change(standIn.engine, 'delete-issue', 1, MAIN);
  expect(gaps(await collectOddly(store, streams))).toEqual([]);
  const { row } = world.repositoryByName(MAIN) ?? {};
  expect(await count(store, 'raw_github_issue')).toBe(world.holdings(row?.id ?? '').issues.length);
  const fresh = await memory();
  await collectOddly(fresh, streams);
  for (const table of ['raw_github_commit_account', 'raw_github_account']) {
    expect(await count(store, `${table} where node_id is not null`)).toBe(
      await count(fresh, `${table} where node_id is not null`),
    );
  }
});
