import { metricTest } from '../../../support/metric-test.ts';

const reading = (node_id: string, snapshot_date: string, more = {}) => ({
  node_id,
  login: node_id,
  snapshot_date,
  sponsor_count: 9,
  has_listing: true,
  is_own: false,
  ...more,
});
const seen = { is_own: true, monthly_income_cents: 12_500, private_sponsor_count: 2 };

metricTest('sponsor_income', {
  name: 'is that of the newest reading with the maintainer’s own token, and nothing for others',
  // Corp was read by its own token in May and June, and by somebody else's in July. Ann never was by her own.
  given: {
    fct_sponsor_snapshot: [
      reading('corp', '2023-05-01', { ...seen, monthly_income_cents: 99, is_owner: true }),
      reading('corp', '2023-06-01', { ...seen, is_owner: true }),
      reading('corp', '2023-07-01', { is_owner: true }),
      reading('corp', '2024-02-01', { ...seen, monthly_income_cents: 77, is_owner: true }),
      reading('ann', '2023-07-01'),
      reading('nobody', '2023-07-01', { has_listing: false }),
    ],
  },
  params: { to: '2024-01-01' },
  expect: [
    {
      node_id: 'corp',
      is_owner: true,
      is_own: true,
      monthly_income_cents: 12_500,
      private_count: 2,
      snapshot_date: '2023-06-01',
    },
    {
      node_id: 'ann',
      is_owner: false,
      is_own: false,
      monthly_income_cents: null,
      private_count: null,
      snapshot_date: '2023-07-01',
    },
  ],
});
