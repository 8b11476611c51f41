/**
 * The demonstration: collects an invented ecosystem, a database and its extensions, from the GitHub stand-in over HTTP, and
 * writes its community report. Needs `dist/`; asks nothing of the network.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, run } from '../tools/install.mjs';

const ECOSYSTEM = 'orrery-ecosystem';
/** The last month of the stand-in's data. */
const [MONTH, AS_OF] = ['2026-06', '2026-07-01'];
const NOTICE = 'Demonstration: every project, company and person in this report is invented';
/** Of somebody who may see what is public, as most people's token is. */
const TOKEN = 'stand-in-token-plain';
const [DONE, INTERRUPTED] = [0, 130];

const { values } = parseArgs({
  options: {
    /** Where `cache/` and `understory-reports/` are made. */
    folder: { type: 'string', default: ROOT },
    scale: { type: 'string', default: '1' },
  },
});
const data = join(values.folder, 'cache', 'demo');
const settings = ['--config', join(data, 'understory.yml')];

console.error('Drawing an invented ecosystem, and starting a stand-in for GitHub that serves it');
const standIn = await startStandIn();
try {
  process.exitCode = await show(standIn.urls);
  if (process.exitCode !== DONE) console.error('The demonstration ended early; `npm start` begins it anew');
} finally {
  standIn.child.stdin.end();
  await standIn.ended;
}

async function startStandIn() {
  rmSync(data, { recursive: true, force: true });
  const options = ['--generate', '--seed', '1', '--scale', values.scale, '--data', data, '--stdin'];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'test/stand-in/server.ts'), ...options],
    // Its input is ours to close, and closes by itself if this process is killed.
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'close');
  const first = await Promise.race([once(child.stdout, 'data'), ended]);
  if (child.exitCode !== null || child.signalCode !== null) process.exit(child.exitCode ?? INTERRUPTED);
  return { child, ended, urls: JSON.parse(String(first[0])) };
}

async function show({ GITHUB_API_URL, GITHUB_GRAPHQL_URL, GITHUB_SERVER_URL }) {
  const env = {
    ...process.env,
    GITHUB_API_URL,
    GITHUB_GRAPHQL_URL,
    GITHUB_SERVER_URL,
    GH_TOKEN: TOKEN,
    GITHUB_TOKEN: '',
    NO_PROXY: '127.0.0.1',
  };
  const understory = (args, stdio) =>
    run(process.execPath, [join(ROOT, 'dist', 'cli.js'), ...args], stdio, env);
  const db = ['--db', await chooseDatabase(understory, GITHUB_SERVER_URL)];

  const collected = await understory(['collect', ECOSYSTEM, ...settings, ...db]);
  if (collected.code !== DONE) return collected.code;

  const out = join(values.folder, 'understory-reports');
  const month = ['--month', MONTH, '--as-of', AS_OF, '--no-collect', '--out', out];
  const report = ['report', ECOSYSTEM, ...month, '--notice', NOTICE, ...settings, ...db];
  const { code, output } = await understory(report, 'stdout');
  if (code !== DONE) return code;
  console.error(`${NOTICE}.`);
  console.error('A report on a clone of yours: npm start -- report PATH');
  process.stdout.write(output);
  return DONE;
}

/** The usual database, made anew, unless it holds anything but an earlier demonstration: then one beside it. */
async function chooseDatabase(understory, serverUrl) {
  const usual = join(values.folder, 'cache', 'understory.duckdb');
  if (!existsSync(usual) || (await isDemonstration(understory, usual, serverUrl))) return removed(usual);
  const own = join(values.folder, 'cache', 'understory-demo.duckdb');
  console.error(`${shown(usual)} is yours and stays as it is: the demonstration goes to ${shown(own)}`);
  return removed(own);
}

async function isDemonstration(understory, db, serverUrl) {
  const { code, output } = await understory(['status', '--json', '--db', db], 'stdout');
  if (code !== DONE) return false;
  return JSON.parse(output).repositories.every(({ source }) => source.startsWith(serverUrl));
}

function removed(db) {
  for (const file of [db, `${db}.wal`]) rmSync(file, { force: true });
  return db;
}

function shown(path) {
  return relative(values.folder, path);
}
