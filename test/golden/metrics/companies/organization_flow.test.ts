import { metricTest } from '../../../support/metric-test.ts';

metricTest('organization_flow', {
  name: 'new, returning and lost ones, the busiest first; who stayed and who was gone before has no row',
  // Window 2023, the year before 2022. 1: only 2023 → new. 2: 2020 and 2023 → returning. 3: 2021 and 2022 → lost.
  // 4: 2022 and 2023 → stayed. 5: 2021 only → gone long ago. The bot of 6 does not count.
  given: {
    dim_organization: [1n, 2n, 3n, 4n, 5n, 6n].map((organization_id) => ({
      organization_id,
      name: `Org ${organization_id}`,
      kind: 'commercial',
    })),
    fct_commit: [
      { sha: 'a', principal_person_id: 1n, landed_at: '2023-02-01' },
      { sha: 'b', principal_person_id: 2n, landed_at: '2020-02-01' },
      { sha: 'c', principal_person_id: 2n, landed_at: '2023-02-01' },
      { sha: 'd', principal_person_id: 3n, landed_at: '2021-02-01' },
      { sha: 'e', principal_person_id: 3n, landed_at: '2022-12-31' },
      { sha: 'f', principal_person_id: 4n, landed_at: '2022-02-01' },
      { sha: 'g', principal_person_id: 4n, landed_at: '2023-02-01' },
      { sha: 'h', principal_person_id: 5n, landed_at: '2021-12-31' },
      { sha: 'i', principal_person_id: 6n, landed_at: '2023-02-01', is_bot: true },
      { sha: 'j', principal_person_id: 7n, landed_at: '2024-01-01' },
    ],
    fct_commit_organization: [
      { sha: 'a', organization_id: 1n, weight: 1 },
      { sha: 'b', organization_id: 2n, weight: 1 },
      { sha: 'c', organization_id: 2n, weight: 0.5 },
      { sha: 'd', organization_id: 3n, weight: 1 },
      { sha: 'e', organization_id: 3n, weight: 1 },
      { sha: 'f', organization_id: 4n, weight: 1 },
      { sha: 'g', organization_id: 4n, weight: 1 },
      { sha: 'h', organization_id: 5n, weight: 1 },
      { sha: 'i', organization_id: 6n, weight: 1 },
      { sha: 'j', organization_id: 5n, weight: 1 },
    ],
  },
  params: { from: '2023-01-01', to: '2024-01-01' },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      organization_id: 1n,
      organization: 'Org 1',
      kind: 'commercial',
      flow: 'new',
      commit_count: 1,
      previous_commit_count: 0,
      person_count: 1n,
      first_commit_at: '2023-02-01T00:00:00Z',
      last_commit_at: '2023-02-01T00:00:00Z',
    },
    {
      scope_id: 1n,
      rank: 2,
      organization_id: 3n,
      flow: 'lost',
      commit_count: 0,
      previous_commit_count: 1,
      person_count: 1n,
      last_commit_at: '2022-12-31T00:00:00Z',
    },
    {
      scope_id: 1n,
      rank: 3,
      organization_id: 2n,
      flow: 'returning',
      commit_count: 0.5,
      previous_commit_count: 0,
      first_commit_at: '2020-02-01T00:00:00Z',
    },
  ],
});

metricTest('organization_flow', {
  name: 'ten days are compared with the ten days before',
  // 1 was last seen on 22 December, in the ten days before: lost. 2 was on the 21st, too early for that.
  given: {
    dim_organization: [
      { organization_id: 1n, name: 'Acme' },
      { organization_id: 2n, name: 'Uni' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2022-12-22' },
      { sha: 'b', landed_at: '2022-12-21T23:59:59Z' },
    ],
    fct_commit_organization: [
      { sha: 'a', organization_id: 1n, weight: 1 },
      { sha: 'b', organization_id: 2n, weight: 1 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-01-11' },
  expect: [{ scope_id: 1n, organization: 'Acme', flow: 'lost', previous_commit_count: 1 }],
});
