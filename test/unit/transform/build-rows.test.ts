import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Value } from '../../../src/store/value.ts';
import { buildFacts, isCurrent } from '../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { testContext } from '../../support/context.ts';
import { readFactHeaders } from '../../support/fact-tables.ts';
import { insertRaw, readTable } from '../../support/fact-test.ts';

const GIVEN = {
  raw_git_commit: [
    { sha: 'a', author_name: 'Ann Author', author_email: 'ann@percona.com', committed_at: '2020-01-01' },
    {
      sha: 'b',
      author_name: 'Berta Baker',
      author_email: 'b@one.io',
      committed_at: '2020-01-02',
      message: 'Add\n\nReviewed-by: Ann Author <ann@percona.com>\nCo-authored-by: Berta Baker <b@two.io>\n',
    },
    {
      sha: 'c',
      repo_id: 2n,
      author_name: 'Berta Baker',
      author_email: 'b@two.io',
      committed_at: '2020-01-02',
    },
  ],
  raw_git_line_count: [
    { sha: 'a', path: 'a.c' },
    { sha: 'b', path: 'b.c', previous_path: 'a.c' },
    { sha: 'c', repo_id: 2n, path: 'c.sql' },
  ],
  raw_git_head_file: [{ path: 'b.c' }, { path: 'c.sql', repo_id: 2n }],
};

let store: Store;
beforeAll(async () => {
  store = await openMemory();
});
afterAll(() => store.close());
beforeEach(async () => {
  await insertRaw(store, GIVEN);
});

/** All rows of all facts. */
async function readFacts(): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {};
  for (const { table } of await readFactHeaders()) tables[table] = await readTable(store, table);
  for (const table of ['map_commit_credit', 'map_identity_person', 'map_identity_link', 'map_email_domain']) {
    tables[table] = await readTable(store, table);
  }
  return tables;
}

describe('buildFacts', () => {
  test('builds once, and again only for other raw rows or settings', async () => {
    expect(await isCurrent(store, NO_SETTINGS)).toBe(false);
    expect(await buildFacts(store, NO_SETTINGS, testContext())).toEqual({ isRebuilt: true });
    expect(await isCurrent(store, NO_SETTINGS)).toBe(true);
    expect(await buildFacts(store, NO_SETTINGS, testContext())).toEqual({ isRebuilt: false });
    const settings = {
      ...NO_SETTINGS,
      people: { merges: [['Ann Author', 'Berta Baker']], splits: [], kinds: [] },
    };
    expect(await isCurrent(store, settings)).toBe(false);
    await store.run('delete from run_build');
    expect(await isCurrent(store, NO_SETTINGS)).toBe(false);
  });

  test('gives the same tables for any order of raw rows, when run again, and after other settings', {
    timeout: 180_000,
  }, async () => {
    await buildFacts(store, NO_SETTINGS, testContext());
    const expected = await readFacts();
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (keys) => {
        const shuffle = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        // Filling depends on the order of rows, so that what it fills is given here.
        const commits = GIVEN.raw_git_commit.map((commit, index) => ({ ...commit, generation: index + 1 }));
        await insertRaw(store, {
          raw_git_commit: shuffle(commits),
          raw_git_line_count: shuffle(GIVEN.raw_git_line_count),
          raw_git_head_file: shuffle(GIVEN.raw_git_head_file),
        });
        await buildFacts(store, NO_SETTINGS, testContext());
        expect(await readFacts()).toEqual(expected);
      }),
      { numRuns: 2 },
    );
    const split = { merges: [], splits: [['b@one.io', 'b@two.io']], kinds: [] };
    await buildFacts(store, { ...NO_SETTINGS, people: split }, testContext());
    expect(await readFacts()).not.toEqual(expected);
    await buildFacts(store, NO_SETTINGS, testContext());
    expect(await readFacts()).toEqual(expected);
  });

  test('leaves the facts as they were when it is interrupted', async () => {
    await buildFacts(store, NO_SETTINGS, testContext());
    const expected = await readFacts();
    await store.run("update raw_git_commit set author_name = 'Carl Client'; delete from run_build");
    const controller = new AbortController();
    const context = testContext({
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done > 20) controller.abort();
      },
    });
    await expect(buildFacts(store, NO_SETTINGS, context)).rejects.toMatchObject({ code: 'E_INTERRUPTED' });
    expect(await readFacts()).toEqual(expected);
    expect(await isCurrent(store, NO_SETTINGS)).toBe(false);
  });

  test('describes every table, view and column in the database', async () => {
    await buildFacts(store, NO_SETTINGS, testContext());
    const { rows } = await store.query(
      "select table_name || '.' || column_name as name from duckdb_columns() where not internal and comment is null union all select table_name from duckdb_tables() where comment is null union all select view_name from duckdb_views() where not internal and comment is null union all select function_name from duckdb_functions() where not internal and comment is null",
    );
    expect(rows.map((row): Value => row['name'] ?? null)).toEqual([]);
  });
});
