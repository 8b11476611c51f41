import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMetricFiles, nearest, readMetric, readMetrics } from '../../../src/metrics/registry.ts';
import { SAMPLE_SQL } from './sample-metric.ts';

describe('registry', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'understory-registry-'));
    await mkdir(join(folder, 'vitality'));
    await mkdir(join(folder, 'impact'));
    await writeFile(join(folder, 'vitality', 'commit_tally.sql'), SAMPLE_SQL);
    await writeFile(join(folder, 'vitality', 'notes.txt'), 'no metric');
    const moved = SAMPLE_SQL.replace('family: vitality', 'family: impact').replace(
      'commit_tally',
      'own_tally',
    );
    await writeFile(join(folder, 'impact', 'own_tally.sql'), moved);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('finds a metric by its file alone, sorted by family and name', async () => {
    expect(await findMetricFiles(folder)).toEqual([
      { family: 'impact', name: 'own_tally' },
      { family: 'vitality', name: 'commit_tally' },
    ]);
    expect((await readMetrics(folder)).map(({ path }) => path)).toEqual([
      'queries/metrics/impact/own_tally.sql',
      'queries/metrics/vitality/commit_tally.sql',
    ]);
  });

  test('reads one by its name', async () => {
    const { header, sql } = await readMetric('commit_tally', folder);
    expect(header.title).toBe('Commits by author');
    expect(sql).toBe(SAMPLE_SQL);
  });

  test('offers the nearest name for one that is not there', async () => {
    await expect(readMetric('comit_taly', folder)).rejects.toMatchObject({
      code: 'E_PARAM',
      message: 'There is no metric `comit_taly`',
      hint: 'Did you mean `commit_tally`? `understory metrics` lists all 2',
    });
  });

  test.each([
    ['truck', ['bots', 'truck_factor_people', 'truck_factor'], 'Did you mean `truck_factor`? '],
    ['bot', ['bots', 'backlog'], 'Did you mean `bots`? '],
    ['nope', ['bots', 'truck_factor'], ''],
    ['nope', [], ''],
  ])('offers what holds the text, else what is near, else nothing: %s of %j', (name, names, offer) => {
    expect(nearest(name, names)).toBe(offer);
  });

  test('takes no path for a name', async () => {
    await expect(readMetric('../vitality/commit_tally', folder)).rejects.toMatchObject({ code: 'E_PARAM' });
  });

  test('names the file whose header lies', async () => {
    await expect(readMetrics(join(folder, '..', folder.split('/').at(-1) ?? ''))).resolves.toHaveLength(2);
    await writeFile(join(folder, 'impact', 'bad.sql'), '-- metric: bad\nselect 1');
    await expect(readMetric('bad', folder)).rejects.toMatchObject({
      code: 'E_QUERY_CONTRACT',
      message: expect.stringContaining('queries/metrics/impact/bad.sql'),
    });
    await rm(join(folder, 'impact', 'bad.sql'));
  });
});
