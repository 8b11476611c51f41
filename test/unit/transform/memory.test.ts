import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ProgressEvent } from '../../../src/core/context.ts';
import { QUERIES_DIRECTORY } from '../../../src/core/paths.ts';
import { openMemory, openWriter } from '../../../src/store/open.ts';
import { buildFacts } from '../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { actor } from '../../support/github-rows.ts';

const ROWS = 4096;

const PULL = {
  number: 1,
  title: 'Speed up collation buffer under load',
  state: 'MERGED',
  isDraft: false,
  author: actor(1, 'ada'),
  mergedBy: actor(2, 'bo'),
  mergeCommit: { oid: 'a'.repeat(40) },
  headRefOid: 'b'.repeat(40),
  baseRefName: 'main',
  labels: { nodes: [{ name: 'bug' }, { name: 'performance' }] },
  closingIssuesReferences: { nodes: [{ number: 7 }] },
  createdAt: '2026-01-01T00:00:00Z',
  mergedAt: '2026-01-02T00:00:00Z',
  commits: {
    totalCount: 4,
    nodes: Array.from({ length: 4 }, (_, index) => ({
      commit: {
        oid: `${index}`.repeat(40),
        author: { name: 'Ada', email: 'ada@one.io', user: actor(1, 'ada') },
      },
    })),
  },
};

test('all columns of pull requests are read in little memory, since each body is parsed once', async () => {
  const store = await openWriter(join(temporaryFolder(onTestFinished), 'a.duckdb'), {
    memoryLimit: '64MB',
    threads: 1,
  });
  onTestFinished(() => store.close());
  const sql = readFileSync(join(QUERIES_DIRECTORY, 'staging/stg_github__pull_request.sql'), 'utf8');
  await store.run(
    `insert into raw_github_pull_request select 1, 'PR_' || i, $body, 1, '2026-02-01'::timestamptz from range(${ROWS}) as numbers(i)`,
    { body: JSON.stringify(PULL) },
  );
  const { rows } = await store.query(
    `select count(distinct hash(pulls)) as row_count from (${sql}) as pulls`,
  );
  expect(rows).toEqual([{ row_count: BigInt(ROWS) }]);
});

test('a table reads the bodies of pull requests once, whatever it asks of them', async () => {
  const store = await openMemory();
  onTestFinished(() => store.close());
  await buildFacts(store, NO_SETTINGS, testContext());
  const scans = async (table: string) => {
    const sql = readFileSync(join(QUERIES_DIRECTORY, `facts/${table}.sql`), 'utf8');
    const { rows } = await store.query(`explain (format json) ${sql}`);
    return String(rows[0]?.['explain_value']).match(/"Table": "[^"]*\braw_github_pull_request"/g)?.length;
  };
  expect(await scans('fct_pull_request')).toBe(1);
  // Once more for the commits of each, which are rows of their own.
  expect(await scans('fct_account_use')).toBe(2);
});

test('facts get little memory, and more where that is not enough', async () => {
  const store = await openWriter(join(temporaryFolder(onTestFinished), 'a.duckdb'), { threads: 1 });
  onTestFinished(() => store.close());
  await store.run(
    "insert into raw_github_issue select 1, 'I_' || i, $body, 1, '2026-02-01'::timestamptz from range(4) as numbers(i)",
    { body: JSON.stringify({ number: 1, title: 'x'.repeat(3e7), createdAt: '2026-01-01T00:00:00Z' }) },
  );
  let beginnings = 0;
  const onProgress = ({ phase, done }: ProgressEvent) => {
    if (phase === 'building facts' && done === 0) beginnings += 1;
  };
  await buildFacts(store, NO_SETTINGS, testContext({ onProgress }));
  expect(beginnings).toBe(3);
  const { rows } = await store.query('select sum(length(title))::integer as size from fct_issue');
  expect(rows).toEqual([{ size: 1.2e8 }]);
});

test('the rows that people were resolved from are gone when the next table is built', async () => {
  const store = await openWriter(join(temporaryFolder(onTestFinished), 'a.duckdb'), { threads: 1 });
  onTestFinished(() => store.close());
  const read: WeakRef<object>[] = [];
  const watched: typeof store = {
    ...store,
    query: async (sql, params) => {
      const result = await store.query(sql, params);
      if (sql.includes('dim_identity')) read.push(new WeakRef(result.rows));
      return result;
    },
  };
  const kept: number[] = [];
  const onProgress = ({ phase, subject }: ProgressEvent) => {
    if (phase === 'building facts' && subject === 'dim_person') {
      kept.push(read.filter((rows) => rows.deref() !== undefined).length);
    }
  };
  await buildFacts(watched, NO_SETTINGS, testContext({ onProgress }));
  expect(read.length).toBeGreaterThan(1);
  expect(kept).toEqual([0]);
});
