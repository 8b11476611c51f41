import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ecosystem, generateEcosystem } from '../../stand-in/generate/ecosystem.ts';
import { readRecords, writeRecords } from '../../stand-in/world/folder.ts';
import type { Records } from '../../stand-in/world/records.ts';

const UNTIL = Date.parse('2026-07-01T00:00:00Z');
const root = mkdtempSync(join(tmpdir(), 'stand-in-'));

async function generate(name: string, seed: number): Promise<{ ecosystem: Ecosystem; records: Records }> {
  const gitRoot = join(root, name, 'git');
  const ecosystem = await generateEcosystem({ seed, scale: 0.15, until: UNTIL, monthsAhead: 2, gitRoot });
  const records = await ecosystem.showAt(UNTIL);
  await writeRecords(join(root, name), records);
  return { ecosystem, records };
}

function git(path: string, ...args: string[]): string {
  return execFileSync('git', ['-C', path, ...args], { encoding: 'utf8', maxBuffer: 1e8 });
}

/** Hash of every file below a folder, by path. */
function digest(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  const hash = (path: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(files.map((path) => [path, hash(path)]));
}

let first: { ecosystem: Ecosystem; records: Records };

beforeAll(async () => {
  first = await generate('first', 7);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the same seed gives the same bytes, another seed others', async () => {
  await generate('again', 7);
  await generate('other', 8);
  expect(digest(join(root, 'again'))).toEqual(digest(join(root, 'first')));
  expect(digest(join(root, 'other'))).not.toEqual(digest(join(root, 'first')));
});

test('records survive writing and reading', async () => {
  expect(await readRecords(join(root, 'first'))).toEqual(first.records);
});

test('git shows the commits that were planted, with their line counts', () => {
  for (const { history, fullName } of first.ecosystem.played) {
    if (fullName === 'corvane/orrery') continue; // shares the parent's commits
    const planted = history.commits.filter((commit) => commit.at <= UNTIL);
    const text = git(history.path, 'log', '--format=@%H', '--numstat', 'main');
    const shown = new Map<string, { additions: number; deletions: number }>();
    let current = { additions: 0, deletions: 0 };
    for (const line of text.split('\n').filter(Boolean)) {
      if (line.startsWith('@')) {
        current = { additions: 0, deletions: 0 };
        shown.set(line.slice(1), current);
      } else {
        const [added, deleted] = line.split('\t');
        current.additions += Number(added);
        current.deletions += Number(deleted);
      }
    }
    expect([fullName, shown.size]).toEqual([fullName, planted.length]);
    for (const { oid, isMerge, additions, deletions } of planted) {
      // git prints no files for a merge
      expect(shown.get(oid)).toEqual(isMerge ? { additions: 0, deletions: 0 } : { additions, deletions });
    }
  }
});

test('merged pull requests and git agree', () => {
  const main = first.ecosystem.played[0];
  if (!main) throw new Error('Expected a main repository');
  const merged = first.records.pullRequests.filter((row) => row.repositoryId === main.row.id && row.mergedAt);
  expect(merged.length).toBeGreaterThan(10);
  const lines = git(main.history.path, 'log', '--format=%H %cI %s', 'main').split('\n');
  const subjects = new Map(lines.map((line) => [line.slice(0, 40), line.slice(41)]));
  for (const pull of merged) {
    const line = subjects.get(pull.mergeCommitOid ?? '');
    expect(line, `pull request ${pull.number}`).toBeDefined();
    expect(new Date(line?.split(' ')[0] ?? '').toISOString()).toBe(pull.mergedAt?.replace('Z', '.000Z'));
  }
});

test('time goes on: a later view has more, an earlier one less, and states follow their events', async () => {
  const at = UNTIL + 30 * 86_400_000;
  const later = await first.ecosystem.showAt(at);
  const before = await first.ecosystem.showAt(UNTIL - 365 * 86_400_000);
  const now = first.records;
  expect(later.issues.length).toBeGreaterThan(now.issues.length);
  expect(before.issues.length).toBeLessThan(now.issues.length);
  const again = await first.ecosystem.showAt(UNTIL);
  expect(again).toEqual(now);
  for (const issue of now.issues) {
    const ending = issue.timeline.findLast((event) => /^(Closed|Reopened)Event$/.test(event.__typename));
    expect(issue.state).toBe(ending?.__typename === 'ClosedEvent' ? 'CLOSED' : 'OPEN');
    expect(issue.closedAt === null).toBe(issue.state === 'OPEN');
    expect(issue.updatedAt >= issue.createdAt).toBe(true);
  }
});

test('nobody acts before the account exists, and every actor is known', () => {
  const accounts = new Map(first.records.accounts.map((row) => [row.id, row]));
  for (const item of [...first.records.issues, ...first.records.pullRequests]) {
    const acts = [
      { who: item.authorId, at: item.createdAt },
      ...item.comments.map((one) => ({ who: one.authorId, at: one.createdAt })),
      ...item.timeline.map((one) => ({ who: one.actorId, at: one.createdAt })),
    ];
    for (const { who, at } of acts) {
      if (who === null) continue;
      expect(accounts.get(who)?.createdAt.localeCompare(at)).toBe(-1);
    }
  }
});

test('an old name of a repository can be cloned', () => {
  const target = join(root, 'clone');
  const url = `file://${join(root, 'first/git/tessarine/tess-shard')}`;
  git(root, 'clone', '--quiet', '--bare', url, target);
  expect(Number(git(target, 'rev-list', '--count', 'main'))).toBeGreaterThan(10);
});
