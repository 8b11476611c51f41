import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { PACKAGE_ROOT } from '../../../../src/core/paths.ts';
import { isGithubStream, STREAM_NAMES } from '../../../../src/core/streams.ts';
import { openMemory } from '../../../../src/store/open.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { temporaryFolder } from '../../../support/collect.ts';
import { collectFrom } from '../../../support/github.ts';
import { MAINTAINER } from '../../../support/stand-in-client.ts';

const NAMES = STREAM_NAMES.filter(isGithubStream);

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.1, only: ['orrery'] } });
});
afterAll(() => standIn.close());

test.each(NAMES)('%s can be collected alone, and nothing else is asked for', async (name) => {
  const store = await openMemory();
  onTestFinished(() => store.close());
  const outcome = await collectFrom({
    standIn,
    store,
    folder: temporaryFolder(onTestFinished),
    settings: { streams: [name] },
    tokens: [MAINTAINER],
  });
  expect(outcome.streams).toMatchObject([{ stream: name, status: 'done', reason: null }]);
  const asked = await store.query('select distinct stream from raw_request order by stream');
  expect(asked.rows.map(({ stream }) => stream)).toEqual([...new Set([name, 'repository'])].sort());
});

test('each stream has a line in the documentation, in the order in which they are read', () => {
  const text = readFileSync(join(PACKAGE_ROOT, 'docs/collectors.md'), 'utf8');
  const [, table = ''] = text.split(/^\| stream /m);
  const rows = table.slice(0, table.indexOf('\n\n')).matchAll(/^\| `(\w+)`/gm);
  expect([...rows].map(([, name]) => name)).toEqual(NAMES);
});
