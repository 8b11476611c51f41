import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MetricHeader } from '../../../src/metrics/header.ts';
import type { ParamInput } from '../../../src/metrics/params.ts';
import { type Metric, readMetrics } from '../../../src/metrics/registry.ts';
import { type MetricResult, runMetric } from '../../../src/metrics/run.ts';
import { computeSpan } from '../../../src/metrics/window.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Row } from '../../../src/store/value.ts';
import { type Given, insertGiven, openFactStore } from '../../support/fact-tables.ts';
import { type GenericRows, makeGenericRows, merged, reversed, withFork } from '../../support/generic-rows.ts';
import { readMacros, readTables } from '../../support/macros.ts';
import { readTableColumns } from '../../support/sparse-rows.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const AS_OF = new Date('2024-01-01T00:00:00Z');
const SECOND = 1000;
const metrics: readonly Metric[] = await readMetrics();

/** What a metric that asks for more than scopes and a window is given. */
const SAMPLES: Readonly<Record<string, ParamInput>> = {
  BIGINT: 1n,
  'BIGINT[]': [1n],
  BOOLEAN: true,
  DATE: '2023-06-01',
  DOUBLE: 0.5,
  INTEGER: 3,
  REF: 'v1.2',
  TIMESTAMPTZ: '2023-06-01',
  VARCHAR: 'name 1',
  'VARCHAR[]': ['name 1'],
};

let store: Store;
let generic: GenericRows;
let forked: Given;
/** Each metric over the generic rows; what other runs are compared with. */
let base: ReadonlyMap<string, MetricResult<string>>;

beforeAll(async () => {
  store = await openFactStore();
  generic = await makeGenericRows(store);
  forked = withFork(generic.rows, await readTableColumns(store));
  base = await runAll(generic.rows, [1n]);
});
afterAll(() => store.close());

function sampleParams(header: MetricHeader): Readonly<Record<string, ParamInput>> {
  const asked = header.params.filter(
    ({ name, isRequired, type }) =>
      isRequired &&
      !['scope_ids', 'as_of'].includes(name) &&
      !(/^(from|to)$/.test(name) && type === 'TIMESTAMPTZ'),
  );
  return Object.fromEntries(asked.map(({ name, type }) => [name, SAMPLES[type] ?? null]));
}

function run(on: Store, { header }: Metric, scopeIds: readonly bigint[]): Promise<MetricResult<string>> {
  return runMetric(
    on,
    { metric: header.metric, scopeIds, asOf: AS_OF, params: sampleParams(header) },
    { resolveRef: async (ref) => ({ ref, members: ref }) },
  );
}

/** Runs all metrics over the same rows, which are rolled back; loading them takes longer than a metric. */
async function runAll(
  given: Given,
  scopeIds: readonly bigint[],
  { on = store, only = metrics }: { readonly on?: Store; readonly only?: readonly Metric[] } = {},
): Promise<ReadonlyMap<string, MetricResult<string>>> {
  const streams = [...new Set(metrics.flatMap(({ header }) => header.needs))];
  const results = new Map<string, MetricResult<string>>();
  await on.run('begin transaction');
  try {
    await insertGiven(on, given, streams);
    for (const metric of only) results.set(metric.header.metric, await run(on, metric, scopeIds));
    return results;
  } finally {
    await on.run('rollback');
  }
}

function bytes(result: MetricResult<string> | undefined): string {
  return textOf(result);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part), 1);
}

function countsOf(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => name.endsWith('_count'))),
  );
}

/** In an order of its own: one that a metric gives may begin with another column than the scope. */
function inGrain(rows: readonly Row[], { grain }: MetricHeader): readonly Row[] {
  const keyOf = (row: Row) => grain.map((name) => String(row[name])).join('\0');
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rows of tables that say what a commit does; tags and releases stand beside it. */
async function ofCommits(given: Given): Promise<Given> {
  const columns = await readTableColumns(store);
  const isOfCommits = (table: string) => columns.get(table)?.some(({ name }) => name === 'sha') === true;
  return Object.fromEntries(
    Object.entries(given).filter(([table]) => isOfCommits(table) && !/_(tag|release)$/.test(table)),
  );
}

function without(rows: readonly Row[], name: string): readonly Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name)));
}

function only(rows: readonly Row[], names: readonly string[]): readonly Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => names.includes(key))));
}

