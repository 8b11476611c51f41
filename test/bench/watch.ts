import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
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
  /** From the moment on at which `isSecondPart` was true first; 0 without one. */
  readonly secondPart: { readonly seconds: number; readonly peakMebibytes: number };
  readonly firstPartPeakMebibytes: number;
}

interface WatchOptions extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** Whether the program has come to the second part of its work. */
  readonly isSecondPart?: () => boolean;
}

const POLL_MILLISECONDS = 20;

/** Runs a program to its end and reads from /proc what it and its children use. Errors: when it ends badly. */
export async function watch(
  command: string,
  args: readonly string[],
  { isSecondPart = () => false, ...options }: WatchOptions = {},
): Promise<Watched> {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  let firstPeak = 0;
  let seen = { toLastChild: 0, peakToLastChild: 0, peak: 0, childPeak: 0 };
  let second: { readonly beganAt: number; peak: number } | undefined;
  const timer = setInterval(() => {
    const highest = memory(child.pid, 'VmHWM');
    const peak = Math.max(seen.peak, highest);
    if (second !== undefined) second.peak = Math.max(second.peak, highest);
    else if (isSecondPart()) {
      second = { beganAt: seconds(), peak: 0 };
      forgetPeak(child.pid);
    } else firstPeak = peak;
    const children = childrenOf(child.pid);
    const childPeak = Math.max(seen.childPeak, ...children.map((pid) => memory(pid, 'RssAnon')));
    seen = { ...seen, peak, childPeak };
    if (children.length > 0) seen = { ...seen, toLastChild: seconds(), peakToLastChild: peak };
  }, POLL_MILLISECONDS);
  const status = await ended(child);
  clearInterval(timer);
  const total = seconds();
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return {
    seconds: total,
    secondsToLastChild: seen.toLastChild,
    peakMebibytes: seen.peak,
    peakMebibytesToLastChild: seen.peakToLastChild,
    childPeakMebibytes: seen.childPeak,
    firstPartPeakMebibytes: firstPeak,
    secondPart: {
      seconds: second === undefined ? 0 : total - second.beganAt,
      peakMebibytes: second?.peak ?? 0,
    },
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

/** Sets the highest memory so far to that of now. */
function forgetPeak(pid: number | undefined): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // The process has ended between two looks.
  }
}

function readProc(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, 'utf8');
  } catch {
    // The process has ended between two looks.
    return '';
  }
}
