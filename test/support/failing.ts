import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Run, runCli } from './cli.ts';
import { temporaryFolder } from './collect.ts';
import { makeRepository } from './git-repository.ts';

/** Runs a command that must fail, in an empty folder, and checks that it leaves that folder empty. */
export async function failing(args: readonly string[], wrapper: readonly string[] = []): Promise<Run> {
  const cwd = temporaryFolder(onTestFinished);
  chmodSync(cwd, 0o777);
  const run = await runCli(args, { cwd, wrapper });
  expect(readdirSync(cwd)).toEqual([]);
  return run;
}

/** The whole of what is printed for an error: one line and a hint. */
export function message(code: string, text: RegExp, hint: RegExp): unknown {
  return expect.stringMatching(new RegExp(`^error\\[${code}\\]: ${text.source}\\nhint: ${hint.source}\\n$`));
}

/** A collected repository, its database and the folder of both. */
export interface Sample {
  readonly folder: string;
  readonly repository: string;
  readonly database: string;
}

/** Collects a repository of two commits for tests none of which may change it. */
export async function collectSample(onCleanup: (clean: () => void) => void): Promise<Sample> {
  const folder = temporaryFolder(onCleanup);
  const repository = makeRepository(join(folder, 'project.git'), [
    { files: { 'a.c': 'one\n' } },
    { files: { 'a.c': 'two\n' } },
  ]);
  const run = await runCli(['collect', repository, '--quiet'], { cwd: folder });
  expect(run).toEqual({ code: 0, stdout: '', stderr: '' });
  return { folder, repository, database: join(folder, 'cache', 'understory.duckdb') };
}
