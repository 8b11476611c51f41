import { metricTest, repeat } from '../../../support/metric-test.ts';

const params = { from: '2023-01-01', to: '2024-01-01' };
const landed_at = '2023-05-01';
const organizations = [
  { organization_id: 1n, name: 'Acme', kind: 'commercial' },
  { organization_id: 2n, name: 'Uni', kind: 'academic' },
];

metricTest('organization_share', {
  name: 'shares over all commits, unknown as a row of its own, bounds by giving it all away',
  // 10 commits: Acme 5 (by 2 people), Uni 3, unknown 2. Acme: 5/10, at least that, at most 7/10; Uni 3/10 to 5/10. Known 8/10.
  // Lines: 7 + 2 of code and tests; b is mechanical, k is of the year before.
  // Acme's 5 is not above Uni's 3 + 2, so the order is not certain. The year before: Acme 1 of 2 commits, Uni 1 of 2.
  given: {
    dim_organization: organizations,
    fct_commit: [
      ...['a', 'c', 'd'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
      { sha: 'b', principal_person_id: 1n, landed_at, is_line_work: false },
      { sha: 'e', principal_person_id: 2n, landed_at },
      ...['f', 'g', 'h'].map((sha) => ({ sha, principal_person_id: 3n, landed_at })),
      ...['i', 'j'].map((sha) => ({ sha, principal_person_id: null, landed_at })),
      { sha: 'k', principal_person_id: 1n, landed_at: '2022-01-01' },
      { sha: 'l', principal_person_id: 3n, landed_at: '2022-12-31' },
      { sha: 'm', principal_person_id: 1n, landed_at: '2021-12-31' },
      { sha: 'bot', principal_person_id: 9n, landed_at, is_bot: true },
    ],
    fct_commit_organization: [
      ...['a', 'b', 'c', 'd', 'e', 'k', 'm', 'bot'].map((sha) => ({ sha, organization_id: 1n, weight: 1 })),
      ...['f', 'g', 'h', 'l'].map((sha) => ({ sha, organization_id: 2n, weight: 1 })),
    ],
    fct_commit_file: [
      { sha: 'k', path: 'x', file_class: 'code', added_line_count: 500 },
      { sha: 'b', path: 'x', file_class: 'code', added_line_count: 1000 },
      { sha: 'a', path: 'x', file_class: 'code', added_line_count: 7 },
      { sha: 'a', path: 'x_test', file_class: 'test', added_line_count: 2 },
      { sha: 'a', path: 'readme', file_class: 'docs', added_line_count: 99 },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      organization_id: 1n,
      organization: 'Acme',
      kind: 'commercial',
      commit_count: 5,
      person_count: 2n,
      added_line_count: 9,
      commit_share: 0.5,
      commit_share_low: 0.5,
      commit_share_high: 0.7,
      commit_known_share: 0.8,
      previous_commit_share: 0.5,
      is_rank_certain: false,
    },
    {
      scope_id: 1n,
      rank: 2,
      organization: 'Uni',
      kind: 'academic',
      commit_count: 3,
      commit_share_low: 0.3,
      commit_share_high: 0.5,
      previous_commit_share: 0.5,
      is_rank_certain: null,
    },
    {
      scope_id: 1n,
      rank: 3,
      organization_id: null,
      organization: 'unknown',
      kind: 'unknown',
      commit_count: 2,
      person_count: 0n,
      commit_share: 0.2,
      commit_share_low: 0.2,
      commit_share_high: 0.2,
      previous_commit_share: 0,
      is_rank_certain: null,
    },
  ],
});

metricTest('organization_share', {
  name: 'only bounds where too much is unknown',
  // 2 of 4 commits are unknown, more than 0.4: Acme has 0.5 to 1, no point. Nothing happened the year before.
  given: {
    dim_organization: organizations,
    fct_commit: ['a', 'b', 'c', 'd'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
    fct_commit_organization: ['a', 'b'].map((sha) => ({ sha, organization_id: 1n, weight: 1 })),
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      organization: 'Acme',
      commit_share: null,
      commit_share_low: 0.5,
      commit_share_high: 1,
      commit_known_share: 0.5,
      previous_commit_share: null,
    },
    { scope_id: 1n, rank: 2, organization: 'unknown', commit_share: null, commit_share_low: 0.5 },
  ],
});

metricTest('organization_share', {
  name: 'somebody of two organizations gives half to each, a hash in two repositories counts once, owners of today on request',
  // Commits a (half Acme, half Uni) and b (Uni), both also in repository 2: 0.5 and 1.5 of 2. Today Acme belongs to Uni: 2 of 2.
  given: {
    map_scope_repo: [
      { scope_id: 7n, repo_id: 1n },
      { scope_id: 7n, repo_id: 2n },
    ],
    dim_organization: [
      { organization_id: 1n, name: 'Acme', owner_organization_id: 2n },
      { organization_id: 2n, name: 'Uni' },
    ],
    fct_commit: [1n, 2n].flatMap((repo_id) =>
      ['a', 'b'].map((sha) => ({ repo_id, sha, principal_person_id: 1n, landed_at })),
    ),
    fct_commit_organization: [1n, 2n].flatMap((repo_id) => [
      { repo_id, sha: 'a', organization_id: 1n, weight: 0.5 },
      { repo_id, sha: 'a', organization_id: 2n, weight: 0.5 },
      ...repeat(1, { repo_id, sha: 'b', organization_id: 2n, weight: 1 }),
    ]),
  },
  params: { ...params, ownership_view: 'today' },
  expect: [
    {
      scope_id: 7n,
      rank: 1,
      organization: 'Uni',
      commit_count: 2,
      person_count: 1n,
      commit_share: 1,
      commit_known_share: 1,
    },
  ],
});

metricTest('organization_share', {
  name: 'as they were by default, and a certain order where nothing is unknown',
  // As above without today's owner: Uni 1.5 of 2, Acme 0.5 of 2; 1.5 > 0.5 + 0.
  given: {
    dim_organization: [
      { organization_id: 1n, name: 'Acme', owner_organization_id: 2n },
      { organization_id: 2n, name: 'Uni' },
    ],
    fct_commit: ['a', 'b'].map((sha) => ({ sha, principal_person_id: 1n, landed_at })),
    fct_commit_organization: [
      { sha: 'a', organization_id: 1n, weight: 0.5 },
      { sha: 'a', organization_id: 2n, weight: 0.5 },
      { sha: 'b', organization_id: 2n, weight: 1 },
    ],
  },
  params,
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      organization: 'Uni',
      commit_count: 1.5,
      commit_share: 0.75,
      is_rank_certain: true,
    },
    {
      scope_id: 1n,
      rank: 2,
      organization: 'Acme',
      commit_count: 0.5,
      commit_share: 0.25,
      is_rank_certain: null,
    },
  ],
});

metricTest('organization_share', {
  name: 'ten days are compared with the ten days before',
  // 22 December is within them, the 21st is not: Acme had one commit of one.
  given: {
    dim_organization: [
      { organization_id: 1n, name: 'Acme' },
      { organization_id: 2n, name: 'Uni' },
    ],
    fct_commit: [
      { sha: 'a', landed_at: '2023-01-05' },
      { sha: 'b', landed_at: '2022-12-22' },
      { sha: 'c', landed_at: '2022-12-21T23:59:59Z' },
    ],
    fct_commit_organization: [
      { sha: 'a', organization_id: 1n, weight: 1 },
      { sha: 'b', organization_id: 1n, weight: 1 },
      { sha: 'c', organization_id: 2n, weight: 1 },
    ],
  },
  params: { from: '2023-01-01', to: '2023-01-11' },
  expect: [{ scope_id: 1n, organization: 'Acme', commit_share: 1, previous_commit_share: 1 }],
});
