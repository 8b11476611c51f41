import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';
import { openReader } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { runCli } from './cli.ts';

const FOLDER = process.env['UNDERSTORY_HISTORIES'];
const CACHE = join(tmpdir(), 'understory-histories');

/** Path of a real history such as `pgvector/pgvector`, or null where the folder of histories lacks it. */
export function historyPath(fullName: string): string | null {
  if (FOLDER === undefined) return null;
  const path = join(FOLDER, fullName.replace('/', '+'), 'repo');
  return existsSync(path) ? path : null;
}

/** Describes tests of one real history; they count as skipped where it is not there. */
export function describeHistory(fullName: string, tests: (path: string) => void): void {
  const path = historyPath(fullName);
  describe.skipIf(path === null)(fullName, () => tests(path ?? ''));
}

/**
 * Collects a history with the built command, or brings an earlier collection up to date, and opens it for reading.
 * The database is kept between runs: collecting again costs little.
 */
export async function openHistory(path: string): Promise<Store> {
  const database = historyDatabase(path);
  const { code, stderr } = await runCli(['collect', path, '--only', 'git', '--db', database, '--quiet'], {
    cwd: PACKAGE_ROOT,
  });
  if (code !== 0) throw new Error(`collecting ${path} ended with ${code}: ${stderr}`);
  return await openReader(database);
}

/** The database that `openHistory` keeps. */
export function historyDatabase(path: string): string {
  return join(CACHE, path.replaceAll('/', '-').replace(/^-/, ''), 'understory.duckdb');
}
