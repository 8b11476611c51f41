import { expect, onTestFinished, test } from 'vitest';
import { frugally, frugallyAtFirst, giveBackMemory, makeGivingBack } from '../../../src/store/frugal.ts';
import { openMemory } from '../../../src/store/open.ts';

const SETTINGS = "select current_setting('memory_limit') as memory, current_setting('threads') as threads";

test('work gets little memory and few threads, and gives both back however it ends', async () => {
  const store = await openMemory();
  onTestFinished(() => store.close());
  const settings = async () => (await store.query(SETTINGS)).rows[0];
  await store.run("set memory_limit = '512MiB'; set threads = 3");
  const usual = { memory: '512.0 MiB', threads: 3n };
  expect(await settings()).toEqual(usual);
  expect(await frugally(store, { mebibytes: 64, threads: 1 }, settings)).toEqual({
    memory: '64.0 MiB',
    threads: 1n,
  });
  expect(await settings()).toEqual(usual);
  expect(await frugally(store, { mebibytes: 64 }, settings)).toEqual({ memory: '64.0 MiB', threads: 3n });
  await expect(
    frugally(store, { mebibytes: 64 }, () => Promise.reject(new Error('broken off'))),
  ).rejects.toThrow('broken off');
  expect(await settings()).toEqual(usual);
});

test('what little memory is not enough for is done again with more, and at last with the usual share', async () => {
  const store = await openMemory();
  onTestFinished(() => store.close());
  const limits: unknown[] = [];
  const joined = (count: number) => async () => {
    limits.push((await store.query(SETTINGS)).rows[0]?.['memory']);
    const sql = `select length(string_agg(i::varchar, '')) as size from range(${count}) as numbers(i)`;
    return (await store.query(sql)).rows;
  };
  await store.run("set memory_limit = '1GiB'");
  await expect(frugally(store, { mebibytes: 64 }, joined(20_000_000))).rejects.toThrow(/out of memory/i);
  expect(await frugallyAtFirst(store, { mebibytes: 16 }, joined(1_500_000))).toEqual([{ size: 9388890n }]);
  expect(await frugallyAtFirst(store, { mebibytes: 16 }, joined(20_000_000))).toEqual([{ size: 148888890n }]);
  expect(limits.slice(1)).toEqual(['16.0 MiB', '64.0 MiB', '16.0 MiB', '64.0 MiB', '1.0 GiB']);
  const broken = () => Promise.reject(new Error('broken off'));
  await expect(frugallyAtFirst(store, { mebibytes: 64 }, broken)).rejects.toThrow('broken off');
});

// Elsewhere the C library keeps what was freed, or gives it back by itself.
test.runIf(process.platform === 'linux')(
  'freed memory goes back to the machine, and the limit stays',
  async () => {
    const store = await openMemory();
    onTestFinished(() => store.close());
    await store.run("set memory_limit = '256MiB'; set threads = 1");
    const body = JSON.stringify({
      authors: Array.from({ length: 50 }, (_, id) => ({ id: `U_${id}`, name: 'Ada' })),
    });
    await store.run('create table bodies as select i, $body as body from range(10000) as numbers(i)', {
      body,
    });
    const paths = Array.from({ length: 8 }, (_, index) => `max(body->>'$.authors[${index}].id')`);
    const leaveMuch = () => store.query(`select ${paths.join(', ')} from bodies`);
    await leaveMuch();
    const before = process.memoryUsage.rss();
    await giveBackMemory(store);
    expect(process.memoryUsage.rss()).toBeLessThan(before - 10 * 2 ** 20);
    expect((await store.query(SETTINGS)).rows).toEqual([{ memory: '256.0 MiB', threads: 1n }]);
    const ran: string[] = [];
    const giveBack = makeGivingBack({
      ...store,
      run: (sql) => {
        ran.push(sql);
        return store.run(sql);
      },
    });
    await giveBack();
    expect(ran).toHaveLength(0);
    await leaveMuch();
    await giveBack();
    expect(ran).toHaveLength(1);
  },
);
