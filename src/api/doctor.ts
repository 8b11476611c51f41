import { execFile } from 'node:child_process';
import { access, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { counted } from '../core/words.ts';
import { type Check, type Finding, failed, ok, warning } from './check.ts';
import { type DatabaseInput, DEFAULT_DATABASE, withReader } from './database.ts';
import { loadSettings, type SettingsInput } from './settings.ts';
import { checkTokens } from './token-check.ts';

export interface DoctorInput extends DatabaseInput, SettingsInput {
  /** Such as `20.19.0`. */
  readonly nodeVersion: string;
}

const LEAST_NODE: readonly [number, number] = [20, 19];
/** `git log --diff-merges` and `cat-file --batch` as the collector calls them. */
const LEAST_GIT: readonly [number, number] = [2, 31];
const ROOM_GIB = 1;
const GIB = 2 ** 30;
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Looks at everything that understory needs and says how to mend what is missing; it changes nothing. */
export async function checkHealth(input: DoctorInput, context: Context): Promise<readonly Check[]> {
  const checks: readonly (readonly [string, () => Promise<Finding> | Finding])[] = [
    ['Node', () => checkNode(input.nodeVersion)],
    ['git', () => checkGit(context)],
    ['DuckDB', checkDuckDB],
    ['database', () => checkDatabase(input)],
    ['disk', () => checkDisk(input)],
    ['settings', () => checkSettings(input)],
    ['Chromium', () => checkChromium(context)],
  ];
  const findings: Check[] = [];
  for (const [name, check] of checks) findings.push({ name, ...(await check()) });
  findings.push(...(await checkTokens(context)));
  return findings;
}

function checkNode(version: string): Finding {
  return isAtLeast(version, LEAST_NODE)
    ? ok(version)
    : failed(version, `Install Node ${LEAST_NODE.join('.')} or newer`);
}

async function checkGit(context: Context): Promise<Finding> {
  const advice = `Install git ${LEAST_GIT.join('.')} or newer`;
  const text = await output('git', ['--version'], context);
  const version = /\d+\.\d+(\.\d+)?/.exec(text ?? '')?.[0];
  if (version === undefined) return failed('not found', advice);
  return isAtLeast(version, LEAST_GIT) ? ok(version) : failed(version, advice);
}

async function checkDuckDB(): Promise<Finding> {
  try {
    const duckdb = await import('../store/open.ts');
    const store = await duckdb.openMemory();
    const { rows } = await store.query('select version() as version');
    store.close();
    return ok(String(rows[0]?.['version']));
  } catch (error) {
    return failed(reason(error), 'Install again with `npm install`, without `--omit=optional`');
  }
}

async function checkDatabase(input: DatabaseInput): Promise<Finding> {
  const path = resolve(input.db ?? DEFAULT_DATABASE);
  try {
    return await withReader(input, async (store) => {
      const { rows } = await store.query(
        "select tags['storage_version'] as version from duckdb_databases() where database_name = current_database()",
      );
      return ok(`${path}, storage version ${rows[0]?.['version']}`);
    });
  } catch (error) {
    if (!(error instanceof UnderstoryError)) throw error;
    const hint = error.hint ?? 'Name another file with `--db FILE`';
    if (error.code === 'E_NOT_COLLECTED') return warning(error.message, hint);
    return failed(error.message, hint);
  }
}

async function checkDisk(input: DatabaseInput): Promise<Finding> {
  let folder = dirname(resolve(input.db ?? DEFAULT_DATABASE));
  while (!(await exists(folder)) && folder !== dirname(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const room = (bavail * bsize) / GIB;
  const detail = `${room.toFixed(1)} GiB free at ${folder}`;
  return room >= ROOM_GIB ? ok(detail) : warning(detail, 'Free some room: a large history takes about 1 GiB');
}

async function checkSettings(input: DoctorInput): Promise<Finding> {
  try {
    const { config } = await loadSettings(input);
    return ok(
      config.path === null
        ? 'none, which is fine'
        : `${config.path}, ${counted(config.projects.length, 'project')}`,
    );
  } catch (error) {
    if (!(error instanceof UnderstoryError)) throw error;
    return failed(error.message, error.hint ?? 'Correct that line');
  }
}

async function checkChromium(context: Context): Promise<Finding> {
  for (const name of BROWSERS) {
    const version = await output(name, ['--version'], context);
    if (version) return ok(version);
  }
  return warning('not found', 'Only the tests of pages need it');
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** What a program prints, or undefined where it is missing or fails. */
async function output(
  program: string,
  args: readonly string[],
  context: Context,
): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(program, args, { env: context.env, timeout: 10_000 });
    return stdout.trim();
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
