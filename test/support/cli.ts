import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSettings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Program and arguments that start the command, such as `setpriv`'s. */
  readonly wrapper?: readonly string[];
  /** Called with the running process, to send it signals. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void, stderr: () => string) => void | Promise<void>;
}

const CLI = join(PACKAGE_ROOT, 'dist', 'cli.js');

/** Runs the built command in a process of its own, with nobody's configuration and no standard input. */
export async function runCli(args: readonly string[], settings: RunSettings): Promise<Run> {
  checkBuilt();
  const [program = process.execPath, ...before] = [...(settings.wrapper ?? []), process.execPath];
  const child = spawn(program, [...before, CLI, ...args], {
    detached: true,
    cwd: settings.cwd,
    env: { PATH: process.env['PATH'], HOME: settings.cwd, CI: 'true', NO_COLOR: '1', ...settings.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  await Promise.race([
    ended,
    settings.onStart?.(
      // As a terminal does: to the command and to all that it has started.
      (signal) => {
        if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
          process.kill(-child.pid, signal);
        }
      },
      () => stderr,
    ),
  ]);
  return await ended;
}

/** A stale build would test yesterday's code. */
function checkBuilt(): void {
  const built = statSync(CLI, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const source = join(PACKAGE_ROOT, 'src');
  const newest = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .reduce((newest, name) => Math.max(newest, statSync(join(source, name)).mtimeMs), 0);
  if (newest > built) throw new Error('dist/ is older than src/: run `npm run build` first');
}
