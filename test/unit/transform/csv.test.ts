import { expect, test } from 'vitest';
import { parseCsv } from '../../../src/transform/csv.ts';

test('reads plain and quoted fields and knows the line of each record', () => {
  expect(parseCsv('a,b\n"x, ""y""",\r\n\n"two\nlines",z')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['x, "y"', ''] },
    { line: 4, fields: ['two\nlines', 'z'] },
  ]);
});

test('refuses a quote inside a field', () => {
  expect(() => parseCsv('a,b\nc,d"e\n')).toThrow('line 2');
});
