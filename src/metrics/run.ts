import { UnderstoryError } from '../core/errors.ts';
import type { HeaderColumn } from '../core/sql-header.ts';
import { earliest, formatInstant, startOfDay } from '../core/time.ts';
import type { MetricName, MetricRows } from '../generated/metrics.ts';
import { bigintOf } from '../store/cell.ts';
import type { Store } from '../store/store.ts';
import type { Row, Value } from '../store/value.ts';
import { checkGrain, checkStatement } from './contract.ts';
import { type Coverage, type Gap, readCoverage } from './coverage.ts';
import { isWindowParam, type ParamInputs, readParamInputs } from './params.ts';
import { makeStoredRefResolver, type ResolvedRef, type ResolveRef } from './ref.ts';
import { type Metric, readMetric } from './registry.ts';
import { computeSpan, type Span } from './window.ts';

/** Row type of a metric whose name is known to the compiler; any row for a name that is only text. */
export type MetricRow<Name extends string> = Name extends MetricName ? MetricRows[Name] : Row;

export interface MetricRequest<Name extends string> {
  readonly metric: Name;
  readonly scopeIds: readonly bigint[];
  /** No event at or after it is seen. */
  readonly asOf: Date;
  readonly params?: ParamInputs;
}

/** What one scope's rows were computed over. */
export interface EffectiveWindow {
  readonly scope_id: bigint;
  /** Null where the metric looks at everything before `to`. */
  readonly from: string | null;
  readonly to: string;
  /** `collection` when the data ends before the window does. */
  readonly bounded_by: 'window' | 'collection';
}

export interface MetricResult<Name extends string> {
  readonly metric: Name;
  readonly as_of: string;
  /** All parameters as asked for, defaults and window filled in. */
  readonly params: Readonly<Record<string, Value>>;
  readonly windows: readonly EffectiveWindow[];
  readonly columns: readonly HeaderColumn[];
  readonly rows: readonly MetricRow<Name>[];
  readonly gaps: readonly Gap[];
}

export interface RunOptions {
  /** Resolves parameters of type REF; by default from what the database holds. */
  readonly resolveRef?: ResolveRef;
  /** Where the metric comes from; by default from `queries/metrics/`. */
  readonly readMetric?: (name: string) => Promise<Metric>;
  /** Whether the result leaves this machine, so that no hint names a place on it; by default no. */
  readonly isForOthers?: boolean;
}

/**
 * Runs one metric for some scopes and returns its rows in grain order.
 *
 * Rows: one per `grain` of the metric's header; `bigint` for BIGINT columns. A scope without rows has a gap.
 * Errors: `E_PARAM` for an unknown metric and for a missing, surplus or ill-typed parameter; `E_QUERY_CONTRACT` when the
 * query or its result differs from the header.
 */
export async function runMetric<Name extends MetricName | (string & {})>(
  store: Store,
  request: MetricRequest<Name>,
  options: RunOptions = {},
): Promise<MetricResult<Name>> {
  const metric = await (options.readMetric ?? readMetric)(request.metric);
  const { header } = metric;
  const scopeIds = [...new Set(request.scopeIds)].sort(compareIds);
  const inputs = readParamInputs(header, request.params ?? {});
  const span = computeSpan(header.window, request.asOf, {
    from: windowEdge(metric, inputs, 'from'),
    to: windowEdge(metric, inputs, 'to'),
  });
  const resolveRef = options.resolveRef ?? makeStoredRefResolver(store);
  const { shown, values } = await resolveRefs(metric, inputs, (ref) => resolveRef(ref, scopeIds));
  await checkStatement(store, metric);
  const { covered, gaps } = await readCoverage(store, {
    scopeIds,
    needs: header.needs,
    span,
    isPrivate: options.isForOthers !== true,
  });
  const rows = await runGroups(store, metric, { covered, span, asOf: request.asOf, values });
  checkGrain(metric, rows);
  const windows = covered.map((coverage) => effectiveWindow(metric, coverage, { span, asOf: request.asOf }));
  return {
    metric: request.metric,
    as_of: formatInstant(request.asOf),
    params: bindings(metric, { scopeIds, span, asOf: request.asOf, values: shown }),
    windows,
    columns: header.columns,
    // The one place where rows of a query become typed ones: checkStatement has compared names and types.
    rows: rows as readonly MetricRow<Name>[],
    gaps: [...gaps, ...emptyScopes(windows, rows)].sort((a, b) => compareIds(a.scope_id, b.scope_id)),
  };
}

/**
 * The date that stands in where none is given: 00:00 UTC of the day on which the newest collection ended.
 *
 * Errors: `E_NOT_COLLECTED` when nothing was collected yet.
 */
export async function readDefaultAsOf(store: Store): Promise<Date> {
  const { rows } = await store.query(
    "select max(finished_at) as at from run_collection where status in ('done', 'incomplete')",
  );
  const newest = rows[0]?.['at'];
  if (typeof newest === 'string') return startOfDay(new Date(newest));
  throw new UnderstoryError({
    code: 'E_NOT_COLLECTED',
    message: `Nothing is collected in \`${store.path}\` yet`,
    hint: 'Run `understory collect TARGET` first',
  });
}

