import { join } from 'node:path';
import { marked } from 'marked';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { makeRepository } from '../../support/git-repository.ts';

const NAMES = [
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example","x")',
  '@SUM(1+1)*cmd|"/c calc"!A0',
  '[click](javascript:alert(1))',
  '\u001b[2J\u001b]0;owned\u0007Eve',
  "Robert'); drop table fct_commit; --",
  'right\u202eot-left',
];

let cwd: string;
let cleanup: () => void;

beforeAll(async () => {
  cwd = temporaryFolder((clean) => (cleanup = clean));
  const commits = NAMES.map((name, index) => ({
    // git itself cuts angle brackets from names; they reach it through the message and the path.
    author: `${name.replace(/[<>]/g, '')} <a${index}@example.org>`,
    message: name,
    files: { [`${name}.c`.replaceAll('/', '_')]: `${index}\n` },
  }));
  const repository = makeRepository(join(cwd, 'hostile.git'), commits);
  expect((await runCli(['collect', repository, '--quiet'], { cwd })).code).toBe(0);
});
afterAll(() => cleanup());

const print = async (format: string, sql: string) =>
  (await runCli(['sql', sql, '--format', format], { cwd })).stdout;

test('nothing of it reaches the terminal as a command', async () => {
  for (const sql of ['select author_name, subject from fct_commit', 'select path from fct_head_file']) {
    const text = await print('table', sql);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain('[U+001B][2J');
    expect(text).toContain('[U+202E]');
  }
});

test('no cell of CSV begins as a formula, and no row is broken', async () => {
  const text = await print(
    'csv',
    'select subject, author_name, 1 - 2 as number from fct_commit order by sha',
  );
  expect(text).not.toMatch(/(^|,)"?[=+@\t\r]/m);
  expect(text.trimEnd().split('\n')).toHaveLength(NAMES.length + 1);
  expect(text.match(/,-1$/gm)).toHaveLength(NAMES.length);
});

test('Markdown makes no link and no element of it', async () => {
  const html = await marked.parse(await print('md', 'select subject from fct_commit'), { gfm: true });
  expect(html).not.toMatch(/<(a|script|img)\b/);
  expect(html).toContain('&lt;script&gt;');
});

test('JSON carries it unchanged, and SQL in it stays text', async () => {
  const rows: readonly { subject: string }[] = JSON.parse(
    await print('json', 'select subject from fct_commit'),
  );
  expect(rows.map(({ subject }) => subject).sort()).toEqual([...NAMES].sort());
});

test('an error about it stays on its line', async () => {
  const { stderr, code } = await runCli(['query', 'truck_factor', '\u001b[2J\nerror: fake'], { cwd });
  expect(code).toBe(2);
  expect(stderr.split('\n')).toHaveLength(3);
  expect(stderr).not.toContain('\u001b');
});
