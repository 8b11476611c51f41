import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
import { openWriter } from '../../../src/store/open.ts';
import { type Run, runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { git, makeRepository } from '../../support/git-repository.ts';

const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

let folder: string;
let repository: string;
let cleanup: () => void;

/** One collected repository that all tests share; none of them may change it. */
beforeAll(async () => {
  folder = temporaryFolder((clean) => (cleanup = clean));
  repository = makeRepository(join(folder, 'project.git'), [
    { files: { 'a.c': 'one\n' } },
    { files: { 'a.c': 'two\n' } },
  ]);
  const run = await runCli(['collect', repository, '--quiet'], { cwd: folder });
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
});
afterAll(() => cleanup());

/** Runs a command that must fail, in an empty folder, and checks that it leaves that folder empty. */
async function failing(args: readonly string[], wrapper: readonly string[] = []): Promise<Run> {
  const cwd = temporaryFolder(onTestFinished);
  chmodSync(cwd, 0o777);
  const run = await runCli(args, { cwd, wrapper });
  expect(readdirSync(cwd)).toEqual([]);
  return run;
}

/** The whole of what is printed for an error: one line and a hint. */
function message(code: string, text: RegExp, hint: RegExp): unknown {
  return expect.stringMatching(new RegExp(`^error\\[${code}\\]: ${text.source}\\nhint: ${hint.source}\\n$`));
}

const database = () => join(folder, 'cache', 'understory.duckdb');

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
    git(folder, 'clone', '--quiet', '--depth=1', `file://${repository}`, shallow);
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
    const run = await runCli(['collect', repository, '--db', path], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`error[E_DISK_FULL]: The disk of \`${path}\` is full\nhint: Free some room`);
    execFileSync('mount', ['-o', 'remount,size=64m', disk]);
    expect((await runCli(['collect', repository, '--db', path], { cwd: folder })).code).toBe(0);
    const count = ['sql', 'select count(*)::int as n from fct_commit', '--json'];
    expect(JSON.parse((await runCli([...count, '--db', path], { cwd: folder })).stdout)).toEqual([{ n: 2 }]);
  });
});

