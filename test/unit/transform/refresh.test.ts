import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildFacts, isCurrent } from '../../../src/transform/build.ts';
import { namesIn, readTableFiles } from '../../../src/transform/graph.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { change } from '../../stand-in/server/engine.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import { comparableTables, temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { collectFrom, githubContext } from '../../support/github.ts';

const HOUR = 3_600_000;

let standIn: StandIn;
let store: Store;
let folder: string;
const cleanups: (() => void)[] = [];

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.1 } });
  // Early in a day, so that an hour later is the same one.
  standIn.engine.clock.advance(HOUR);
  folder = temporaryFolder((clean) => cleanups.push(clean));
  store = await openMemory();
});

afterAll(async () => {
  store.close();
  for (const clean of cleanups) clean();
  await standIn.close();
});

async function collectAndBuild(): Promise<boolean> {
  const context = githubContext({ now: () => new Date(standIn.engine.clock.now()) });
  await collectFrom({ standIn, store, folder, context });
  expect(await isCurrent(store, NO_SETTINGS)).toBe(false);
  const { isRebuilt } = await buildFacts(store, NO_SETTINGS, testContext());
  expect(await isCurrent(store, NO_SETTINGS)).toBe(true);
  return isRebuilt;
}

/** Until when issues are whole. */
async function issuesUntil(): Promise<number> {
  const { rows } = await store.query("select fetched_at from fct_stream where stream = 'issues'");
  return Date.parse(String(rows[0]?.['fetched_at']));
}

test('facts are built again where GitHub has something new, and only there', async () => {
  expect(await collectAndBuild()).toBe(true);
  const [tables, before] = [await comparableTables(store), await issuesUntil()];

  standIn.engine.clock.advance(HOUR);
  expect(await collectAndBuild()).toBe(false);
  expect(await comparableTables(store)).toEqual(tables);
  expect(await issuesUntil()).toBeGreaterThanOrEqual(before + HOUR);

  expect(change(standIn.engine, 'touch-issue', 1, 'orrery-db/orrery')).toBe(true);
  expect(await collectAndBuild()).toBe(true);
});

test('the counts of another day are added without a new build', async () => {
  standIn.engine.clock.advance(24 * HOUR);
  expect(await collectAndBuild()).toBe(false);
  const { rows } = await store.query(
    'select (select count(distinct snapshot_date) from fct_repo_snapshot) as days, (select count(distinct snapshot_date) from fct_sponsor_snapshot) as sponsor_days',
  );
  expect(rows).toEqual([{ days: 2n, sponsor_days: 2n }]);
  const tables = await comparableTables(store);
  await store.run('delete from run_build');
  expect((await buildFacts(store, NO_SETTINGS, testContext())).isRebuilt).toBe(true);
  expect(await comparableTables(store)).toEqual(tables);
});

test('no other table reads what is refreshed by itself', async () => {
  const files = readTableFiles();
  const daily = new Set(['fct_stream', 'fct_repo_snapshot', 'fct_sponsor_snapshot']);
  const counts = new Set(['stg_github__snapshot', 'stg_github__sponsor_snapshot']);
  expect(files.filter(({ sql }) => namesIn(sql, daily).length > 0)).toEqual([]);
  const readers = files.filter(({ sql }) => namesIn(sql, counts).length > 0);
  expect(readers.map(({ header }) => header.table).sort()).toEqual([
    'fct_repo_snapshot',
    'fct_sponsor_snapshot',
  ]);
});

test('a stream that could not be read this time says so without a new build', async () => {
  standIn.engine.faults.replace([{ fault: 'not-found', route: 'PullRequests' }]);
  expect(await collectAndBuild()).toBe(false);
  const { rows } = await store.query("select status from fct_stream where stream = 'pulls'");
  expect(rows).toEqual([{ status: 'incomplete' }]);
});
