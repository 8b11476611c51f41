import { afterAll, expect, test } from 'vitest';
import { openMemory } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { Row } from '../../src/store/value.ts';
import { buildFacts } from '../../src/transform/build.ts';
import { type BuildSettings, NO_SETTINGS } from '../../src/transform/settings.ts';
import { testContext } from './context.ts';
import { readFactHeaders } from './fact-tables.ts';
import { fillRaw } from './raw-rows.ts';
import type { SparseRow } from './sparse-rows.ts';

/** One golden case: a handful of raw rows, and the rows of facts that a person expects of them. */
export interface FactCase {
  readonly name: string;
  /** Raw rows by table, with only the columns that matter; `fillRaw` says what the others are. */
  readonly given: Readonly<Record<string, readonly SparseRow[]>>;
  readonly settings?: Partial<BuildSettings>;
  /** Rows by table, in the order of its grain, each with the columns that matter; all rows of the table. */
  readonly expect: Readonly<Record<string, readonly SparseRow[]>>;
}

let shared: Promise<Store> | undefined;

afterAll(async () => {
  (await shared)?.close();
  shared = undefined;
});

/** Registers a test that builds all facts from given raw rows and compares some of them with the expected ones. */
export function factTest(kase: FactCase): void {
  test(kase.name, async () => {
    shared ??= openMemory();
    const store = await shared;
    await insertRaw(store, kase.given);
    await buildFacts(store, { ...NO_SETTINGS, ...kase.settings }, testContext());
    for (const [table, rows] of Object.entries(kase.expect)) {
      const found = await readTable(store, table);
      expect(pick(found, rows), table).toEqual(rows);
      expect(found.length, `rows of ${table}`).toBe(rows.length);
    }
  });
}

/** Empties all raw, run and map tables and fills them from sparse rows. */
export async function insertRaw(store: Store, given: FactCase['given']): Promise<void> {
  const { rows } = await store.query(
    "select table_name from duckdb_tables() where regexp_matches(table_name, '^(raw|run|map)_') and table_name not in ('run_migration', 'run_seed')",
  );
  for (const row of rows) await store.run(`delete from ${String(row['table_name'])}`);
  for (const [table, values] of await fillRaw(store, given)) {
    const appender = await store.append(table);
    for (const value of values) appender.add(value);
    appender.close();
  }
}

/** All rows of a fact, in the order of its grain. */
export async function readTable(store: Store, table: string): Promise<readonly Row[]> {
  const header = (await readFactHeaders()).find((known) => known.table === table);
  const order = header ? header.grain.join(', ') : 'all';
  return (await store.query(`select * from ${table} order by ${order}`)).rows;
}

function pick(found: readonly Row[], wanted: readonly SparseRow[]): readonly SparseRow[] {
  return found.map((row, index) => {
    const columns = Object.keys(wanted[index] ?? wanted[0] ?? {});
    return Object.fromEntries(
      columns.map((column) => [column, row[column] === undefined ? 'no such column' : row[column]]),
    );
  });
}
