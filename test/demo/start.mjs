/**
 * What `npm start` runs, on nothing but Node, npm and git: installs, builds, and writes a community report.
 *
 * Without arguments the report is about this checkout's own history, for the month of its newest commit.
 * Otherwise the arguments go to understory as they are: `npm start -- report PATH`.
 */
import { join } from 'node:path';
import { build, installWhenNeeded, ROOT, run } from '../tools/install.mjs';

async function ownHistory() {
  const { code, output } = await run('git', ['log', '-1', '--format=%ct', 'HEAD'], 'pipe');
  if (code !== 0) {
    console.error('This folder is no clone with commits; name one: npm start -- report PATH');
    process.exit(2);
  }
  const newest = new Date(Number(output) * 1000);
  const month = newest.toISOString().slice(0, 7);
  const next = new Date(Date.UTC(newest.getUTCFullYear(), newest.getUTCMonth() + 1, 1));
  const args = ['report', ROOT, '--month', month, '--as-of', next.toISOString().slice(0, 10)];
  console.error(`No target was named: reporting on this checkout's own history in ${month}`);
  return args;
}

await installWhenNeeded();
await build();
const args = process.argv.length > 2 ? process.argv.slice(2) : await ownHistory();
const { code } = await run(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args]);
process.exitCode = code;
