import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { collect, estimateCollection, readStatus } from '../../../../src/index.ts';
import { openMemory, openReader } from '../../../../src/store/open.ts';
import type { Row } from '../../../../src/store/value.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { comparableTables, temporaryFolder } from '../../../support/collect.ts';
import { collectFrom, githubContext } from '../../../support/github.ts';
import { PLAIN } from '../../stand-in/client.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.1 } });
});

afterAll(() => standIn.close());

const MAIN = 'orrery-db/orrery';

function environment(token: string | undefined) {
  return githubContext({
    env: {
      PATH: process.env['PATH'],
      HOME: '/nowhere',
      ...standIn.urls,
      ...(token ? { GH_TOKEN: token } : {}),
    },
  });
}

async function rowsOf(db: string, sql: string): Promise<readonly Row[]> {
  const store = await openReader(db);
  onTestFinished(() => store.close());
  return (await store.query(sql)).rows;
}

test('a dry run says what a run then spends, and writes nothing', async () => {
  const folder = temporaryFolder(onTestFinished);
  const db = join(folder, 'cache', 'understory.duckdb');
  const input = {
    db,
    targets: [MAIN],
    currentDirectory: folder,
    only: ['issues', 'pulls', 'forks'] as const,
  };
  const estimated = await estimateCollection(input, environment(PLAIN));
  expect(existsSync(join(folder, 'cache'))).toBe(false);
  await collect(input, environment(PLAIN));
  const { streams } = await readStatus({ db });
  const issues = streams.find(({ stream }) => stream === 'issues');
  expect(issues?.['stored_count']).toBe(issues?.['expected_count']);
  const spent = await rowsOf(
    db,
    "select stream, sum(points)::integer as points from raw_request where stream <> 'repository' group by stream order by stream",
  );
  expect(spent.map(({ stream }) => stream)).toEqual(['forks', 'issues', 'pulls']);
  for (const { stream, points } of spent) {
    const said = estimated.find((row) => row.stream === stream)?.points ?? 0;
    expect(Math.abs(said - Number(points)), String(stream)).toBeLessThanOrEqual(1);
  }
});

test('`org:NAME` stands for what the owner has, without forks and archived ones', async () => {
  const folder = temporaryFolder(onTestFinished);
  const targets = (more: Partial<Parameters<typeof estimateCollection>[0]>) =>
    estimateCollection(
      {
        targets: ['org:orrery-db'],
        currentDirectory: folder,
        db: join(folder, 'none.duckdb'),
        only: ['git'],
        ...more,
      },
      environment(PLAIN),
    );
  const { repositories, accounts } = standIn.engine.world.records;
  const owner = accounts.find(({ login }) => login === 'orrery-db');
  const all = repositories.filter((row) => row.ownerId === owner?.id && !row.isPrivate);
  const own = all.filter((row) => row.parentId === null && row.archivedAt === null);
  const names = (rows: readonly { readonly name: string }[]) =>
    rows.map(({ name }) => `orrery-db/${name}`).sort();
  expect((await targets({})).map(({ target }) => target).sort()).toEqual(names(own));
  expect((await targets({ include: ['forks', 'archived'] })).map(({ target }) => target).sort()).toEqual(
    names(all),
  );
  expect((await targets({ exclude: ['orrery'] })).map(({ target }) => target)).not.toContain(MAIN);
});

test('without a token git is collected; with one the repository moves to GitHub’s id', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await openMemory();
  const fresh = await openMemory();
  onTestFinished(() => {
    store.close();
    fresh.close();
  });
  const first = await collectFrom({ standIn, store, folder, settings: { github: null } });
  expect(first.git?.commitCount).toBeGreaterThan(0);
  expect(first.streams.filter(({ status }) => status === 'done').map(({ stream }) => stream)).toEqual([
    'git',
  ]);
  expect(first.streams[1]).toMatchObject({ reason: 'GitHub needs a token, and there is none' });
  const second = await collectFrom({ standIn, store, folder });
  const { world } = standIn.engine;
  expect(second.repoId).toBe(BigInt(world.repositoryByName(MAIN)?.row.databaseId ?? 0));
  expect(second.git).toMatchObject({ isUnchanged: true });
  await collectFrom({ standIn, store: fresh, folder });
  expect(await comparableTables(store)).toEqual(await comparableTables(fresh));
});

test('an old name leads to the repository of today', async () => {
  const folder = temporaryFolder(onTestFinished);
  const { world } = standIn.engine;
  const renamed = world.records.repositories.find(({ previousNames }) => previousNames.length > 0);
  if (renamed === undefined) throw new Error('the world has a renamed repository');
  const store = await openMemory();
  onTestFinished(() => store.close());
  const settings = { streams: ['repository'] as const };
  const old = await collectFrom({ standIn, store, folder, settings, target: renamed.previousNames[0] ?? '' });
  const today = await collectFrom({ standIn, store, folder, settings, target: world.fullName(renamed) });
  expect([old.repoId, old.name]).toEqual([today.repoId, today.name]);
  expect((await store.query('select count(*)::integer as n from raw_github_repository')).rows).toEqual([
    { n: 1 },
  ]);
});

test('what is not on GitHub has only git', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await openMemory();
  onTestFinished(() => store.close());
  const url = `${standIn.urls.GITHUB_SERVER_URL}/${MAIN}`;
  const elsewhere = { serverUrl: 'https://github.invalid' };
  const outcome = await collectFrom({ standIn, store, folder, target: url, settings: elsewhere });
  expect(outcome.streams.map(({ stream, status }) => [stream, status])).toEqual([['git', 'done']]);
  const issues = collectFrom({
    standIn,
    store,
    folder,
    target: url,
    settings: { ...elsewhere, streams: ['issues'] },
  });
  await expect(issues).rejects.toMatchObject({ code: 'E_USAGE' });
});
