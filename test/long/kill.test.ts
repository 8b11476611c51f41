import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { busyHistory } from '../support/busy-history.ts';
import { temporaryFolder } from '../support/collect.ts';
import { makeRepository } from '../support/git-repository.ts';
import { killStorm } from '../support/kill-storm.ts';
import { seededRandom } from '../support/seeded-random.ts';

const STORMS = 20;
const KILLS = 10;

describe(`${STORMS} collections, each killed ${KILLS} times at random moments`, () => {
  test.each(Array.from({ length: STORMS }, (_, index) => index + 1))('seed %i', async (seed) => {
    const folder = temporaryFolder(onTestFinished);
    const target = makeRepository(join(folder, 'source'), busyHistory(300 + 20 * seed, seed));
    const { killed, undisturbed } = await killStorm({
      target,
      folder,
      kills: KILLS,
      random: seededRandom(seed),
    });
    expect(killed).toEqual(undisturbed);
  });
});
