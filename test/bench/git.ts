import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';
import { type Watched, watch } from './watch.ts';

const CLI = join(PACKAGE_ROOT, 'dist', 'cli.js');
const PLAIN_LOG = ['log', '--numstat', '-M', '-l0'];
/** Commits by which the history is shorter at first; a merge that brings in more counts as one step. */
const NEW_COMMITS = 100;
/** Starts of a program are short, so that chance weighs: the median of so many counts. */
const STARTS = 5;

interface Measure {
  readonly what: string;
  readonly seconds: number | null;
  /** What it is held against, in the same run. */
  readonly baseline: number | null;
  readonly mebibytes: number | null;
}

/**
 * Measures the command line as a user starts it against plain git and plain Node, in one run: collecting a history into
 * a new database, again, and after new commits; starting, one query and a whole report. Returns a table of seconds,
 * ratios and peak memory.
 *
 * The clone at PATH is only borrowed from.
 */
export async function benchGit(args: readonly string[]): Promise<string> {
  const [path] = args;
  if (path === undefined) throw new Error('Usage: npm run bench -- git PATH');
  const folder = mkdtempSync(join(tmpdir(), 'understory-bench-'));
  try {
    const clone = join(folder, 'clone.git');
    git('clone', '--quiet', '--bare', '--shared', path, clone);
    const news = holdBack(clone);
    const run = { clone, db: join(folder, 'bench.duckdb') };
    const measures = [
      ...(await measureCollecting(run)),
      ...(await measureRefresh(run, news)),
      ...(await measureReading(run, folder)),
    ];
    return table(measures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  readonly clone: string;
  readonly db: string;
}

function collecting({ clone, db }: Run): Promise<Watched> {
  return understory('collect', clone, '--only', 'git', '--db', db, '--quiet');
}

async function measureCollecting(run: Run): Promise<readonly Measure[]> {
  const plain = await watch('git', ['-C', run.clone, ...PLAIN_LOG]);
  const ours = await collecting(run);
  const again = await collecting(run);
  const baseline = plain.seconds;
  return [
    { what: 'plain git log --numstat -M -l0', seconds: baseline, baseline: null, mebibytes: null },
    {
      what: 'reading and loading',
      seconds: ours.secondsToLastChild,
      baseline,
      mebibytes: ours.peakMebibytesToLastChild,
    },
    {
      what: 'whole collect, facts included',
      seconds: ours.seconds,
      baseline,
      mebibytes: ours.peakMebibytes,
    },
    {
      what: 'largest git process, private',
      seconds: null,
      baseline: null,
      mebibytes: ours.childPeakMebibytes,
    },
    { what: 'again, nothing new', seconds: again.seconds, baseline: null, mebibytes: again.peakMebibytes },
  ];
}

/** The commits that the default branch is about to get. */
interface News {
  readonly branch: string;
  readonly tip: string;
  readonly commitCount: number;
}

/** Takes the newest commits off the default branch; null where the history is too short or HEAD is detached. */
function holdBack(clone: string): News | null {
  const branch = git('-C', clone, 'rev-parse', '--symbolic-full-name', 'HEAD');
  if (branch === 'HEAD') return null;
  const [tip = '', ...ancestors] = git(
    ...['-C', clone, 'rev-list', '--first-parent', `--max-count=${NEW_COMMITS + 1}`, 'HEAD'],
  ).split('\n');
  for (const ancestor of ancestors) {
    const commitCount = Number(git('-C', clone, 'rev-list', '--count', `${ancestor}..${tip}`));
    if (commitCount < NEW_COMMITS) continue;
    git('-C', clone, 'update-ref', branch, ancestor);
    return { branch, tip, commitCount };
  }
  return null;
}

async function measureRefresh(run: Run, news: News | null): Promise<readonly Measure[]> {
  if (news === null) return [];
  git('-C', run.clone, 'update-ref', news.branch, news.tip);
  const plain = await watch('git', ['-C', run.clone, ...PLAIN_LOG, `--max-count=${news.commitCount}`]);
  const ours = await collecting(run);
  return [
    {
      what: `reading and loading ${news.commitCount} new commits`,
      seconds: ours.secondsToLastChild,
      baseline: plain.seconds,
      mebibytes: ours.peakMebibytesToLastChild,
    },
    {
      what: 'the same, facts included',
      seconds: ours.seconds,
      baseline: null,
      mebibytes: ours.peakMebibytes,
    },
  ];
}

async function measureReading({ clone, db }: Run, folder: string): Promise<readonly Measure[]> {
  const query = ['query', 'contributor_absence_factor', clone, '--db', db];
  const report = ['report', clone, '--no-collect', '--db', db, '--out', join(folder, 'report'), '--quiet'];
  const node = await median(() => watch(process.execPath, ['-e', '']));
  const help = await median(() => understory('--help'));
  const answer = await median(() => understory(...query));
  const page = await understory(...report);
  return [
    { what: "node -e ''", seconds: node, baseline: null, mebibytes: null },
    { what: 'understory --help', seconds: help, baseline: node, mebibytes: null },
    { what: 'understory query, one metric', seconds: answer, baseline: node, mebibytes: null },
    {
      what: 'understory report, collected before',
      seconds: page.seconds,
      baseline: null,
      mebibytes: page.peakMebibytes,
    },
  ];
}

function understory(...args: readonly string[]): Promise<Watched> {
  return watch(process.execPath, [CLI, ...args]);
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

async function median(run: () => Promise<Watched>): Promise<number> {
  const seconds: number[] = [];
  for (let count = 0; count < STARTS; count += 1) seconds.push((await run()).seconds);
  return seconds.sort((a, b) => a - b)[Math.floor(STARTS / 2)] ?? Number.NaN;
}

function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ what, seconds, baseline, mebibytes }) => [
    what,
    seconds === null ? '' : seconds.toFixed(2),
    seconds === null || baseline === null ? '' : (seconds / baseline).toFixed(2),
    seconds === null || baseline === null ? '' : (seconds - baseline).toFixed(2),
    mebibytes === null ? '' : `${Math.round(mebibytes)} MiB`,
  ]);
  return markdownTable([['', 'seconds', 'ratio', 'more', 'peak memory'], ...rows], {
    align: ['l', 'r', 'r', 'r', 'r'],
  });
}
