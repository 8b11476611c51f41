import { expect, test } from 'vitest';
import { shortType } from '../../../src/core/column.ts';

test('shortType writes types as headers do', () => {
  expect(shortType('TIMESTAMP WITH TIME ZONE[]')).toBe('TIMESTAMPTZ[]');
  expect(shortType('STRUCT("a" INTEGER, "b" TIMESTAMP WITH TIME ZONE)')).toBe(
    'STRUCT(a INTEGER, b TIMESTAMPTZ)',
  );
  expect(shortType('DECIMAL(18, 3)')).toBe('DECIMAL(18,3)');
});
