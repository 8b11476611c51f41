import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { CollectSettings } from '../../../../src/collect/outcome.ts';
import { openMemory } from '../../../../src/store/open.ts';
import type { Store } from '../../../../src/store/store.ts';
import { change } from '../../../stand-in/server/engine.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { comparableTables, temporaryFolder } from '../../../support/collect.ts';
import { collectFrom } from '../../../support/github.ts';

let standIn: StandIn;
let store: Store;
let folder: string;
const cleanups: (() => void)[] = [];

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.2 } });
  folder = temporaryFolder((clean) => cleanups.push(clean));
  store = await openMemory();
});

afterAll(async () => {
  store.close();
  for (const clean of cleanups) clean();
  await standIn.close();
});

const MAIN = 'orrery-db/orrery';
const ITEMS: Pick<CollectSettings, 'streams'> = { streams: ['git', 'repository', 'issues', 'pulls'] };

async function ids(table: string, sql = 'node_id'): Promise<string[]> {
  const { rows } = await store.query(`select ${sql} as id from ${table} order by id`);
  return rows.map((row) => String(row['id']));
}

function planted() {
  const { world } = standIn.engine;
  return world.holdings(world.repositoryByName(MAIN)?.row.id ?? '');
}

test('a first run stores what was planted, item by item', async () => {
  const outcome = await collectFrom({ standIn, store, folder, settings: ITEMS });
  expect(outcome.streams.filter(({ reason }) => reason !== null)).toEqual([]);
  const { issues, pullRequests } = planted();
  const items = [...issues, ...pullRequests];
  const sorted = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).sort();
  expect(await ids('raw_github_issue')).toEqual(sorted(issues));
  expect(await ids('raw_github_pull_request')).toEqual(sorted(pullRequests));
  expect(await ids('raw_github_comment')).toEqual(sorted(items.flatMap(({ comments }) => comments)));
  const reviews = pullRequests.flatMap((pull) => pull.reviews).filter(({ state }) => state !== 'PENDING');
  expect(await ids('raw_github_review')).toEqual(sorted(reviews));
});

/** Requests since the last look, as `operation` or route, with points. */
function newRequests(from: number): readonly (readonly [string, number])[] {
  return standIn.engine.log
    .slice(from)
    .map(({ operation, route, points }) => [operation ?? route, points] as const);
}

test('nothing new costs a page for each list, and changes no row', async () => {
  const before = await comparableTables(store);
  const from = standIn.engine.log.length;
  await collectFrom({ standIn, store, folder, settings: ITEMS });
  expect(await comparableTables(store)).toEqual(before);
  expect(newRequests(from)).toEqual([
    ['Repository', 1],
    ['GET /repos/{owner}/{repo}/community/profile', 1],
    ['Issues', 1],
    ['PullRequests', 1],
    ['GET /repos/{owner}/{repo}/pulls/comments', 1],
  ]);
});

test('what changes is found, and a run from nothing finds the same', async () => {
  const kinds = ['touch-issue', 'touch-pull', 'edit-comment', 'open-issue', 'close-issue', 'unlabel-issue'];
  for (const kind of kinds) expect(change(standIn.engine, kind, 1, MAIN)).toBe(true);
  await collectFrom({ standIn, store, folder, settings: ITEMS });
  const fresh = await openMemory();
  onTestFinished(() => fresh.close());
  await collectFrom({ standIn, store: fresh, folder, settings: ITEMS });
  expect(await comparableTables(store)).toEqual(await comparableTables(fresh));
});

test('--full finds what is gone', async () => {
  for (const kind of ['delete-issue', 'transfer-issue', 'delete-comment']) {
    expect(change(standIn.engine, kind, 1, MAIN)).toBe(true);
  }
  await collectFrom({ standIn, store, folder, settings: { ...ITEMS, isFull: true } });
  const fresh = await openMemory();
  onTestFinished(() => fresh.close());
  await collectFrom({ standIn, store: fresh, folder, settings: ITEMS });
  expect(await comparableTables(store)).toEqual(await comparableTables(fresh));
});

