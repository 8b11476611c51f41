import { expect, test } from 'vitest';
import { parseAffiliations } from '../../../../src/core/config/affiliations.ts';
import { readPeople } from '../../../../src/core/config/people.ts';
import { parseYaml } from '../../../../src/core/config/yaml.ts';

const shortly = (text: string) =>
  parseAffiliations(text, 'f').map(({ person, organization, validFrom, validTo, source }) =>
    [person, organization, validFrom, validTo, source].join(' '),
  );

test('reads the form of the CNCF: spans follow each other, and nobody works for Independent', () => {
  const text = `# comment
Ada Lovelace: Ada!Example.org, ada!users.noreply.github.com
\tAcme until 2019-05-01
\tIndependent until 2020-01-01
\tInitech

No Address:
\tGlobex from 2021-01-01 until 2022-01-01
`;
  expect(shortly(text)).toEqual([
    'ada@example.org Acme  2019-05-01 f line 3',
    'ada@users.noreply.github.com Acme  2019-05-01 f line 3',
    'ada@example.org Initech 2020-01-01  f line 5',
    'ada@users.noreply.github.com Initech 2020-01-01  f line 5',
    'no address Globex 2021-01-01 2022-01-01 f line 8',
  ]);
});

test('reads the form of gitdm', () => {
  expect(shortly('ada@example.org  Acme Inc. < 2010-01-31\nada@example.org Initech\n')).toEqual([
    'ada@example.org Acme Inc.  2010-01-31 f line 1',
    'ada@example.org Initech   f line 2',
  ]);
});

test.each([
  ['\tAcme\n', 'f line 1: an organization without a person above it'],
  ['Ada: a!b.c\n\tAcme until 2019\n', 'f line 2: expected a day such as 2024-01-31, got `2019`'],
  ['nonsense\n', 'f line 1: neither a person with addresses nor an address with an organization'],
])('refuses %j', (text, message) => {
  expect(() => parseAffiliations(text, 'f')).toThrow(message);
});

test('reads decisions about people', async () => {
  const yaml = `merges:
  - [ada@example.org, Ada L <ada@old.example>]
splits:
  - [Jan Smith <a@example.org>, Jan Smith <b@example.org>]
kinds:
  ci@example.org: bot
affiliations:
  - { person: Ada@example.org, organization: Acme, from: 2020-01-01 }
`;
  const people = readPeople(await parseYaml(yaml, 'f'));
  expect(people.merges).toEqual([['ada@example.org', 'Ada L <ada@old.example>']]);
  expect(people.splits).toHaveLength(1);
  expect(people.kinds).toEqual([{ identity: 'ci@example.org', kind: 'bot' }]);
  expect(people.affiliations).toEqual([
    {
      person: 'ada@example.org',
      organization: 'Acme',
      validFrom: '2020-01-01',
      validTo: null,
      source: 'f line 8',
    },
  ]);
});

test.each([
  ['merges:\n  - [a@b.c]\n', 'f line 2: expected at least two identities in a group'],
  ['kinds:\n  a@b.c: robot\n', 'f line 2: expected person, bot or agent, got `robot`'],
  ['affiliations:\n  - { person: a@b.c }\n', 'f line 2: `person` and `organization` are both needed'],
])('refuses the decision %j', async (yaml, message) => {
  const root = await parseYaml(yaml, 'f');
  expect(() => readPeople(root)).toThrow(message);
});
