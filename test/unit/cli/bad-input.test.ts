import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
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

describe('query refuses', () => {
  const query = async (...args: readonly string[]) =>
    await failing(['query', ...args, '--db', sample.database]);

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
      message('E_PARAM', /Expected `margin` to be a number, 0 to 1, got `x`/, /.*/),
    ],
    [
      'a value out of range',
      ['hotspots', '--param', 'top=-1'],
      message('E_PARAM', /Expected `top` to be a whole number, 1 or more, got `-1`/, /.*/),
    ],
    [
      'a word that is none of a parameter',
      ['organization_share', '--param', 'ownership_view=now'],
      message('E_PARAM', /Expected `ownership_view` to be text, then or today, got `now`/, /.*/),
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

test.each([
  [['report', ''], 'target'],
  [['query', 'bots', '  '], 'target'],
  [['people', 'alias', 'Ada', 'ada', ''], 'aliases'],
  [['report', 'project', '--out', ''], '--out'],
  [['people', 'show', 'Ada', '--db', ''], '--db'],
  [['collect', 'project', '--exclude', ''], '--exclude'],
])('an empty text is taken for no folder, name or file: %j', async (args, name) => {
  const cwd = temporaryFolder(onTestFinished);
  expect(await runCli(args, { cwd })).toMatchObject({
    code: 2,
    stderr: `error[E_USAGE]: Expected \`${name}\` to have a value, got an empty text\nhint: Is a variable of the shell not set?\n`,
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
    [join(copy, 'dist', 'cli.js'), 'query', 'truck_factor', '--db', sample.database],
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
    const run = await failing(['sql', sql, '--db', sample.database]);
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
  mkdirSync(join(sample.folder, 'reports'), { recursive: true });
  const run = await failing([
    'query',
    'truck_factor',
    '--db',
    sample.database,
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

describe('advice names the command and what it takes', () => {
  const db = () => ['--db', sample.database];

  test.each<[args: readonly string[], text: RegExp, hint: RegExp]>([
    [['query'], /Missing required argument `metric`/, /See `understory query --help`/],
    [['people', 'merge', 'Ada'], /Missing required argument `names`/, /See `understory people merge --help`/],
    [['--json', 'status', '--limit', '3'], /Unknown option `--limit`/, /See `understory status --help`/],
    [['help', 'colect'], /There is no such command/, /See `understory --help`.*/],
    [
      ['query', 'bots', '--format', 'xml'],
      /Expected `--format` to be one of table, json, ndjson, csv, md, parquet, got `xml`/,
      /See `understory query --help`/,
    ],
    [
      ['completion', 'tcsh'],
      /Expected `shell` to be one of bash, zsh, fish, got `tcsh`/,
      /See `understory completion --help`/,
    ],
  ])('%j', async (args, text, hint) => {
    const run = await failing(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toEqual(message('E_USAGE', text, hint));
    const [, words = ''] = /See `understory (.*?)`/.exec(run.stderr) ?? [];
    const help = await runCli(words.split(' '), { cwd: temporaryFolder(onTestFinished) });
    const command = words.replace(/ ?--help/, '');
    expect(help.stdout.startsWith(`Usage: understory ${command}`)).toBe(true);
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
    cpSync(sample.database, old);
    const store = await openWriter(old);
    await store.run('delete from run_migration where version = (select max(version) from run_migration)');
    store.close();
    const { stderr } = await failing(['status', '--db', old]);
    const command = /`understory (collect TARGET .*?)`/.exec(stderr)?.[1] ?? '';
    const words = command.replace('TARGET', sample.repository).split(' ');
    expect(words.slice(0, 3)).toEqual(['collect', sample.repository, '--db']);
  });
});
