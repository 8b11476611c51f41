import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';
import { runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { makeRepository } from '../../support/git-repository.ts';

const COUNT = ['sql', 'select count(*)::int as n from fct_commit', '--json'];

function repositoryOf(commitCount: number): string {
  const commits = Array.from({ length: commitCount }, (_, index) => ({
    files: { [`${index % 50}.c`]: `${index}\n`.repeat(20) },
  }));
  return makeRepository(join(temporaryFolder(onTestFinished), 'long.git'), commits);
}

/** The words of a line as a shell makes them of it. */
function wordsOf(line: string): readonly string[] {
  return execFileSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

/** Before that the process may not have got so far as to listen. */
async function untilCollecting(cwd: string): Promise<void> {
  while (!existsSync(join(cwd, 'cache', 'git'))) await wait(20);
}

test.each([0, 300])(
  'Ctrl-C after %i ms keeps what is collected, and names the command that goes on',
  async (delay) => {
    const repository = repositoryOf(1000);
    const cwd = temporaryFolder(onTestFinished);
    writeFileSync(join(cwd, "it's.yml"), '{}\n');
    const line = [
      'collect',
      repository,
      '--only',
      'git',
      '--db',
      'cache/my data.duckdb',
      '--config',
      "it's.yml",
    ];
    const { code, stderr } = await runCli(line, {
      cwd,
      onStart: async (kill) => {
        await untilCollecting(cwd);
        await wait(delay);
        kill('SIGINT');
      },
    });
    // A fast machine may be done before.
    if (code !== 0) {
      expect(code).toBe(130);
      expect(stderr).toContain('Stopping; what is collected is kept');
      expect(stderr).toMatch(/Interrupted; what was collected is kept\nhint: go on with `.*`\n$/);
    }
    const hint = /go on with `understory (.*)`/.exec(stderr)?.[1];
    const words = hint === undefined ? line : wordsOf(hint);
    expect(words).toEqual(line);
    expect((await runCli(words, { cwd })).code).toBe(0);
    expect(JSON.parse((await runCli([...COUNT, ...line.slice(4, 6)], { cwd })).stdout)).toEqual([
      { n: 1000 },
    ]);
  },
);

test('a second Ctrl-C ends at once', async () => {
  const repository = repositoryOf(1000);
  const cwd = temporaryFolder(onTestFinished);
  const { code, stderr } = await runCli(['collect', repository], {
    cwd,
    onStart: async (kill, said) => {
      await untilCollecting(cwd);
      kill('SIGINT');
      while (!said().includes('Stopping')) await wait(5);
      kill('SIGINT');
    },
  });
  expect(code).toBe(130);
  expect(stderr).toContain('Stopping');
});

test('a reader that has seen enough ends a command in silence', async () => {
  const cwd = temporaryFolder(onTestFinished);
  await runCli(['collect', repositoryOf(3), '--quiet'], { cwd });
  const line = `"${process.execPath}" "${join(PACKAGE_ROOT, 'dist', 'cli.js')}" sql 'from range(300000)' --format csv | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const output = execFileSync('bash', ['-c', `{ ${line}; } 2>&1`], { cwd, encoding: 'utf8' });
  expect(output).toBe('range\n0\n');
});
