import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collectTarget } from '../../../../src/collect/run.ts';
import { openMemory } from '../../../../src/store/open.ts';
import { collectSettings, temporaryFolder } from '../../../support/collect.ts';
import { testContext } from '../../../support/context.ts';
import { makeRepository } from '../../../support/git-repository.ts';

test('lines are stored a thousand commits at a time, however small the chunks are that git counts', async () => {
  const folder = temporaryFolder(onTestFinished);
  const commits = Array.from({ length: 450 }, (_, index) => ({ files: { f: `${index}\n` } }));
  const path = makeRepository(join(folder, 'source'), commits);
  const store = await openMemory();
  onTestFinished(() => store.close());
  const appended: string[] = [];
  const watched: typeof store = {
    ...store,
    append: (table) => {
      appended.push(table);
      return store.append(table);
    },
  };
  const storings = async (chunkSize: number) => {
    appended.length = 0;
    await store.run('delete from raw_git_line_read; update raw_git_repository set ref_fingerprint = null');
    await collectTarget(watched, path, collectSettings(folder, { chunkSize }), testContext());
    return appended.filter((table) => table === 'raw_git_line_count').length;
  };
  expect(await storings(4000)).toBe(1);
  expect(await storings(50)).toBeGreaterThan(4);
});
