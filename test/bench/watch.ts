import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What one run of a program came to, seen from outside. */
export interface Watched {
  readonly seconds: number;
  /** Until its last child process ended: for collecting, the end of reading and loading. */
  readonly secondsToLastChild: number;
  readonly peakMebibytes: number;
  readonly peakMebibytesToLastChild: number;
  /** Most private memory that one child held. */
  readonly childPeakMebibytes: number;
}

const POLL_MILLISECONDS = 20;

/** Runs a program to its end and reads from /proc what it and its children use. Errors: when it ends badly. */
export async function watch(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Watched> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  let seen = { toLastChild: 0, peakToLastChild: 0, peak: 0, childPeak: 0 };
  const timer = setInterval(() => {
    const peak = Math.max(seen.peak, memory(child.pid, 'VmHWM'));
    const children = childrenOf(child.pid);
    const childPeak = Math.max(seen.childPeak, ...children.map((pid) => memory(pid, 'RssAnon')));
    seen = { ...seen, peak, childPeak };
    if (children.length > 0) seen = { ...seen, toLastChild: seconds(), peakToLastChild: peak };
  }, POLL_MILLISECONDS);
  const status = await ended(child);
  clearInterval(timer);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return {
    seconds: seconds(),
    secondsToLastChild: seen.toLastChild,
    peakMebibytes: seen.peak,
    peakMebibytesToLastChild: seen.peakToLastChild,
    childPeakMebibytes: seen.childPeak,
  };
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function childrenOf(pid: number | undefined): readonly number[] {
  // Node starts processes from its main thread, whose task id is the process's own.
  return readProc(`${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

function memory(pid: number | undefined, field: string): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readProc(`${pid}/status`));
  return Number(line?.[1] ?? 0) / 1024;
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    // The process has ended between two looks.
    return '';
  }
}
