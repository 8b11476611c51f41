import { metricTest } from '../../../support/metric-test.ts';

metricTest('declared_adopters', {
  name: 'entries of lists and tables, each name once, no headings, rules or prose',
  given: {
    dim_repo: [{ full_name: 'acme/db' }],
    fct_document: [
      {
        kind: 'adopters',
        path: 'ADOPTERS.md',
        text: [
          '# Adopters',
          'These use it:',
          '',
          '- [Acme Corp](https://acme.example/x) - since 2020',
          '* **Bolt & Sons**: billing, see https://bolt.example',
          '1. Cog - everything',
          '- Acme Corp',
          '* * *',
          '| Name | Use |',
          '| --- | --- |',
          '| [Dyn](https://dyn.example) | search |',
          '| Eon | queues |',
        ].join('\r\n'),
      },
      { kind: 'readme', path: 'README.md', text: '- Not an adopter' },
    ],
  },
  expect: [
    {
      scope_id: 1n,
      rank: 1,
      repository: 'acme/db',
      adopter: 'Acme Corp',
      link: 'https://acme.example/x',
      path: 'ADOPTERS.md',
      line: 4,
    },
    { scope_id: 1n, rank: 2, adopter: 'Bolt & Sons', link: 'https://bolt.example', line: 5 },
    { scope_id: 1n, rank: 3, adopter: 'Cog', link: null, line: 6 },
    { scope_id: 1n, rank: 4, adopter: 'Dyn', link: 'https://dyn.example', line: 11 },
    { scope_id: 1n, rank: 5, adopter: 'Eon', link: null, line: 12 },
  ],
});

metricTest('declared_adopters', {
  name: 'an empty document declares nobody',
  given: {
    fct_document: [{ kind: 'adopters', path: 'ADOPTERS.md', text: '# Adopters\n\nAdd yourself here.\n' }],
  },
  expect: [],
  gaps: [{ scope_id: 1n, reason: 'no_data' }],
});
