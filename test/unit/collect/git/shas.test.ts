import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { indexShas, makeShaList, pickShas } from '../../../../src/collect/git/shas.ts';

const hashes = (algorithm: 'sha1' | 'sha256', count: number) =>
  Array.from({ length: count }, (_, index) => createHash(algorithm).update(String(index)).digest('hex'));

const listOf = (shas: readonly string[]) => {
  const list = makeShaList();
  for (const sha of shas) list.add(sha);
  return list;
};

describe.each(['sha1', 'sha256'] as const)('hashes of %s', (algorithm) => {
  const all = hashes(algorithm, 10_000);
  const strangers = hashes(algorithm, 20_000).slice(10_000);
  const list = listOf(all);

  test('come back as they were added', () => {
    expect(list.length).toBe(all.length);
    expect(list.slice(0, list.length)).toEqual(all);
    expect(list.slice(4095, 4098)).toEqual(all.slice(4095, 4098));
    expect(list.at(9999)).toBe(all[9999]);
  });

  test('are found where they stand, and others nowhere', () => {
    const find = indexShas(list);
    expect(all.map(find)).toEqual([...all.keys()]);
    expect(strangers.flatMap((sha) => find(sha) ?? [])).toEqual([]);
  });

  test('are picked by position', () => {
    const picked = pickShas(list, [7, 3, 9000]);
    expect(picked.length).toBe(3);
    expect(picked.slice(1, 3)).toEqual([all[3], all[9000]]);
  });
});

test('hashes that begin alike are kept apart', () => {
  const alike = ['0', '1', '2'].map((end) => `deadbeef${end.repeat(32)}`);
  const find = indexShas(listOf(alike));
  expect(alike.map(find)).toEqual([0, 1, 2]);
  expect(find(`deadbeef${'3'.repeat(32)}`)).toBeUndefined();
});

test('nothing is found in an empty list', () => {
  expect(indexShas(makeShaList())('a'.repeat(40))).toBeUndefined();
});
