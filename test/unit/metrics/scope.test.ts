import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findScopes } from '../../../src/metrics/scope.ts';
import type { Store } from '../../../src/store/store.ts';
import { openFactStore } from '../../support/fact-tables.ts';

let store: Store;
let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'understory-scope-')));
  store = await openFactStore();
  const repos = [
    {
      id: 1n,
      name: 'pgvector',
      full: 'pgvector/pgvector',
      url: 'https://github.com/pgvector/pgvector',
      path: null,
    },
    { id: 2n, name: 'local', full: null, url: null, path: folder },
    {
      id: 3n,
      name: 'pgvector',
      full: 'fork/pgvector',
      url: 'https://example.com/fork/pgvector.git',
      path: null,
    },
  ];
  for (const { id, name, full, url, path } of repos) {
    await store.run(
      'insert into dim_repo (repo_id, name, full_name, origin_url, path) values ($id, $name, $full, $url, $path)',
      { id, name, full, url, path },
    );
    await store.run("insert into dim_scope (scope_id, kind, name) values ($id, 'repository', $name)", {
      id,
      name: full ?? name,
    });
  }
  await store.run(
    "insert into dim_scope (scope_id, kind, name, ecosystem) values (10, 'project', 'vectors', 'postgres'), (11, 'ecosystem', 'postgres', 'postgres')",
  );
});

afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

const idsOf = async (...targets: readonly string[]) =>
  (await findScopes(store, targets, folder)).map(({ scopeId }) => scopeId);

test.each([
  ['pgvector/pgvector', 1n],
  ['PGVector/pgvector', 1n],
  ['https://github.com/pgvector/pgvector.git', 1n],
  ['git@github.com:pgvector/pgvector.git', 1n],
  ['ssh://git@example.com/fork/pgvector', 3n],
  ['local', 2n],
  ['.', 2n],
  ['vectors', 10n],
  ['postgres/vectors', 10n],
  ['postgres', 11n],
])('finds %s', async (target, id) => {
  expect(await idsOf(target)).toEqual([id]);
});

test('keeps the order asked for, takes each once, and means every repository without targets', async () => {
  expect(await idsOf('vectors', 'pgvector/pgvector', 'vectors')).toEqual([10n, 1n]);
  expect(await idsOf()).toEqual([3n, 2n, 1n]);
});

test('offers near names for an unknown target, and the full ones for an ambiguous target', async () => {
  await expect(idsOf('pgvectr/pgvector')).rejects.toMatchObject({
    code: 'E_TARGET',
    hint: expect.stringContaining('Did you mean `pgvector/pgvector`'),
  });
  await expect(idsOf('/else/where')).rejects.toMatchObject({
    message: '`/else/where` is not in the database',
    hint: 'Run `understory collect /else/where` first',
  });
  await expect(idsOf('pgvector')).rejects.toMatchObject({
    code: 'E_TARGET',
    message: expect.stringContaining('fits several'),
  });
});
