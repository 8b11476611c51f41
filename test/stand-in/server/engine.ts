import type { GraphQLSchema } from 'graphql';
import type { ChangeInput } from '../faults/changes.ts';
import { CHANGES } from '../faults/changes.ts';
import { createFaultPlan, type FaultPlan, type FaultRule } from '../faults/plan.ts';
import { createRandom } from '../generate/random.ts';
import { type GitStore, openGitStore } from '../git/store.ts';
import type { SortCache } from '../graphql/connection.ts';
import type { DocumentCache } from '../graphql/execute.ts';
import { loadSchema, type SchemaFile } from '../graphql/schema.ts';
import type { ListCache } from '../rest/answer.ts';
import { loadOpenApi, type OpenApi } from '../rest/openapi.ts';
import { createMint, type IdMint } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import type { Clock } from './clock.ts';
import { createLimits, type LimitOptions, type Limits } from './limits.ts';
import { type ClosedLists, TOKENS, type Token } from './tokens.ts';

/** One request as it was seen; what tests assert on. */
export interface LogEntry {
  /** Counted from 1. */
  readonly n: number;
  /** The stand-in's clock, ISO. */
  readonly at: string;
  /** REST route as described, or `POST /graphql`. */
  readonly route: string;
  /** Name of the GraphQL operation; null for REST. */
  readonly operation: string | null;
  readonly path: string;
  /** User of the token; null for none, or for an unknown one. */
  readonly login: string | null;
  /** Equal for a request and its repetition. */
  readonly key: string;
  readonly status: number;
  readonly points: number;
  readonly nodes: number;
  /** The fault that struck; null for none. */
  readonly fault: string | null;
  /** It came before a limit had ended that this token had been told of. */
  readonly isEarly: boolean;
  readonly responseBytes: number;
}

export interface EngineOptions {
  readonly limits: LimitOptions;
  readonly faults: readonly FaultRule[];
  readonly schema: SchemaFile;
  readonly closedLists: ClosedLists;
  /** Milliseconds every answer takes longer. */
  readonly latency: number;
  /** Seconds GitHub's clock is off from the stand-in's, in all answers. */
  readonly clockSkew: number;
  /** Factor on the time within which a request after a limit counts as early: below 1 where waits are shortened. */
  readonly waitScale: number;
}

export const DEFAULT_OPTIONS: EngineOptions = {
  limits: { primary: 'on', secondary: 'concurrency' },
  faults: [],
  schema: 'sdl',
  closedLists: 'empty',
  latency: 0,
  clockSkew: 0,
  waitScale: 1,
};

/** What a generated world can do beyond a folder of records: know the answers, and go on. */
export interface Future {
  readonly truth: unknown;
  /** Moves data, git and clock to an instant. */
  readonly advance: (at: number) => Promise<void>;
}

/** Everything a running stand-in holds. */
export interface Engine {
  world: World;
  options: EngineOptions;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly faults: FaultPlan;
  readonly tokens: Map<string, Token>;
  readonly log: LogEntry[];
  readonly schema: GraphQLSchema;
  readonly documents: DocumentCache;
  readonly api: OpenApi;
  readonly git: GitStore;
  sorted: SortCache;
  readonly warm: Set<string>;
  readonly lists: ListCache;
  /** Until when nobody with a user's tokens may ask, in milliseconds, of the limits that were told. */
  readonly forbidden: Map<string, number>;
  readonly mint: IdMint;
  /** Null for a folder of records. */
  future: Future | null;
}

export function createEngine(world: World, clock: Clock, options: EngineOptions): Engine {
  return {
    world,
    options,
    clock,
    limits: createLimits(clock, options.limits),
    faults: createFaultPlan(options.faults),
    tokens: new Map(Object.entries(TOKENS)),
    log: [],
    schema: loadSchema(options.schema),
    documents: new Map(),
    api: loadOpenApi(),
    git: openGitStore(world.gitRoot),
    sorted: new WeakMap(),
    warm: new Set(),
    lists: { version: -1, rows: new Map() },
    forbidden: new Map(),
    mint: createMint(900_000_000),
    future: null,
  };
}

/** The clock as ISO text, to the second. */
export function nowOf(engine: Engine): string {
  return `${new Date(engine.clock.now()).toISOString().slice(0, 19)}Z`;
}

/** Changes the data as people do; `seed` decides what is struck. False when there was nothing to change. */
export function change(engine: Engine, kind: string, seed: number | string, repository?: string): boolean {
  const apply = CHANGES[kind];
  if (!apply)
    throw new Error(`Expected one of the changes ${Object.keys(CHANGES).join(', ')}, got \`${kind}\``);
  const input: ChangeInput = {
    world: engine.world,
    now: nowOf(engine),
    random: createRandom(`${kind} ${seed}`),
    mint: engine.mint,
    ...(repository === undefined ? {} : { repository }),
  };
  const isDone = apply(input);
  if (isDone) engine.world.changed();
  return isDone;
}
