import { expect, onTestFinished, test } from 'vitest';
import type { CollectSettings } from '../../../../src/collect/outcome.ts';
import { openMemory } from '../../../../src/store/open.ts';
import type { Store } from '../../../../src/store/store.ts';
import { buildFacts } from '../../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../../src/transform/settings.ts';
import { startStandIn } from '../../../stand-in/start.ts';
import { temporaryFolder } from '../../../support/collect.ts';
import { testContext } from '../../../support/context.ts';
import { collectFrom, githubContext } from '../../../support/github.ts';

const SINCE = '2026-03-01T00:00:00Z';
const STREAMS = ['git', 'repository', 'issues', 'pulls', 'releases', 'forks', 'discussions'] as const;
/** Those of which a first run leaves out what did not change since. */
const CUT = ['discussions', 'forks', 'issues', 'pulls'];

async function setUp() {
  const standIn = await startStandIn({ generate: { seed: 3, scale: 0.1 } });
  const folder = temporaryFolder(onTestFinished);
  const store = await openMemory();
  onTestFinished(async () => {
    store.close();
    await standIn.close();
  });
  const collect = async (settings: Partial<CollectSettings>, context = githubContext()) => {
    await collectFrom({ standIn, store, folder, settings: { streams: STREAMS, ...settings }, context });
  };
  return { store, collect };
}

/** The streams that are not whole from the beginning, after facts were built. */
async function cutStreams(store: Store): Promise<readonly unknown[]> {
  await buildFacts(store, NO_SETTINGS, testContext());
  const { rows } = await store.query(
    'select stream, complete_from from fct_stream where complete_from is not null order by stream',
  );
  return rows.map(({ stream, complete_from }) => [stream, complete_from]);
}

test('streams that began at a date say so until they are read in full', async () => {
  const { store, collect } = await setUp();
  await collect({ since: new Date(SINCE) });
  const expected = CUT.map((stream) => [stream, SINCE]);
  expect(await cutStreams(store)).toEqual(expected);
  await collect({});
  expect(await cutStreams(store)).toEqual(expected);
  await collect({ isFull: true });
  expect(await cutStreams(store)).toEqual([]);
});

test('a date is no promise before the first scan has ended, nor is a full one that was stopped', async () => {
  const { store, collect } = await setUp();
  const stopped = () => {
    const controller = new AbortController();
    const onProgress = ({ phase }: { readonly phase: string }) => {
      if (phase === 'collecting issues') controller.abort();
    };
    return githubContext({ signal: controller.signal, onProgress });
  };
  const issues = async () => {
    await cutStreams(store);
    const { rows } = await store.query(
      "select complete_from, fetched_at is not null as is_whole from fct_stream where stream = 'issues'",
    );
    return rows[0];
  };
  await expect(collect({ since: new Date('2020-01-01') }, stopped())).rejects.toThrow();
  expect(await issues()).toMatchObject({ is_whole: false });
  await collect({});
  expect(await issues()).toEqual({ complete_from: '2020-01-01T00:00:00Z', is_whole: true });
  await expect(collect({ isFull: true }, stopped())).rejects.toThrow();
  expect(await issues()).toMatchObject({ complete_from: '2020-01-01T00:00:00Z' });
});
