import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '../core/config/config.ts';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { NamedPeriod } from '../core/period.ts';
import { startOfMonth } from '../core/time.ts';
import type { Store } from '../store/store.ts';
import { hasFacts } from './database.ts';
import { configuredSources } from './sources.ts';

/** What a report asks for. */
interface Asked {
  readonly targets: readonly string[];
  readonly currentDirectory: string;
  readonly period?: NamedPeriod | undefined;
}

/**
 * What a report collects first: names that the database knows become the clones and URLs behind them, as far as something
 * new may be there.
 *
 * Errors: `E_TARGET` for a name that fits several.
 */
export async function sourcesOfReport(
  store: Store,
  { config, input }: { readonly config: Config; readonly input: Asked },
  context: Context,
): Promise<readonly string[]> {
  const { ownerOf } = await import('../collect/owner.ts');
  const isKnown = await hasFacts(store);
  if (input.targets.length === 0) return isKnown ? await staleSources(store, input, context) : [];
  const sources: string[] = [];
  for (const target of input.targets) {
    for (const source of configuredSources(config, target) ?? [target]) {
      const isFolder = await isDirectory(resolve(input.currentDirectory, source));
      if (isFolder || !isKnown) {
        sources.push(source);
        continue;
      }
      // Only `collect` asks what else an owner has by now; a report looks at what the target has already.
      const asked = ownerOf(source) === null ? source : target;
      sources.push(...(await staleSources(store, { ...input, targets: [asked] }, context)));
    }
  }
  return [...new Set(sources)];
}

/** Clones on this machine are always looked at, mirrors only when they end before the period does. */
async function staleSources(
  store: Store,
  { targets, currentDirectory, period }: Asked,
  context: Context,
): Promise<readonly string[]> {
  const { findScopes } = await import('../metrics/scope.ts');
  const { readQuery } = await import('../store/sql.ts');
  const scopes = await findScopes(store, targets, currentDirectory).catch((error: unknown) => {
    // Not collected yet, so it is read as `collect` would.
    if (error instanceof UnderstoryError && (error.code === 'E_TARGET' || error.code === 'E_NOT_COLLECTED'))
      return null;
    throw error;
  });
  if (scopes === null) return targets;
  const { rows } = await store.query(readQuery('commands/scope_source'), {
    scope_ids: scopes.map(({ scopeId }) => scopeId),
  });
  const end = period?.to ?? startOfMonth(context.now());
  return rows
    .filter((row) => row['is_local'] === true || isBefore(row['fetched_at'], end))
    .map((row) => String(row['source']));
}

/** False without an instant: where only GitHub was asked for, a report begins no git history by itself. */
function isBefore(instant: unknown, end: Date): boolean {
  return typeof instant === 'string' && new Date(instant) < end;
}

async function isDirectory(path: string): Promise<boolean> {
  return await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
