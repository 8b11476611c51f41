import { availableParallelism, totalmem } from 'node:os';
import type { TargetOutcome } from '../collect/run.ts';
import type { Config } from '../core/config/config.ts';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { Redactor } from '../core/redact.ts';
import { STREAM_NAMES, type StreamName } from '../core/streams.ts';
import type { Store } from '../store/store.ts';
import type { BuildSettings } from '../transform/settings.ts';
import { type DatabaseInput, gitDirectory, withWriter } from './database.ts';
import { readGithubSettings, readServerUrl } from './github.ts';
import { configuredSources, loadSettings, type SettingsInput, sourcesOf } from './settings.ts';

export interface CollectInput extends DatabaseInput, SettingsInput {
  /** Folders, `owner/repo`, URLs, projects or ecosystems of the settings; none for all that the settings name. */
  readonly targets: readonly string[];
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
  /** Longest wait for a limit of GitHub's, in milliseconds; one hour and a bit by default. */
  readonly maxWait?: number | undefined;
  /** Git processes at once; by default one per core that memory allows. */
  readonly jobs?: number | undefined;
}

export interface CollectResult {
  readonly targets: readonly TargetOutcome[];
}

/** Commits that one git process reads at a time, and that a killed run has to read again. */
const CHUNK_SIZE = 4000;
/** Delta base cache that each git process is given. */
const CACHE_BYTES = 256 * 2 ** 20;
const MEMORY_SHARE = 8;

/**
 * Collects targets and builds the facts from what is stored.
 *
 * Errors: `E_TARGET`, `E_SHALLOW`, `E_GIT`, `E_PERMISSION`, `E_OWNERSHIP`, `E_NETWORK`, `E_INTERRUPTED`; what was stored
 * before is kept. `E_USAGE` without targets and settings, `E_CONFIG`, and those of opening the database.
 */
export async function collect(input: CollectInput, context: Context): Promise<CollectResult> {
  const settings = await loadSettings(input);
  return await withWriter(input, async (store) => {
    const targets = await collectTargets(
      store,
      { ...input, targets: toCollect(settings.config, input.targets) },
      context,
    );
    await buildFacts(store, settings.build, context);
    return { targets };
  });
}

function toCollect(config: Config, targets: readonly string[]): readonly string[] {
  if (targets.length > 0) return targets.flatMap((target) => configuredSources(config, target) ?? [target]);
  const sources = sourcesOf(config.projects);
  if (sources.length > 0) return sources;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message:
      config.path === null
        ? 'No target was named, and there is no `understory.yml`'
        : `No target was named, and \`${config.path}\` names no repository`,
    hint: 'Name one: `understory collect TARGET`; or write settings with `understory init`',
  });
}

/**
 * Collects targets one after the other into an open database; facts are not built. Nobody who was forgotten comes back.
 */
export async function collectTargets(
  store: Store,
  input: CollectInput,
  context: Context,
): Promise<readonly TargetOutcome[]> {
  const { collectTarget } = await import('../collect/run.ts');
  const streams = input.only ?? STREAM_NAMES;
  const { redactor } = await loadSettings(input);
  const filtered = await withoutForgotten(store, redactor);
  const settings = {
    directory: gitDirectory(input),
    branch: input.branch,
    allowShallow: input.allowShallow ?? false,
    jobs: input.jobs ?? defaultJobs(),
    chunkSize: CHUNK_SIZE,
    currentDirectory: input.currentDirectory,
    serverUrl: readServerUrl(context),
    streams,
    isFull: input.full ?? false,
    since: input.since ?? null,
    github: streams.some((name) => name !== 'git') ? await readGithubSettings(context, input.maxWait) : null,
  };
  const outcomes: TargetOutcome[] = [];
  for (const target of input.targets) outcomes.push(await collectTarget(filtered, target, settings, context));
  return outcomes;
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
  return Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_SHARE / CACHE_BYTES)));
}
