import { expect, test } from 'vitest';
import { openFactStore } from '../../../support/fact-tables.ts';
import { metricTest, runCase } from '../../../support/metric-test.ts';

const given = {
  fct_commit: [
    // Monday 2023-05-01, 23:30 UTC, is Tuesday 01:30 at +02:00.
    { authored_at: '2023-05-01T23:30:00Z', landed_at: '2023-05-02', author_offset_minutes: 120 },
    // The same instant at -03:30 is Monday 20:00.
    { authored_at: '2023-05-01T23:30:00Z', landed_at: '2023-05-02', author_offset_minutes: -210 },
    { authored_at: '2023-05-08T23:59:00Z', landed_at: '2023-05-09', author_offset_minutes: -210 },
    // Local time not known, then three that do not count.
    { authored_at: '2023-05-01T12:00:00Z', landed_at: '2023-05-02', author_offset_minutes: null },
    {
      authored_at: '2023-05-01T12:00:00Z',
      landed_at: '2023-05-02',
      author_offset_minutes: 60,
      is_merge: true,
    },
    { authored_at: '2023-05-01T12:00:00Z', landed_at: '2023-05-02', author_offset_minutes: 60, is_bot: true },
    { authored_at: null, landed_at: '2023-05-02', author_offset_minutes: 60 },
  ],
};

test('a week of hours in local time, empty ones included', async () => {
  // Tuesday 1 o'clock: 1, Monday 20 o'clock: 2 (20:00 and 20:29), 3 known of 4. All other of 7 * 24 = 168 are 0.
  const store = await openFactStore();
  const { rows } = await runCase(store, 'activity_times', {
    given,
    params: { from: '2023-01-01', to: '2024-01-01' },
  });
  store.close();
  expect(rows).toHaveLength(168);
  expect(rows.filter((row) => row['commit_count'] !== 0n)).toEqual([
    {
      scope_id: 1n,
      weekday: 1,
      hour: 20,
      commit_count: 2n,
      share_of_known: 2 / 3,
      commit_count_known_share: 0.75,
    },
    {
      scope_id: 1n,
      weekday: 2,
      hour: 1,
      commit_count: 1n,
      share_of_known: 1 / 3,
      commit_count_known_share: 0.75,
    },
  ]);
});

metricTest('activity_times', {
  name: 'without a known local time there is no clock to draw',
  given: {
    fct_commit: [{ authored_at: '2023-05-01', landed_at: '2023-05-01', author_offset_minutes: null }],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [],
  gaps: [{ scope_id: 1n, reason: 'no_data' }],
});
