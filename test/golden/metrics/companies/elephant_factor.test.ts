import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';
const dim_organization = [
  { organization_id: 1n, name: 'Acme' },
  { organization_id: 2n, name: 'Bolt' },
  { organization_id: 3n, name: 'Cog' },
];
const of = (organization_id: bigint, ...shas: string[]) =>
  shas.map((sha) => ({ sha, organization_id, weight: 1 }));

metricTest('elephant_factor', {
  name: 'nothing unknown: organizations until half is reached',
  // 6 commits: Acme 2, Bolt 2, Cog 2. Half is 3: 2 + 2 ≥ 3 → 2. Ties go by id, so Acme leads with 1/3.
  given: {
    dim_organization,
    fct_commit: ['a', 'b', 'c', 'd', 'e', 'f'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
    fct_commit_organization: [...of(1n, 'a', 'b'), ...of(2n, 'c', 'd'), ...of(3n, 'e', 'f')],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 6n,
      commit_known_share: 1,
      organization_count: 3n,
      elephant_factor: 2,
      elephant_factor_low: 2,
      elephant_factor_high: 2,
      elephant_factor_of_known: 2,
      top_organization: 'Acme',
      top_organization_share_low: 1 / 3,
      top_organization_share_high: 1 / 3,
    },
  ],
});

metricTest('elephant_factor', {
  name: 'bounds by giving unknown commits to the largest, or to each person alone; no point between them',
  // 10 commits: Acme 3, Bolt 2, and 5 unknown by 5 people. Half is 5. All unknown to Acme: 8 ≥ 5 → 1.
  // Each alone: 3 + 2 = 5 ≥ 5 → 2. Of the 5 known, half is 2.5: Acme's 3 → 1. Acme has between 3/10 and 8/10.
  given: {
    dim_organization,
    fct_commit: [
      ...['a', 'b', 'c', 'd', 'e'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
      ...[11n, 12n, 13n, 14n, 15n].map((principal_person_id) => ({
        sha: `x${principal_person_id}`,
        principal_person_id,
        landed_at,
      })),
      ...repeat(1, { sha: 'bot', landed_at, is_bot: true }),
    ],
    fct_commit_organization: [...of(1n, 'a', 'b', 'c', 'bot'), ...of(2n, 'd', 'e')],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 10n,
      commit_known_share: 0.5,
      organization_count: 2n,
      elephant_factor: null,
      elephant_factor_low: 1,
      elephant_factor_high: 2,
      elephant_factor_of_known: 1,
      top_organization_share_low: 0.3,
      top_organization_share_high: 0.8,
    },
  ],
});

metricTest('elephant_factor', {
  name: 'one unknown person with many commits is one of the largest, unknown authors are one per commit',
  // 6 commits, all unknown: 1 has 2, four are by nobody known. Each alone: 2 + 1 = 3 ≥ 3 → 2; all may be one organization's: 1.
  given: {
    fct_commit: [
      ...repeat(2, { principal_person_id: 1n, landed_at }),
      ...repeat(4, { principal_person_id: null, landed_at }),
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      commit_count: 6n,
      commit_known_share: 0,
      organization_count: 0n,
      elephant_factor: null,
      elephant_factor_low: 1,
      elephant_factor_high: 2,
      elephant_factor_of_known: null,
      top_organization: null,
      top_organization_share_low: null,
    },
  ],
});

metricTest('elephant_factor', {
  name: 'exactly half is enough, for every bound',
  // 10 commits: Acme 3, Bolt 3, Cog 2, unknown 2 by two people. Half is 5. Both unknown to Acme: 5 ≥ 5 → 1. Each alone:
  // 3 + 3 = 6 ≥ 5 → 2. Of the 8 known half is 4: 3 + 3 ≥ 4 → 2.
  given: {
    dim_organization,
    fct_commit: [
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
      { sha: 'x', principal_person_id: 11n, landed_at },
      { sha: 'y', principal_person_id: 12n, landed_at },
    ],
    fct_commit_organization: [...of(1n, 'a', 'b', 'c'), ...of(2n, 'd', 'e', 'f'), ...of(3n, 'g', 'h')],
  },
  params,
  expect: [{ elephant_factor_low: 1, elephant_factor_high: 2, elephant_factor_of_known: 2 }],
});

metricTest('elephant_factor', {
  name: 'one organization with exactly half of all is enough',
  given: {
    dim_organization,
    fct_commit: ['a', 'b', 'c', 'd'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
    fct_commit_organization: [...of(1n, 'a', 'b'), ...of(2n, 'c'), ...of(3n, 'd')],
  },
  params,
  expect: [{ elephant_factor: 1, elephant_factor_of_known: 1 }],
});
