import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParamInput } from '../../src/metrics/params.ts';
import { runMetric } from '../../src/metrics/run.ts';
import type { Store } from '../../src/store/store.ts';
import type { Row } from '../../src/store/value.ts';
import { gitBytes } from '../support/git-repository.ts';
import { describeHistory, openHistory } from '../support/history.ts';

const AS_OF = new Date('2100-01-01T00:00:00Z');
const ALL = { from: '1990-01-01' };

/** What plain `git log` says of one commit; times are in UTC, read by git itself. */
interface PlainCommit {
  readonly isMerge: boolean;
  readonly author: string;
  readonly authoredAt: string;
  readonly landedMonth: string;
  readonly localTime: string;
  readonly offset: string;
  readonly body: string;
}

function gitText(path: string, args: readonly string[]): string {
  return gitBytes(path, args).toString('utf8');
}

function readPlainCommits(path: string): readonly PlainCommit[] {
  const format = '%P%x00%aN%x00%at%x00%ct%x00%ad%x00%B';
  const text = gitText(path, ['log', '-z', '--date=format:%u %H %z', `--format=%x01${format}`, 'HEAD']);
  return text
    .split('\x01')
    .slice(1)
    .map((record) => {
      const [parents = '', author = '', at = '', ct = '', date = '', body = ''] = record.split('\0');
      const [weekday = '', hour = '', offset = ''] = date.split(' ');
      return {
        isMerge: parents.includes(' '),
        author,
        authoredAt: isoOf(at),
        landedMonth: isoOf(ct).slice(0, 7),
        localTime: `${Number(weekday)} ${Number(hour)}`,
        offset,
        body,
      };
    });
}

function isoOf(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000', '');
}

function tally<T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sums `column` of rows by the text of another one; keys without anything are left out, as git does not print them. */
function sumBy(rows: readonly Row[], key: string, column: string): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const name = String(row[key]);
    sums.set(name, (sums.get(name) ?? 0) + Number(row[column]));
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function total(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0);
}

type Run = (metric: string, params?: Readonly<Record<string, ParamInput>>) => Promise<readonly Row[]>;

/** Opens a history before the tests of its block, and runs metrics over its repository. */
function useHistory(path: string): { readonly run: Run } {
  let store: Store;
  let scopeId: bigint;
  beforeAll(async () => {
    store = await openHistory(path);
    const { rows } = await store.query("select scope_id from dim_scope where kind = 'repository'");
    scopeId = BigInt(String(rows[0]?.['scope_id']));
  });
  afterAll(() => store?.close());
  return {
    run: async (metric, params = {}) =>
      (await runMetric(store, { metric, scopeIds: [scopeId], asOf: AS_OF, params })).rows,
  };
}

const PLAIN = ['pgvector/pgvector', 'pgbouncer/pgbouncer', 'citusdata/citus', 'timescale/timescaledb'];
/** Replays another project's history: in such years commits count by their author dates, which plain `git log` does not know. */
const REPLAYED = 'IvorySQL/IvorySQL';

