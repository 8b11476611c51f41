import { metricTest } from '../../../support/metric-test.ts';

const ABSENT = [
  'adopters',
  'changelog',
  'code_of_conduct',
  'codeowners',
  'contributing',
  'funding',
  'governance',
  'issue_template',
];
const LAST = ['roadmap', 'security', 'support'];
const absent = (kind: string) => ({
  scope_id: 1n,
  repo_id: 1n,
  kind,
  is_present: false,
  path: null,
  path_count: 0n,
  detail: null,
});

metricTest('documents', {
  name: 'one row for each expected kind, the document nearest to the root, the licence by its text',
  given: {
    dim_repo: [
      { repo_id: 1n, full_name: 'acme/db', head_sha: 'x' },
      { repo_id: 2n, name: 'empty', head_sha: null },
    ],
    fct_document: [
      { kind: 'readme', path: 'docs/README.md', text: 'Elsewhere' },
      { kind: 'readme', path: 'README.md', text: 'Hello', added_at: '2020-01-01', changed_at: '2023-01-01' },
      {
        kind: 'license',
        path: 'LICENSE',
        text: 'The MIT License\n\nPermission is hereby granted, free of charge,\nto any person obtaining a copy',
        added_at: null,
      },
      { kind: 'install', path: 'INSTALL', text: 'make' },
    ],
  },
  expect: [
    ...ABSENT.map(absent),
    { scope_id: 1n, kind: 'license', is_present: true, path: 'LICENSE', detail: 'MIT', added_at: null },
    absent('maintainers'),
    absent('pull_request_template'),
    {
      scope_id: 1n,
      kind: 'readme',
      repository: 'acme/db',
      place: 1,
      is_present: true,
      path: 'README.md',
      path_count: 2n,
      detail: null,
      added_at: '2020-01-01T00:00:00Z',
      changed_at: '2023-01-01T00:00:00Z',
    },
    ...LAST.map(absent),
  ],
});

const LICENCES: readonly (readonly [string, string | null])[] = [
  ['Apache License\n   Version 2.0, January 2004', 'Apache-2.0'],
  [
    'GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3, 19 November 2007\n linked with the GNU General Public License',
    'AGPL-3.0',
  ],
  ['GNU LESSER GENERAL PUBLIC LICENSE\n Version 2.1', 'LGPL-2.1'],
  ['GNU GENERAL PUBLIC LICENSE\n Version 2, June 1991', 'GPL-2.0'],
  [
    'Permission to use, copy, modify, and distribute this software and its\ndocumentation for any purpose, without fee, and without a written agreement\nis hereby granted',
    'PostgreSQL',
  ],
  [
    'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee',
    'ISC',
  ],
  ['Redistribution and use in source and binary forms ... Neither the name of the owner', 'BSD-3-Clause'],
  ['Ask the owner', null],
];

for (const [text, detail] of LICENCES) {
  metricTest('documents', {
    name: `licence ${detail ?? 'that nobody knows'}`,
    given: {
      dim_repo: [{ head_sha: 'x' }],
      fct_document: [{ kind: 'license', path: 'LICENSE', text }],
    },
    expect: [
      ...ABSENT.map(absent),
      { scope_id: 1n, kind: 'license', is_present: true, detail },
      ...['maintainers', 'pull_request_template', 'readme', ...LAST].map(absent),
    ],
  });
}

metricTest('documents', {
  name: 'in how many repositories of a project each document is, and in which it is missing',
  // Five of the six repositories have a commit. Three have a readme, one has a licence.
  given: {
    map_scope_repo: [1n, 2n, 3n, 4n, 5n, 6n].map((repo_id) => ({ scope_id: 7n, repo_id })),
    dim_repo: [
      { repo_id: 1n, name: 'zeta', head_sha: 'x' },
      { repo_id: 2n, full_name: 'acme/db', head_sha: 'y' },
      { repo_id: 3n, full_name: 'acme/driver', head_sha: 'z' },
      { repo_id: 4n, name: 'empty', head_sha: null },
      { repo_id: 5n, name: 'yard', head_sha: 'a' },
      { repo_id: 6n, name: 'yarn', head_sha: 'b' },
    ],
    fct_document: [
      { repo_id: 1n, kind: 'readme', path: 'README' },
      { repo_id: 2n, kind: 'readme', path: 'README' },
      { repo_id: 3n, kind: 'readme', path: 'README' },
      { repo_id: 3n, kind: 'license', path: 'LICENSE', text: '' },
      { repo_id: 3n, kind: 'license', path: 'docs/LICENSE', text: '' },
    ],
  },
  expect: [1n, 2n, 3n, 5n, 6n].flatMap((repo_id) =>
    [...ABSENT, 'license', 'maintainers', 'pull_request_template', 'readme', ...LAST].map((kind) => ({
      scope_id: 7n,
      repo_id,
      kind,
      repository_rank: { 1: 5, 2: 1, 3: 2, 5: 3, 6: 4 }[String(repo_id)] ?? null,
      repository_count: 5n,
      ...(kind === 'readme'
        ? { present_count: 3n, missing_in: 'yard, yarn' }
        : kind === 'license'
          ? { present_count: 1n, missing_in: 'acme/db, yard, yarn and 1 more' }
          : { present_count: 0n, missing_in: 'acme/db, acme/driver, yard and 2 more' }),
    })),
  ),
});
