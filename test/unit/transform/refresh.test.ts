import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { buildFacts, isCurrent } from '../../../src/transform/build.ts';
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

test('a stream that could not be read this time says so without a new build', async () => {
  standIn.engine.faults.replace([{ fault: 'not-found', route: 'PullRequests' }]);
  expect(await collectAndBuild()).toBe(false);
  const { rows } = await store.query("select status from fct_stream where stream = 'pulls'");
  expect(rows).toEqual([{ status: 'incomplete' }]);
});
