import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTruth, type Truth } from '../../stand-in/generate/truth.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import { type Client, createClient, dig } from '../../support/stand-in-client.ts';

const UNTIL = Date.parse('2026-07-01T00:00:00Z');

let standIn: StandIn;
let client: Client;
let truth: Truth;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 11, scale: 0.4, monthsAhead: 2 } });
  client = createClient(standIn);
  if (!standIn.ecosystem) throw new Error('Expected a generated world');
  truth = createTruth(standIn.ecosystem, standIn.engine.world.records, UNTIL);
});

afterAll(() => standIn.close());

function git(name: string, ...args: string[]): string[] {
  const path = `${standIn.engine.world.gitRoot}/${name}.git`;
  return execFileSync('git', ['-C', path, ...args], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

/** Sum of the values of counts. */
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);

test('git tells the same commits, merges, tags and authors as the truth', () => {
  for (const [name, told] of Object.entries(truth.repositories)) {
    if (name === 'corvane/orrery') continue; // shares the parent's commits
    expect(git(name, 'rev-list', '--count', 'main')).toEqual([String(told.commitCount)]);
    expect(git(name, 'rev-list', '--count', '--merges', 'main')).toEqual([String(told.mergeCount)]);
    expect(git(name, 'tag').length).toBe(told.tags.length);
    const known = new Set(
      truth.people.flatMap((one) => one.identities.map((each) => `${each.name} ${each.email}`)),
    );
    const shown = new Set(git(name, 'log', '--no-merges', '--format=%an %ae', 'main'));
    for (const identity of shown) expect(known).toContain(identity);
    expect(sum(told.inWindow.byPrincipal)).toBe(told.inWindow.commitCount);
    expect(sum(told.inWindow.byCompany)).toBe(told.inWindow.commitCount);
  }
});

test('GitHub counts what the truth counts', async () => {
  const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
    issues(first: 1) { totalCount } open: issues(first: 1, states: [OPEN]) { totalCount } pullRequests(first: 1) { totalCount }
    merged: pullRequests(first: 1, states: [MERGED]) { totalCount } releases(first: 1) { totalCount } discussions(first: 1) { totalCount }
    stargazerCount watchers(first: 1) { totalCount } forks(first: 1) { totalCount } } }`;
  for (const [fullName, told] of Object.entries(truth.repositories)) {
    const [owner, name] = fullName.split('/');
    const row = dig((await client.graphql(query, { owner, name })).body, 'data', 'repository');
    const total = (field: string): unknown => dig(row, field, 'totalCount');
    expect([
      fullName,
      total('issues'),
      total('open'),
      total('pullRequests'),
      total('merged'),
      total('releases'),
      total('discussions'),
      dig(row, 'stargazerCount'),
      total('watchers'),
      total('forks'),
    ]).toEqual([
      fullName,
      told.counts.issues,
      told.counts.openIssues,
      told.counts.pullRequests,
      told.counts.mergedPullRequests,
      told.counts.releases,
      told.counts.discussions,
      told.counts.stars,
      told.counts.watchers,
      told.counts.forks,
    ]);
  }
});

test('the script is played: careers, a ghost, a maintainer who left, companies that carry and leave', () => {
  const person = (key: string) => truth.people.find((one) => one.key === key);
  expect(person('ilse')?.identities.map((one) => one.email)).toEqual([
    'ilse.marquardt@kilnworks.apsis',
    'ilse.marquardt@northquay.apsis',
  ]);
  expect(person('dmitri')).toMatchObject({ isGhost: true, login: null });
  expect(person('agent')?.kind).toBe('agent');
  const { byCompany, commitCount } = truth.repositories['corvane/orrery-columnar']?.inWindow ?? {};
  expect((byCompany?.['corvane'] ?? 0) / (commitCount ?? 1)).toBeGreaterThan(0.8);
  const pool = truth.repositories['orrery-db/orrery-pool'];
  expect([pool?.inWindow.commitCount, pool?.recent.merged]).toEqual([0, 0]);
  const shard = truth.repositories['orrery-db/orrery-shard']?.inWindow.byCompany;
  expect(shard?.['tessarine']).toBeUndefined();
  expect(shard?.['northquay']).toBeGreaterThan(0);
});

test('the world goes on by command: data, git, clock and truth together', async () => {
  const name = 'orrery-db/orrery';
  const before = git(name, 'rev-parse', 'main');
  const until = '2026-08-01T00:00:00Z';
  expect(dig(await client.control('POST', 'advance', { until }), 'now')).toBe(until);
  const later = await client.control('GET', 'truth');
  expect(dig(later, 'until')).toBe(until);
  const issues = Number(dig(later, 'repositories', name, 'counts', 'issues'));
  expect(issues).toBeGreaterThan(truth.repositories[name]?.counts.issues ?? 0);
  expect(git(name, 'rev-parse', 'main')).not.toEqual(before);
  expect(git(name, 'rev-list', '--count', 'main')).toEqual([
    String(dig(later, 'repositories', name, 'commitCount')),
  ]);
  const date = Date.parse((await client.rest(`/repos/${name}`)).headers.get('date') ?? '');
  expect(date).toBeGreaterThanOrEqual(Date.parse(until));
});
