import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildFacts } from '../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { collectInto, temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { makeRepository } from '../../support/git-repository.ts';

test('every message is read once, however many there are', async () => {
  const folder = temporaryFolder(onTestFinished);
  const commits = Array.from({ length: 2100 }, (_, at) => ({
    message: `Fix ${at}\n\nReviewed-by: Ann Author <ann@author.io>\n`,
  }));
  const path = makeRepository(join(folder, 'source'), commits);
  const { store, rows } = await collectInto(folder, path, { chunkSize: 4000 });
  await buildFacts(store, NO_SETTINGS, testContext());
  const read = 'select count(*)::integer as commits, count(distinct sha)::integer as shas from';
  expect(await rows(`${read} run_credit_message`)).toEqual([{ commits: 2100, shas: 2100 }]);
  expect(await rows(`${read} map_commit_credit where role = 'reviewer'`)).toEqual([
    { commits: 2100, shas: 2100 },
  ]);
});
