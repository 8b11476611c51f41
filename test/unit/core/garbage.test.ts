import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { makeGarbageCollector } from '../../../src/core/garbage.ts';
import { PACKAGE_ROOT } from '../../../src/core/paths.ts';

test('garbage goes at once, which V8 would keep for as long as little is made', async () => {
  const collectGarbage = makeGarbageCollector();
  let rows: unknown = Array.from({ length: 20_000 }, (_, id) => ({ id, name: `Ada ${id}` }));
  const gone = new WeakRef(rows as object);
  rows = null;
  // A WeakRef keeps what it holds to the end of the turn in which it was made.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(rows).toBeNull();
  expect(gone.deref()).toBeUndefined();
});

/** In a process of its own: room that has grown before says nothing. */
const GROW = `
import { getHeapSpaceStatistics } from 'node:v8';
import { keepYoungRoom } from './src/core/garbage.ts';
keepYoungRoom();
const room = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size;
const before = room();
const kept = [];
for (let id = 0; id < 1_000_000; id += 1) kept[id % 50_000] = { id, name: 'Ada ' + id };
process.stdout.write(JSON.stringify([before, room()]));
`;

test('room for young objects stays as it is, however many are made', () => {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', GROW];
  const output = execFileSync(process.execPath, args, { cwd: PACKAGE_ROOT, encoding: 'utf8' });
  const [before, after] = JSON.parse(output);
  expect(after).toBe(before);
});
