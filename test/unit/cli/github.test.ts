import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openReader } from '../../../src/store/open.ts';
import { appKey } from '../../stand-in/server/app.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import { type Run, runCli } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { filesIn, filesWithSecrets, holdsSecret } from '../../support/secrets.ts';
import { createClient, MAINTAINER, PLAIN } from '../../support/stand-in-client.ts';

const APP = { GITHUB_APP_ID: '501', GITHUB_APP_PRIVATE_KEY: appKey() };
const TARGET = 'orrery-db/orrery';
const WORLD = { seed: 4, scale: 0.1, only: ['orrery'] } as const;
/** Nothing listens there, and `fetch` does not forbid the port. */
const CLOSED = 'http://127.0.0.1:2';

let standIn: StandIn;
/** A folder with everything collected, by a token that may see no more than anybody. */
let folder: string;
let cleanup: () => void;
const printed: string[] = [];

beforeAll(async () => {
  standIn = await startStandIn({ generate: WORLD });
  folder = temporaryFolder((clean) => (cleanup = clean));
  expect((await run(['collect', TARGET])).code).toBe(0);
});
afterAll(async () => {
  cleanup();
  await standIn.close();
});
beforeEach(() => createClient(standIn).control('PUT', 'options', { clockSkew: 0 }));

interface Setting {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

async function run(
  args: readonly string[],
  { env = { GH_TOKEN: PLAIN }, cwd = folder }: Setting = {},
): Promise<Run> {
  const ended = await runCli(args, { cwd, env: { ...standIn.urls, ...env } });
  printed.push(ended.stdout, ended.stderr);
  return ended;
}

async function countStored(cwd = folder): Promise<unknown> {
  const store = await openReader(join(cwd, 'cache', 'understory.duckdb'));
  try {
    const { rows } = await store.query(
      'select (select count(*) from raw_github_issue)::integer as issues, (select count(*) from raw_git_commit)::integer as commits',
    );
    return rows[0];
  } finally {
    store.close();
  }
}

/** Collects again where something is wrong: what is stored must stay. */
async function collectAgain(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  const before = await countStored();
  const ended = await run(['collect', TARGET, ...args], { env });
  expect(await countStored()).toEqual(before);
  return ended;
}

const freshFolder = () => temporaryFolder(onTestFinished);
const oneLine = (code: string, text: RegExp) =>
  expect.stringMatching(new RegExp(`^error\\[${code}\\]: ${text.source}\\nhint: .+\\n$`));

test('an expired token is named, git goes on, and nothing is lost', async () => {
  const { code, stderr } = await collectAgain({ GH_TOKEN: 'stand-in-token-expired' });
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /^incomplete: repository, .*GitHub does not accept the token: Bad credentials.*\nhint: .*GH_TOKEN/m,
  );
});

test('without a token git is collected, and the hint says how to get one', async () => {
  const cwd = freshFolder();
  const { code, stderr } = await run(['collect', TARGET], { env: {}, cwd });
  expect(code).toBe(3);
  expect(stderr).toMatch(/^incomplete: repository, .*there is none\nhint: Set `GH_TOKEN`/m);
  expect(await countStored(cwd)).toMatchObject({ issues: 0, commits: expect.any(Number) });
  const { repositories } = JSON.parse((await run(['status', '--json'], { env: {}, cwd })).stdout);
  // The reason is the same for all streams, and said once.
  expect(repositories[0].missing).toEqual([
    expect.stringMatching(/^accounts, .*repository, .*: .*there is none$/),
  ]);
  expect((await run(['collect', TARGET, '--only', 'git'], { env: {}, cwd })).code).toBe(0);
});

test('a token without the scopes for names leaves a gap that says which', async () => {
  const { code, stderr } = await collectAgain({ GH_TOKEN: 'stand-in-token-no-scope' }, '--only', 'sponsors');
  expect(code).toBe(3);
  expect(stderr).toMatch(/^incomplete: sponsors: .*read:user and read:org\nhint: .*gh auth refresh/m);
});

test('a repository that does not exist ends with one line, and writes nothing', async () => {
  const cwd = freshFolder();
  for (const only of ['git,issues', 'issues']) {
    const { code, stderr } = await run(['collect', 'orrery-db/nope', '--only', only], { cwd });
    expect(code).toBe(1);
    expect(stderr).toEqual(oneLine('E_NOT_FOUND', /.*nope.*/));
  }
  expect(readdirSync(cwd)).toEqual([]);
});

