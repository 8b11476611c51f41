import { expect, test } from 'vitest';
import { contentId } from '../../../src/core/id.ts';
import { resolvePeople } from '../../../src/resolve/identity.ts';
import type { IdentityUse } from '../../../src/resolve/identity-use.ts';

/** An identity written `Name <address> n`, used in n commits and credits. */
function use(text: string): IdentityUse {
  const [, name = '', email = '', count = '1'] = /^([^<]*?)\s*(?:<(.*)>)?\s*(\d+)?$/.exec(text) ?? [];
  return {
    identityId: contentId('git', name, email),
    name,
    email,
    mappedName: name,
    mappedEmail: email,
    isAgent: false,
    repoId: 1n,
    kind: 'person',
    useCount: Number(count),
    firstContributionAt: null,
  };
}

/** The names that were taken for one person, one list per person of several. */
function merged(...texts: readonly string[]): readonly (readonly string[])[] {
  const uses = texts.map(use);
  const { people } = resolvePeople(uses, { merges: [], splits: [], kinds: [] });
  const names = new Map<bigint, string[]>();
  for (const { identityId, personId } of people) {
    const found = uses.find((candidate) => candidate.identityId === identityId);
    names.set(personId, [...(names.get(personId) ?? []), found?.name ?? '']);
  }
  return [...names.values()].filter((group) => group.length > 1).map((group) => group.sort());
}

test.each([
  ['order of words', 'Hopper Grace', 'Grace Hopper <grace@navy.io> 9'],
  ['initials', 'Grace M. Hopper', 'Grace Hopper 9'],
  ['an initial in front', 'G. Brewster Murray', 'Brewster Murray 9'],
  ['a name in the middle', 'Grace Brewster Hopper', 'Grace Hopper 9'],
  ['a nickname', 'Grace "amazing" Hopper', 'Grace Hopper 9'],
  ['a slip', 'Grace Hoppper', 'Grace Hopper 9'],
  ['accents', 'Gräce Hopper', 'Grace Hopper 9'],
  ['a stroke through a letter', 'Rafał Wójcikowski', 'Rafal Wojcikowski 9'],
  ['two letters that changed places', 'Grace Hoppre', 'Grace Hopper 50'],
  ['a doubled letter', 'Tobias Bussman', 'Tobias Bussmann 2'],
  ['spaces', 'Hou Zhi Jie', 'Hou Zhijie 9'],
  ['no space at all', 'HouZhijie <hou@one.io>', 'Hou Zhijie 9'],
  ['Cyrillic', 'Олег Бартунов', 'Oleg Bartunov <oleg@moscow.io> 9'],
  ['a long name in Cyrillic with another address', 'Олег Бартунов <a@x.io>', 'Oleg Bartunov <oleg@y.io> 9'],
  ['another way to write Cyrillic', 'Алексей Булгаков <a@x.io>', 'Alexey Bulgakov 2'],
  ['Chinese letters', '高增琦', 'Gao Zengqi 2'],
  ['marks in an address', 'Colm <colm.mchugh@one.io>', 'Colm <colmmchugh@two.io> 9'],
  ['a login as a name', 'naisila <n@one.io>', 'Naisila Puka <1+naisila@users.noreply.github.com> 9'],
  [
    'a handle and where it is used',
    'gracehopper7 on github',
    'Grace Hopper <1+gracehopper7@users.noreply.github.com> 9',
  ],
  ['a handle with and without its place', 'gracehop on GitHub', 'gracehop <grace@navy.io> 9'],
  ['a hyphen', 'Jean Luc Picardo', 'Jean-Luc Picardo 9'],
])('%s does not part two names', (_, one, other) => {
  expect(merged(one, other)).toHaveLength(1);
});

test.each([
  ['two addresses', 'Grace M. Hopper <grace@navy.io>', 'Grace Hopper <hopper@harvard.io> 9'],
  ['two middle initials', 'Grace A. Hopper', 'Grace B. Hopper 9'],
  ['a slip in a short name', 'Ann Lee', 'Ann Leo 9'],
  ['a slip in the first letter', 'Brace Hopperson', 'Grace Hopperson 9'],
  ['a doubled letter as common as one', 'Tobias Bussman 2', 'Tobias Bussmann 3'],
  ['two letters that changed places in a name not much rarer', 'Anna Hoppre', 'Anna Hopper 9'],
  ['a word of a name', 'Jonathan <jon@one.io>', 'Jonathan'],
  ['a short name in Cyrillic with another address', 'Иван Ким <a@x.io>', 'Ivan Kim <ivan@y.io> 9'],
  ['Chinese letters with another address', '高增琦 <a@x.io>', 'Gao Zengqi <gao@y.io> 2'],
  ['an address that only repeats the name', 'Jonathan <jonathan@one.io>', 'Jonathan <jonathan@two.io> 9'],
  ['another name in an address', 'Colm <colm.mchugh@one.io>', 'Colm <colmoneill@two.io> 9'],
  ['a login with more than an initial', '<1+gracebohopper@users.noreply.github.com>', 'Grace Hopper 9'],
  ['a login with a letter in a name', '<1+gracehoppeer@users.noreply.github.com>', 'Grace Hopper 9'],
  ['handles at one place', 'gracehop7 on github', 'gracehop8 on github 50'],
  ['a handle that is a first name', 'grace on github', 'Grace <grace@navy.io> 9'],
  ['a slip as common as the right name', 'Grace Hoppper 3', 'Grace Hopper 9'],
])('%s part two people', (_, one, other) => {
  expect(merged(one, other)).toEqual([]);
});

