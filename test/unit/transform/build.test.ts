import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../src/core/config/config.ts';
import { buildFacts } from '../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { collectInto, comparableTables, temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { addCommits, makeRepository } from '../../support/git-repository.ts';

test('facts are built once for the same rows, again for new ones, and a fetch without news moves their end', async () => {
  const folder = temporaryFolder(onTestFinished);
  const path = makeRepository(join(folder, 'origin.git'), [{ files: { a: '1\n' } }]);
  const { store, again, rows } = await collectInto(folder, `file://${path}`);
  const build = () => buildFacts(store, NO_SETTINGS, testContext());
  const ends = async () => ({
    ...(await rows('select fetched_at as repo from dim_repo'))[0],
    ...(await rows('select fetched_at as stream from fct_stream'))[0],
  });
  expect(await build()).toEqual({ isRebuilt: true });
  expect(await build()).toEqual({ isRebuilt: false });
  const built = await comparableTables(store);
  await again({}, testContext({ now: () => new Date('2026-02-01T00:00:00Z') }));
  expect(await build()).toEqual({ isRebuilt: false });
  expect(await ends()).toEqual({ repo: '2026-02-01T00:00:00Z', stream: '2026-02-01T00:00:00Z' });
  expect(await comparableTables(store)).toEqual(built);
  addCommits(path, [{ parents: ['refs/heads/main^0'], files: { a: '2\n' } }]);
  await again();
  expect(await build()).toEqual({ isRebuilt: true });
  expect(await rows('select count(*) as commits from fct_commit')).toEqual([{ commits: 2n }]);
});

test('rules of the user read credits that no shipped rule knows, also in messages that were read before', async () => {
  const folder = temporaryFolder(onTestFinished);
  const message = 'Change\n\nLanded-for: Ada Byron <ada@engine.io>\nHandled-by: Bo Diddley\n';
  const path = makeRepository(join(folder, 'origin.git'), [{ message, files: { a: '1\n' } }]);
  const { store, rows } = await collectInto(folder, `file://${path}`);
  const credits = () => rows('select name, role from map_commit_credit order by position');
  await buildFacts(store, NO_SETTINGS, testContext());
  // A key that ends in "-by" is help until a rule says more.
  expect(await credits()).toEqual([{ name: 'Bo Diddley', role: 'assist' }]);
  const config = await readConfig(undefined, folderWith(folder, RULES));
  await buildFacts(store, { ...NO_SETTINGS, creditRules: config.creditRules }, testContext());
  expect(await credits()).toEqual([
    { name: 'Ada Byron', role: 'author' },
    { name: 'Bo Diddley', role: 'reviewer' },
  ]);
});

const RULES = `credits:
  - { kind: title, phrase: Landed-for, role: author, confidence: 0.95 }
  - { kind: key, phrase: Handled-by, role: reviewer, confidence: 0.9 }
`;

function folderWith(folder: string, settings: string): string {
  writeFileSync(join(folder, 'understory.yml'), settings);
  return folder;
}
