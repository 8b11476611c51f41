import { metricTest } from '../../../support/metric-test.ts';

const merge = (node_id: string, merged_by_person_id: bigint | null, merged_at: string, more = {}) => ({
  node_id,
  merged_at,
  merged_by_person_id,
  merged_by_kind: 'person',
  author_person_id: 9n,
  ...more,
});

metricTest('mergers', {
  name: 'takes shares over all merges, and knows who is new',
  // Merged in the window: 2 by Ann (one her own), 1 by Bob, 1 by a bot, 1 by somebody who is gone. Ann merged before.
  given: {
    dim_person: [
      { person_id: 1n, name: 'Ann' },
      { person_id: 2n, name: 'Bob' },
      { person_id: 3n, name: 'merge-bot' },
    ],
    fct_pull_request: [
      merge('a', 1n, '2022-12-31T23:59:59Z'),
      merge('b', 1n, '2023-01-01'),
      merge('c', 1n, '2023-02-01', { author_person_id: 1n }),
      merge('d', 2n, '2023-03-01', { author_person_id: null }),
      merge('e', 3n, '2023-03-01', { merged_by_kind: 'bot' }),
      merge('f', null, '2023-03-01', { merged_by_kind: 'ghost' }),
      merge('g', 2n, '2024-01-01'),
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      person_name: 'Ann',
      merged_count: 2n,
      merged_share: 2 / 5,
      other_author_count: 1n,
      first_merged_at: '2022-12-31T23:59:59Z',
      is_new: false,
    },
    { person_name: 'Bob', merged_count: 1n, merged_share: 1 / 5, other_author_count: 1n, is_new: true },
  ],
});
