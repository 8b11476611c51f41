import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportTables } from '../../../src/store/export.ts';
import { openScratch, openWriter } from '../../../src/store/open.ts';
import { writeParquet } from '../../../src/store/parquet.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "understory-it's-"));
});
afterEach(async () => await rm(folder, { recursive: true }));

async function rowsOf(path: string): Promise<unknown> {
  const store = await openScratch();
  try {
    return (await store.query('from read_parquet($path::varchar)', { path })).rows;
  } finally {
    store.close();
  }
}

test('writes rows with their types', async () => {
  const path = join(folder, 'rows.parquet');
  const columns = [
    { name: 'scope id', type: 'BIGINT' },
    { name: 'at', type: 'TIMESTAMPTZ' },
    { name: 'names', type: 'VARCHAR[]' },
  ];
  const rows = [
    { 'scope id': 5n, at: '2026-01-31T00:00:00Z', names: ['a', "b'c"] },
    { 'scope id': 6n, at: null, names: null },
  ];
  await writeParquet(path, { columns, rows });
  expect(await rowsOf(path)).toEqual(rows);
});

test('leaves nothing behind where it can not write', async () => {
  const result = writeParquet(join(folder, 'missing', 'x.parquet'), {
    columns: [{ name: 'a', type: 'INTEGER' }],
    rows: [],
  });
  await expect(result).rejects.toMatchObject({ code: 'E_PERMISSION' });
  expect(await readdir(folder)).toEqual([]);
});

test('exports every table in an order of its own, so that the same rows give the same bytes', async () => {
  const bytes: string[][] = [];
  for (const order of ['asc', 'desc']) {
    const db = join(folder, `${order}.duckdb`);
    const store = await openWriter(db);
    await store.run(
      `insert into run_build (built_at, fingerprint) select make_timestamptz(i * 1000000), 'f' || i from range(9) t(i) order by i ${order}`,
    );
    store.close();
    const target = join(folder, order);
    const exported = await exportTables(db, target, () => undefined);
    expect(exported.find(({ table_name }) => table_name === 'run_build')?.row_count).toBe(9n);
    expect(exported.length).toBe((await readdir(target)).length);
    bytes.push(
      await Promise.all(exported.map(async ({ path }) => (await readFile(path)).toString('base64'))),
    );
  }
  expect(bytes[0]).toEqual(bytes[1]);
});

test('says what is wrong with a file that is no database', async () => {
  const db = join(folder, 'x.duckdb');
  await writeFile(db, 'hello\n'.repeat(100));
  await expect(exportTables(db, join(folder, 'out'), () => undefined)).rejects.toMatchObject({
    code: 'E_DATABASE',
  });
  expect(await readdir(folder)).toEqual(['x.duckdb']);
});