test('what a repository without a commit has on GitHub is collected, and what is missing of it named', async () => {
  const cwd = freshFolder();
  execFileSync('git', ['init', '--quiet', '--bare', join(cwd, 'server', `${TARGET}.git`)]);
  const GITHUB_SERVER_URL = `file://${join(cwd, 'server')}`;
  const env = { GH_TOKEN: 'stand-in-token-no-scope', GITHUB_SERVER_URL };
  const { code, stderr } = await run(['collect', TARGET, '--only', 'git,repository,sponsors'], { cwd, env });
  expect(code).toBe(3);
  expect(stderr).toContain(`${TARGET}: no commits; collected git, repository\nincomplete: sponsors: `);
});

test('a private repository is marked for those who see it, and not found by others', async () => {
  const row = standIn.engine.world.repositoryByName(TARGET)?.row;
  if (row === undefined) throw new Error(`${TARGET} is not there`);
  row.isPrivate = true;
  onTestFinished(() => {
    row.isPrivate = false;
  });
  const cwd = freshFolder();
  const only = ['collect', TARGET, '--only', 'repository,git'];
  expect((await run(['collect', TARGET, '--only', 'repository'], { cwd })).code).toBe(1);
  expect((await run(only, { cwd, env: { GH_TOKEN: MAINTAINER } })).code).toBe(0);
  expect((await run(['status'], { cwd })).stdout).toContain('(private)');
  const page = (await run(['report', TARGET, '--no-collect'], { cwd })).stdout.trim();
  expect(readFileSync(page, 'utf8')).toContain('Private repository: do not publish');
});

test('an app collects where it is installed, and what is wrong with one is said in one line', async () => {
  const cwd = freshFolder();
  const only = ['collect', TARGET, '--only', 'repository,git'];
  const before = standIn.engine.log.length;
  expect((await run(only, { cwd, env: APP })).code).toBe(0);
  const logins = standIn.engine.log.slice(before).flatMap(({ login }) => login ?? []);
  expect(new Set(logins)).toEqual(new Set(['installation-7001']));
  expect(filesWithSecrets(cwd)).toEqual([]);
  const half = await run(only, { cwd, env: { GITHUB_APP_ID: '501' } });
  expect([half.code, half.stderr]).toEqual([1, oneLine('E_TOKEN', /GITHUB_APP_ID is set .*/)]);
  const elsewhere = await run(only, { cwd, env: { ...APP, GITHUB_APP_INSTALLATION_ID: '9' } });
  expect(elsewhere.code).toBe(3);
  expect(elsewhere.stderr).toMatch(/^incomplete: repository: .*not installed.*9\nhint: Install it/m);
});

test('a GitHub that is down is named, and nothing is lost', async () => {
  const env = { GH_TOKEN: PLAIN, GITHUB_API_URL: CLOSED, GITHUB_GRAPHQL_URL: `${CLOSED}/graphql` };
  const { code, stderr } = await collectAgain(env);
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /^incomplete: repository, .*could not be reached .*ECONNREFUSED.*\nhint: Check the network/m,
  );
});

test('a proxy that is down is named, and NO_PROXY goes around it', async () => {
  const proxied = { GH_TOKEN: PLAIN, HTTP_PROXY: CLOSED };
  const { code, stderr } = await collectAgain(proxied, '--only', 'git,repository');
  expect(code).toBe(3);
  expect(stderr).toMatch(/^incomplete: repository: .*ECONNREFUSED 127\.0\.0\.1:2\nhint: .*proxy/m);
  const direct = { ...proxied, NO_PROXY: '127.0.0.1' };
  expect((await collectAgain(direct, '--only', 'repository')).code).toBe(0);
});

