import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';
import { type Watched, watch } from './watch.ts';

const SCALE = '50';
const LATENCY = '20';
const TARGET = 'orrery-db/orrery';
/** The stand-in's data ends at the beginning of the first month; the second is a month later. */
const A_MONTH_LATER = '2026-08-01T00:00:00Z';
const BUILDING = '/dist/transform/build.js';
const TOKEN = 'stand-in-token-plain';

interface LoggedRequest {
  readonly route: string;
  readonly points: number;
  readonly operation: string | null;
}

/**
 * What collecting one repository from GitHub costs, the first time, again at once and a month later, against the
 * stand-in with 20 ms for every answer: points of GraphQL, requests of REST, time and memory of collecting and of building
 * facts. Arguments are the scale (at 50, as without one, the repository has 60,000 commits, 20,000 issues and 10,000 pull
 * requests) and other milliseconds for an answer.
 */
export async function benchGithub([scale = SCALE, latency = LATENCY]: readonly string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'understory-bench-'));
  const standIn = await startStandIn(scale, latency, join(folder, 'data'));
  try {
    const { CONTROL_URL, ...urls } = standIn.urls;
    const collect = async (title: string) => {
      await fetch(`${CONTROL_URL}requests`, { method: 'DELETE' });
      const run = await watchCollect(folder, join(folder, `${title}.log`), urls);
      const cost = costOf(await readLog(CONTROL_URL));
      const parts = [
        [run.seconds - run.secondPart.seconds, run.firstPartPeakMebibytes],
        [run.secondPart.seconds, run.secondPart.peakMebibytes],
      ].flatMap(([seconds = 0, peak = 0]) => [seconds.toFixed(1), `${Math.round(peak)} MiB`]);
      return [title, String(cost.points), String(cost.restRequests), ...parts, cost.dearest];
    };
    const rows = [await collect('first run'), await collect('again, nothing new')];
    await fetch(`${CONTROL_URL}advance`, { method: 'POST', body: JSON.stringify({ until: A_MONTH_LATER }) });
    rows.push(await collect('a month later'));
    const parts = ['collecting, s', 'its peak', 'facts, s', 'their peak'];
    const header = ['', 'points', 'REST requests', ...parts, 'most points for'];
    return markdownTable([header, ...rows], { align: ['l', ...header.slice(2).map(() => 'r'), 'l'] });
  } finally {
    standIn.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function watchCollect(
  folder: string,
  importLog: string,
  urls: Readonly<Record<string, string>>,
): Promise<Watched> {
  const program = [
    ...['--import', join(PACKAGE_ROOT, 'test/support/log-imports.mjs')],
    join(PACKAGE_ROOT, 'dist', 'cli.js'),
  ];
  const args = ['collect', TARGET, '--quiet', '--db', join(folder, 'bench.duckdb')];
  const own = { GH_TOKEN: TOKEN, GITHUB_TOKEN: '', NO_PROXY: '127.0.0.1', IMPORT_LOG: importLog };
  return await watch(process.execPath, [...program, ...args], {
    cwd: folder,
    env: { ...process.env, ...urls, ...own },
    // What builds facts is loaded when all is collected.
    isSecondPart: () => existsSync(importLog) && readFileSync(importLog, 'utf8').includes(BUILDING),
  });
}

async function startStandIn(scale: string, latency: string, data: string) {
  const options = [
    '--generate',
    '--seed',
    '1',
    '--scale',
    scale,
    '--only',
    'orrery',
    '--data',
    data,
    '--stdin',
  ];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(PACKAGE_ROOT, 'test/stand-in/server.ts'), ...options, '--latency', latency],
    { cwd: PACKAGE_ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [line] = await once(child.stdout, 'data');
  const urls: Readonly<Record<string, string>> = JSON.parse(String(line));
  return { urls, close: () => child.stdin.end() };
}

async function readLog(control: string | undefined): Promise<readonly LoggedRequest[]> {
  const answer = await fetch(`${control}requests`);
  return JSON.parse(await answer.text());
}

function costOf(log: readonly LoggedRequest[]) {
  const byOperation = new Map<string, number>();
  for (const { operation, points } of log) {
    if (operation !== null) byOperation.set(operation, (byOperation.get(operation) ?? 0) + points);
  }
  const dearest = [...byOperation].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  return {
    points: [...byOperation.values()].reduce((sum, points) => sum + points, 0),
    restRequests: log.filter(({ operation }) => operation === null).length,
    dearest: dearest.map(([operation, points]) => `${operation} ${points}`).join(', '),
  };
}
