import { expect } from 'vitest';
import type { TargetOutcome } from '../../src/collect/outcome.ts';
import type { Context } from '../../src/core/context.ts';
import { isGithubStream, STREAM_NAMES } from '../../src/core/streams.ts';
import { openMemory } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { PASSING } from '../stand-in/faults/catalogue.ts';
import { createStorm } from '../stand-in/faults/plan.ts';
import { type StandIn, startStandIn } from '../stand-in/start.ts';
import { comparableTables } from './collect.ts';
import { collectFrom, githubContext } from './github.ts';
import { seededRandom } from './seeded-random.ts';

/** What people do meanwhile that a later run can find: everything but what leaves no date and no count behind. */
const CHANGES = [
  'touch-issue',
  'touch-pull',
  'edit-comment',
  'open-issue',
  'close-issue',
  'unlabel-issue',
  'delete-issue',
  'transfer-issue',
  'convert-issue',
  'delete-fork',
  'hostile-title',
].map((kind) => `change:${kind}`);

/** The answers of a third of all requests are spoilt. */
const RATE = 0.3;
const KILLS = 3;
const NOON = 12 * 3_600_000;

interface StormResult {
  /** Tables after the storm and one calm run, and of a run that nothing ever disturbed. */
  readonly stormy: Readonly<Record<string, readonly string[]>>;
  readonly calm: Readonly<Record<string, readonly string[]>>;
  readonly last: TargetOutcome;
  /** Requests that came before a limit had ended. */
  readonly earlyCount: number;
  readonly faultCount: number;
  /** How often one and the same request was sent without a good answer in between, at most. */
  readonly mostRepeated: number;
}

/** Draws the world of all storms into a folder. */
export async function drawStormWorld(world: string): Promise<void> {
  await (await startStandIn({ data: world, generate: { seed: 3, scale: 0.1 } })).close();
}

/**
 * Collects a small repository several times while answers are spoilt, data changes and runs are killed, then once in
 * peace.
 */
async function githubStorm(seed: number, world: string): Promise<StormResult> {
  const standIn = await startStandIn({ data: world });
  standIn.engine.clock.advance(NOON);
  const store = await openMemory();
  const fresh = await openMemory();
  try {
    const random = seededRandom(seed);
    standIn.engine.faults.replace(createStorm(seed, RATE, [...PASSING, ...CHANGES]));
    for (let run = 0; run <= KILLS; run += 1) {
      const isKilled = run < KILLS;
      const victim = isKilled ? killedAt(store, Math.ceil(random() * 12)) : store;
      await collectFrom(collection(standIn, victim, world)).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
    }
    standIn.engine.faults.replace([]);
    const last = await collectFrom(collection(standIn, store, world));
    await collectFrom(collection(standIn, fresh, world));
    const { log } = standIn.engine;
    return {
      stormy: await withoutSnapshots(store),
      calm: await withoutSnapshots(fresh),
      last,
      earlyCount: log.filter(({ isEarly }) => isEarly).length,
      faultCount: log.filter(({ fault }) => fault !== null).length,
      mostRepeated: longestRepetition(log),
    };
  } finally {
    store.close();
    fresh.close();
    await standIn.close();
  }
}

/** Goes through a storm and compares. */
export async function expectCalmAfter(seed: number, world: string): Promise<void> {
  const storm = await githubStorm(seed, world);
  expect(storm.last.streams.filter(({ reason, isWithheld }) => reason !== null && !isWithheld)).toEqual([]);
  expect(storm.faultCount).toBeGreaterThan(0);
  expect(storm.earlyCount).toBe(0);
  // Six pauses that GitHub asks for, or five spoilt answers: the policy of src/collect/github.
  expect(storm.mostRepeated).toBeLessThanOrEqual(6);
  expect(storm.stormy).toEqual(storm.calm);
}

/** Streams of GitHub only: git has storms of its own. */
const STREAMS = STREAM_NAMES.filter(isGithubStream);

function collection(standIn: StandIn, store: Store, folder: string): Parameters<typeof collectFrom>[0] {
  const { clock } = standIn.engine;
  const context: Context = githubContext({
    now: () => new Date(clock.now()),
    // The wait that was asked for passes at once, for the stand-in too: a request before its time is still early.
    sleep: async (milliseconds) => clock.advance(milliseconds),
  });
  return { standIn, store, folder, settings: { streams: STREAMS }, context };
}

class Killed extends Error {}

/** A store of which nothing more is stored from the nth transaction on, as after SIGKILL. */
function killedAt(store: Store, nth: number): Store {
  let count = 0;
  return {
    ...store,
    transaction: async (work) => {
      count += 1;
      if (count < nth) return await store.transaction(work);
      return await store.transaction(async () => {
        await work();
        throw new Killed();
      });
    },
  };
}

/** Counts of a day are those of the first day on which a run came through. */
async function withoutSnapshots(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const { raw_github_snapshot: _, ...tables } = await comparableTables(store);
  return tables;
}

function longestRepetition(log: StandIn['engine']['log']): number {
  const streaks = new Map<string, number>();
  let longest = 0;
  for (const { key, fault, status } of log) {
    const streak = fault === null && status < 400 ? 0 : (streaks.get(key) ?? 0) + 1;
    streaks.set(key, streak);
    longest = Math.max(longest, streak);
  }
  return longest;
}
