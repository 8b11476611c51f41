import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { shellLine, withPlace } from '../../../src/commands/place.ts';
import { runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { makeRepository } from '../../support/git-repository.ts';

const PLACE = { db: 'my data.duckdb', config: "it's.yml" };
const WORDS = "--db 'my data.duckdb' --config 'it'\\''s.yml'";

test('a command that is named next works on the same database, with the same settings', () => {
  expect(shellLine('report', ['a/b'], PLACE)).toBe(`understory report a/b ${WORDS}`);
  expect(shellLine('people forget', [], {})).toBe('understory people forget');
});

test.each([
  ['Run `understory collect TARGET` first', `Run \`understory collect TARGET ${WORDS}\` first`],
  ['See `understory metrics`, `--db FILE` or `git fsck`', null],
  ['go on with `understory collect . --db a.duckdb`', null],
])('adds to advice what the user gave: %s', (message, expected) => {
  expect(withPlace(message, PLACE)).toBe(expected ?? message);
  expect(withPlace(message, {})).toBe(message);
});

test('whatever is advised works as it is printed', async () => {
  const cwd = temporaryFolder(onTestFinished);
  const commits = ['one', 'two'].map((place) => ({
    author: `Augusta Byron <ada@${place}.io>`,
    files: { a: place },
  }));
  const repository = makeRepository(join(cwd, 'source'), commits);
  const place = ['--db', 'my data.duckdb'];
  const missing = await runCli(['query', 'contributors', ...place], { cwd });
  expect(missing.stderr).toContain("hint: Run `understory collect TARGET --db 'my data.duckdb'` first");

  const collected = await runCli(['collect', repository, ...place], { cwd });
  expect(collected.stderr).toMatch(/\nNext: understory report .* --db 'my data.duckdb'\n/);

  const gap = await runCli(['query', 'backlog', ...place], { cwd });
  expect(gap.stderr).toMatch(
    /mend it with `understory collect OWNER\/REPO --only issues --db 'my data.duckdb'`/,
  );

  const review = await runCli(['people', 'review', '--format', 'json', ...place], { cwd });
  const [{ command }] = JSON.parse(review.stdout);
  const words = execFileSync('bash', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' });
  const [, ...answer] = words.split('\0').slice(0, -1);
  expect(answer.slice(0, 2)).toEqual(['people', 'split']);
  expect((await runCli(answer, { cwd })).stderr).toContain('2 people now, 1 before');
});
