import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openReader, openWriter } from '../../../src/store/open.ts';
import { temporaryFolder } from '../../support/collect.ts';

test('text is written without FSST, which takes longer than all other writing', async () => {
  const store = await openWriter(join(temporaryFolder(onTestFinished), 'a.duckdb'));
  onTestFinished(() => store.close());
  await store.run("create table name as select 'Ada Byron ' || i as name from range(10000) as numbers(i)");
  await store.run('checkpoint');
  const { rows } = await store.query(
    "select distinct compression from pragma_storage_info('name') where segment_type = 'VARCHAR'",
  );
  expect(rows).toEqual([{ compression: 'Uncompressed' }]);
});

test('a database is read through a link to it', async () => {
  const folder = temporaryFolder(onTestFinished);
  mkdirSync(join(folder, 'elsewhere'));
  const path = join(folder, 'elsewhere', 'a.duckdb');
  (await openWriter(path)).close();
  symlinkSync(path, join(folder, 'link.duckdb'));
  const store = await openReader(join(folder, 'link.duckdb'));
  onTestFinished(() => store.close());
  expect((await store.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
