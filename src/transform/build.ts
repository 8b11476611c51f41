import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { makeGarbageCollector } from '../core/garbage.ts';
import { textOf, textOrNull } from '../store/cell.ts';
import { frugallyAtFirst, makeGivingBack } from '../store/frugal.ts';
import { replaceRows } from '../store/put-rows.ts';
import type { Store } from '../store/store.ts';
import { makeTable } from './definition.ts';
import { type BuildInputs, fingerprintOf, readBuildInputs } from './fingerprint.ts';
import { type BuildNode, namesIn, orderNodes, type TableFile } from './graph.ts';
import { hashGithubRows, refreshFacts } from './refresh.ts';
import { loadSeeds } from './seeds.ts';
import type { BuildSettings } from './settings.ts';
import type { ResolveStep } from './steps.ts';

export interface BuildResult {
  /** False where the tables were of this version, these settings and these raw rows already. */
  readonly isRebuilt: boolean;
}

interface Node extends BuildNode {
  readonly file?: TableFile;
  readonly step?: ResolveStep;
}

/**
 * Builds seeds, staging, maps and facts from the raw rows, in one transaction: readers see all of the old or all of the
 * new.
 *
 * Does nothing while `isCurrent`. DuckDB gets little memory, and more where that is not enough. The same raw
 * rows and settings give the same tables, whatever the order of insertion.
 * Errors: `E_SEED` and `E_QUERY_CONTRACT` naming the file, `E_INTERRUPTED`, those of the store.
 */
export async function buildFacts(
  store: Store,
  settings: BuildSettings,
  context: Context,
): Promise<BuildResult> {
  const allowance = { mebibytes: await memoryOf(store) };
  return await frugallyAtFirst(store, allowance, () => build(store, settings, context));
}

/** By which the tables of sixty thousand commits, or of a hundred thousand comments, are built at the first try; 80 do not do. */
const MEBIBYTES_PER_THREAD = 100;

async function memoryOf(store: Store): Promise<number> {
  const { rows } = await store.query("select current_setting('threads')::integer as threads");
  return Number(rows[0]?.['threads']) * MEBIBYTES_PER_THREAD;
}

async function build(store: Store, settings: BuildSettings, context: Context): Promise<BuildResult> {
  const inputs = readBuildInputs(settings);
  const fingerprint = fingerprintOf(inputs);
  const built = await readBuild(store);
  if (built?.fingerprint === fingerprint && (await holdsAnswers(store, built))) {
    await store.transaction(() => refreshFacts(store, inputs.tables, built));
    return { isRebuilt: false };
  }
  await store.transaction(async () => {
    await store.run('delete from run_build');
    await loadSettings(store, inputs);
    await buildNodes(store, inputs, context);
    await store.run(
      'insert into run_build (built_at, fingerprint, github_hash) values ($built_at, $fingerprint, $github_hash)',
      { built_at: context.now(), fingerprint, github_hash: await hashGithubRows(store) },
    );
  });
  return { isRebuilt: true };
}

/** Whether the facts are those of this version, these settings and the raw rows; reads a few files and one row. */
export async function isCurrent(store: Store, settings: BuildSettings): Promise<boolean> {
  const built = await readBuild(store);
  return built?.fingerprint === fingerprintOf(readBuildInputs(settings)) && !built.isStale;
}

interface Build {
  readonly fingerprint: string;
  readonly githubHash: string | null;
  /** Whether GitHub was asked since. */
  readonly isStale: boolean;
}

/** The newest build; null where raw rows have changed since, or there was none. */
async function readBuild(store: Store): Promise<Build | null> {
  const { rows } = await store.query('select fingerprint, github_hash, is_stale from run_build');
  const [row] = rows;
  if (row === undefined || rows.length > 1) return null;
  return {
    fingerprint: textOf(row, 'fingerprint'),
    githubHash: textOrNull(row, 'github_hash'),
    isStale: row['is_stale'] === true,
  };
}

/** Whether GitHub still answers what the facts were built of. */
async function holdsAnswers(store: Store, { isStale, githubHash }: Build): Promise<boolean> {
  return !isStale || githubHash === (await hashGithubRows(store));
}

async function loadSettings(store: Store, { seeds, settings }: BuildInputs): Promise<void> {
  await loadSeeds(store, seeds);
  await replaceRows(
    store,
    'seed_scope',
    settings.scopes.map(({ ecosystem, project, rule, value }) => [ecosystem, project, rule, value]),
  );
  await replaceRows(
    store,
    'seed_affiliation',
    settings.affiliations.map((row) => [
      row.person,
      row.organization,
      row.validFrom,
      row.validTo,
      row.source,
    ]),
  );
}

async function buildNodes(store: Store, inputs: BuildInputs, context: Context): Promise<void> {
  // What is current already does without all that reads messages and resolves people.
  const { RESOLVE_STEPS } = await import('./steps.ts');
  const nodes = buildOrder(inputs.tables, RESOLVE_STEPS);
  const collectGarbage = makeGarbageCollector();
  const giveBack = makeGivingBack(store);
  for (const [index, node] of nodes.entries()) {
    if (context.signal.aborted) throw interrupted();
    context.onProgress({
      phase: 'building facts',
      subject: node.name,
      done: index,
      total: nodes.length,
      unit: 'tables',
    });
    if (node.file) await makeTable(store, node.file);
    await giveBack();
    if (!node.step) continue;
    await node.step.run(store, inputs, context);
    // Rows of all identities and messages, which would stay beside the tables that DuckDB builds from here on.
    collectGarbage();
  }
}

function buildOrder(tables: readonly TableFile[], resolveSteps: readonly ResolveStep[]): readonly Node[] {
  const known = new Set([
    ...tables.map(({ header }) => header.table),
    ...resolveSteps.flatMap(({ writes }) => writes),
  ]);
  const files = tables.map((file): Node => {
    const name = file.header.table;
    return { name, writes: [name], reads: namesIn(file.sql, known), file };
  });
  const steps = resolveSteps.map((step): Node => ({ ...step, step }));
  return orderNodes([...files, ...steps]);
}

function interrupted(): UnderstoryError {
  return new UnderstoryError({
    code: 'E_INTERRUPTED',
    message: 'Interrupted while building facts',
    hint: 'What was collected is kept; the next command builds the facts',
  });
}
