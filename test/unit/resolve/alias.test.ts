import { expect, test } from 'vitest';
import { keepAliases } from '../../../src/resolve/alias.ts';

const identity = (identityId: bigint, personId: bigint) => ({ identityId, personId });

test('points an id that is no longer in use to the person who has its identities now', () => {
  const earlier = { people: [identity(1n, 1n), identity(2n, 2n), identity(3n, 2n)], aliases: [] };
  // 1 and 2 were merged into 1.
  const now = [identity(1n, 1n), identity(2n, 1n), identity(3n, 1n)];
  expect(keepAliases(earlier, now)).toEqual([{ oldPersonId: 2n, personId: 1n }]);
});

test('drops the alias of an id that came back, and follows an alias whose target moved', () => {
  const earlier = {
    people: [identity(1n, 1n), identity(2n, 1n)],
    aliases: [
      { oldPersonId: 2n, personId: 1n },
      { oldPersonId: 9n, personId: 1n },
    ],
  };
  // An earlier identity 5 of the same person was collected, and 2 was split off.
  const now = [identity(1n, 5n), identity(2n, 2n), identity(5n, 5n)];
  expect(keepAliases(earlier, now)).toEqual([
    { oldPersonId: 1n, personId: 5n },
    { oldPersonId: 9n, personId: 5n },
  ]);
});

test('keeps an alias whose person is gone', () => {
  const earlier = { people: [], aliases: [{ oldPersonId: 9n, personId: 1n }] };
  expect(keepAliases(earlier, [])).toEqual([{ oldPersonId: 9n, personId: 1n }]);
});
