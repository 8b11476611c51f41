import type { Context } from '../core/context.ts';
import type { MetricHeader } from '../metrics/header.ts';
import type { ParamInputs } from '../metrics/params.ts';
import type { MetricResult } from '../metrics/run.ts';
import { type DatabaseInput, requireFacts, withReader } from './database.ts';

/** A metric of the catalogue, with the file that computes it. */
export interface MetricDescription extends MetricHeader {
  /** Path below the package, such as `queries/metrics/robustness/hotspot.sql`. */
  readonly path: string;
}

/**
 * Describes one metric, or all of them sorted by family and name.
 *
 * Errors: `E_PARAM` for an unknown metric, with the nearest name.
 */
export async function describeMetrics(input: {
  readonly metric?: string | undefined;
}): Promise<readonly MetricDescription[]> {
  const { readMetric, readMetrics } = await import('../metrics/registry.ts');
  const metrics = input.metric === undefined ? await readMetrics() : [await readMetric(input.metric)];
  return metrics.map(({ header, path }) => ({ ...header, path }));
}

export interface QueryInput extends DatabaseInput {
  readonly metric: string;
  /** Repositories by `owner/repo`, URL, path or name; projects and ecosystems by name; none for every repository. */
  readonly targets: readonly string[];
  /** No event at or after it is seen; by default 00:00 UTC of the day of the newest finished collection. */
  readonly asOf?: Date | undefined;
  readonly params?: ParamInputs;
  readonly currentDirectory: string;
}

/** What `understory query` prints as JSON. */
export interface QueryResult extends MetricResult<string> {
  /** The scopes that were asked for, with their names. */
  readonly scopes: readonly { readonly scope_id: bigint; readonly kind: string; readonly name: string }[];
}

/**
 * Computes one metric for some targets; only reads.
 *
 * Errors: `E_PARAM`, `E_TARGET`, `E_QUERY_CONTRACT`, `E_NOT_COLLECTED`, and those of opening the database.
 */
export async function queryMetric(input: QueryInput, context: Context): Promise<QueryResult> {
  const { readMetric } = await import('../metrics/registry.ts');
  const { readDefaultAsOf, runMetric } = await import('../metrics/run.ts');
  const { findScopes } = await import('../metrics/scope.ts');
  const { makeStoredRefResolver } = await import('../metrics/ref.ts');
  const { makeAskGit } = await import('./revision.ts');
  // A misspelt metric is said before the database is looked at.
  await readMetric(input.metric);
  return await withReader(input, async (store) => {
    await requireFacts(store);
    const scopes = await findScopes(store, input.targets, input.currentDirectory);
    const request = {
      metric: input.metric,
      scopeIds: scopes.map(({ scopeId }) => scopeId),
      asOf: input.asOf ?? (await readDefaultAsOf(store)),
      params: input.params ?? {},
    };
    const resolveRef = makeStoredRefResolver(store, makeAskGit(store, input, context));
    const result = await runMetric(store, request, { resolveRef });
    return {
      ...result,
      scopes: scopes.map(({ scopeId, kind, name }) => ({ scope_id: scopeId, kind, name })),
    };
  });
}

/**
 * Writes a metric's rows to a Parquet file.
 *
 * Errors: `E_PERMISSION`, `E_DISK_FULL`.
 */
export async function writeParquet(
  path: string,
  result: Pick<QueryResult, 'columns' | 'rows'>,
): Promise<void> {
  const parquet = await import('../store/parquet.ts');
  await parquet.writeParquet(path, result);
}
