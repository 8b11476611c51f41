import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { collectSample, type Sample } from '../../support/failing.ts';

let sample: Sample;
let cleanup: () => void;

beforeAll(async () => {
  sample = await collectSample((clean) => (cleanup = clean));
});
afterAll(() => cleanup());

const query = async (
  ...args: readonly string[]
): Promise<{ readonly stdout: string; readonly stderr: string }> =>
  await runCli(['query', ...args], { cwd: sample.folder });

test('where the data ends before the window does, that is said beside the rows', async () => {
  const { windows } = JSON.parse((await query('contributors', '-p', 'from=2000-01-01', '--json')).stdout);
  const { from, to } = windows[0];
  const { stderr } = await query('contributors', '-p', 'from=2000-01-01');
  expect(stderr).toBe(`project: counted from ${from} to ${to}, where its data ends\n`);
  expect((await query('truck_factor')).stderr).toBe(`project: counted up to ${to}, where its data ends\n`);
});

test('nothing is said of a window that is whole, and of an empty one only once', async () => {
  // The two commits are an hour apart.
  const whole = await query('contributors', '-p', 'from=2000-01-01', '-p', 'to=2023-01-01T00:30:00Z');
  expect(whole.stderr).toBe('');
  expect((await query('contributors')).stderr).toMatch(/^project: git of project: known until .*\n$/);
});
