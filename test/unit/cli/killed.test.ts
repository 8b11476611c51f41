import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { appKey } from '../../stand-in/server/app.ts';
import { startStandIn } from '../../stand-in/start.ts';
import { runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { filesIn, filesWithSecrets, gitProcesses, holdsSecret } from '../../support/secrets.ts';
import { PLAIN } from '../../support/stand-in-client.ts';

const APP = { GITHUB_APP_ID: '501', GITHUB_APP_PRIVATE_KEY: appKey() };

test('a killed run leaves no token behind, and git was told of none', async (context) => {
  if (!existsSync('/proc/self/environ')) return context.skip('needs /proc');
  const cwd = temporaryFolder(onTestFinished);
  mkdirSync(join(cwd, 'tmp'));
  const database = join(cwd, 'cache', 'understory.duckdb');
  const seen = new Set<string>();
  // Slow enough to be killed in the middle, with rows in the database that are not in its main file yet.
  const standIn = await startStandIn({ generate: { seed: 4, scale: 0.1, only: ['orrery'] }, latency: 100 });
  onTestFinished(() => standIn.close());
  const ended = await runCli(['collect', 'orrery-db/orrery'], {
    cwd,
    env: { ...standIn.urls, ...APP, GH_TOKEN: PLAIN, TMPDIR: join(cwd, 'tmp') },
    onStart: async (kill) => {
      const isUnderWay = () =>
        standIn.engine.log.some(({ operation }) => operation === 'Issues') && existsSync(`${database}.wal`);
      for (let look = 0; look < 6000 && !isUnderWay(); look += 1) {
        for (const text of gitProcesses(cwd)) seen.add(text);
        await wait(5);
      }
      kill('SIGKILL');
    },
  });
  expect(ended.code).toBeNull();
  expect(seen.size).toBeGreaterThan(0);
  expect([...seen].filter(holdsSecret)).toEqual([]);
  const files = filesIn(cwd);
  for (const one of [database, `${database}.wal`]) expect(files).toContain(one);
  expect(filesWithSecrets(cwd)).toEqual([]);
  expect(holdsSecret(ended.stdout + ended.stderr)).toBe(false);
});
