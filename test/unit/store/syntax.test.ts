import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { readSyntax } from '../../../src/store/syntax.ts';

describe('readSyntax', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openMemory();
  });
  afterAll(() => store.close());

  test('finds tables in every corner and leaves out CTEs', async () => {
    const syntax = await readSyntax(
      store,
      `with recursive steps as (select 1 as a union all select a + 1 from steps where a < 3)
       select * from steps, dim_repo
       where exists (select 1 from main.fct_tag) and (select count(*) from "x.csv") > 0`,
    );
    expect(syntax.tables).toEqual(['dim_repo', 'main.fct_tag', 'x.csv']);
  });

  test('finds functions that stand for tables', async () => {
    const syntax = await readSyntax(
      store,
      'select abs(a) from range(3) as t(a), members(until := $to::date)',
    );
    expect(syntax.tableFunctions).toEqual(['members', 'range']);
    expect(syntax.tables).toEqual([]);
  });

  test('finds clocks and chance as functions and as column references', async () => {
    const syntax = await readSyntax(
      store,
      'select age(a), current_date, list_transform([1], lambda v: v + random()), t.now from t using sample 3',
    );
    expect(syntax.functions).toContainEqual({ name: 'age', argumentCount: 1 });
    expect(syntax.functions).toContainEqual({ name: 'random', argumentCount: 0 });
    expect(syntax.bareColumns).toContain('current_date');
    expect(syntax.bareColumns).not.toContain('now');
    expect(syntax.hasSample).toBe(true);
  });

  test('tells an order of the whole from one of a part', async () => {
    const part = await readSyntax(store, 'select a from (select a from t order by a) where a in (1, 2)');
    const whole = await readSyntax(store, 'with b as (select 1 as a) select a from b order by abs(a), a');
    expect([part.isOrdered, whole.isOrdered]).toEqual([false, true]);
  });

  test('refuses what is no SELECT', async () => {
    await expect(readSyntax(store, 'insert into t select 1')).rejects.toMatchObject({ code: 'E_QUERY' });
    await expect(readSyntax(store, 'select from where')).rejects.toMatchObject({ code: 'E_QUERY' });
  });
});
