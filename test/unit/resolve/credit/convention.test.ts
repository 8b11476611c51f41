import { expect, test } from 'vitest';
import { type ConventionCounts, detectConvention } from '../../../../src/resolve/credit/convention.ts';

const counts = (some: Partial<ConventionCounts>): ConventionCounts => ({
  commitCount: 1000,
  selfCommittedCount: 900,
  webCommittedCount: 0,
  signedCount: 0,
  closingNameCount: 0,
  ...some,
});

test.each([
  [{ selfCommittedCount: 950, closingNameCount: 50 }, 'postgresql'],
  [{ selfCommittedCount: 949, closingNameCount: 500 }, 'plain'],
  [{ selfCommittedCount: 1000, closingNameCount: 49 }, 'plain'],
  [{ commitCount: 100, selfCommittedCount: 100, closingNameCount: 9 }, 'plain'],
  [{ signedCount: 500 }, 'linux_kernel'],
  [{ signedCount: 499, webCommittedCount: 300 }, 'github_squash'],
  [{ webCommittedCount: 299 }, 'plain'],
  [{ commitCount: 0, selfCommittedCount: 0 }, 'plain'],
] as const)('%j is %s', (some, expected) => {
  expect(detectConvention(counts(some)).convention).toBe(expected);
});

test('the share of the count that decided is the confidence', () => {
  expect(detectConvention(counts({ signedCount: 600 }))).toEqual({
    convention: 'linux_kernel',
    rule: 'signed',
    confidence: 0.6,
  });
});
