import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { collect, estimateCollection, readStatus } from '../../../../src/index.ts';
import { openMemory, openReader } from '../../../../src/store/open.ts';
import type { Row } from '../../../../src/store/value.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { comparableTables, temporaryFolder } from '../../../support/collect.ts';
import { git } from '../../../support/git-repository.ts';
import { collectFrom, githubContext } from '../../../support/github.ts';
import { MAINTAINER, PLAIN } from '../../../support/stand-in-client.ts';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.1 } });
});

afterAll(() => standIn.close());

const MAIN = 'orrery-db/orrery';

function environment(token: string | undefined, { urls }: Pick<StandIn, 'urls'> = standIn) {
  return githubContext({
    env: {
      PATH: process.env['PATH'],
      HOME: '/nowhere',
      ...urls,
      ...(token ? { GH_TOKEN: token } : {}),
    },
  });
}

async function rowsOf(db: string, sql: string): Promise<readonly Row[]> {
  const store = await openReader(db);
  onTestFinished(() => store.close());
  return (await store.query(sql)).rows;
}

test.each([
  ['somebody', PLAIN],
  ['a maintainer', MAINTAINER],
])('%s learns from a dry run what a run spends: first, again, and a month later', async (_who, token) => {
  const drawn = await startStandIn({ generate: { seed: 3, scale: 1, only: ['orrery'] } });
  const folder = temporaryFolder(onTestFinished);
  onTestFinished(() => drawn.close());
  const db = join(folder, 'cache', 'understory.duckdb');
  const input = { db, targets: [MAIN], currentDirectory: folder };
  const context = environment(token, drawn);
  let before: Costs = new Map();
  const run = async () => {
    const said = costsOf(await estimateCollection(input, context));
    await collect(input, context);
    const after = costsOf(await rowsOf(db, SPENT));
    const spent = new Map([...after].map(([stream, cost]) => [stream, cost - (before.get(stream) ?? 0)]));
    before = after;
    for (const [stream, cost] of spent) {
      expect(Math.abs((said.get(stream) ?? 0) - cost), stream).toBeLessThanOrEqual(Math.max(2, cost * 0.15));
    }
    return { said, spent };
  };
  expect(total((await run()).spent)).toBeGreaterThan(40);
  expect(total((await run()).spent)).toBeLessThan(16);
  await drawn.engine.future?.advance(Date.parse('2026-08-01'));
  await run();
});

test('a dry run counts the comments on code, of which a project may have any number', async () => {
  const drawn = await startStandIn({ generate: { seed: 3, scale: 1, only: ['orrery'] } });
  const folder = temporaryFolder(onTestFinished);
  onTestFinished(() => drawn.close());
  const db = join(folder, 'cache', 'understory.duckdb');
  const input = { db, targets: [MAIN], currentDirectory: folder, only: ['pulls'] as const };
  const context = environment(PLAIN, drawn);
  const said = async (more: { readonly full?: boolean; readonly since?: Date } = {}) =>
    (await estimateCollection({ ...input, ...more }, context))[0]?.rest_requests;
  const first = await said();
  expect(await said({ since: new Date('2100-01-01') })).toBe(1);
  await collect(input, context);
  const pages =
    "select count(*)::integer as page_count from raw_request where contains(route, '/pulls/comments')";
  const [spent] = await rowsOf(db, pages);
  expect(spent?.['page_count']).toBeGreaterThan(2);
  expect([first, await said(), await said({ full: true })]).toEqual([spent?.['page_count'], 1, first]);
});

type Costs = ReadonlyMap<string, number>;

/** Points and requests of REST together: each is one of the five thousand of an hour. */
const SPENT =
  "select stream, sum(points)::integer as points, count(*) filter (where contains(route, ' '))::integer as rest_requests from raw_request group by stream";

function costsOf(rows: readonly object[]): Costs {
  return new Map(
    rows.map((row) => {
      const { stream, points, rest_requests: requests } = { ...row } as Row;
      return [String(stream), Number(points) + Number(requests)];
    }),
  );
}

const total = (costs: Costs): number => [...costs.values()].reduce((sum, cost) => sum + cost, 0);

