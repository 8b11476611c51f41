import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { collectTarget } from '../../../src/collect/run.ts';
import type { ProgressEvent } from '../../../src/core/context.ts';
import { openMemory } from '../../../src/store/open.ts';
import { buildFacts } from '../../../src/transform/build.ts';
import { readCreditsAhead } from '../../../src/transform/credit-step.ts';
import { readBuildInputs } from '../../../src/transform/fingerprint.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import { collectInto, collectSettings, comparableTables, temporaryFolder } from '../../support/collect.ts';
import { testContext } from '../../support/context.ts';
import { makeRepository } from '../../support/git-repository.ts';

test('every message is read once, however many there are', async () => {
  const folder = temporaryFolder(onTestFinished);
  const commits = Array.from({ length: 2100 }, (_, at) => ({
    message: `Fix ${at}\n\nReviewed-by: Ann Author <ann@author.io>\n`,
  }));
  const path = makeRepository(join(folder, 'source'), commits);
  const { store, rows } = await collectInto(folder, path, { chunkSize: 4000 });
  await buildFacts(store, NO_SETTINGS, testContext());
  const read = 'select count(*)::integer as commits, count(distinct sha)::integer as shas from';
  expect(await rows(`${read} run_credit_message`)).toEqual([{ commits: 2100, shas: 2100 }]);
  expect(await rows(`${read} map_commit_credit where role = 'reviewer'`)).toEqual([
    { commits: 2100, shas: 2100 },
  ]);
});

test('credits are read ahead while lines are counted, and are those that a build alone reads', async () => {
  const folder = temporaryFolder(onTestFinished);
  const path = makeRepository(join(folder, 'source'), [
    { message: 'Add a\n\nReviewed-by: Ann Author <ann@author.io>\n', files: { a: '1\n' } },
    { message: 'Add b\n\nReviewed-by: Bob Brown <bob@brown.io>\n', files: { b: '1\n' } },
  ]);
  const ahead = await openMemory();
  const beginMeanwhile = () => readCreditsAhead(ahead, readBuildInputs(NO_SETTINGS));
  await collectTarget(ahead, path, collectSettings(folder, { beginMeanwhile }), testContext());
  const { rows } = await ahead.query('select name, role from map_commit_credit order by name');
  expect(rows).toEqual([
    { name: 'Ann Author', role: 'reviewer' },
    { name: 'Bob Brown', role: 'reviewer' },
  ]);
  const phases = new Set<string>();
  const onProgress = ({ phase }: ProgressEvent) => void phases.add(phase);
  await buildFacts(ahead, NO_SETTINGS, testContext({ onProgress }));
  expect([...phases]).toEqual(['building facts']);
  const { store: alone } = await collectInto(folder, path);
  await buildFacts(alone, NO_SETTINGS, testContext());
  expect(await comparableTables(ahead)).toEqual(await comparableTables(alone));
});

test('where DuckDB may use too little memory, credits wait for the build', async () => {
  const folder = temporaryFolder(onTestFinished);
  const message = 'Add a\n\nReviewed-by: Ann Author <ann@author.io>\n';
  const path = makeRepository(join(folder, 'source'), [{ message, files: { a: '1\n' } }]);
  const { store, rows } = await collectInto(folder, path);
  await store.run("update raw_git_commit set message = message || repeat('x', 50_000_000)");
  const [usual] = await rows("select current_setting('memory_limit') as memory");
  await store.run(
    `set temp_directory = '${folder}'; set memory_limit = '100MB'; set max_temp_directory_size = '0MB'`,
  );
  for await (const _ of readCreditsAhead(store, readBuildInputs(NO_SETTINGS)));
  await store.run(`set memory_limit = '${usual?.['memory']}'`);
  const credits = () => rows('select name from map_commit_credit');
  expect(await credits()).toEqual([]);
  await buildFacts(store, NO_SETTINGS, testContext());
  expect(await credits()).toEqual([{ name: 'Ann Author' }]);
});
