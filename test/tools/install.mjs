import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BIN = join(ROOT, 'node_modules', '.bin');
const IS_WINDOWS = process.platform === 'win32';

/** Installs what package-lock.json names, unless that is done already. */
export async function installWhenNeeded() {
  const lock = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  await quietly('Installing dependencies', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Compiles `src/` to `dist/`. */
export async function build() {
  await quietly('Building', 'npm', ['run', '--silent', 'build']);
}

/** Runs a step of preparation: one line with its time, its output only when it fails. */
async function quietly(title, command, args) {
  const start = performance.now();
  process.stderr.write(`${title} … `);
  const { code, output } = await run(command, args, 'pipe');
  if (code === 0) {
    process.stderr.write(`${seconds(start)}\n`);
    return;
  }
  process.stderr.write(`failed\n${output}\n`);
  process.exit(code);
}

const STDIO = {
  inherit: 'inherit',
  pipe: ['ignore', 'pipe', 'pipe'],
  /** Only what the program answers, while people see how far it is. */
  stdout: ['ignore', 'pipe', 'inherit'],
};

/** Runs a program in the checkout and waits for its end, also when Ctrl-C tells both to stop. */
export function run(command, args, stdio = 'inherit', env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      // npm is a script on Windows, which only a shell can start; all arguments here are our own.
      shell: IS_WINDOWS && command === 'npm',
      stdio: STDIO[stdio],
      env: { ...env, PATH: `${BIN}${delimiter}${env.PATH ?? ''}` },
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    // A terminal interrupts the child as well, and it is the child that knows how to stop.
    const wait = () => undefined;
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', wait).on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', pass);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output });
    });
  });
}

/** Time since `start`, such as `4.2 s`. */
export function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
