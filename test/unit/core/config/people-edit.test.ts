import { expect, test } from 'vitest';
import { readPeople } from '../../../../src/core/config/people.ts';
import { editPeople, type PeopleEdit } from '../../../../src/core/config/people-edit.ts';
import { parseYaml } from '../../../../src/core/config/yaml.ts';

const EVERYTHING: readonly PeopleEdit[] = [
  { edit: 'affiliate', person: 'bob@example.org', organization: 'Acme', from: '2020-01-01' },
  { edit: 'kind', identity: 'ci@example.org', kind: 'bot' },
  { edit: 'split', identities: ['Jan <b@example.org>', 'Jan <a@example.org>'] },
  { edit: 'alias', person: 'ada@example.org', aliases: ['countess', 'ada1815'] },
  { edit: 'merge', identities: ['Zoe <>', 'zoe@example.org'] },
  { edit: 'merge', identities: ['b@example.org', 'a@example.org'] },
  {
    edit: 'forget',
    salt: 'aa',
    pseudonym: 'Forgotten Bcdfghjk',
    hashes: ['22', '11'],
    isNamedBy: () => false,
  },
];

test('writes one sorted line per decision, which reads back as it was meant', async () => {
  const text = await editPeople('', EVERYTHING);
  expect(
    text,
  ).toBe(`# Decisions about people. understory reads them at every build; delete a line and run it again to undo that one.
# Documented in docs/identity.md.

merges:
  - [Zoe <>, zoe@example.org]
  - [a@example.org, b@example.org]
splits:
  - [Jan <a@example.org>, Jan <b@example.org>]
aliases:
  ada@example.org: [ada1815, countess]
kinds:
  ci@example.org: bot
affiliations:
  - {person: bob@example.org, organization: Acme, from: 2020-01-01}
forgotten:
  salt: aa
  people:
    Forgotten Bcdfghjk: ["11", "22"]
`);
  const people = readPeople(await parseYaml(text, 'f'));
  expect(people.merges).toEqual([
    ['Zoe <>', 'zoe@example.org'],
    ['a@example.org', 'b@example.org'],
    ['ada@example.org', 'ada1815', 'countess'],
  ]);
  expect(people.forgotten).toEqual({
    salt: 'aa',
    people: [{ pseudonym: 'Forgotten Bcdfghjk', hashes: ['11', '22'] }],
  });
});

test('does not depend on the order of decisions, and a repeated one changes nothing', async () => {
  const text = await editPeople('', EVERYTHING);
  expect(await editPeople('', [...EVERYTHING].reverse())).toBe(text);
  expect(await editPeople(text, EVERYTHING)).toBe(text);
});

test('keeps what the user wrote, with comments', async () => {
  const text = `# ours
merges:
  # known since the meeting in Ghent
  - [b@example.org, c@example.org] # Bob
`;
  expect(
    await editPeople(text, [{ edit: 'merge', identities: ['a@example.org', 'b@example.org'] }]),
  ).toBe(`# ours
merges:
  # known since the meeting in Ghent
  - [b@example.org, c@example.org, a@example.org] # Bob
`);
  expect(
    await editPeople(text, [{ edit: 'merge', identities: ['a@example.org', 'x@example.org'] }]),
  ).toBe(`# ours
merges:
  # known since the meeting in Ghent
  - [a@example.org, x@example.org]
  - [b@example.org, c@example.org] # Bob
`);
});

test('makes one group of groups that are joined, and lets the newer of two contrary decisions stand', async () => {
  const merged = await editPeople('', [
    { edit: 'merge', identities: ['a', 'b'] },
    { edit: 'merge', identities: ['c', 'd'] },
    { edit: 'merge', identities: ['b', 'c'] },
  ]);
  expect(readPeople(await parseYaml(merged, 'f')).merges).toEqual([['a', 'b', 'c', 'd']]);
  const split = await editPeople('merges:\n  - [a, b]\n', [{ edit: 'split', identities: ['a', 'b'] }]);
  expect(split).toBe('splits:\n  - [a, b]\n');
  expect(await editPeople(split, [{ edit: 'merge', identities: ['b', 'a'] }])).toBe('merges:\n  - [a, b]\n');
});
