import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01', min_commits: '3' };
const landed_at = '2023-12-01';
const commit = (authored_at: string, author_offset_minutes: number | null) => ({
  person_id: 1n,
  landed_at,
  authored_at,
  author_offset_minutes,
});

metricTest('working_time_share_by_person', {
  name: 'hours by the clock of the author, unknown offsets left out',
  // 2023-05-01 is a Monday. 22:30 UTC + 630 min is Tuesday 9:00: office hours. 07:59 + 60 is 8:59 and 15:00 + 120 is 17:00: not.
  // Friday 23:00 UTC + 120 is Saturday. The one without an offset is not known: 1 of 4 in office hours, 1 of 4 on a weekend.
  // 2 has two commits with a known time, less than three: no row.
  given: {
    dim_person: [{ person_id: 1n, name: 'Ann' }],
    fct_commit: [
      commit('2023-05-01T22:30:00Z', 630),
      commit('2023-05-01T07:59:00Z', 60),
      commit('2023-05-01T15:00:00Z', 120),
      commit('2023-05-05T23:00:00Z', 120),
      commit('2023-05-02T12:00:00Z', null),
      { ...commit('2023-05-02T12:00:00Z', 0), is_bot: true },
      ...repeat(2, { ...commit('2023-05-02T12:00:00Z', 0), person_id: 2n }),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      person_id: 1n,
      name: 'Ann',
      commit_count: 5n,
      known_commit_count: 4n,
      working_time_share: 0.25,
      weekend_share: 0.25,
    },
  ],
});

metricTest('working_time_share_by_person', {
  name: 'ties go by id, and what was written in the window but landed after its end is not seen',
  given: {
    fct_commit: [
      { ...commit('2023-05-01T12:00:00Z', 0), person_id: 2n },
      commit('2023-05-06T12:00:00Z', 0),
      { ...commit('2023-12-31T12:00:00Z', 0), landed_at: '2024-01-01' },
    ],
  },
  params: { ...params, min_commits: '1' },
  expect: [
    { scope_id: 1n, rank: 1, person_id: 1n, commit_count: 1n, working_time_share: 0, weekend_share: 1 },
    { scope_id: 1n, rank: 2, person_id: 2n, working_time_share: 1, weekend_share: 0 },
  ],
});

metricTest('working_time_share_by_person', {
  name: 'Friday is a day of work, Saturday and Sunday are the weekend',
  // 2023-05-05 is a Friday, the next days are Saturday and Sunday: 1 of 3 in office hours, 2 of 3 on a weekend.
  given: {
    fct_commit: [
      commit('2023-05-05T12:00:00Z', 0),
      commit('2023-05-06T12:00:00Z', 0),
      commit('2023-05-07T12:00:00Z', 0),
    ],
  },
  params,
  expect: [{ person_id: 1n, known_commit_count: 3n, working_time_share: 1 / 3, weekend_share: 2 / 3 }],
});
