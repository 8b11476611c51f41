import { metricTest } from '../../../support/metric-test.ts';

const merge = (
  node_id: string,
  merged_by_person_id: bigint | null,
  merged_at: string,
  merged_by_kind = 'person',
) => ({
  node_id,
  merged_at,
  merged_by_person_id,
  merged_by_kind,
});

metricTest('merge_rights_by_quarter', {
  name: 'finds how few people do half of the merging, and who is new',
  // First quarter: Ann 2, Bob 1, a bot 1. Ann alone has 2 of 3, so 1. Ann merged in 2022, Bob is new.
  // Second: Bob 1, Cat 1: one of them has exactly half, which is enough. Cat is new. One by somebody who is gone.
  given: {
    fct_pull_request: [
      merge('a', 1n, '2022-06-01'),
      merge('b', 1n, '2023-01-01'),
      merge('c', 1n, '2023-02-01'),
      merge('d', 2n, '2023-03-31T23:59:59Z'),
      merge('e', 9n, '2023-02-01', 'bot'),
      merge('f', 2n, '2023-04-01'),
      merge('g', 3n, '2023-05-01'),
      merge('h', null, '2023-05-01', 'ghost'),
    ],
  },
  params: { from: '2023-01-01', to: '2023-06-01' },
  expect: [
    {
      quarter: '2023-01-01',
      is_partial: false,
      merged_count: 4n,
      machine_count: 1n,
      unknown_count: 0n,
      merger_count: 2n,
      new_merger_count: 1n,
      top_merger_share: 2 / 3,
      merge_absence_factor: 1,
    },
    {
      quarter: '2023-04-01',
      is_partial: true,
      merged_count: 3n,
      unknown_count: 1n,
      merger_count: 2n,
      new_merger_count: 1n,
      top_merger_share: 1 / 2,
      merge_absence_factor: 1,
    },
  ],
});

metricTest('merge_rights_by_quarter', {
  name: 'knows no share where only machines merge',
  given: { fct_pull_request: [merge('a', 9n, '2023-01-01', 'bot')] },
  params: { from: '2023-01-01', to: '2023-06-01' },
  expect: [
    {
      merged_count: 1n,
      machine_count: 1n,
      merger_count: 0n,
      top_merger_share: null,
      merge_absence_factor: null,
    },
  ],
});