test('an address with the same local part speaks for two spellings', () => {
  expect(merged('Grace M. Hopper <ghopper@navy.io>', 'Grace Hopper <ghopper@harvard.io> 9')).toHaveLength(1);
});

test('nobody is joined to one of two who fit equally', () => {
  expect(
    merged('Hopper Grace', 'Grace Hopper <a@navy.io> 9', 'Gräce Brewster <b@navy.io>', 'Grace Alan Hopper 7'),
  ).not.toContainEqual(expect.arrayContaining(['Grace Alan Hopper', 'Gräce Brewster']));
});

test('a first name means who bears it nearly alone', () => {
  // 90 of 100 uses are Grace Hopper's.
  expect(merged('Grace', 'Grace Hopper 90', 'Grace Kelly 10')).toEqual([['Grace', 'Grace Hopper']]);
  expect(merged('Grace', 'Grace Hopper 89', 'Grace Kelly 11')).toEqual([]);
});

test('a short name means one person where it is rare in a repository', () => {
  // 40 other names: 1 "Ann" and 1 "Lee" of 41 give 1/41 = 0.024 namesakes; with a second "Ann" it would be 0.048.
  const others = Array.from(
    { length: 40 },
    (_, index) => `First${'x'.repeat(index)} Last${'y'.repeat(index)}`,
  );
  const twice = ['Ann Lee <ann@one.io>', 'Ann Lee <lee@two.io>'];
  expect(merged(...twice, ...others)).toEqual([['Ann Lee', 'Ann Lee']]);
  expect(merged(...twice, 'Ann Other', ...others)).toEqual([]);
  expect(merged(...twice)).toEqual([]);
});

test('a handle is whoever has it as a login or in an address', () => {
  expect(merged('amazing', 'Grace Hopper <1+amazing@users.noreply.github.com> 9')).toHaveLength(1);
  expect(merged('ghopper', 'Grace Hopper <ghopper@navy.io> 9')).toHaveLength(1);
  // Named so with the address once, and without it more often.
  expect(merged('RexGrph 9', 'RexGrph <rexgrph@navy.io>')).toHaveLength(1);
  expect(merged('rexgrph 9', 'Grace Hopper <rexgrph@navy.io>')).toEqual([]);
  // A short local part may be a first name, and here two have it.
  expect(merged('grace', 'Ann Hopper <grace@navy.io> 9')).toEqual([]);
});

test.each([
  ['first and last name before @', 'jhopper <jane.hopper@navy.io>'],
  ['the last name in the domain', 'jane <jane@hopper.us>'],
  ['the other name before @', 'Hopper <jane.77@navy.io>'],
  ['a login', '<1+janehopper@users.noreply.github.com>'],
  ['a login with an initial', '<1+janebhopper@users.noreply.github.com>'],
  ['an address alone', '<jane.hopper@navy.io>'],
])('an address spells a full name: %s', (_, one) => {
  expect(merged(one, 'Jane Hopper 9')).toHaveLength(1);
});

test('an address that spells the names of two people says nothing, and neither does a short one', () => {
  const two = ['Jane Hopper <a@one.io> 3', 'Hopper Jane <b@two.io> 3'];
  expect(merged('Hopper <jane.7@navy.io>', ...two)).toEqual([]);
  expect(merged('al <ann.lee@navy.io>', 'Ann Lee 9')).toEqual([]);
  expect(merged('Jane Brewster <jane.hopper@navy.io>', 'Jane Hopper 9')).toEqual([]);
});

test('a login with digits is telling, and so is one that somebody gives as a name beside others', () => {
  expect(merged('yxu2162 <yxu2162@one.io>', 'Ying Xu <1+yxu2162@users.noreply.github.com> 9')).toHaveLength(
    1,
  );
  const owner = 'dkohn88 <1+dkohn88@users.noreply.github.com>';
  expect(merged(owner, 'dkohn88 <david@one.io>', 'David Kohn <david@one.io> 9')).toEqual([
    ['David Kohn', 'dkohn88', 'dkohn88'],
  ]);
});

test('a first name with the address of a full one at another host is that person', () => {
  expect(merged('Burak <velioglub@one.io>', 'Burak Velioglu <velioglub@two.io> 9')).toHaveLength(1);
  expect(merged('Burak <velioglub@one.io>', 'Murat Velioglu <velioglub@two.io> 9')).toEqual([]);
});

test("a login that is somebody else's first name too says nothing", () => {
  const owner = 'Grace Hopper <1+dennis@users.noreply.github.com> 9';
  expect(merged('dennis <d@one.io>', owner)).toHaveLength(1);
  expect(merged('dennis <d@one.io>', owner, 'Dennis Ritchie')).toEqual([]);
});

test('two Chinese names of one sound are two people', () => {
  expect(merged('高增琦', '高增奇', 'Gao Zengqi 9')).toEqual([]);
});

test('a name without its last word is the one that goes on, where its words are rare', () => {
  const others = Array.from({ length: 150 }, (_, index) => `Own${index} Other${index}`);
  const named = ['Raul Marin', 'Raúl Marín Rodríguez <raul@one.io>'];
  expect(merged(...named, ...others)).toEqual([['Raul Marin', 'Raúl Marín Rodríguez']]);
  expect(merged(...named, 'Raúl Marín Gómez', ...others)).toEqual([]);
  // Two of four have each word.
  expect(merged(...named, 'Ann Lee', 'Tom Lane')).toEqual([]);
});
