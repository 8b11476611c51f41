import { metricTest } from '../../../support/metric-test.ts';

const reading = (node_id: string, snapshot_date: string, sponsor_count: number, more = {}) => ({
  node_id,
  login: node_id,
  snapshot_date,
  sponsor_count,
  has_listing: true,
  ...more,
});
const gives = (node_id: string, sponsor_login: string, created_at: string, more = {}) => ({
  node_id,
  maintainer_node_id: 'corp',
  sponsor_login,
  sponsor_kind: 'user',
  is_active: true,
  privacy_level: 'public',
  created_at,
  ...more,
});
const YEAR = { from: '2023-01-01', to: '2024-01-01' };

metricTest('sponsors', {
  name: 'tells people, organizations and those who hide apart, and counts against the reading before the window',
  // Seven at the newest reading, four before the window: 3 more. Public now: two people (one of them twice), one
  // organization, one whose account is gone; so 7 - 4 = 3 are private. New in the window: one of the people, and one who has stopped since.
  given: {
    fct_sponsor_snapshot: [
      reading('corp', '2022-12-31', 4, { is_owner: true }),
      reading('corp', '2023-12-31', 7, { is_owner: true }),
      reading('corp', '2024-01-02', 99, { is_owner: true }),
      reading('nobody', '2023-06-01', 0, { has_listing: false }),
    ],
    fct_sponsorship: [
      gives('a', 'ann', '2022-05-01'),
      gives('b', 'bob', '2023-05-01'),
      gives('c', 'bob', '2023-06-01'),
      gives('d', 'bigcorp', '2022-05-01', { sponsor_kind: 'organization' }),
      { ...gives('z', '', '2022-05-01'), sponsor_login: null, sponsor_kind: 'ghost' },
      gives('e', 'cat', '2023-07-01', { is_active: false }),
      gives('f', 'dan', '2024-01-01'),
    ],
  },
  params: YEAR,
  expect: [
    {
      node_id: 'corp',
      is_owner: true,
      sponsor_count: 7,
      person_count: 2n,
      organization_count: 1n,
      ghost_count: 1n,
      private_count: 3n,
      new_count: 2n,
      sponsor_change: 3,
      snapshot_date: '2023-12-31',
    },
  ],
});

metricTest('sponsors', {
  name: 'shows a listing without sponsors, and owners before their people',
  given: {
    fct_sponsor_snapshot: [
      reading('ann', '2023-06-01', 5),
      reading('corp', '2023-06-01', 0, { is_owner: true }),
    ],
  },
  params: YEAR,
  expect: [
    { node_id: 'corp', sponsor_count: 0, private_count: 0n, sponsor_change: null },
    { node_id: 'ann', is_owner: false, sponsor_count: 5, private_count: 5n },
  ],
});
