import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from 'markdown-table';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';
import { watch } from './watch.ts';

/**
 * Compares collecting a clone with one plain `git log --numstat -M -l0` of the same history, in one run: the built
 * command line as a user starts it, into a new database. Returns a table of ratios and peak memory.
 */
export async function benchGit(args: readonly string[]): Promise<string> {
  const [path] = args;
  if (path === undefined) throw new Error('Usage: npm run bench -- git PATH');
  const folder = mkdtempSync(join(tmpdir(), 'understory-bench-'));
  try {
    const cli = join(PACKAGE_ROOT, 'dist', 'cli.js');
    const collect = [cli, 'collect', path, '--only', 'git', '--db', join(folder, 'bench.duckdb'), '--quiet'];
    const plain = await watch('git', ['-C', path, 'log', '--numstat', '-M', '-l0']);
    const ours = await watch(process.execPath, collect);
    const again = await watch(process.execPath, collect);
    const rows = [
      ['plain git log --numstat -M -l0', time(plain.seconds), '1.00', ''],
      [
        'reading and loading',
        time(ours.secondsToLastChild),
        ratio(ours.secondsToLastChild, plain.seconds),
        mebibytes(ours.peakMebibytesToLastChild),
      ],
      [
        'whole collect, facts included',
        time(ours.seconds),
        ratio(ours.seconds, plain.seconds),
        mebibytes(ours.peakMebibytes),
      ],
      ['largest git process, private', '', '', mebibytes(ours.childPeakMebibytes)],
      [
        'again, nothing new',
        time(again.seconds),
        ratio(again.seconds, plain.seconds),
        mebibytes(again.peakMebibytes),
      ],
    ];
    return markdownTable([['', 'seconds', 'ratio', 'peak memory'], ...rows], { align: ['l', 'r', 'r', 'r'] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function time(seconds: number): string {
  return seconds.toFixed(2);
}

function ratio(seconds: number, baseline: number): string {
  return (seconds / baseline).toFixed(2);
}

function mebibytes(size: number): string {
  return `${Math.round(size)} MiB`;
}
