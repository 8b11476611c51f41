import { afterAll, expect, test } from 'vitest';
import type { ParamInput } from '../../src/metrics/params.ts';
import { readMetric } from '../../src/metrics/registry.ts';
import { type MetricResult, runMetric } from '../../src/metrics/run.ts';
import type { Store } from '../../src/store/store.ts';
import type { Row, Value } from '../../src/store/value.ts';
import { type Given, insertGiven, openFactStore } from './fact-tables.ts';
import type { SparseRow } from './sparse-rows.ts';

/** One golden case: a handful of rows, and the rows that a person expects of them. */
export interface MetricCase {
  readonly name: string;
  readonly given: Given;
  readonly params?: Readonly<Record<string, ParamInput>>;
  /** By default the end of the window that `params` names, else 2024-01-01. */
  readonly asOf?: string;
  /** By default all scopes that there are. */
  readonly scopeIds?: readonly bigint[];
  /** All rows in order, each with the columns that matter. */
  readonly expect: readonly SparseRow[];
  /** The gaps with the fields that matter; not looked at when absent. */
  readonly gaps?: readonly SparseRow[];
}

const DEFAULT_AS_OF = '2024-01-01';
/** Shares are compared as a person writes them, such as `2 / 3`. */
const RELATIVE_TOLERANCE = 1e-9;

let shared: Promise<Store> | undefined;

afterAll(async () => {
  (await shared)?.close();
  shared = undefined;
});

/** One database per test file, since making one takes longer than a case; each case is rolled back. */
function sharedStore(): Promise<Store> {
  shared ??= openFactStore();
  return shared;
}

/** Registers a test that runs one metric over given rows and compares its rows with the expected ones. */
export function metricTest(metric: string, kase: MetricCase): void {
  test(kase.name, async () => {
    const result = await runCase(await sharedStore(), metric, kase);
    expect(pick(result.rows, kase.expect)).toEqual(kase.expect);
    expect(result.rows).toHaveLength(kase.expect.length);
    if (kase.gaps) {
      const gaps = result.gaps.map((gap): Row => ({ ...gap }));
      expect(pick(gaps, kase.gaps)).toEqual(kase.gaps);
      expect(gaps).toHaveLength(kase.gaps.length);
    }
  });
}

/** Runs one case in a transaction that is rolled back. */
export async function runCase(
  store: Store,
  metric: string,
  kase: Omit<MetricCase, 'name' | 'expect'>,
): Promise<MetricResult<string>> {
  const { header } = await readMetric(metric);
  await store.run('begin transaction');
  try {
    await insertGiven(store, kase.given, header.needs);
    const { rows } = await store.query('select scope_id from dim_scope order by scope_id');
    const scopeIds = kase.scopeIds ?? rows.map((row) => BigInt(String(row['scope_id'])));
    const asOf = kase.asOf ?? String(kase.params?.['to'] ?? DEFAULT_AS_OF);
    return await runMetric(store, {
      metric,
      scopeIds,
      asOf: new Date(/^\d{4}-\d{2}-\d{2}/.test(asOf) ? asOf : DEFAULT_AS_OF),
      params: kase.params ?? {},
    });
  } finally {
    await store.run('rollback');
  }
}

/** `count` copies of one row; unlike written ones they may be many. */
export function repeat(count: number, row: SparseRow): readonly SparseRow[] {
  return Array.from({ length: count }, () => ({ ...row }));
}

function pick(rows: readonly Row[], expected: readonly SparseRow[]): readonly Row[] {
  return rows.map((row, index) => {
    const wanted = expected[index];
    if (!wanted) return row;
    return Object.fromEntries(
      Object.entries(wanted).map(([name, value]) => [name, nearValue(row[name], value)]),
    );
  });
}

/** The expected value where the actual one differs by rounding only; a column that is missing shows as such. */
function nearValue(actual: Value | undefined, expected: Value): Value {
  if (actual === undefined) return 'no such column';
  if (typeof actual !== 'number' || typeof expected !== 'number') return actual;
  return Math.abs(actual - expected) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(expected))
    ? expected
    : actual;
}