test('a git that fails while another still counts is named in one line', async () => {
  const cwd = temporaryFolder(onTestFinished);
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  const fails =
    'case " $* " in *" log "*) echo "fatal: no more" >&2; exit 128;; *" diff-tree "*) sleep 2;; esac';
  writeFileSync(join(cwd, 'git'), `#!/bin/sh\n${fails}\nexec ${real} "$@"\n`, { mode: 0o755 });
  const env = { PATH: `${cwd}:${process.env['PATH']}` };
  const run = await runCli(['collect', repository, '--quiet'], { cwd, env });
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

describe('a database is left as it is when it', () => {
  const withDatabase = async (content: (path: string) => Promise<void> | void) => {
    const path = join(temporaryFolder(onTestFinished), 'x.duckdb');
    await content(path);
    const before = readFileSync(path);
    const runs = [
      await failing(['sql', 'select 1', '--db', path]),
      await failing(['collect', repository, '--db', path]),
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
    expect((await runCli(['collect', repository, '--quiet', '--db', name], { cwd })).code).toBe(0);
    const run = await runCli(['sql', 'select count(*)::int as n from fct_commit', '--json', '--db', name], {
      cwd,
    });
    expect(JSON.parse(run.stdout)).toEqual([{ n: 2 }]);
  }
  expect(readdirSync(cwd).sort()).toEqual([':memory:', 'git', 'md:x']);
});

test.each([
  [
    'is named by nothing',
    '',
    message('E_DATABASE', /`` is a folder, not a DuckDB database/, /Name a file.*/),
  ],
  ['is a folder', '.', message('E_DATABASE', /`\.` is a folder, not a DuckDB database/, /Name a file.*/)],
  [
    'can not be made',
    '/proc/x.duckdb',
    message('E_PERMISSION', /`\/proc\/x\.duckdb` can't be opened: .*/, /Check that its folder.*/),
  ],
])('a database that %s is named', async (_what, path, expected) => {
  const run = await failing(['collect', repository, '--db', path]);
  expect(run).toEqual({ code: 1, stdout: '', stderr: expected });
});

test('a locked database names the process that holds it', async () => {
  const path = join(temporaryFolder(onTestFinished), 'x.duckdb');
  const store = await openWriter(path);
  try {
    for (const args of [
      ['collect', repository],
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

describe('query refuses', () => {
  const query = async (...args: readonly string[]) => await failing(['query', ...args, '--db', database()]);

  test.each([
    [
      'an unknown metric',
      ['truck_facto'],
      message('E_PARAM', /There is no metric `truck_facto`/, /Did you mean `truck_factor`\?.*/),
    ],
    [
      'an unknown target',
      ['truck_factor', 'projct'],
      message('E_TARGET', /`projct` is not in the database/, /Did you mean `project`\?.*/),
    ],
    [
      'a bad date',
      ['truck_factor', '--as-of', '2026-02-30'],
      message('E_USAGE', /Expected `--as-of` to be a date, got `2026-02-30`/, /Write it as.*/),
    ],
    [
      'an unknown parameter',
      ['truck_factor', '--param', 'margn=1'],
      message('E_PARAM', /`truck_factor` has no parameter `margn`/, /Did you mean `margin`\?.*/),
    ],
    [
      'a value of another type',
      ['truck_factor', '--param', 'margin=x'],
      message('E_PARAM', /Expected `margin` to be a number, got `x`/, /.*/),
    ],
    [
      'an unknown option',
      ['truck_factor', '--formt', 'csv'],
      message('E_USAGE', /Unknown option `--formt`/, /Did you mean `--format`\?/),
    ],
    ['an unknown format', ['truck_factor', '--format', 'xml'], message('E_USAGE', /.*xml.*/, /.*/)],
  ])('%s', async (_what, args, expected) => {
    expect(await query(...args)).toEqual({ code: 2, stdout: '', stderr: expected });
  });
});

test('an unknown command is met with the nearest one', async () => {
  const run = await failing(['colect', '.']);
  expect(run).toEqual({
    code: 2,
    stdout: '',
    stderr: message('E_USAGE', /Unknown command `colect`/, /Did you mean `collect`\?/),
  });
});

test('a metric whose header lies is found out', async () => {
  const copy = temporaryFolder(onTestFinished);
  for (const part of ['dist', 'queries', 'package.json'])
    cpSync(join(PACKAGE_ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(PACKAGE_ROOT, 'node_modules'), join(copy, 'node_modules'));
  const path = join(copy, 'queries', 'metrics', 'robustness', 'truck_factor.sql');
  const honest = readFileSync(path, 'utf8');
  writeFileSync(path, honest.replace(/^-- {3}truck_factor {2,}INTEGER/m, '--   truck_factor  VARCHAR'));
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'dist', 'cli.js'), 'query', 'truck_factor', '--db', database()],
    { encoding: 'utf8', cwd: copy },
  );
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error\[E_QUERY_CONTRACT\]: .*`truck_factor`.*INTEGER.*VARCHAR.*\nhint: .*\n$/);
});

test('SQL can neither write nor reach other files', async () => {
  for (const sql of [
    'delete from raw_git_commit',
    "copy (select 1) to 'x.csv'",
    "from read_text('/etc/passwd')",
    "attach 'other.duckdb'",
    'set enable_external_access = true',
    'select 1; select 2',
    'selct',
  ]) {
    const run = await failing(['sql', sql, '--db', database()]);
    expect(run.code, sql).toBe(1);
    expect(run.stderr, sql).toEqual(message('E_QUERY', /The statement failed: .*/, /.*/));
  }
});

test('settings are never overwritten', async () => {
  const cwd = temporaryFolder(onTestFinished);
  expect((await runCli(['init'], { cwd })).code).toBe(0);
  const run = await runCli(['init'], { cwd });
  expect(run.code).toBe(2);
  expect(run.stderr).toEqual(message('E_CONFIG', /`.*understory\.yml` is there already.*/, /Edit it.*/));
});

test('a file that can not be written is named', async () => {
  mkdirSync(join(folder, 'reports'), { recursive: true });
  const run = await failing([
    'query',
    'truck_factor',
    '--db',
    database(),
    '--out',
    '/no/such/folder/x.csv',
    '--format',
    'csv',
  ]);
  expect(run.code).toBe(1);
  expect(run.stderr).toEqual(
    message(
      'E_PERMISSION',
      /`\/no\/such\/folder\/x\.csv` can't be written: its folder is not there/,
      /Make the folder first/,
    ),
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
  const args = ['query', 'contributors', '--as-of', '2024-01-01', '--db', database()];
  const full = await runCli([...args, '--format', 'parquet', '--out', path], { cwd: folder });
  expect(full.code).toBe(1);
  expect(full.stderr).toEqual(
    message('E_DISK_FULL', /The disk of `.*x\.parquet` is full/, /Free some room.*/),
  );
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const denied = await runCli([...args, '--format', 'parquet', '--out', path], { cwd: folder });
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

describe('advice names the command and what it takes', () => {
  const db = () => ['--db', database()];

  test.each<[args: readonly string[], text: RegExp, hint: RegExp]>([
    [['query'], /Missing required argument `metric`/, /See `understory help query.*`/],
    [['people', 'merge', 'Ada'], /Missing required argument `names`/, /See `understory help people merge`/],
    [['--json', 'status', '--limit', '3'], /Unknown option `--limit`/, /See `understory help status`/],
    [['help', 'colect'], /There is no such command/, /See `understory --help`.*/],
    [
      ['query', 'bots', '--format', 'xml'],
      /Expected `--format` to be one of table, json, ndjson, csv, md, parquet, got `xml`/,
      /See `understory help query`/,
    ],
    [
      ['completion', 'tcsh'],
      /Expected `shell` to be one of bash, zsh, fish, got `tcsh`/,
      /See `understory help completion`/,
    ],
  ])('%j', async (args, text, hint) => {
    const run = await failing(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toEqual(message('E_USAGE', text, hint));
  });

  test('what is not there need not be collected to be removed', async () => {
    const run = await failing(['remove', 'projekt', ...db()]);
    expect(run.stderr).toEqual(
      message(
        'E_TARGET',
        /`projekt` is not .*/,
        /Did you mean `project`\? `understory status .*` lists what is/,
      ),
    );
  });

  test('a statement that would change something', async () => {
    const run = await failing(['sql', 'delete from fct_commit', ...db()]);
    expect(run.stderr).toEqual(
      message('E_QUERY', /.*read-only.*/, /Nothing can be changed here, only read.*/),
    );
  });

  test('settings that are no YAML: the line once', async () => {
    const file = join(temporaryFolder(onTestFinished), 'bad.yml');
    writeFileSync(file, 'ecosystems:\n  a: [x\n');
    const { stderr } = await failing(['collect', '--config', file]);
    expect(stderr).toMatch(/^error\[E_CONFIG\]: .*bad\.yml` line 3: [^\n]*\nhint: /);
    expect(stderr.match(/line \d/g)).toHaveLength(1);
  });

  test('a database of an older version: a command that works', async () => {
    const old = join(temporaryFolder(onTestFinished), 'old.duckdb');
    cpSync(database(), old);
    const store = await openWriter(old);
    await store.run('delete from run_migration where version = (select max(version) from run_migration)');
    store.close();
    const { stderr } = await failing(['status', '--db', old]);
    const command = /`understory (collect TARGET .*?)`/.exec(stderr)?.[1] ?? '';
    const words = command.replace('TARGET', repository).split(' ');
    expect(words.slice(0, 3)).toEqual(['collect', repository, '--db']);
  });
});