describe('every metric', () => {
  test('finds something in rows that were made without a look at it, or most do', async () => {
    const empty = [...base.values()].filter(({ rows }) => rows.length === 0).map(({ metric }) => metric);
    // Those that ask for more than such rows hold say nothing here; too many of them would make this file idle.
    expect(empty.length, empty.join(', ')).toBeLessThanOrEqual(Math.ceil(metrics.length / 4));
  });

  test('takes empty tables and an unknown scope, and names the gaps', async () => {
    for (const result of (await runAll({}, [1n, 7n])).values()) {
      expect(new Set(result.gaps.map((gap) => gap.scope_id))).toContain(7n);
      const answered = new Set(result.rows.map((row) => row['scope_id']));
      expect(answered.has(1n), result.metric).toBe(!result.gaps.some((gap) => gap.scope_id === 1n));
    }
  });

  test('gives the same bytes twice, and with the rows below it in another order', async () => {
    const again = await runAll(generic.rows, [1n]);
    const mixed = await runAll(reversed(generic.rows), [1n]);
    for (const { header } of metrics) {
      expect(bytes(again.get(header.metric)), header.metric).toBe(bytes(base.get(header.metric)));
      expect(bytes(mixed.get(header.metric)), header.metric).toBe(bytes(base.get(header.metric)));
    }
  });

  test('gives the same bytes in another time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const elsewhere = await openFactStore();
      const results = await runAll(generic.rows, [1n], { on: elsewhere });
      elsewhere.close();
      for (const { header } of metrics) {
        expect(bytes(results.get(header.metric)), header.metric).toBe(bytes(base.get(header.metric)));
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('does not see what happens at the end of its window', async () => {
    const after = await runAll(merged(generic.rows, generic.eventAt(AS_OF)), [1n]);
    for (const { header } of metrics) {
      expect(bytes(after.get(header.metric)), header.metric).toBe(bytes(base.get(header.metric)));
    }
  });

  test('sees what happens at the start of its window', async () => {
    const byStart = new Map<number, Metric[]>();
    for (const metric of metrics) {
      const { from } = computeSpan(metric.header.window, AS_OF, { from: null, to: null });
      byStart.set(from.getTime(), [...(byStart.get(from.getTime()) ?? []), metric]);
    }
    for (const [start, only] of byStart) {
      const at = await runAll(merged(generic.rows, generic.eventAt(new Date(start))), [1n], { only });
      const later = await runAll(merged(generic.rows, generic.eventAt(new Date(start + SECOND))), [1n], {
        only,
      });
      for (const { header } of only) {
        const counts = countsOf(at.get(header.metric)?.rows ?? []);
        expect(counts, header.metric).toEqual(countsOf(later.get(header.metric)?.rows ?? []));
      }
    }
  });

  test('answers for a repository and a project that holds it at once as for each alone', async () => {
    const together = await runAll(forked, [1n, 100n]);
    const alone = [await runAll(forked, [1n]), await runAll(forked, [100n])];
    const others = metrics.filter(({ header }) => {
      const parts = alone.flatMap((results) => results.get(header.metric)?.rows ?? []);
      const rows = together.get(header.metric)?.rows ?? [];
      return textOf(inGrain(rows, header)) !== textOf(inGrain(parts, header));
    });
    expect(others.map(({ header }) => header.metric)).toEqual([]);
  });

  test('looks only at commits that are work, but for those that say otherwise', async () => {
    const { fct_commit = [], ...others } = await ofCommits(generic.eventAt(new Date('2023-06-15T12:00:00Z')));
    const noWork = fct_commit.map((row) => ({ ...row, is_work: false, is_line_work: false }));
    const after = await runAll(merged(generic.rows, { ...others, fct_commit: noWork }), [1n]);
    const changed = metrics.filter(
      ({ header }) => bytes(after.get(header.metric)) !== bytes(base.get(header.metric)),
    );
    // Agents are no people, yet what they assist is counted; the other two say how many commits there are of each kind.
    expect(changed.map(({ header }) => header.metric)).toEqual([
      'ai_assisted_share',
      'coverage',
      'activity_by_month',
    ]);
  });

  test('looks only at files of code, but for those that say otherwise', async () => {
    const path = 'docs/guide.md';
    const file = { path, file_class: 'docs', line_count: 400 };
    const changed = { sha: 'sha-12', path, head_path: path, change: 'modified' };
    const documents: Given = {
      fct_path: [{ path, file_class: 'docs' }],
      fct_path_module: [{ path, module: 'src/part0' }],
      fct_head_file: [file],
      fct_file: [{ ...file, file_id: 999n, is_at_head: true }],
      fct_file_name: [
        { file_id: 999n, path, head_path: path, since_generation: 0, until_generation: 2147483647 },
      ],
      fct_commit_file: [{ sha: 'sha-12', path, file_class: 'docs', change: 'modified', added_line_count: 5 }],
      fct_file_change: [{ ...changed, file_id: 999n }],
    };
    const after = await runAll(merged(generic.rows, documents), [1n]);
    const others = metrics.filter(
      ({ header }) => bytes(after.get(header.metric)) !== bytes(base.get(header.metric)),
    );
    expect(others.map(({ header }) => header.metric)).toEqual(['file_class_summary']);
  });

  test('takes no credit of a machine for that of a person', async () => {
    const machine: Given = {
      dim_person: [
        { person_id: 99n, name: 'helper[bot]', kind: 'bot', is_bot: true, bot_rule: 'bot_suffix' },
      ],
      fct_credit: ['co_author', 'reviewer', 'reporter'].map((role) => ({
        sha: 'sha-12',
        person_id: 99n,
        role,
        position: 9,
        source: 'trailer',
      })),
    };
    const after = await runAll(merged(generic.rows, machine), [1n]);
    const others = metrics.filter(
      ({ header }) => bytes(after.get(header.metric)) !== bytes(base.get(header.metric)),
    );
    expect(others.map(({ header }) => header.metric)).toEqual([]);
  });

  test('counts a hash once that stands in two repositories of a scope', async () => {
    const both = await runAll(forked, [100n]);
    const columns = await readTableColumns(store);
    const macros = await readMacros();
    for (const { header, sql } of metrics) {
      const one = base.get(header.metric)?.rows ?? [];
      const two = both.get(header.metric)?.rows ?? [];
      const tables = await readTables(store, sql, macros);
      // Files, tags and documents are a repository's own; of metrics that read them only commits and people must agree.
      const isOfCommits = tables.every((table) => {
        const names = columns.get(table)?.map(({ name }) => name) ?? [];
        return !names.includes('repo_id') || names.includes('sha') || table === 'map_scope_repo';
      });
      if (isOfCommits && !header.grain.includes('repo_id')) {
        expect(without(two, 'scope_id'), header.metric).toEqual(without(one, 'scope_id'));
      } else if (header.grain.length === 1) {
        const counts = ['commit_count', 'person_count', 'contributor_count'];
        expect(only(two, counts), header.metric).toEqual(only(one, counts));
      }
    }
  });
});
