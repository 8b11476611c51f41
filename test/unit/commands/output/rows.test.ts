import { expect, test } from 'vitest';
import { markdownRows } from '../../../../src/commands/output/markdown.ts';
import { writeRows } from '../../../../src/commands/output/stream.ts';
import { displayWidth, tableRows } from '../../../../src/commands/output/table.ts';

const TABLE = {
  columns: [
    { name: 'name', type: 'VARCHAR' },
    { name: 'change', type: 'BIGINT' },
    { name: 'tags', type: 'VARCHAR[]' },
  ],
  rows: [
    { name: '=cmd|"x"', change: -5n, tags: ['a', 'b'] },
    { name: 'Jane\u001b[2J', change: null, tags: null },
    { name: '', change: 9007199254740993n, tags: [] },
  ],
};

async function* batches(...all: readonly (typeof TABLE.rows)[]) {
  yield* all;
}

test('writes JSON as one array however the rows arrive', async () => {
  const written: string[] = [];
  const write = async (text: string) => void written.push(text);
  const [first, ...others] = TABLE.rows;
  if (!first) throw new Error('no rows');
  await writeRows({ columns: TABLE.columns, batches: batches([first], [], others) }, 'json', write);
  expect(JSON.parse(written.join(''))).toEqual([
    { name: '=cmd|"x"', change: -5, tags: ['a', 'b'] },
    { name: 'Jane\u001b[2J', change: null, tags: null },
    { name: '', change: '9007199254740993', tags: [] },
  ]);
  written.length = 0;
  await writeRows({ columns: TABLE.columns, batches: batches() }, 'json', write);
  expect(JSON.parse(written.join(''))).toEqual([]);
});

test('writes one JSON document per line', async () => {
  const written: string[] = [];
  const stream = { columns: TABLE.columns, batches: batches(TABLE.rows) };
  await writeRows(stream, 'ndjson', async (text) => void written.push(text));
  const lines = written.join('').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).name)).toEqual(['=cmd|"x"', 'Jane\u001b[2J', '']);
});

test('draws a table in which terminal escapes stand as text', async () => {
  expect((await tableRows(TABLE, undefined)).split('\n')).toEqual([
    'name                       change  tags',
    '───────────────  ────────────────  ─────────',
    '=cmd|"x"                       -5  ["a","b"]',
    'Jane[U+001B][2J              null  null',
    '                 9007199254740993  []',
    '',
  ]);
});

test('fits a table into the terminal, and falls back to blocks where it can not', async () => {
  const table = {
    columns: [
      { name: 'path', type: 'VARCHAR' },
      { name: 'count', type: 'INTEGER' },
    ],
    rows: [{ path: '漢字'.repeat(20), count: 5 }],
  };
  const lines = (await tableRows(table, 40)).trimEnd().split('\n');
  expect(lines.map(displayWidth).every((width) => width <= 40)).toBe(true);
  expect(lines.at(-1)).toMatch(/…\s+5$/);
  expect(await tableRows(table, 12)).toBe(`path   ${'漢字'.repeat(20)}\ncount  5\n`);
});

test('parts names of columns before it cuts text, and never cuts a number or a time', async () => {
  const table = {
    columns: [
      { name: 'name', type: 'VARCHAR' },
      { name: 'unknown_commit_count', type: 'BIGINT' },
      { name: 'landed_at', type: 'TIMESTAMPTZ' },
    ],
    rows: [
      { name: 'Augusta Ada King', unknown_commit_count: 1234567890123n, landed_at: '2026-07-28T11:20:50Z' },
    ],
  };
  expect(await tableRows(table, 50)).toBe(
    [
      '                    unknown_',
      'name            commit_count  landed_at',
      '─────────────  ─────────────  ────────────────────',
      'Augusta Ada …  1234567890123  2026-07-28T11:20:50Z',
      '',
    ].join('\n'),
  );
  expect(await tableRows(table, 45)).toBe(
    'name                  Augusta Ada King\nunknown_commit_count  1234567890123\nlanded_at             2026-07-28T11:20:50Z\n',
  );
});

test('goes on in the next line with sentences, and cuts nothing that is to be typed', async () => {
  const columns = [
    { name: 'fact', type: 'VARCHAR', look: 'whole' },
    { name: 'meaning', type: 'VARCHAR', look: 'wrapped' },
  ] as const;
  const rows = [{ fact: 'question', meaning: 'How few people wrote half of it?\n→ type this' }];
  expect(await tableRows({ columns, rows }, 36)).toBe(
    [
      'fact      meaning',
      '────────  ──────────────────────────',
      'question  How few people wrote half',
      '          of it?',
      '          → type this',
      '',
    ].join('\n'),
  );
  const command = { ...columns[0], name: 'command' };
  expect(await tableRows({ columns: [command], rows: [{ command: 'understory people split' }] }, 20)).toBe(
    'command  understory people split\n',
  );
});

test('writes a Markdown table without links, markup or columns of foreign making', async () => {
  const text = await markdownRows({
    columns: [{ name: 'name', type: 'VARCHAR' }],
    rows: [{ name: 'a|b [x](http://e) <b>' }],
  });
  expect(text.split('\n')[2]).toBe('| a\\|b \\[x\\](http\\://e) \\<b\\> |');
});

test('draws a table of more rows than a function takes arguments', async () => {
  const count = 130_000;
  const columns = [{ name: 'n', type: 'BIGINT' }];
  const rows = Array.from({ length: count }, (_, index) => ({ n: BigInt(index) }));
  const lines = (await tableRows({ columns, rows }, undefined)).split('\n');
  // The name, the rule, the rows and what follows the last end of a line.
  expect(lines).toHaveLength(count + 3);
  expect([lines[2], lines[502], lines[count + 1]]).toEqual(['     0', '   500', '129999']);
});
