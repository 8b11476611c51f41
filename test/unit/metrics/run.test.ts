import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Metric } from '../../../src/metrics/registry.ts';
import { type MetricResult, type RunOptions, readDefaultAsOf, runMetric } from '../../../src/metrics/run.ts';
import type { Store } from '../../../src/store/store.ts';
import { type Given, insertGiven, openFactStore } from '../../support/fact-tables.ts';
import { sampleMetric } from './sample-metric.ts';

const AS_OF = new Date('2024-01-01T00:00:00Z');

describe('runMetric', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openFactStore();
  });
  afterAll(() => store.close());
  beforeEach(() => store.run('begin transaction'));
  afterEach(() => store.run('rollback'));

  function run(
    metric: Metric,
    request: Partial<Parameters<typeof runMetric<string>>[1]> = {},
    options: RunOptions = {},
  ): Promise<MetricResult<string>> {
    return runMetric(
      store,
      { metric: metric.header.metric, scopeIds: [1n], asOf: AS_OF, ...request },
      { readMetric: async () => metric, ...options },
    );
  }

  const twoRepositories: Given = {
    fct_commit: [
      { repo_id: 1n, author_name: 'Ada', landed_at: '2023-03-01' },
      { repo_id: 1n, author_name: 'Ada', landed_at: '2023-10-01' },
      { repo_id: 2n, author_name: 'Grace', landed_at: '2023-03-01' },
      { repo_id: 2n, author_name: 'Grace', landed_at: '2023-10-01' },
    ],
    dim_repo: [
      { repo_id: 1n, full_name: 'a/one' },
      { repo_id: 2n, full_name: 'a/two', fetched_at: '2023-06-15T12:00:00Z' },
    ],
  };

  test('returns rows, parameters, columns and window', async () => {
    await insertGiven(store, twoRepositories);
    expect(await run(sampleMetric(), { params: { least: '2' } })).toMatchObject({
      metric: 'commit_tally',
      as_of: '2024-01-01T00:00:00Z',
      params: {
        scope_ids: [1n],
        from: '2023-01-01T00:00:00Z',
        to: '2024-01-01T00:00:00Z',
        least: 2,
        names: null,
      },
      windows: [
        { scope_id: 1n, from: '2023-01-01T00:00:00Z', to: '2024-01-01T00:00:00Z', bounded_by: 'window' },
      ],
      columns: [{ name: 'scope_id' }, { name: 'author_name' }, { name: 'commit_count', unit: 'commits' }],
      rows: [{ scope_id: 1n, author_name: 'Ada', commit_count: 2n }],
      gaps: [],
    });
  });

  test('sees the newest commit of a clone that is known until that very second', async () => {
    await insertGiven(store, {
      fct_commit: [
        { author_name: 'Ada', landed_at: '2023-06-15T12:00:00Z' },
        { author_name: 'Ada', landed_at: '2023-06-15T12:00:01Z' },
      ],
      dim_repo: [{ repo_id: 1n, fetched_at: '2023-06-15T12:00:00Z' }],
    });
    expect((await run(sampleMetric())).rows).toEqual([
      { scope_id: 1n, author_name: 'Ada', commit_count: 1n },
    ]);
  });

  test('ends each scope where its data ends, and merges in order of scopes', async () => {
    await insertGiven(store, twoRepositories);
    const result = await run(sampleMetric(), { scopeIds: [2n, 1n, 2n] });
    expect(result.rows).toEqual([
      { scope_id: 1n, author_name: 'Ada', commit_count: 2n },
      // The commit of October cannot be known to a clone that was fetched in June.
      { scope_id: 2n, author_name: 'Grace', commit_count: 1n },
    ]);
    expect(result.windows.map(({ scope_id, to, bounded_by }) => [scope_id, to, bounded_by])).toEqual([
      [1n, '2024-01-01T00:00:00Z', 'window'],
      [2n, '2023-06-15T12:00:00Z', 'collection'],
    ]);
  });

  test('bounds a project by the repository that is known least far', async () => {
    const members = [
      { scope_id: 10n, repo_id: 1n },
      { scope_id: 10n, repo_id: 2n },
    ];
    await insertGiven(store, { ...twoRepositories, map_scope_repo: members });
    const result = await run(sampleMetric(), { scopeIds: [10n] });
    expect(result.rows.map((row) => row['commit_count'])).toEqual([1n, 1n]);
  });

  test('names a gap, not a zero, after the end of the data', async () => {
    await insertGiven(store, twoRepositories);
    const atItsEnd = { scopeIds: [2n], params: { from: '2023-06-15T12:00:00Z' } };
    expect((await run(sampleMetric(), atItsEnd)).gaps).toMatchObject([{ reason: 'not_collected' }]);
    const result = await run(sampleMetric(), { scopeIds: [2n], params: { from: '2023-07-01' } });
    expect(result.rows).toEqual([]);
    expect(result.gaps).toEqual([
      {
        scope_id: 2n,
        reason: 'not_collected',
        stream: 'git',
        detail: 'git of a/two: known until 2023-06-15T12:00:00Z only',
        hint: 'understory collect a/two --only git',
      },
    ]);
  });

  test('names a clone by its name in a gap, and by its path only in the command for its user', async () => {
    await insertGiven(store, {
      map_scope_repo: [{ scope_id: 1n, repo_id: 1n }],
      dim_repo: [{ repo_id: 1n, name: 'two', path: '/home/ada/my clones/two', fetched_at: '2023-06-15' }],
    });
    const params = { from: '2023-07-01' };
    const detail = 'git of two: known until 2023-06-15T00:00:00Z only';
    const result = await run(sampleMetric(), { params });
    expect(result.gaps).toMatchObject([
      { detail, hint: "understory collect '/home/ada/my clones/two' --only git" },
    ]);
    const forOthers = await run(sampleMetric(), { params }, { isForOthers: true });
    expect(forOthers.gaps).toMatchObject([{ detail, hint: 'understory collect PATH --only git' }]);
  });

  test('tells no data from not collected', async () => {
    await insertGiven(store, twoRepositories);
    const result = await run(sampleMetric(), { scopeIds: [1n, 5n], params: { names: 'Nobody' } });
    expect(result.gaps.map(({ scope_id, reason }) => [scope_id, reason])).toEqual([
      [1n, 'no_data'],
      [5n, 'not_collected'],
    ]);
    expect(result.gaps[0]?.detail).toBe(
      'Nothing of this kind lies in the window, which ends 2024-01-01T00:00:00Z',
    );
  });

  test('asks for every stream that the metric needs, over the whole window', async () => {
    const metric = sampleMetric(['needs: git', 'needs: git, issues']);
    const state = { stream: 'issues', status: 'done' };
    await insertGiven(store, {
      ...twoRepositories,
      map_scope_repo: [1n, 2n, 3n, 4n].map((id) => ({ scope_id: id, repo_id: id })),
      dim_repo: [1n, 2n, 3n, 4n].map((repo_id) => ({ repo_id, full_name: `a/${repo_id}` })),
      fct_stream: [
        { ...state, repo_id: 1n, fetched_at: '2023-05-01' },
        { ...state, repo_id: 2n, complete_from: '2023-02-01', fetched_at: '2024-01-01' },
        { ...state, repo_id: 3n, status: 'failed', reason: 'the token may not' },
      ],
    });
    const result = await run(metric, { scopeIds: [1n, 2n, 3n, 4n] });
    expect(result.rows).toEqual([{ scope_id: 1n, author_name: 'Ada', commit_count: 1n }]);
    expect(result.gaps.map(({ detail, hint }) => [detail, hint])).toEqual([
      ['issues of a/2: known from 2023-02-01T00:00:00Z only', 'understory collect a/2 --only issues --full'],
      ['issues of a/3: the token may not', 'understory collect a/3 --only issues'],
      ['issues of a/4: not collected', 'understory collect a/4 --only issues'],
    ]);
  });

  test('resolves a tag, a branch or a commit for a parameter of type REF', async () => {
    const metric = sampleMetric(
      [/least {6}INTEGER {6}default=1 0.. /, 'least      REF          optional '],
      [
        'count(*) >= $least::integer',
        'count(*) >= (select count(*) from (select unnest(string_split($least::varchar, chr(10)))))',
      ],
    );
    await insertGiven(store, {
      ...twoRepositories,
      fct_tag: [{ name: 'v1' }],
      map_ref_class: [{ ref_class_id: 1n, kind: 'release_branch', ref_name: 'REL_1' }],
      map_ref_commit: [
        { sha: 'abcdef0123', ref_class_id: 1n },
        { sha: 'abcdef0456', ref_class_id: 1n },
      ],
    });
    const resolved = async (least: string): Promise<unknown> =>
      (await run(metric, { params: { least } })).params['least'];
    expect(await resolved('v1')).toBe('v1');
    expect(await resolved('REL_1')).toBe('REL_1');
    expect(await resolved('abcdef01')).toBe('abcdef0123');
    await expect(resolved('abcdef0')).rejects.toThrow('Several commits begin with `abcdef0`');
    await expect(resolved('v9')).rejects.toMatchObject({ code: 'E_PARAM' });
  });

  test.each<[string, string | RegExp, string, string]>([
    [
      'a column under another name',
      'as commit_count',
      'as tally',
      'returns `tally` as column 3, its header says `com',
    ],
    [
      'a column of another type',
      'count(*) as',
      'count(*)::integer as',
      'returns `commit_count` as INTEGER, its header says BIGINT',
    ],
    [
      'one column more',
      'as commit_count',
      'as commit_count, 1 as more',
      'returns `more` as column 4, its header says none',
    ],
    [
      'one column less',
      ',\n  count(*) as commit_count',
      '',
      'does not return `commit_count`, which its header lists',
    ],
    [
      'a parameter that is not listed',
      '>= $least',
      '>= $most::integer + $least',
      'uses `$most`, its header does not list',
    ],
    [
      'a parameter that is not used',
      '>= $least::integer',
      '>= 1',
      'lists the parameter `least`, its query does not use',
    ],
    ['a table that is not there', 'join fct_commit', 'join fct_comit', "can't be prepared: Catalog Error"],
  ])('refuses %s', async (_, find, replacement, message) => {
    await insertGiven(store, twoRepositories);
    await expect(run(sampleMetric([find, replacement]))).rejects.toMatchObject({
      code: 'E_QUERY_CONTRACT',
      message: expect.stringContaining(`\`queries/metrics/vitality/commit_tally.sql\` ${message}`),
    });
  });

  test('tells a database of another version from a query that names no table', async () => {
    await insertGiven(store, twoRepositories);
    await store.run('drop table fct_commit');
    await expect(run(sampleMetric())).rejects.toMatchObject({
      code: 'E_DATABASE',
      message: '`:memory:` was built by another version of understory: it has no table `fct_commit`',
    });
    await store.run('drop macro table file_author');
    const macro = sampleMetric(['join fct_commit', 'cross join file_author() join fct_commit']);
    await expect(run(macro)).rejects.toMatchObject({
      code: 'E_DATABASE',
      message: '`:memory:` was built by another version of understory: it has no table `file_author`',
    });
  });

  test('refuses rows that repeat or lack their grain', async () => {
    await insertGiven(store, { fct_commit: [{ landed_at: '2023-03-01' }] });
    await expect(run(sampleMetric())).rejects.toThrow('returns null in its grain: ["1","null"]');
    const narrow = sampleMetric(['grain: scope_id, author_name', 'grain: scope_id']);
    await insertGiven(store, {
      fct_commit: ['Ada', 'Grace'].map((author_name) => ({ author_name, landed_at: '2023-03-01' })),
    });
    await expect(run(narrow, { params: { names: ['Ada', 'Grace'] } })).rejects.toThrow(
      'returns two rows with scope_id = ["1"]',
    );
  });

  test('takes as default date the day on which the newest collection ended', async () => {
    await expect(readDefaultAsOf(store)).rejects.toMatchObject({ code: 'E_NOT_COLLECTED' });
    const run = {
      repo_id: 1n,
      target: 'a/one',
      stream: 'git',
      started_at: '2024-02-03T04:00:00Z',
      collector_version: 1,
    };
    await insertGiven(store, {
      run_collection: [
        { ...run, run_id: 'a', status: 'done', finished_at: '2024-02-03T04:05:00Z' },
        { ...run, run_id: 'b', status: 'incomplete', finished_at: '2024-02-04T23:05:00Z' },
        { ...run, run_id: 'c', status: 'failed', finished_at: '2024-02-06T04:05:00Z' },
        { ...run, run_id: 'd', status: 'running', finished_at: null },
      ],
    });
    expect((await readDefaultAsOf(store)).toISOString()).toBe('2024-02-04T00:00:00.000Z');
  });
});
