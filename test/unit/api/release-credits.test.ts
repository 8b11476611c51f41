import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { queryMetric } from '../../../src/index.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { git } from '../../support/git-repository.ts';
import { collectPeople } from '../../support/people.ts';

const folder = temporaryFolder(afterAll);
const collected = collectPeople(join(folder, 'straight'), [
  { author: 'Augusta Byron <ada@engine.io>', files: { a: '1' } },
  { author: 'Charles Babbage <charles@engine.io>', files: { a: '2' } },
  { author: 'Mary Somerville <mary@engine.io>', files: { a: '3' } },
]);

/** Two lines of work that come together: root - left - later - merge - last, and root - side - merge. */
const merged = collectPeople(join(folder, 'merged'), [
  { mark: 'root', author: 'Augusta Byron <ada@engine.io>', files: { a: '1' } },
  {
    mark: 'side',
    parents: ['root'],
    branch: 'side',
    author: 'Mary Somerville <mary@engine.io>',
    files: { b: '1' },
  },
  { mark: 'left', parents: ['root'], author: 'Charles Babbage <charles@engine.io>', files: { a: '2' } },
  { mark: 'later', parents: ['left'], author: 'Joan Clarke <joan@engine.io>', files: { a: '3' } },
  { mark: 'merge', parents: ['later', 'side'], author: 'Joan Clarke <joan@engine.io>', files: { b: '1' } },
  { parents: ['merge'], author: 'Grace Hopper <grace@engine.io>', files: { a: '4' } },
]);

async function credited(from: string, to: string, folder = collected): Promise<readonly unknown[]> {
  const { input } = await folder;
  const query = { ...input, metric: 'release_credits', targets: [], params: { from, to } };
  return (await queryMetric(query, testContext())).rows.map((row) => row['person_name']);
}

test('takes a commit in any of the ways in which git names one', async () => {
  const first =
    (await collected) && git(join(folder, 'straight', 'project.git'), 'rev-parse', 'main~2').trim();
  expect(await credited('HEAD~2', 'main')).toEqual(['Charles Babbage', 'Mary Somerville']);
  expect(await credited(first.slice(0, 8), 'main^')).toEqual(['Charles Babbage']);
});

test.each([
  // `main~2` is later and `main~3` left; both stand beside side, whose place in the history is as deep as left's.
  ['main~2', 'main'],
  ['main~4', 'main~2'],
  ['main^^2', 'main~2'],
  ['main~3', 'main~1'],
  ['main', 'main~1'],
])('lists whom git log %s..%s lists', async (from, to) => {
  await merged;
  const project = join(folder, 'merged', 'project.git');
  const authors = git(project, 'log', '--no-merges', '--format=%an', `${from}..${to}`).split('\n');
  expect(await credited(from, to, merged)).toEqual([...new Set(authors.filter(Boolean))].sort());
});

test.each([
  ['main~7', 'No tag, branch or commit `main~7` is collected'],
  ['--all', 'No tag, branch or commit `--all` is collected'],
])('refuses %s', async (from, message) => {
  await expect(credited(from, 'main')).rejects.toMatchObject({ code: 'E_PARAM', message });
});
