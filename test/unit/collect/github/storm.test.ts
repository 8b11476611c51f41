import { afterAll, beforeAll, test } from 'vitest';
import { temporaryFolder } from '../../../support/collect.ts';
import { drawStormWorld, expectCalmAfter } from '../../../support/github-storm.ts';

/** A tenth of what `npm run test:long` goes through. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

const cleanups: (() => void)[] = [];
const world = temporaryFolder((clean) => cleanups.push(clean));
beforeAll(() => drawStormWorld(world));
afterAll(() => {
  for (const clean of cleanups) clean();
});

test.each(SEEDS)(
  'after storm %i and a calm run everything is as if there had been no storm',
  async (seed) => {
    await expectCalmAfter(seed, world);
  },
);
