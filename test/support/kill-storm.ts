import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { openReader } from '../../src/store/open.ts';
import { runCli } from './cli.ts';
import { comparableTables } from './collect.ts';

export interface KillStorm {
  /** What is collected, and the folder in which caches may lie. */
  readonly target: string;
  readonly folder: string;
  readonly kills: number;
  /** Uniform in [0, 1); decides when each run is killed. */
  readonly random: () => number;
}

/**
 * Kills the command `kills` times at random moments of collecting `target`, runs it once more, and returns all tables
 * that must agree, of this database and of one that nobody disturbed.
 */
export async function killStorm(storm: KillStorm): Promise<{
  readonly killed: Readonly<Record<string, readonly string[]>>;
  readonly undisturbed: Readonly<Record<string, readonly string[]>>;
  /** How many runs were really ended by the kill; the others had finished before. */
  readonly hits: number;
}> {
  const calm = join(storm.folder, 'calm', 'understory.duckdb');
  const stormy = join(storm.folder, 'stormy', 'understory.duckdb');
  const start = performance.now();
  await mustSucceed(storm, calm);
  const duration = performance.now() - start;
  let hits = 0;
  for (let kill = 0; kill < storm.kills; kill += 1) {
    const { code } = await collect(storm, stormy, duration * storm.random());
    if (code === null) hits += 1;
  }
  await mustSucceed(storm, stormy);
  return { killed: await tablesOf(stormy), undisturbed: await tablesOf(calm), hits };
}

async function collect(storm: KillStorm, database: string, killAfter?: number): ReturnType<typeof runCli> {
  return await runCli(['collect', storm.target, '--only', 'git', '--db', database, '--quiet'], {
    cwd: storm.folder,
    onStart: (kill) => {
      if (killAfter !== undefined) void wait(killAfter).then(() => kill('SIGKILL'));
    },
  });
}

async function mustSucceed(storm: KillStorm, database: string): Promise<void> {
  const { code, stderr } = await collect(storm, database);
  if (code !== 0) throw new Error(`collecting ended with ${code}: ${stderr}`);
}

async function tablesOf(database: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const store = await openReader(database);
  try {
    return await comparableTables(store);
  } finally {
    store.close();
  }
}
