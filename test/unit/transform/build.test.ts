import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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
