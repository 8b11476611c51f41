import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { queryMetric } from '../../../src/index.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { git } from '../../support/git-repository.ts';
import { collectPeople } from '../../support/people.ts';

const folder = temporaryFolder(afterAll);
const collected = collectPeople(folder, [
  { author: 'Augusta Byron <ada@engine.io>', files: { a: '1' } },
  { author: 'Charles Babbage <charles@engine.io>', files: { a: '2' } },
  { author: 'Mary Somerville <mary@engine.io>', files: { a: '3' } },
]);

async function credited(from: string, to: string): Promise<readonly unknown[]> {
  const { input } = await collected;
  const query = { ...input, metric: 'release_credits', targets: [], params: { from, to } };
  return (await queryMetric(query, testContext())).rows.map((row) => row['person_name']);
}

test('takes a commit in any of the ways in which git names one', async () => {
  const first = (await collected) && git(join(folder, 'project.git'), 'rev-parse', 'main~2').trim();
  expect(await credited('HEAD~2', 'main')).toEqual(['Charles Babbage', 'Mary Somerville']);
  expect(await credited(first.slice(0, 8), 'main^')).toEqual(['Charles Babbage']);
});

test.each([
  ['main~7', 'No tag, branch or commit `main~7` is collected'],
  ['--all', 'No tag, branch or commit `--all` is collected'],
])('refuses %s', async (from, message) => {
  await expect(credited(from, 'main')).rejects.toMatchObject({ code: 'E_PARAM', message });
});