function compareIds(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function windowEdge(metric: Metric, values: ReadonlyMap<string, Value>, name: 'from' | 'to'): Date | null {
  const value = values.get(name);
  const isWindow = metric.header.params.some((param) => param.name === name && isWindowParam(param));
  return isWindow && typeof value === 'string' ? new Date(value) : null;
}

interface Resolved {
  /** Parameters for people, a REF as its name or hash. */
  readonly shown: ReadonlyMap<string, Value>;
  /** Parameters for the query, a REF as the lines of its members. */
  readonly values: ReadonlyMap<string, Value>;
}

async function resolveRefs(
  metric: Metric,
  inputs: ReadonlyMap<string, Value>,
  resolve: (ref: string) => Promise<ResolvedRef>,
): Promise<Resolved> {
  const [shown, values] = [new Map(inputs), new Map(inputs)];
  for (const { name, type } of metric.header.params) {
    const value = inputs.get(name);
    if (type !== 'REF' || typeof value !== 'string') continue;
    const { ref, members } = await resolve(value);
    shown.set(name, ref);
    values.set(name, members);
  }
  return { shown, values };
}

interface Binding {
  readonly scopeIds: readonly bigint[];
  readonly span: Span;
  readonly asOf: Date;
  readonly values: ReadonlyMap<string, Value>;
}

function bindings(metric: Metric, binding: Binding): Record<string, Value> {
  const own: Record<string, Value> = {
    scope_ids: binding.scopeIds,
    as_of: formatInstant(binding.asOf),
  };
  const window: Record<string, Value> = {
    from: formatInstant(binding.span.from),
    to: formatInstant(binding.span.to),
  };
  return Object.fromEntries(
    metric.header.params.map((param) => {
      const value = isWindowParam(param) ? window[param.name] : own[param.name];
      return [param.name, value ?? binding.values.get(param.name) ?? null];
    }),
  );
}

/** Runs the query once per distinct end of data: scopes that are complete until different moments see different ends. */
async function runGroups(
  store: Store,
  metric: Metric,
  run: Omit<Binding, 'scopeIds'> & { readonly covered: readonly Coverage[] },
): Promise<readonly Row[]> {
  const groups = new Map<string, { binding: Binding; scopeIds: bigint[] }>();
  for (const { scopeId, completeUntil } of run.covered) {
    const end = completeUntil && afterSecond(completeUntil);
    const to = earliest(run.span.to, end) ?? run.span.to;
    const asOf = earliest(run.asOf, end) ?? run.asOf;
    const key = `${to.getTime()} ${asOf.getTime()}`;
    const scopeIds = groups.get(key)?.scopeIds ?? [];
    scopeIds.push(scopeId);
    const binding = { scopeIds, span: { from: run.span.from, to }, asOf, values: run.values };
    groups.set(key, { binding, scopeIds });
  }
  const rows: Row[] = [];
  for (const { binding } of groups.values()) {
    const result = await store.query(metric.sql, bindings(metric, binding));
    for (const row of result.rows) rows.push(row);
  }
  // Each scope lies in one group and each group's rows are in grain order, so a stable sort by scope keeps it.
  return groups.size < 2 ? rows : rows.sort((a, b) => compareIds(scopeIdOf(a), scopeIdOf(b)));
}

/** Ends are exclusive, and the newest commit of a clone often lies in the very second until which it is known. */
function afterSecond(instant: Date): Date {
  return new Date(instant.getTime() + 1000);
}

function scopeIdOf(row: Row): bigint {
  return bigintOf(row, 'scope_id');
}

function effectiveWindow(
  metric: Metric,
  coverage: Coverage,
  { span, asOf }: { readonly span: Span; readonly asOf: Date },
): EffectiveWindow {
  const windowParams = metric.header.params.filter(isWindowParam).map(({ name }) => name);
  const isOpen = !windowParams.includes('from') || span.from.getTime() === 0;
  const end = windowParams.includes('to') ? span.to : asOf;
  const to = earliest(end, coverage.completeUntil) ?? end;
  return {
    scope_id: coverage.scopeId,
    from: isOpen ? null : formatInstant(span.from),
    to: formatInstant(to),
    bounded_by: to < end ? 'collection' : 'window',
  };
}

/** Says where the window ends: what is looked for may be of the very day that the as-of date leaves out. */
function emptyScopes(windows: readonly EffectiveWindow[], rows: readonly Row[]): readonly Gap[] {
  const filled = new Set(rows.map(scopeIdOf));
  return windows
    .filter(({ scope_id }) => !filled.has(scope_id))
    .map(({ scope_id, to }) => ({
      scope_id,
      reason: 'no_data',
      stream: null,
      detail: `Nothing of this kind lies in the window, which ends ${to}`,
      hint: null,
    }));
}