test('a pull request lets go of an issue that is gone, though it has no new date itself', async () => {
  const { records } = standIn.engine.world;
  const { issues, pullRequests } = planted();
  const linked = new Set(pullRequests.flatMap((pull) => pull.closingIssueNumbers));
  const gone = issues.find(({ number }) => linked.has(number));
  records.issues.splice(
    records.issues.findIndex(({ id }) => id === gone?.id),
    1,
  );
  change(standIn.engine, 'touch-issue', 1, MAIN);
  await collectFrom({ standIn, store, folder, settings: ITEMS });
  const fresh = await openMemory();
  onTestFinished(() => fresh.close());
  await collectFrom({ standIn, store: fresh, folder, settings: ITEMS });
  const links = `
    select body->>'$.closingIssuesReferences.nodes[*].id' as ids
    from raw_github_pull_request order by node_id`;
  const { rows } = await store.query(links);
  expect(rows).toEqual((await fresh.query(links)).rows);
  expect(JSON.stringify(rows)).not.toContain(gone?.id);
});

test('an update reads no page behind the one that reaches what is known', async () => {
  await collectFrom({ standIn, store, folder, settings: ITEMS });
  standIn.engine.clock.advance(3_600_000);
  expect(change(standIn.engine, 'touch-pull', 7, MAIN)).toBe(true);
  const from = standIn.engine.log.length;
  await collectFrom({ standIn, store, folder, settings: ITEMS });
  expect(newRequests(from).filter(([name]) => name === 'PullRequests')).toHaveLength(1);
  expect(planted().pullRequests.length).toBeGreaterThan(18);
});

const FORKS: Pick<CollectSettings, 'streams'> = { streams: ['repository', 'forks'] };

test('a fork that is gone is missed by its count, and looked for among the newest first', async () => {
  await collectFrom({ standIn, store, folder, settings: FORKS });
  const before = await ids('raw_github_fork');
  const quiet = standIn.engine.log.length;
  await collectFrom({ standIn, store, folder, settings: FORKS });
  expect(newRequests(quiet).map(([name]) => name)).not.toContain('Recheck');
  expect(change(standIn.engine, 'delete-fork', 1, MAIN)).toBe(true);
  const { world } = standIn.engine;
  const left = world.forksOf(world.repositoryByName(MAIN)?.row.id ?? '').map(({ id }) => id);
  expect(left).toHaveLength(before.length - 1);
  const from = standIn.engine.log.length;
  await collectFrom({ standIn, store, folder, settings: FORKS });
  expect(await ids('raw_github_fork')).toEqual([...left].sort());
  expect(newRequests(from).filter(([name]) => name === 'Recheck')).toEqual([['Recheck', 1]]);
});

test('of a pull request with many commits 250 are kept, and others cost nothing more', async () => {
  const own = await openMemory();
  onTestFinished(() => own.close());
  const [some, many] = planted().pullRequests.filter(({ commits }) => commits.length > 0);
  const grown = [
    [some, 140],
    [many, 400],
  ] as const;
  for (const [pull, count] of grown) {
    const [first] = pull?.commits ?? [];
    if (!pull || !first) throw new Error('the world has pull requests with commits');
    const before = [...pull.commits];
    onTestFinished(() => void pull.commits.splice(0, Number.POSITIVE_INFINITY, ...before));
    while (pull.commits.length < count) pull.commits.push({ ...first, oid: String(pull.commits.length) });
  }
  const from = standIn.engine.log.length;
  await collectFrom({ standIn, store: own, folder, settings: { streams: ['pulls'] } });
  const { rows } = await own.query(
    `select
      node_id as id, (body ->> '$.commits.totalCount')::integer as counted,
      len(body -> '$.commits.nodes[*].commit.oid') as kept, body ->> '$.commits.pageInfo' as page
    from raw_github_pull_request where kept > 50 order by counted`,
  );
  expect(rows).toEqual([
    { id: some?.id, counted: 140, kept: 140n, page: null },
    { id: many?.id, counted: 400, kept: 250n, page: null },
  ]);
  const tails = newRequests(from).filter(([name]) => name === 'PullRequestCommitTails');
  expect(tails.length).toBeLessThanOrEqual(4);
  expect(tails.every(([, points]) => points === 1)).toBe(true);
});