test('a clock that is wrong by an hour loses nothing', async () => {
  // Behind first: a clock that goes back by two hours between runs is none that GitHub could have.
  for (const [seed, clockSkew] of [-3600, 3600].entries()) {
    await createClient(standIn).control('PUT', 'options', { clockSkew });
    await createClient(standIn).control('POST', 'change', { kind: 'touch-issue', repository: TARGET, seed });
    expect((await collectAgain({ GH_TOKEN: PLAIN }, '--only', 'issues')).code).toBe(0);
    const { row } = standIn.engine.world.repositoryByName(TARGET) ?? {};
    const issues = row === undefined ? [] : standIn.engine.world.holdings(row.id).issues;
    const newest = "select max(body ->> '$.updatedAt') as at from raw_github_issue";
    const { stdout } = await run(['sql', newest, '--json']);
    expect(JSON.parse(stdout)).toEqual([
      {
        at: issues
          .map(({ updatedAt }) => updatedAt)
          .sort()
          .at(-1),
      },
    ]);
  }
});

test('an Enterprise server without limits is collected like any other', async () => {
  const enterprise = await startStandIn({
    generate: WORLD,
    shape: 'enterprise',
    limits: { primary: 'off', secondary: 'off' },
  });
  onTestFinished(() => enterprise.close());
  const setting = { cwd: freshFolder(), env: { GH_TOKEN: PLAIN, ...enterprise.urls } };
  const { code } = await run(['collect', TARGET, '--only', 'repository,issues,dependencies'], setting);
  expect(code).toBe(0);
});

test('a disk that is full ends with one line, and the next run goes on', async (context) => {
  const disk = freshFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'none', disk]).status !== 0) {
    return context.skip('needs the right to mount a small disk');
  }
  onTestFinished(() => void execFileSync('umount', [disk]));
  const collect = ['collect', TARGET, '--only', 'issues', '--db', join(disk, 'x.duckdb')];
  const { code, stderr } = await run(collect);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error\[E_DISK_FULL\]: The disk of `.+` is full\nhint: .+\n$/m);
  execFileSync('mount', ['-o', 'remount,size=64m', disk]);
  expect((await run(collect)).code).toBe(0);
});

test('status says how messages give credit, what each stream cost, and how much of what GitHub counts is stored', async () => {
  const { stdout } = await run(['status', '--json']);
  const status = JSON.parse(stdout);
  expect(status.repositories).toMatchObject([{ credit_convention: 'plain' }]);
  const rows: readonly Record<string, unknown>[] = status.streams;
  const { row } = standIn.engine.world.repositoryByName(TARGET) ?? {};
  const count = row === undefined ? 0 : standIn.engine.world.holdings(row.id).issues.length;
  const issues = rows.find(({ stream }) => stream === 'issues');
  expect(issues).toMatchObject({ stored_count: count, expected_count: count });
  expect(issues?.['points']).toBeGreaterThan(0);
  // Of forks, GitHub counts the whole network.
  const counted = rows.filter((one) => one['expected_count'] !== null && one['stream'] !== 'forks');
  for (const one of counted) expect(one['stored_count'], String(one['stream'])).toBe(one['expected_count']);
});

test('status says what is left of GitHub’s limit to those who have a token', async () => {
  const left = /\nGitHub limit {2}\d+ of 5000 requests and \d+ of 5000 points left this hour\n$/;
  expect((await run(['status'])).stdout).toMatch(left);
  const { limits } = JSON.parse((await run(['status', '--json'])).stdout);
  expect(limits).toMatchObject([{ name: 'GitHub limit', status: 'ok' }]);
  const away = { GITHUB_API_URL: CLOSED, GH_TOKEN: PLAIN };
  expect((await run(['status'], { env: away })).stdout).toContain('can’t be reached');
  expect((await run(['status'], { env: {} })).stdout).not.toContain('GitHub limit');
});

test('a token stands in nothing that is printed or written, and in no process list', async () => {
  const seen: string[] = [];
  const ended = await runCli(['report', TARGET, '--verbose'], {
    cwd: folder,
    env: { ...standIn.urls, GH_TOKEN: PLAIN },
    onStart: async () => {
      for (let look = 0; look < 20; look += 1) {
        seen.push(spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  });
  printed.push(ended.stdout, ended.stderr, ...seen);
  expect(seen.some((list) => list.includes('cli.js'))).toBe(true);
  expect(readdirSync(folder)).toContain('understory-reports');
  expect(filesIn(folder).some((path) => path.endsWith('.git/config'))).toBe(true);
  expect(printed.filter(holdsSecret)).toEqual([]);
  expect(filesWithSecrets(folder)).toEqual([]);
});