test('a dry run writes nothing, and a stream that is selected is all that is asked for', async () => {
  const folder = temporaryFolder(onTestFinished);
  const db = join(folder, 'cache', 'understory.duckdb');
  const only = ['issues', 'pulls', 'forks'] as const;
  const input = { db, targets: [MAIN], currentDirectory: folder, only };
  expect((await estimateCollection(input, environment(PLAIN))).map(({ stream }) => stream)).toEqual(only);
  expect(existsSync(join(folder, 'cache'))).toBe(false);
  await collect(input, environment(PLAIN));
  const { streams } = await readStatus({ db });
  const issues = streams.find(({ stream }) => stream === 'issues');
  expect(issues?.['stored_count']).toBe(issues?.['expected_count']);
  const asked = await rowsOf(db, 'select distinct stream from raw_request order by stream');
  expect(asked.map(({ stream }) => stream)).toEqual(['forks', 'issues', 'pulls', 'repository']);
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
  await expect(targets({ targets: ['org:nobody-here'] })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
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

test('a repository made anew under a name is another one, and the one before is told apart', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await openMemory();
  onTestFinished(() => store.close());
  const { world, mint } = standIn.engine;
  const { row } = world.repositoryByName(MAIN) ?? {};
  if (row === undefined) throw new Error(`${MAIN} is not there`);
  const settings = { streams: ['git', 'repository'] as const };
  const first = await collectFrom({ standIn, store, folder, settings });
  row.name = 'gone';
  world.records.repositories.push({ ...row, ...mint.next('Repository'), name: 'orrery', previousNames: [] });
  world.changed();
  onTestFinished(() => {
    world.records.repositories.pop();
    row.name = 'orrery';
    world.changed();
  });
  const second = await collectFrom({ standIn, store, folder, settings });
  expect(second.repoId).not.toBe(first.repoId);
  const marked = `${MAIN} (${first.repoId})`;
  const named = (name: string) => `select repo_id from (${name}) where full_name = $name`;
  for (const table of [
    'select repo_id, full_name from raw_git_repository',
    `select repo_id, body ->> '$.nameWithOwner' as full_name from raw_github_repository`,
  ]) {
    expect((await store.query(named(table), { name: MAIN })).rows).toMatchObject([
      { repo_id: second.repoId },
    ]);
    expect((await store.query(named(table), { name: marked })).rows).toMatchObject([
      { repo_id: first.repoId },
    ]);
  }
  expect((await store.query('select distinct origin_url from raw_git_repository')).rows).toHaveLength(2);
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

test('a clone that the settings join to a repository gives its history, and GitHub the rest', async () => {
  const folder = temporaryFolder(onTestFinished);
  const clone = join(folder, 'clones', 'orrery.git');
  git(folder, 'clone', '--quiet', '--bare', `${standIn.urls.GITHUB_SERVER_URL}/${MAIN}`, clone);
  git(clone, 'remote', 'remove', 'origin');
  writeFileSync(
    join(folder, 'understory.yml'),
    `ecosystems:\n  e:\n    projects:\n      p: { repositories: [${MAIN}], paths: { ${MAIN}: ./clones/orrery.git } }\n`,
  );
  const db = join(folder, 'cache', 'understory.duckdb');
  const input = {
    db,
    targets: [],
    only: ['git', 'repository', 'releases'] as const,
    currentDirectory: folder,
  };
  await collect(input, environment(PLAIN));
  const held = await rowsOf(
    db,
    'select full_name, path, is_local_id, release_count > 0 as has_releases from (select full_name, path, repo_id <> (select any_value(repo_id) from raw_github_repository) as is_local_id, (select count(*) from fct_release join dim_repo using (repo_id)) as release_count from dim_repo)',
  );
  expect(held).toEqual([{ full_name: MAIN, path: clone, is_local_id: false, has_releases: true }]);
});

test('an owner in the settings brings in what it has, and is named where it cannot be asked', async () => {
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(
    join(folder, 'understory.yml'),
    `ecosystems:\n  e:\n    projects:\n      p:\n        repositories: [${MAIN}]\n        include: org:orrery-db\n        exclude: [orrery-db/Orrery-Shard]\n`,
  );
  const input = { targets: [], only: ['git', 'repository'] as const, currentDirectory: folder };
  const listed = await collect({ ...input, db: join(folder, 'a.duckdb') }, environment(PLAIN));
  const names = listed.targets.map(({ name }) => name);
  expect(listed.unlisted).toEqual([]);
  expect(names.length).toBeGreaterThan(2);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain(MAIN);
  expect(names).not.toContain('orrery-db/orrery-shard');
  const alone = await collect({ ...input, db: join(folder, 'b.duckdb') }, environment(undefined));
  expect(alone.targets.map(({ target }) => target)).toEqual([MAIN]);
  await expect(
    estimateCollection({ ...input, only: ['git'], db: join(folder, 'b.duckdb') }, environment(undefined)),
  ).rejects.toMatchObject({ code: 'E_TOKEN' });
  expect(alone.unlisted).toMatchObject([
    { target: 'org:orrery-db', reason: 'GitHub needs a token, and there is none' },
  ]);
});

test('where neither git nor GitHub can be read, the network is named and not the token that is missing too', async () => {
  const folder = temporaryFolder(onTestFinished);
  const input = { targets: [MAIN], db: join(folder, 'a.duckdb'), currentDirectory: folder };
  const offline = { urls: { ...standIn.urls, GITHUB_SERVER_URL: 'http://127.0.0.1:1' } };
  await expect(collect(input, environment(undefined, offline))).rejects.toMatchObject({ code: 'E_NETWORK' });
});
