import { afterAll, beforeAll, describe, test } from 'vitest';
import { temporaryFolder } from '../support/collect.ts';
import { drawStormWorld, expectCalmAfter } from '../support/github-storm.ts';

const STORMS = 200;

describe(`${STORMS} collections through spoilt answers, changing data and kills`, () => {
  const cleanups: (() => void)[] = [];
  const world = temporaryFolder((clean) => cleanups.push(clean));
  beforeAll(() => drawStormWorld(world));
  afterAll(() => {
    for (const clean of cleanups) clean();
  });

  test.each(Array.from({ length: STORMS }, (_, index) => index + 1))('seed %i', async (seed) => {
    await expectCalmAfter(seed, world);
  });
});
