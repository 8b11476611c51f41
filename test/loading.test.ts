import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../src/core/paths.ts';
import { openWriter } from '../src/store/open.ts';
import { createFactTables, insertGiven } from './support/fact-tables.ts';
import { makeRepository } from './support/git-repository.ts';

const DUCKDB = /\/node_modules\/@duckdb\//;
const OCTOKIT = /\/node_modules\/@?octokit\//;
const VEGA = /\/node_modules\/vega/;
const READS_MESSAGES = /\/src\/resolve\/credit\//;
const ASKS_GITHUB = /\/src\/collect\/github\/client\.ts/;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understory-loading-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs the command line and returns what it printed and the addresses of all modules that it loaded. */
async function runLogged(...args: readonly string[]): Promise<{ stdout: string; modules: string }> {
  const log = join(folder, 'imports.txt');
  await rm(log, { force: true });
  const hook = join(PACKAGE_ROOT, 'test/support/log-imports.mjs');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--import', hook, join(PACKAGE_ROOT, 'src/cli.ts'), ...args],
    { cwd: PACKAGE_ROOT, env: { ...process.env, IMPORT_LOG: log } },
  );
  return { stdout, modules: await readFile(log, 'utf8') };
}

test('`--help` loads no database, no GitHub client and no charts', async () => {
  const { stdout, modules } = await runLogged('--help');
  expect(stdout).toContain('Usage: understory');
  expect(modules).toMatch(/\/node_modules\/commander\//);
  for (const heavy of [DUCKDB, OCTOKIT, VEGA]) expect(modules).not.toMatch(heavy);
});

test('`query` loads the database, but no GitHub client and no charts', async () => {
  const db = join(folder, 'small.duckdb');
  const store = await openWriter(db);
  await createFactTables(store);
  await insertGiven(store, { fct_commit: [{ person_id: 1n, landed_at: '2023-05-01' }] }, ['git']);
  store.close();
  const { stdout, modules } = await runLogged(
    ...['query', 'contributor_absence_factor', '--db', db, '--as-of', '2024-01-01', '--json'],
  );
  expect(JSON.parse(stdout)).toMatchObject({ rows: [{ commit_count: 1 }] });
  expect(modules).toMatch(DUCKDB);
  for (const heavy of [OCTOKIT, VEGA]) expect(modules).not.toMatch(heavy);
});

test('`collect` of a clone without news loads nothing that reads messages, people or GitHub', async () => {
  const clone = join(folder, 'clone');
  makeRepository(clone, [{ message: 'Begin', files: { 'a.c': '1\n' } }]);
  const collect = ['collect', clone, '--db', join(folder, 'small.duckdb')];
  const first = await runLogged(...collect);
  expect(first.modules).toMatch(READS_MESSAGES);
  const again = await runLogged(...collect);
  expect(again.modules).toMatch(DUCKDB);
  for (const idle of [READS_MESSAGES, ASKS_GITHUB]) expect(again.modules).not.toMatch(idle);
});
