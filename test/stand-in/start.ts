import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RepositoryKey } from './generate/cast.ts';
import { type Ecosystem, generateEcosystem } from './generate/ecosystem.ts';
import { createTruth } from './generate/truth.ts';
import { createClock } from './server/clock.ts';
import { createEngine, DEFAULT_OPTIONS, type Engine, type EngineOptions } from './server/engine.ts';
import { createHttpServer } from './server/http.ts';
import { GIT_FOLDER, readRecords, writeConfig, writeRecords, writeTruth } from './world/folder.ts';
import type { Records } from './world/records.ts';
import { createWorld } from './world/world.ts';

/** How to start a stand-in. With neither `data` nor `generate` it serves a generated ecosystem of scale 1. */
export interface StandInOptions extends Partial<EngineOptions> {
  /** Folder of records and repositories; where a generated ecosystem is written to. Default: a temporary one. */
  readonly data?: string;
  readonly generate?: {
    readonly seed?: number;
    readonly scale?: number;
    /** End of the data, ISO; default `DEFAULT_UNTIL`. */
    readonly until?: string;
    /** Months drawn beyond the end, for `advance`. */
    readonly monthsAhead?: number;
    /** Draws only these repositories, such as `orrery` for one large one. */
    readonly only?: readonly RepositoryKey[];
  };
  /** URLs as an Enterprise server has them. */
  readonly shape?: 'github' | 'enterprise';
  /** Writes records and planted truth into `data`, beside the repositories; default true when `data` is given. */
  readonly writes?: boolean;
}

/** A running stand-in. */
export interface StandIn {
  readonly urls: {
    readonly GITHUB_API_URL: string;
    readonly GITHUB_GRAPHQL_URL: string;
    readonly GITHUB_SERVER_URL: string;
  };
  /** Base of the control commands, with a slash at the end. */
  readonly controlUrl: string;
  readonly engine: Engine;
  /** The generated world behind it; null for a folder of records. */
  readonly ecosystem: Ecosystem | null;
  readonly close: () => Promise<void>;
}

/** When generated data ends unless told otherwise: fixed, so that the same seed gives the same bytes on every day. */
export const DEFAULT_UNTIL = '2026-07-01T00:00:00Z';

/** Starts a stand-in in this process, on a free port of the loopback interface. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'understory-stand-in-')));
  const isGenerated = options.generate !== undefined || options.data === undefined;
  const until = Date.parse(options.generate?.until ?? DEFAULT_UNTIL);
  const ecosystem = isGenerated ? await generate(options, data, until) : null;
  const records = ecosystem ? await ecosystem.showAt(until) : await readRecords(data);
  const truth = ecosystem && createTruth(ecosystem, records, until);
  if (ecosystem && (options.writes ?? options.data !== undefined)) {
    await writeRecords(data, records);
    await writeTruth(data, truth);
    const names = ecosystem.played.filter((one) => one.plan.key !== 'fork').map((one) => one.fullName);
    // Not called like one of its projects, which a bare name would mean.
    await writeConfig(data, 'orrery-ecosystem', names);
  }
  const world = createWorld(records, join(data, GIT_FOLDER));
  const clock = createClock(ecosystem ? until : newest(records), () => performance.now());
  const engine = createEngine(world, clock, { ...DEFAULT_OPTIONS, ...options });
  if (ecosystem) attachFuture(engine, ecosystem, truth);
  const close = async (): Promise<void> => {
    if (options.data === undefined) await rm(data, { recursive: true, force: true });
  };
  return listen(engine, ecosystem, data, options.shape ?? 'github', close);
}

function generate(options: StandInOptions, data: string, until: number): Promise<Ecosystem> {
  return generateEcosystem({
    seed: options.generate?.seed ?? 1,
    scale: options.generate?.scale ?? 1,
    until,
    monthsAhead: options.generate?.monthsAhead ?? 2,
    gitRoot: join(data, GIT_FOLDER),
    ...(options.generate?.only ? { only: options.generate.only } : {}),
  });
}

/** The newest date in a folder of records: when its clock begins. */
function newest(records: Records): number {
  const all = [...records.issues, ...records.pullRequests].map((row) => Date.parse(row.updatedAt));
  return all.reduce((a, b) => Math.max(a, b), Date.parse(DEFAULT_UNTIL));
}

function attachFuture(engine: Engine, ecosystem: Ecosystem, truth: unknown): void {
  let current = truth;
  engine.future = {
    get truth() {
      return current;
    },
    advance: async (at) => {
      const records = await ecosystem.showAt(at);
      engine.world = createWorld(records, engine.world.gitRoot);
      engine.lists.rows.clear();
      engine.clock.advance(Math.max(0, at - engine.clock.now()));
      current = createTruth(ecosystem, records, at);
    },
  };
}

async function listen(
  engine: Engine,
  ecosystem: Ecosystem | null,
  data: string,
  shape: 'github' | 'enterprise',
  removeData: () => Promise<void>,
): Promise<StandIn> {
  const server = createHttpServer(engine);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const base = `http://127.0.0.1:${port}`;
  const isPlain = shape === 'github';
  return {
    urls: {
      GITHUB_API_URL: isPlain ? base : `${base}/api/v3`,
      GITHUB_GRAPHQL_URL: isPlain ? `${base}/graphql` : `${base}/api/graphql`,
      GITHUB_SERVER_URL: pathToFileURL(join(data, GIT_FOLDER)).href,
    },
    controlUrl: `${base}/_stand-in/`,
    engine,
    ecosystem,
    close: async () => {
      engine.git.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await removeData();
    },
  };
}
