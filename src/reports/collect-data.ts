import { readMetric } from '../metrics/registry.ts';
import { runMetric } from '../metrics/run.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/value.ts';
import type { Dataset, ReportData } from './data.ts';
import { isOneMonth, lastMonthOf, type Period } from './period.ts';
import type { MetricUse, ReportSpec } from './spec.ts';

export interface DataRequest {
  readonly scopeId: bigint;
  readonly asOf: Date;
  readonly period: Period;
}

/**
 * Runs the metrics that a report names, for one scope.
 *
 * For a period other than one month, the metrics that look at twelve months by themselves look at the period.
 * Errors: those of `runMetric`.
 */
export async function readReportData(
  store: Store,
  spec: ReportSpec,
  request: DataRequest,
): Promise<ReportData> {
  const sets = new Map<string, Dataset>();
  for (const use of spec.metrics) sets.set(use.name, await readDataset(store, use, request));
  return { sets, month: lastMonthOf(request.period) };
}

async function readDataset(store: Store, use: MetricUse, request: DataRequest): Promise<Dataset> {
  const metric = await readMetric(use.metric);
  const { header } = metric;
  const isYearly = header.window.unit === 'months' && header.window.length === 12;
  const hasWindow = ['from', 'to'].every((name) => header.params.some((param) => param.name === name));
  const window =
    isYearly && hasWindow && !isOneMonth(request.period)
      ? { from: request.period.from, to: request.period.to }
      : {};
  const result = await runMetric(
    store,
    {
      metric: use.metric,
      scopeIds: [request.scopeId],
      asOf: request.asOf,
      params: { ...window, ...use.params },
    },
    { readMetric: async () => metric, isForOthers: true },
  );
  const [gap] = result.gaps;
  const [effective] = result.windows;
  return {
    name: use.name,
    metric: use.metric,
    title: header.title,
    ids: header.ids,
    question: header.question,
    source: header.source,
    limits: header.limits,
    path: metric.path,
    params: result.params,
    window: effective ? { from: effective.from, to: effective.to } : null,
    columns: result.columns,
    rows: result.rows.map((row): Row => row),
    gap: gap ? { reason: gap.reason, stream: gap.stream, detail: gap.detail, hint: gap.hint } : null,
  };
}
