import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openWriter } from '../../../src/store/open.ts';
import { runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { collectSample, failing, message, type Sample } from '../../support/failing.ts';

let sample: Sample;
let cleanup: () => void;

beforeAll(async () => {
  sample = await collectSample((clean) => (cleanup = clean));
});
afterAll(() => cleanup());

describe('a database is left as it is when it', () => {
  const withDatabase = async (content: (path: string) => Promise<void> | void) => {
    const path = join(temporaryFolder(onTestFinished), 'x.duckdb');
    await content(path);
    const before = readFileSync(path);
    const runs = [
      await failing(['sql', 'select 1', '--db', path]),
      await failing(['collect', sample.repository, '--db', path]),
    ];
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['x.duckdb']);
    return runs;
  };

  test('is of a newer version', async () => {
    const runs = await withDatabase(async (path) => {
      const store = await openWriter(path);
      await store.run("insert into run_migration values (9999, '9999_from_the_future.sql')");
      store.close();
    });
    for (const run of runs) {
      expect(run.code).toBe(1);
      expect(run.stderr).toEqual(
        message('E_DATABASE_NEWER', /`.*` was written by a newer version.*/, /Update understory.*/),
      );
    }
  });

  test('is not DuckDB', async () => {
    const runs = await withDatabase((path) => writeFileSync(path, 'no database\n'.repeat(1000)));
    for (const run of runs) {
      expect(run.code).toBe(1);
      expect(run.stderr).toEqual(message('E_DATABASE', /`.*` is not a DuckDB database/, /.*--db FILE.*/));
    }
  });
});

test('a database has the name that is given, whatever DuckDB would make of it', async () => {
  const cwd = temporaryFolder(onTestFinished);
  for (const name of [':memory:', 'md:x']) {
    expect((await runCli(['collect', sample.repository, '--quiet', '--db', name], { cwd })).code).toBe(0);
    const run = await runCli(['sql', 'select count(*)::int as n from fct_commit', '--json', '--db', name], {
      cwd,
    });
    expect(JSON.parse(run.stdout)).toEqual([{ n: 2 }]);
  }
  expect(readdirSync(cwd).sort()).toEqual([':memory:', 'git', 'md:x']);
});

test.each([
  ['is a folder', '.', message('E_DATABASE', /`\.` is a folder, not a DuckDB database/, /Name a file.*/)],
  [
    'can not be made',
    '/proc/x.duckdb',
    message('E_PERMISSION', /`\/proc\/x\.duckdb` can't be opened: .*/, /Check that its folder.*/),
  ],
  [
    'has a folder that can not be made',
    '/proc/no/x.duckdb',
    message('E_PERMISSION', /The folder `\/proc\/no` can't be made/, /Check its permissions.*/),
  ],
])('a database that %s is named', async (_what, path, expected) => {
  const run = await failing(['collect', sample.repository, '--db', path]);
  expect(run).toEqual({ code: 1, stdout: '', stderr: expected });
});

test('a locked database names the process that holds it', async () => {
  const path = join(temporaryFolder(onTestFinished), 'x.duckdb');
  const store = await openWriter(path);
  try {
    for (const args of [
      ['collect', sample.repository],
      ['query', 'truck_factor'],
    ]) {
      const run = await failing([...args, '--db', path]);
      expect(run.code).toBe(1);
      const text = new RegExp(`Another process holds \`.*\` \\(process ${process.pid}\\)`);
      expect(run.stderr).toEqual(message('E_DATABASE_LOCKED', text, /Wait until.*/));
    }
  } finally {
    store.close();
  }
});

test('a database that is not there is not made by asking it', async () => {
  const run = await failing(['query', 'truck_factor']);
  expect(run.code).toBe(1);
  expect(run.stderr).toEqual(
    message('E_NOT_COLLECTED', /There is no database.*/, /Run `understory collect TARGET` first.*/),
  );
});

test('a Parquet file for which there is no right or no room is named', async (context) => {
  const disk = temporaryFolder(onTestFinished);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'none', disk]).status !== 0) {
    return context.skip('needs the right to mount a small disk');
  }
  onTestFinished(() => void execFileSync('umount', [disk]));
  writeFileSync(join(disk, 'full'), Buffer.alloc(4096));
  const path = join(disk, 'x.parquet');
  const args = ['query', 'contributors', '--as-of', '2024-01-01', '--db', sample.database];
  const full = await runCli([...args, '--format', 'parquet', '--out', path], { cwd: sample.folder });
  expect(full.code).toBe(1);
  expect(full.stderr).toEqual(
    message('E_DISK_FULL', /The disk of `.*x\.parquet` is full/, /Free some room.*/),
  );
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const denied = await runCli([...args, '--format', 'parquet', '--out', path], { cwd: sample.folder });
  expect(denied.code).toBe(1);
  expect(denied.stderr).toEqual(
    message('E_PERMISSION', /`.*x\.parquet` can't be written: .*/, /Check that its folder.*/),
  );
  expect(readdirSync(disk)).toEqual(['full']);
});

test('a current folder that is gone is said in one line', async () => {
  const run = await runCli(['status'], {
    cwd: temporaryFolder(onTestFinished),
    wrapper: ['sh', '-c', 'mkdir gone && cd gone && rmdir ../gone && exec "$0" "$@"'],
  });
  expect(run).toEqual({
    code: 1,
    stdout: '',
    stderr: message('E_PERMISSION', /The current folder is gone/, /Change to another one/),
  });
});

test.skipIf(!existsSync('/dev/full'))('standard output without room is said in one line', async () => {
  const wrapper = ['sh', '-c', 'exec "$0" "$@" > /dev/full'];
  const run = await runCli(['metrics'], { cwd: temporaryFolder(onTestFinished), wrapper });
  expect(run.code).toBe(1);
  expect(run.stderr).toEqual(
    message('E_DISK_FULL', /Standard output can't be written: ENOSPC/, /Free some room.*/),
  );
});
