import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWriter } from '../../../src/store/open.ts';
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
