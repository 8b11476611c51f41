import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitOutcome } from '../../src/collect/git/collect.ts';
import type { CollectSettings, StreamOutcome } from '../../src/collect/outcome.ts';
import { collectTarget } from '../../src/collect/run.ts';
import type { Context } from '../../src/core/context.ts';
import { openMemory } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import type { Row } from '../../src/store/value.ts';
import { testContext } from './context.ts';

/** A folder that goes when the test ends. */
export function temporaryFolder(onCleanup: (clean: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'understory-'));
  onCleanup(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function collectSettings(folder: string, overrides: Partial<CollectSettings> = {}): CollectSettings {
  return {
    directory: join(folder, 'cache', 'git'),
    branch: undefined,
    allowShallow: false,
    jobs: 2,
    chunkSize: 50,
    currentDirectory: folder,
    serverUrl: 'https://github.invalid',
    clones: new Map(),
    streams: ['git'],
    isFull: false,
    since: null,
    github: null,
    ...overrides,
  };
}

/** How collecting git went. */
export interface HistoryOutcome extends GitOutcome {
  readonly streams: readonly StreamOutcome[];
}

export interface Collected {
  readonly store: Store;
  readonly outcome: HistoryOutcome;
  readonly again: (overrides?: Partial<CollectSettings>, context?: Context) => Promise<HistoryOutcome>;
  readonly rows: (sql: string) => Promise<readonly Row[]>;
}

/** Collects a repository into a database in memory. */
export async function collectInto(
  folder: string,
  target: string,
  overrides: Partial<CollectSettings> = {},
): Promise<Collected> {
  const store = await openMemory();
  const collect = async (more: Partial<CollectSettings> = {}, context: Context = testContext()) => {
    const settings = collectSettings(folder, { ...overrides, ...more });
    const { git, streams } = await collectTarget(store, target, settings, context);
    if (git === null) throw new Error('git was not collected');
    return { ...git, streams };
  };
  return {
    store,
    outcome: await collect(),
    again: collect,
    rows: async (sql) => (await store.query(sql)).rows,
  };
}

/** All rows of the tables that two runs must agree on, in an order of their own; `fetched_at` may differ. */
export async function comparableTables(store: Store): Promise<Readonly<Record<string, readonly string[]>>> {
  const { rows } = await store.query(
    "select table_name from duckdb_tables() where not temporary and table_name not like 'run_%' and table_name not in ('raw_request', 'map_person_alias') order by table_name",
  );
  const tables: Record<string, readonly string[]> = {};
  for (const { table_name } of rows) {
    const content = await store.query(`select columns(name -> name <> 'fetched_at') from ${table_name}`);
    tables[String(table_name)] = content.rows
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
      )
      .sort();
  }
  return tables;
}
