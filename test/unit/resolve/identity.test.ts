import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentId } from '../../../src/core/id.ts';
import type { PeopleDecisions } from '../../../src/core/people-decisions.ts';
import { resolvePeople } from '../../../src/resolve/identity.ts';
import type { IdentityUse } from '../../../src/resolve/identity-use.ts';

const NONE: PeopleDecisions = { merges: [], splits: [], kinds: [] };

function use(name: string, email: string, parts: Partial<IdentityUse> = {}): IdentityUse {
  return {
    repoId: 1n,
    identityId: contentId('git', name, email),
    name,
    email,
    mappedName: name,
    mappedEmail: email,
    isAgent: false,
    kind: 'person',
    firstContributionAt: '2020-01-01T00:00:00Z',
    ...parts,
  };
}

/** How many people `uses` are. */
function countPeople(uses: readonly IdentityUse[], decisions: PeopleDecisions = NONE): number {
  return new Set(resolvePeople(uses, decisions).people.map(({ personId }) => personId)).size;
}

describe('resolvePeople', () => {
  test.each([
    ['one address in two spellings', [use('Ann', 'Ann@author.io'), use('annie', 'ann@author.io')], 1],
    ['a role address', [use('Ann', 'info@author.io'), use('Bob', 'info@author.io')], 2],
    ['an address without a domain', [use('Ann', 'ann@localhost'), use('Bob', 'ann@localhost')], 2],
    ['no address at all', [use('Ann', ''), use('Bob', '')], 2],
    ['a full name of 10 letters', [use('Berta Baker', 'b@one.io'), use('berta  BAKER', 'b@two.io')], 1],
    ['a full name of 9 letters', [use('Ann Author', 'a@one.io'), use('Ann Author', 'a@two.io')], 2],
    ['a single long name', [use('Bertabaker', 'b@one.io'), use('Bertabaker', 'b@two.io')], 2],
    [
      'a full name with and without accents',
      [use('José Gonzáles', 'a@one.io'), use('Jose Gonzales', 'a@two.io')],
      1,
    ],
    [
      'a full name in two repositories',
      [use('Berta Baker', 'b@one.io'), use('Berta Baker', 'b@two.io', { repoId: 2n })],
      2,
    ],
    [
      'one account under two logins',
      [use('Ann', '7+ann@users.noreply.github.com'), use('A.', '7+anna@users.noreply.github.com')],
      1,
    ],
    [
      'two accounts that had one login',
      [
        use('Ann', '7+ann@users.noreply.github.com'),
        use('Bob', '8+ann@users.noreply.github.com'),
        use('?', 'ann@users.noreply.github.com'),
      ],
      3,
    ],
    [
      'a login and the one account with it',
      [use('Ann', '7+ann@users.noreply.github.com'), use('?', 'ann@users.noreply.github.com')],
      1,
    ],
    [
      'one full name of two accounts',
      [
        use('Berta Baker', '7+berta@users.noreply.github.com'),
        use('Berta Baker', '8+bb@users.noreply.github.com'),
      ],
      2,
    ],
    [
      'a bot that uses a person’s address',
      [use('Ann', 'ann@author.io'), use('ann[bot]', 'ann@author.io', { kind: 'bot' })],
      2,
    ],
    ['a name alone that one person has', [use('Tom Lane', 'tgl@one.io'), use('Tom Lane', '')], 1],
    [
      'a name alone that two people have',
      [use('Tom Lane', 'tgl@one.io'), use('Tom Lane', 'tom@two.io'), use('Tom Lane', '')],
      3,
    ],
  ])('counts people with %s', (_, uses, count) => {
    expect(countPeople(uses)).toBe(count);
  });

  test('takes an address of more than four names for shared', () => {
    const uses = ['Ann', 'Bob', 'Carl', 'Dora', 'Ed'].map((name) => use(name, 'crew@builder.io'));
    expect(countPeople(uses.slice(0, 4))).toBe(1);
    expect(countPeople(uses)).toBe(5);
  });

  test('takes the account of a pull request’s commits for that of an address, unless many or nobody may use it', () => {
    const itself = (id: string): IdentityUse => ({
      ...use('', '', { account: { id, login: `user${id}`, isItself: true, isBot: false } }),
      identityId: contentId('github', id),
    });
    const branch = (name: string, email: string, parts: Partial<IdentityUse> = {}) =>
      use(name, email, { branchAccountId: '7', ...parts });
    const found = resolvePeople([itself('7'), branch('Ann', 'ann@author.io')], NONE);
    expect(found.links).toEqual([expect.objectContaining({ rule: 'pull_request_email', confidence: 0.95 })]);
    expect(countPeople([itself('7'), branch('Ann', 'ann@author.io')])).toBe(1);
    expect(countPeople([itself('7'), branch('Ann', 'ann@one.io'), branch('A.', 'a@two.io')])).toBe(1);
    for (const email of [
      'info@author.io',
      'ann@localhost',
      'noreply@github.com',
      '8+ann@users.noreply.github.com',
    ])
      expect(countPeople([itself('7'), branch('Ann', email)]), email).toBe(2);
    const crew = ['Ann', 'Bob', 'Carl', 'Dora', 'Ed'].map((name) => branch(name, 'crew@builder.io'));
    expect(countPeople([itself('7'), ...crew])).toBe(6);
    // GitHub's word on the commit itself, and the mailmap's, are closer to it.
    const known = { account: { id: '8', login: 'user8', isItself: false, isBot: false } };
    expect(countPeople([itself('7'), branch('Ann', 'ann@author.io', known)])).toBe(2);
    const mapped = { mappedName: 'Ann', mappedEmail: 'ann@home.io' };
    expect(countPeople([itself('7'), branch('crew', 'crew@author.io', mapped)])).toBe(2);
  });

  test('lets the mailmap join, and its address stand for the raw one', () => {
    const mapped = { mappedName: 'Ann Author', mappedEmail: 'ann@author.io' };
    const uses = [
      use('root', 'root@localhost', mapped),
      use('Ann Author', 'ann@author.io', { firstContributionAt: '2019-01-01T00:00:00Z' }),
      use('annie', 'ann@author.io'),
      use('root', 'root@other'),
    ];
    expect(countPeople(uses)).toBe(2);
    const { people } = resolvePeople(uses, NONE);
    const rules = new Map(people.map(({ identityId, rule }) => [identityId, rule]));
    expect([...rules.values()].sort()).toEqual(['email', 'mailmap', 'own', 'own']);
  });

  test('names a person by the earliest identity, then by the smallest id, and keeps the weakest rule on the way', () => {
    const later = use('Berta Baker', 'b@one.io', { firstContributionAt: '2021-01-01T00:00:00Z' });
    const earlier = use('Berta Baker', 'b@two.io', { firstContributionAt: '2020-06-01T00:00:00Z' });
    const never = use('bb', 'b@two.io', { firstContributionAt: null });
    const { people, links } = resolvePeople([later, earlier, never], NONE);
    expect(new Set(people.map(({ personId }) => personId))).toEqual(new Set([earlier.identityId]));
    expect(people.find(({ identityId }) => identityId === later.identityId)).toMatchObject({
      rule: 'full_name',
      confidence: 0.92,
    });
    expect(links.map(({ rule }) => rule)).toEqual(['email', 'full_name']);
  });

  test('obeys splits before every rule, merges included', () => {
    const uses = [use('Ann', 'ann@author.io'), use('Bob', 'ann@author.io')];
    const splits = [['Ann', 'Bob']];
    expect(countPeople(uses, { ...NONE, splits })).toBe(2);
    expect(countPeople(uses, { ...NONE, splits, merges: [['Ann', 'Bob']] })).toBe(2);
    expect(resolvePeople(uses, { ...NONE, splits }).links).toEqual([]);
  });

  test('names a person by the smallest id where several contributed first in one second', () => {
    const uses = ['1', '2', '3', '4'].map((name) => use(name, 'ann@author.io'));
    const ids = uses.map(({ identityId }) => identityId).sort((a, b) => (a < b ? -1 : 1));
    for (const order of [uses, uses.toReversed()]) {
      expect(new Set(resolvePeople(order, NONE).people.map(({ personId }) => personId))).toEqual(
        new Set(ids.slice(0, 1)),
      );
    }
  });
});