for (const name of [...PLAIN, REPLAYED]) {
  describeHistory(name, (path) => {
    const { run } = useHistory(path);

    test.skipIf(name === REPLAYED)('commits and merges by month are those of git log', async () => {
      const rows = (await run('activity_by_month', ALL)).map((row) => ({
        ...row,
        month: String(row['month']).slice(0, 7),
      }));
      const plain = readPlainCommits(path);
      expect(sumBy(rows, 'month', 'all_commit_count')).toEqual(tally(plain, (commit) => commit.landedMonth));
      const merges = plain.filter(({ isMerge }) => isMerge);
      expect(sumBy(rows, 'month', 'merge_commit_count')).toEqual(
        tally(merges, (commit) => commit.landedMonth),
      );
    });

    test('the parts of work add up over all metrics', async () => {
      const months = await run('activity_by_month', ALL);
      const kinds = ['commit_count', 'merge_commit_count', 'bot_commit_count', 'agent_commit_count'];
      expect([...kinds, 'empty_commit_count'].reduce((sum, kind) => sum + total(months, kind), 0)).toBe(
        total(months, 'all_commit_count'),
      );
      const work = total(months, 'commit_count');
      const tiers = await run('contributor_tiers', ALL);
      expect(total(tiers, 'commit_count') + Number(tiers[0]?.['unknown_commit_count'])).toBe(work);
      expect(total(await run('contributor_tier_members', ALL), 'commit_count')).toBe(
        total(tiers, 'commit_count'),
      );
      expect(total(await run('principal_authors', ALL), 'commit_count')).toBe(total(tiers, 'commit_count'));
      expect(Number((await run('contribution_concentration', ALL))[0]?.['commit_count'])).toBe(work);
      expect(total(await run('contribution_concentration_by_year'), 'commit_count')).toBe(work);
    });

    test('who is active is new, returning or continuing, and each newcomer is new once', async () => {
      const flow = await run('contributor_flow', ALL);
      for (const row of flow) {
        const parts = ['new_count', 'returning_count', 'continuing_count'];
        expect(parts.reduce((sum, part) => sum + Number(row[part]), 0)).toBe(Number(row['active_count']));
      }
      const active = await run('active_contributors_by_month', ALL);
      expect(sumBy(active, 'month', 'author_count')).toEqual(sumBy(flow, 'month', 'active_count'));
      const newcomers = await run('newcomers', ALL);
      expect(total(flow, 'new_count')).toBe(newcomers.length);
      const firstYears = newcomers.map((row) => String(row['first_contribution_at']).slice(0, 4));
      expect(sumBy(await run('newcomer_conversion'), 'cohort_year', 'newcomer_count')).toEqual(
        tally(firstYears, (year) => year),
      );
      const lifetimes = await run('contributor_lifetime');
      expect(Number(lifetimes[0]?.['person_count'])).toBe(newcomers.length);
    });

    test('the last month is summed up as the monthly metrics have it', async () => {
      const to = '2026-01-01';
      const summary = await run('monthly_summary', { to });
      const pairs = [
        ['commits', 'activity_by_month', 'commit_count'],
        ['authors', 'active_contributors_by_month', 'author_count'],
        ['changed_lines', 'code_lines_by_month', 'changed_line_count'],
      ] as const;
      for (const [measure, metric, column] of pairs) {
        const last = (await run(metric, { from: '2025-12-01', to }))[0];
        const found = summary.find((row) => row['measure'] === measure);
        expect(
          ['value', 'usual_low', 'usual_high', 'change'].map((field) => found?.[field]),
          measure,
        ).toEqual([column, 'usual_low', 'usual_high', 'change'].map((field) => last?.[field]));
      }
    });

    test.skipIf(name === REPLAYED)('releases by year are the version tags that git lists', async () => {
      const tags = gitText(path, [
        'for-each-ref',
        '--format=%(creatordate:format-local:%Y) %(refname:strip=2)',
        'refs/tags',
      ]).split('\n');
      const versions = tags.filter(
        (line) => /^\d{4} [a-z_-]*\d+[._]\d/.test(line) && !/alpha|beta|rc|dev|pre/i.test(line),
      );
      expect(sumBy(await run('releases_by_year'), 'year', 'release_count')).toEqual(
        tally(versions, (line) => line.slice(0, 4)),
      );
    });
  });
}

describeHistory('pgvector/pgvector', (path) => {
  const { run } = useHistory(path);

  test('newcomers are the first authors and co-authors of each name', async () => {
    const firsts = new Map<string, string>();
    for (const { isMerge, author, authoredAt, body } of readPlainCommits(path)) {
      if (isMerge) continue;
      const coAuthors = [...body.matchAll(/^co-authored-by:\s*(.+?)\s*</gim)].map((match) => match[1] ?? '');
      for (const person of [author, ...coAuthors]) {
        const known = firsts.get(person);
        if (known === undefined || authoredAt < known) firsts.set(person, authoredAt);
      }
    }
    const expected = [...firsts]
      .filter(([, at]) => at.startsWith('2023'))
      .map(([person, at]) => `${at} ${person}`);
    const rows = await run('newcomers', { from: '2023-01-01', to: '2024-01-01' });
    expect(rows.map((row) => `${row['first_contribution_at']} ${row['name']}`)).toEqual(expected.sort());
  });

  test('hours are those that authors wrote down', async () => {
    const window = { from: '2022-01-01', to: '2025-01-01' };
    const rows = await run('activity_times', window);
    const plain = readPlainCommits(path).filter(
      ({ isMerge, authoredAt }) => !isMerge && authoredAt >= window.from && authoredAt < window.to,
    );
    const cells = rows.map((row) => ({ ...row, cell: `${row['weekday']} ${row['hour']}` }));
    const known = plain.filter(({ offset }) => offset !== '+0000');
    expect(sumBy(cells, 'cell', 'commit_count')).toEqual(tally(known, (commit) => commit.localTime));
  });
});
