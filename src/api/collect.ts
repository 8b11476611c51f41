import { availableParallelism, totalmem } from 'node:os';
import type { StreamEstimate } from '../collect/estimate.ts';
import { DELTA_CACHE_MEBIBYTES } from '../collect/git/delta-cache.ts';
import type { CollectSettings, TargetOutcome } from '../collect/outcome.ts';
import type { Context } from '../core/context.ts';
import type { Redactor } from '../core/redact/redactor.ts';
import { STREAM_NAMES, type StreamName } from '../core/streams.ts';
import type { Store } from '../store/store.ts';
import type { BuildSettings } from '../transform/settings.ts';
import { type DatabaseInput, gitDirectory, withReaderOrNothing, withWriter } from './database.ts';
import { readGithubSettings, readServerUrl } from './github.ts';
import { loadSettings, type Settings, type SettingsInput } from './settings.ts';
import { expandOwners, type SourceInput, toCollect } from './sources.ts';

export interface CollectInput extends DatabaseInput, SettingsInput, SourceInput {
  /** Branch to read instead of the default one. */
  readonly branch?: string | undefined;
  /** Takes a clone whose history is cut off, and marks it as incomplete. */
  readonly allowShallow?: boolean | undefined;
  /** What to collect; everything that the target has by default. */
  readonly only?: readonly StreamName[] | undefined;
  /** Reads everything of GitHub again, to find what was deleted or moved away. */
  readonly full?: boolean | undefined;
  /** On the first run, only what changed on GitHub at or after this. */
  readonly since?: Date | undefined;
  /** Git processes at once; by default one per core that memory allows. */
  readonly jobs?: number | undefined;
}

/** An owner whose repositories could not be listed. */
export interface Unlisted {
  readonly target: string;
  readonly reason: string;
  readonly hint: string | null;
}

export interface CollectResult {
  readonly targets: readonly TargetOutcome[];
  /** Owners of which nothing was collected, since GitHub did not say what they have. */
  readonly unlisted: readonly Unlisted[];
}

/** Commits that one git process reads at a time, and that a killed run has to read again. */
const CHUNK_SIZE = 4000;
/** What the caches of all git processes together may take of the machine's memory: an eighth. */
const MEMORY_SHARE = 8;

/**
 * Collects targets and builds the facts from what is stored.
 *
 * Errors: `E_TARGET`, `E_SHALLOW`, `E_GIT`, `E_PERMISSION`, `E_OWNERSHIP`, `E_NETWORK`, `E_INTERRUPTED`; what was stored
 * before is kept. `E_USAGE` without targets and settings, `E_CONFIG`, and those of opening the database.
 */
export async function collect(input: CollectInput, context: Context): Promise<CollectResult> {
  const settings = await loadSettings(input);
  const targets = toCollect(settings.config, input.targets);
  return await withWriter(input, async (store) => {
    const result = await collectTargets(store, { ...input, targets }, settings, context);
    await buildFacts(store, settings.build, context);
    return result;
  });
}

/**
 * Says what `collect` would cost, stream by stream, and changes nothing.
 *
 * Errors: those of `collect`, and `E_TOKEN` where GitHub would be asked and there is no token.
 */
export async function estimateCollection(
  input: CollectInput,
  context: Context,
): Promise<readonly StreamEstimate[]> {
  const { config, clones, excluded } = await loadSettings(input);
  const { estimateTarget } = await import('../collect/estimate.ts');
  const settings = await collectSettings({ ...input, clones }, context);
  return await withReaderOrNothing(input, async (store) => {
    const asked = { ...input, excluded, targets: toCollect(config, input.targets) };
    const { targets, failures } = await expandOwners(store, asked, settings, context);
    // A sum that leaves somebody out says too little.
    for (const failure of failures.values()) throw failure;
    const estimates: StreamEstimate[] = [];
    for (const target of targets) estimates.push(...(await estimateTarget(store, target, settings, context)));
    return estimates;
  });
}

/**
 * Collects targets one after the other into an open database; facts are not built. Nobody who was forgotten comes back.
 */
export async function collectTargets(
  store: Store,
  input: CollectInput,
  { clones, excluded, redactor, build }: Pick<Settings, 'clones' | 'excluded' | 'redactor' | 'build'>,
  context: Context,
): Promise<CollectResult> {
  const { collectTarget } = await import('../collect/run.ts');
  const filtered = await withoutForgotten(store, redactor);
  const settings = {
    ...(await collectSettings({ ...input, clones }, context)),
    beginMeanwhile: () => readCreditsAhead(store, build),
  };
  const { targets, failures } = await expandOwners(filtered, { ...input, excluded }, settings, context);
  const outcomes: TargetOutcome[] = [];
  for (const target of targets) outcomes.push(await collectTarget(filtered, target, settings, context));
  const unlisted = [...failures].map(([target, { message, hint }]): Unlisted => {
    return { target, reason: message, hint: hint ?? null };
  });
  return { targets: outcomes, unlisted };
}

async function collectSettings(
  input: CollectInput & Pick<Settings, 'clones'>,
  context: Context,
): Promise<CollectSettings> {
  const streams = input.only ?? STREAM_NAMES;
  return {
    directory: gitDirectory(input),
    branch: input.branch,
    allowShallow: input.allowShallow ?? false,
    jobs: input.jobs ?? defaultJobs(),
    chunkSize: CHUNK_SIZE,
    currentDirectory: input.currentDirectory,
    serverUrl: readServerUrl(context),
    clones: input.clones,
    streams,
    isFull: input.full ?? false,
    since: input.since ?? null,
    github: streams.some((name) => name !== 'git') ? await readGithubSettings(context, input.maxWait) : null,
  };
}

/** Begins reading the credits of new messages, which a build would do with git idle beside it. */
async function* readCreditsAhead(store: Store, settings: BuildSettings): AsyncGenerator<void> {
  const { readBuildInputs } = await import('../transform/fingerprint.ts');
  const credits = await import('../transform/credit-step.ts');
  yield* credits.readCreditsAhead(store, readBuildInputs(settings));
}

async function withoutForgotten(store: Store, redactor: Redactor | null): Promise<Store> {
  if (redactor === null) return store;
  const { redactingStore } = await import('../store/personal.ts');
  return redactingStore(store, redactor);
}

/** Builds staging, maps and facts where they are not those of the raw rows and settings. */
export async function buildFacts(store: Store, settings: BuildSettings, context: Context): Promise<void> {
  const build = await import('../transform/build.ts');
  await build.buildFacts(store, settings, context);
}

function defaultJobs(): number {
  const cacheBytes = DELTA_CACHE_MEBIBYTES * 2 ** 20;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_SHARE / cacheBytes)));
}