const NAMES = [
  'Ann Author',
  'Berta Baker',
  'berta baker',
  'Bértà Baker',
  'root',
  'Carl Constantin',
  'CarlConstantin',
  'Carl Constantni',
  'Карл Константин',
  'Карл Константін',
  'Carl Constantin Cooper',
  'Сергей Сергеев',
  'Сергеи Сергеев',
  'Sergey Sergeev',
  'bb',
  '',
];
const EMAILS = [
  '',
  'ann@author.io',
  'b@one.io',
  'B@one.io',
  'root@localhost',
  'carl.cooper@one.io',
  'carlcooper@two.io',
  '7+bb@users.noreply.github.com',
];
const EMAILS_OF_ACCOUNTS = ['8+bb@users.noreply.github.com', 'bb@users.noreply.github.com'];
const anyUse = fc
  .record({
    name: fc.constantFrom(...NAMES),
    email: fc.constantFrom(...EMAILS, ...EMAILS_OF_ACCOUNTS),
    repoId: fc.constantFrom(1n, 2n),
    mapped: fc.boolean(),
    year: fc.integer({ min: 2000, max: 2005 }),
  })
  .map(({ name, email, repoId, mapped, year }) =>
    use(name, email, {
      repoId,
      firstContributionAt: `${year}-01-01T00:00:00Z`,
      ...(mapped ? { mappedName: 'Ann Author', mappedEmail: 'ann@author.io' } : {}),
    }),
  );
