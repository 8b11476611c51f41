import { expect, onTestFinished, test } from 'vitest';
import { frugally } from '../../../src/store/frugal.ts';
import { openMemory } from '../../../src/store/open.ts';

const SETTINGS = "select current_setting('memory_limit') as memory, current_setting('threads') as threads";

test('work gets little memory and few threads, and gives both back however it ends', async () => {
  const store = await openMemory();
  onTestFinished(() => store.close());
  const settings = async () => (await store.query(SETTINGS)).rows[0];
  await store.run("set memory_limit = '512MiB'; set threads = 3");
  const usual = { memory: '512.0 MiB', threads: 3n };
  expect(await settings()).toEqual(usual);
  expect(await frugally(store, { memory: '64MiB', threads: 1 }, settings)).toEqual({
    memory: '64.0 MiB',
    threads: 1n,
  });
  expect(await settings()).toEqual(usual);
  expect(await frugally(store, { memory: '64MiB' }, settings)).toEqual({ memory: '64.0 MiB', threads: 3n });
  await expect(
    frugally(store, { memory: '64MiB' }, () => Promise.reject(new Error('broken off'))),
  ).rejects.toThrow('broken off');
  expect(await settings()).toEqual(usual);
});
