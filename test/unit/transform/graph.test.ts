import { expect, test } from 'vitest';
import { namesIn, orderNodes, readTableFiles } from '../../../src/transform/graph.ts';

const node = (name: string, ...reads: string[]) => ({ name, writes: [name], reads });

test('orders nodes after what they read, ties as given', () => {
  const nodes = [node('c', 'a', 'b'), node('b', 'a'), node('a'), node('d', 'nowhere')];
  expect(orderNodes(nodes).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
});

test('refuses tables that wait for each other', () => {
  expect(() => orderNodes([node('a', 'b'), node('b', 'c'), node('c', 'b')])).toThrow(
    'Tables wait for each other: `b` reads `c` reads `b`',
  );
});

test('sees names of tables, but not in text or comments', () => {
  const known = new Set(['fct_a', 'fct_b', 'fct_c']);
  expect(namesIn("-- fct_b\nselect 'fct_c' from fct_a as x -- fct_b", known)).toEqual(['fct_a']);
});

test('reads every file of staging, facts and macros with a header', async () => {
  const files = readTableFiles();
  expect(files.filter(({ kind }) => kind === 'view').length).toBeGreaterThan(10);
  expect(files.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(20);
  expect(files.filter(({ kind }) => kind === 'macro').length).toBeGreaterThan(0);
});
