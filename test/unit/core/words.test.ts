import { expect, test } from 'vitest';
import { counted } from '../../../src/core/words.ts';

test('counts one, none and many', () => {
  expect([0, 1, 1200].map((value) => counted(value, 'commit'))).toEqual([
    '0 commits',
    '1 commit',
    '1,200 commits',
  ]);
  expect([1, 2].map((value) => counted(value, 'person', 'people'))).toEqual(['1 person', '2 people']);
});
