import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, queryMetric, report } from '../../../../src/index.ts';
import { openReader } from '../../../../src/store/open.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { temporaryFolder } from '../../../support/collect.ts';
import { githubContext } from '../../../support/github.ts';
import { PLAIN } from '../../../support/stand-in-client.ts';

const MAIN = 'orrery-db/orrery';

let standIn: StandIn;
let folder: string;
let cleanup: () => void;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 4, scale: 0.1, only: ['orrery'] } });
  folder = temporaryFolder((clean) => (cleanup = clean));
  await collect({ ...input(), only: ['issues', 'pulls'] }, context());
}, 120_000);
afterAll(async () => {
  cleanup();
  await standIn.close();
});

const context = () =>
  githubContext({
    now: () => new Date(standIn.engine.clock.now()),
    env: { ...process.env, ...standIn.urls, GH_TOKEN: PLAIN },
  });
const input = () => ({
  db: join(folder, 'cache', 'understory.duckdb'),
  currentDirectory: folder,
  targets: [MAIN],
});

test('a repository of which only GitHub was read is one, without anything of git', async () => {
  const store = await openReader(input().db);
  try {
    const { rows } = await store.query(
      'select dim_repo.name, full_name, head_sha, commit_count, fetched_at, kind from dim_repo join dim_scope on scope_id = repo_id',
    );
    expect(rows).toEqual([
      {
        name: 'orrery',
        full_name: MAIN,
        head_sha: null,
        commit_count: 0n,
        fetched_at: null,
        kind: 'repository',
      },
    ]);
  } finally {
    store.close();
  }
});

test('metrics of GitHub answer for it, and those of git name the gap', async () => {
  const durations = await queryMetric({ ...input(), metric: 'issue_duration', params: {} }, context());
  expect(durations.gaps).toEqual([]);
  expect(durations.rows).toHaveLength(1);
  const commits = await queryMetric({ ...input(), metric: 'coverage', params: {} }, context());
  expect(commits.rows).toEqual([]);
  expect(commits.gaps.map(({ stream, detail, hint }) => [stream, detail, hint])).toEqual([
    ['git', `git of ${MAIN}: not collected`, `understory collect ${MAIN} --only git`],
  ]);
});

test('a report says that git is not collected, and begins none by itself', async () => {
  const out = join(folder, 'reports');
  const { reports } = await report({ ...input(), out, formats: ['md'] }, context());
  const text = readFileSync(reports[0]?.path ?? '', 'utf8');
  expect(text).toContain(
    '**Git is not collected of one repository:** its commits, people and files are not known',
  );
  expect(text).toContain('- Commits: not collected');
  expect(text).not.toContain('the data ends on');
});
