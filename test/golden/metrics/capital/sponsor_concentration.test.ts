import { metricTest } from '../../../support/metric-test.ts';

const gives = (node_id: string, maintainer_node_id: string, sponsor_login: string, more = {}) => ({
  node_id,
  maintainer_node_id,
  sponsor_login,
  sponsor_kind: 'user',
  is_active: true,
  privacy_level: 'public',
  created_at: '2023-05-01',
  ...more,
});

metricTest('sponsor_concentration', {
  name: 'weighs each sponsorship the same',
  // bigcorp sponsors two accounts, ann and bob one each: 4 sponsorships of 3 sponsors, HHI (4 + 1 + 1) / 16 = 0.375.
  // One more that has ended and one that begins after the end do not count. Listed: corp and dan; sponsored: corp and eve.
  given: {
    fct_sponsor_snapshot: [
      { node_id: 'corp', snapshot_date: '2023-06-01', sponsor_count: 3, has_listing: true },
      { node_id: 'dan', snapshot_date: '2023-06-01', sponsor_count: 0, has_listing: true },
      { node_id: 'eve', snapshot_date: '2023-06-01', sponsor_count: 1, has_listing: false },
    ],
    fct_sponsorship: [
      gives('a', 'corp', 'bigcorp', { sponsor_kind: 'organization' }),
      gives('b', 'dan', 'bigcorp', { sponsor_kind: 'organization' }),
      gives('c', 'corp', 'ann'),
      gives('d', 'corp', 'bob'),
      gives('e', 'corp', 'cat', { is_active: false }),
      gives('f', 'corp', 'fay', { created_at: '2024-01-01' }),
    ],
  },
  params: { to: '2024-01-01' },
  expect: [
    {
      account_count: 3n,
      listed_count: 2n,
      sponsored_count: 2n,
      sponsor_count: 3n,
      organization_count: 1n,
      organization_share: 1 / 3,
      sponsorship_count: 4n,
      top_sponsor_count: 2n,
      equal_weight_hhi: 0.375,
    },
  ],
});

metricTest('sponsor_concentration', {
  name: 'knows no share where every sponsor is private',
  given: {
    fct_sponsor_snapshot: [
      { node_id: 'corp', snapshot_date: '2023-06-01', sponsor_count: 3, has_listing: true },
    ],
  },
  params: { to: '2024-01-01' },
  expect: [{ sponsored_count: 1n, sponsor_count: 0n, organization_share: null, equal_weight_hhi: null }],
});