const anyUses = fc.uniqueArray(anyUse, { selector: ({ repoId, identityId }) => `${repoId} ${identityId}` });
const anyDecisions = fc.record({ isSplit: fc.boolean(), isMerged: fc.boolean() }).map(
  ({ isSplit, isMerged }): PeopleDecisions => ({
    merges: isMerged ? [['root@localhost', 'Carl Constantin']] : [],
    splits: isSplit ? [['Ann Author', 'Berta Baker']] : [],
    kinds: [],
  }),
);

const anyStranger = fc.stringMatching(/^[xyz]{4,7}$/);

describe('properties of resolvePeople', () => {
  test('the order of identities does not matter', () => {
    fc.assert(
      fc.property(anyUses, anyDecisions, fc.nat(), (uses, decisions, seed) => {
        const shuffled = [...uses].sort(
          (a, b) =>
            Number((a.identityId * 31n + BigInt(seed)) % 97n) -
            Number((b.identityId * 31n + BigInt(seed)) % 97n),
        );
        expect(resolvePeople(shuffled, decisions)).toEqual(resolvePeople(uses, decisions));
      }),
    );
  });

  test('every identity with a name or an address has one person, whose id is one of that person’s identities', () => {
    fc.assert(
      fc.property(anyUses, anyDecisions, (uses, decisions) => {
        const { people } = resolvePeople(uses, decisions);
        const known = new Set(uses.filter((u) => u.name !== '' || u.email !== '').map((u) => u.identityId));
        expect(new Set(people.map(({ identityId }) => identityId))).toEqual(known);
        expect(people).toHaveLength(known.size);
        const personOf = new Map(people.map(({ identityId, personId }) => [identityId, personId]));
        for (const { personId } of people) expect(personOf.get(personId)).toBe(personId);
      }),
    );
  });

  test('no person has two account ids, and merging what was merged changes nothing', () => {
    fc.assert(
      fc.property(anyUses, anyDecisions, (uses, decisions) => {
        const { people } = resolvePeople(uses, decisions);
        const personOf = new Map(people.map(({ identityId, personId }) => [identityId, personId]));
        const accounts = new Map<bigint | undefined, Set<string>>();
        for (const { identityId, mappedEmail } of uses) {
          const account = /^(\d+)\+/.exec(mappedEmail)?.[1];
          const person = personOf.get(identityId);
          if (account) accounts.set(person, (accounts.get(person) ?? new Set()).add(account));
        }
        const named = uses.filter(({ repoId }) => repoId === 1n);
        expect(resolvePeople([...named, ...named], decisions)).toEqual(resolvePeople(named, decisions));
        for (const [person, found] of accounts) {
          // Two mailmaps may give one identity two accounts; that is the mailmaps' word, not ours.
          if (uses.filter((u) => personOf.get(u.identityId) === person).length > 1) continue;
          expect(found.size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('evidence about somebody else never changes a person', () => {
    fc.assert(
      fc.property(
        anyUses,
        anyDecisions,
        fc.uniqueArray(anyStranger, { maxLength: 6 }),
        (uses, decisions, more) => {
          const before = resolvePeople(uses, decisions).people;
          const ids = new Set(uses.map(({ identityId }) => identityId));
          const strangers = more.map((word) =>
            use(`${word} Strangerson`, `${word}@elsewhere.io`, { repoId: 3n }),
          );
          const after = resolvePeople([...uses, ...strangers], decisions).people;
          expect(after.filter(({ identityId }) => ids.has(identityId))).toEqual(before);
        },
      ),
    );
  });
});
