import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { loadSeeds } from '../../../src/transform/seeds.ts';

let store: Store;
beforeAll(async () => {
  store = await openMemory();
});
afterAll(() => store.close());

describe('loadSeeds', () => {
  const seed = (text: string) => [{ table: 'seed_bot', path: 'queries/seeds/bot.csv', text }];

  test.each([
    ['match_kind,value\nname,x\n', 'line 1: expected the columns match_kind, value, source'],
    ['match_kind,value,source\nname,x,y\nname,x\n', 'line 3: expected 3 fields, got 2'],
    ['match_kind,value,source\nname,x,\n', 'line 2: `source` is empty'],
    ['match_kind,value,source\nname,x"y,z\n', 'line 2: a quote stands in the wrong place'],
  ])('refuses %j', async (text, problem) => {
    await expect(loadSeeds(store, seed(text))).rejects.toMatchObject({
      code: 'E_SEED',
      message: `\`queries/seeds/bot.csv\` ${problem}`,
    });
  });

  test('refuses a day that is none', async () => {
    const text = 'organization,kind,owner,owned_from,source\nA,commercial,B,2020,x\n';
    await expect(
      loadSeeds(store, [{ table: 'seed_organization', path: 'o.csv', text }]),
    ).rejects.toMatchObject({
      message: '`o.csv` line 2: `owned_from` is `2020`, not a date like 2024-01-31',
    });
  });
});
