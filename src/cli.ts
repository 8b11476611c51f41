#!/usr/bin/env node
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describeFailure } from './commands/failure.ts';
import { withPlace } from './commands/place.ts';
import { buildProgram, commandOf } from './commands/program.ts';
import type { GlobalOptions, Session } from './commands/session.ts';
import { EXIT, UnderstoryError } from './core/errors.ts';
import { shellWords } from './core/escape.ts';
import { PACKAGE_ROOT } from './core/paths.ts';
import { makeProgress } from './core/progress.ts';
import { makeFetch } from './core/proxied-fetch.ts';

const abort = new AbortController();
let options: Partial<GlobalOptions> = {};
let resumeCommand: string | undefined;

const progress = makeProgress({
  write: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb' && !process.env['CI'],
  columns: () => process.stderr.columns ?? 80,
  elapsed: () => performance.now(),
});

const session: Session = {
  context: {
    now: () => new Date(),
    random: Math.random,
    sleep: async (milliseconds, signal) => {
      const { setTimeout: wait } = await import('node:timers/promises');
      await wait(milliseconds, undefined, { signal });
    },
    fetch: makeFetch(process.env),
    onProgress: (event) => {
      if (!options.quiet) progress.onProgress(event);
    },
    signal: abort.signal,
    env: process.env,
  },
  currentDirectory: currentDirectory(),
  nodeVersion: process.versions.node,
  commandLine: shellWords(['understory', ...process.argv.slice(2)]),
  write: (text) => {
    progress.finish();
    return new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(outputError(error)) : resolve()));
    });
  },
  note: (text) => {
    if (options.quiet) return;
    progress.finish();
    process.stderr.write(`${withPlace(text, options)}\n`);
  },
  width: process.stdout.isTTY ? process.stdout.columns : undefined,
  setExitCode: (code) => {
    process.exitCode = code;
  },
  resumeWith: (command) => {
    resumeCommand = command;
  },
  configure: (given) => {
    options = given;
  },
};

/** A folder that was removed under the shell has no name, and no relative path means anything in it. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('error[E_PERMISSION]: The current folder is gone\nhint: Change to another one\n');
    process.exit(EXIT.failed);
  }
}

function outputError(error: NodeJS.ErrnoException): UnderstoryError {
  return new UnderstoryError({
    code: error.code === 'ENOSPC' ? 'E_DISK_FULL' : 'E_PERMISSION',
    message: `Standard output can't be written: ${error.code}`,
    hint: 'Free some room, or print to another place',
    cause: error,
  });
}

/** A reader that has seen enough, such as `head`, is no failure; whatever else is wrong, whoever writes is told. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.on('SIGINT', () => {
  progress.clear();
  if (abort.signal.aborted || resumeCommand === undefined) process.exit(EXIT.interrupted);
  process.stderr.write('Stopping; what is collected is kept. Press Ctrl-C again to stop at once\n');
  abort.abort();
});

async function main(): Promise<void> {
  // Required, which needs no import of `node:fs` and no parsing of our own.
  const { version } = createRequire(import.meta.url)(join(PACKAGE_ROOT, 'package.json'));
  const program = await buildProgram(version, session, process.argv.slice(2));
  try {
    if (process.argv.length <= 2) program.outputHelp();
    else await program.parseAsync(process.argv);
    progress.finish();
  } catch (error) {
    progress.clear();
    const failure = describeFailure(error, {
      isVerbose: options.verbose === true || process.argv.includes('--verbose'),
      commandLine: session.commandLine,
      command: commandOf(program, process.argv.slice(2)),
      isInterrupted: abort.signal.aborted,
      resumeCommand,
    });
    for (const line of failure.lines) process.stderr.write(`${withPlace(line, options)}\n`);
    process.exitCode = failure.exitCode;
  }
}

await main();
