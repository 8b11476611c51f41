import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { busyHistory } from '../../../support/busy-history.ts';
import { temporaryFolder } from '../../../support/collect.ts';
import { makeRepository } from '../../../support/git-repository.ts';
import { killStorm } from '../../../support/kill-storm.ts';
import { seededRandom } from '../../../support/seeded-random.ts';

test('a collection killed at random moments and run again ends as an undisturbed one', async () => {
  const folder = temporaryFolder(onTestFinished);
  const target = makeRepository(join(folder, 'source'), busyHistory(400, 7));
  const { killed, undisturbed, hits } = await killStorm({
    target,
    folder,
    kills: 4,
    random: seededRandom(7),
  });
  expect(hits).toBeGreaterThan(0);
  expect(Object.keys(undisturbed)).toContain('fct_commit');
  expect(undisturbed['fct_branch_commit']?.length).toBeGreaterThan(0);
  expect(killed).toEqual(undisturbed);
});
