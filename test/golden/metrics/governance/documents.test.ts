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
    absent('roadmap'),
    absent('security'),
    absent('support'),
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
      ...['maintainers', 'pull_request_template', 'readme', 'roadmap', 'security', 'support'].map(absent),
    ],
  });
}
