import { expect, test } from 'vitest';
import { makeGarbageCollector } from '../../../src/core/garbage.ts';

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
