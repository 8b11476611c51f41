import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
import { runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { collectSample, failing, message, type Sample } from '../../support/failing.ts';
import { git, makeRepository } from '../../support/git-repository.ts';

const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

let sample: Sample;
let cleanup: () => void;

beforeAll(async () => {
  sample = await collectSample((clean) => (cleanup = clean));
});
afterAll(() => cleanup());

describe('collect refuses', () => {
  test('a path that is not there', async () => {
    const run = await failing(['collect', '/no/such/path']);
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: message('E_TARGET', /There is no folder `\/no\/such\/path`.*/, /Name a clone.*/),
    });
  });

  test('a folder that is no repository', async () => {
    const plain = temporaryFolder(onTestFinished);
    const run = await failing(['collect', plain]);
    expect(run.code).toBe(2);
    expect(run.stderr).toEqual(message('E_TARGET', /`.*` is not a git repository/, /Name the top folder.*/));
  });

  test('a shallow clone, unless it is allowed', async () => {
    const shallow = join(temporaryFolder(onTestFinished), 'shallow');
    git(sample.folder, 'clone', '--quiet', '--depth=1', `file://${sample.repository}`, shallow);
    const run = await failing(['collect', shallow]);
    expect(run.code).toBe(1);
    expect(run.stderr).toEqual(message('E_SHALLOW', /.*shallow.*/, /.*--allow-shallow.*/));
    const allowed = await runCli(['collect', shallow, '--allow-shallow'], {
      cwd: temporaryFolder(onTestFinished),
    });
    expect(allowed.code).toBe(3);
    expect(allowed.stderr).toContain('shallow clone: history is cut off');
  });

  test('a clone whose HEAD leads nowhere, and keeps what is stored', async () => {
    const cwd = temporaryFolder(onTestFinished);
    const clone = makeRepository(join(cwd, 'renamed.git'), [{}, {}]);
    expect((await runCli(['collect', clone, '--quiet'], { cwd })).code).toBe(0);
    git(clone, 'symbolic-ref', 'HEAD', 'refs/heads/master');
    for (const target of [clone, `file://${clone}`]) {
      const run = await runCli(['collect', target, '--quiet'], { cwd });
      expect(run.code).toBe(2);
      expect(run.stderr).toEqual(
        message('E_TARGET', /The default branch of `renamed` is not known: its HEAD .*/, /.*`--branch main`/),
      );
    }
    const count = ['sql', 'select count(*)::int as n from fct_commit', '--json'];
    expect(JSON.parse((await runCli(count, { cwd })).stdout)).toEqual([{ n: 2 }]);
    expect((await runCli(['collect', clone, '--branch', 'main', '--quiet'], { cwd })).code).toBe(0);
  });

  test('a clone whose newest commit is lost, and keeps what is stored', async () => {
    const cwd = temporaryFolder(onTestFinished);
    const clone = makeRepository(join(cwd, 'torn.git'), [{}, {}]);
    expect((await runCli(['collect', clone, '--quiet'], { cwd })).code).toBe(0);
    rmSync(join(clone, 'objects', 'pack'), { recursive: true, force: true });
    const sha = git(clone, 'rev-parse', 'main').trim();
    rmSync(join(clone, 'objects', sha.slice(0, 2), sha.slice(2)), { force: true });
    const run = await runCli(['collect', clone, '--quiet'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toEqual(
      message('E_GIT', /The newest commit of `main` in `torn` can't be read/, /Run `git fsck`.*/),
    );
    const count = ['sql', 'select count(*)::int as n from fct_commit', '--json'];
    expect(JSON.parse((await runCli(count, { cwd })).stdout)).toEqual([{ n: 2 }]);
  });

  test('options in place of a target', async () => {
    expect((await failing(['collect', '--upload-pack=touch x'])).code).toBe(2);
    expect((await failing(['collect', '--', '--upload-pack=touch x'])).code).toBe(2);
    expect((await failing(['collect', 'ext::sh -c touch% x'])).code).toBe(2);
  });

  test('a folder that this user may not read', async (context) => {
    if (!isRoot() || !canActAsNobody())
      return context.skip('needs root, setpriv and a checkout that others may read');
    const secret = makeRepository(join(temporaryFolder(onTestFinished), 'secret.git'), [{}]);
    chmodSync(secret, 0o700);
    const run = await failing(['collect', secret], NOBODY);
    expect(run.code).toBe(1);
    expect(run.stderr).toEqual(message('E_PERMISSION', /`.*secret\.git` may not be read.*/, /.*/));
  });

  test('a disk that is full, and keeps what is stored', async (context) => {
    const disk = temporaryFolder(onTestFinished);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', disk]).status !== 0) {
      return context.skip('needs the right to mount a small disk');
    }
    onTestFinished(() => void execFileSync('umount', [disk]));
    const path = join(disk, 'x.duckdb');
    const run = await runCli(['collect', sample.repository, '--db', path], { cwd: sample.folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`error[E_DISK_FULL]: The disk of \`${path}\` is full\nhint: Free some room`);
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    expect((await runCli(['collect', sample.repository, '--db', path], { cwd: sample.folder })).code).toBe(0);
    const count = ['sql', 'select count(*)::int as n from fct_commit', '--json'];
    expect(JSON.parse((await runCli([...count, '--db', path], { cwd: sample.folder })).stdout)).toEqual([
      { n: 2 },
    ]);
  });
});

test('a git that fails while another still counts is named in one line', async () => {
  const cwd = temporaryFolder(onTestFinished);
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  const fails =
    'case " $* " in *" log "*) echo "fatal: no more" >&2; exit 128;; *" diff-tree "*) sleep 2;; esac';
  writeFileSync(join(cwd, 'git'), `#!/bin/sh\n${fails}\nexec ${real} "$@"\n`, { mode: 0o755 });
  const env = { PATH: `${cwd}:${process.env['PATH']}` };
  const run = await runCli(['collect', sample.repository, '--quiet'], { cwd, env });
  expect(run).toEqual({
    code: 1,
    stdout: '',
    stderr: message('E_GIT', /`git log` ended with status 128: no more/, /Run `understory doctor`.*/),
  });
});

test('an empty repository is no error', async () => {
  const empty = makeRepository(join(temporaryFolder(onTestFinished), 'empty.git'), []);
  const run = await runCli(['collect', empty], { cwd: temporaryFolder(onTestFinished) });
  expect(run.code).toBe(0);
  // A slow machine may tell before how long things took.
  expect(run.stderr.trimEnd().split('\n').at(-1)).toBe(
    'empty: the repository is empty, so there is nothing to collect',
  );
});

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function canActAsNobody(): boolean {
  const [program = '', ...args] = [
    ...NOBODY,
    process.execPath,
    join(PACKAGE_ROOT, 'dist', 'cli.js'),
    '--version',
  ];
  return spawnSync(program, args).status === 0;
}
