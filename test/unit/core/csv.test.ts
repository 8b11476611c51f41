import { expect, test } from 'vitest';
import { csvCell, csvHeader, csvRows } from '../../../src/core/csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['=cmd()', "'=cmd()"],
  ['@x', "'@x"],
  ['-1', "'-1"],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['two\nlines', '"two\nlines"'],
])('writes the text %s as a cell that no spreadsheet runs', (text, cell) => {
  expect(csvCell(text, true)).toBe(cell);
});

test('a negative number is no formula', () => {
  expect(csvCell('-5', false)).toBe('-5');
});

test('tells null from an empty text and from an empty list, and writes lists as JSON', () => {
  const columns = [
    { name: 'name', type: 'VARCHAR' },
    { name: 'change', type: 'BIGINT' },
    { name: 'tags', type: 'VARCHAR[]' },
  ];
  const rows = [
    { name: '=cmd|"x"', change: -5n, tags: ['a', 'b'] },
    { name: 'Jane\u001b[2J', change: null, tags: null },
    { name: '', change: 9007199254740993n, tags: [] },
  ];
  expect(csvHeader(columns) + csvRows(columns, rows)).toBe(
    [
      'name,change,tags',
      '"\'=cmd|""x""",-5,"[""a"",""b""]"',
      'Jane\u001b[2J,,',
      '"",9007199254740993,[]',
      '',
    ].join('\n'),
  );
});
