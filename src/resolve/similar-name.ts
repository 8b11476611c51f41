import { linkAddressNames } from './address-name.ts';
import { indexBy, type KeyOf, linkBearers, localParts } from './bearers.ts';
import { type IdentityLink, SURE } from './components.ts';
import type { IdentityUse } from './identity-use.ts';
import { groupByRepo, type Known } from './known.ts';
import { indexLongerNames, linkLongerName } from './longer-name.ts';
import { linkMisspeltName } from './misspelt-name.ts';
import { isFullName } from './name.ts';
import { linkScripts } from './other-script.ts';
import { indexWords, linkFirstName, linkHandle, linkLogin, linkSharedLogins } from './single-word.ts';

/**
 * Joins people who are known by name alone, such as those of credits, to those of the same repository whose name is
 * the same but for the order of words, initials, names between first and last, or a slip; and single words to the one
 * person whom they nearly always mean. Two people with addresses are only suggested, unless the addresses agree too.
 *
 * `rootOf` says which identities are known to be one. Links lead to whoever of that name is known best, so that a bad one
 * cannot pull groups together.
 */
export function linkSimilarNames(
  uses: readonly IdentityUse[],
  rootOf: ReadonlyMap<bigint, bigint>,
): readonly IdentityLink[] {
  return [...groupByRepo(uses, rootOf).values()].flatMap(linkRepository);
}

/** Makes a key of the words of a full name; of a single word nothing but its letters can be compared. */
const ofFullName =
  (keyOf: (words: readonly string[]) => string): KeyOf =>
  (name) =>
    isFullName(name) ? keyOf(name.split(' ')) : null;

const sortedWords = ofFullName((words) => [...words].sort().join(' '));

/** Without single letters; null where too little is left. */
const withoutInitials: KeyOf = (name) => {
  const long = name.split(' ').filter((word) => [...word].length > 1);
  return long.length >= 2 && isFullName(name) ? long.sort().join(' ') : null;
};

/** First and last word of three or more, or both of two. */
const firstAndLast = ofFullName((words) => `${words[0]} ${words.at(-1)}`);

/** The letters alone: "Hou Zhi Jie" is "Hou Zhijie" and "HouZhijie". */
const lettersAlone: KeyOf = (name) => name.replaceAll(' ', '');

const KEYS: readonly (readonly [string, KeyOf])[] = [
  ['name_order', sortedWords],
  ['initials', withoutInitials],
  ['middle_name', firstAndLast],
];

function linkRepository(people: readonly Known[]): IdentityLink[] {
  const similar = [
    ...KEYS.flatMap(([rule, keyOf]) =>
      [...indexBy(people, keyOf).values()].flatMap((bearers) => linkBearers(bearers, rule)),
    ),
    ...[...indexBy(people, lettersAlone).values()].flatMap(linkSpacings),
    ...[...indexByNameAndLocalPart(people).values()].flatMap((bearers) =>
      linkBearers(bearers, 'name_and_local_part'),
    ),
    ...linkScripts(people),
    ...linkAddressNames(people),
    ...linkSharedLogins(people),
  ];
  const joined = new Set(
    similar.filter(({ confidence }) => confidence >= SURE).flatMap(({ a, b }) => [a, b]),
  );
  const left = people.filter(({ root }) => !joined.has(root));
  return [...similar, ...linkNamesAlone(left, people)];
}

/** Slips, names without the last word, first names and handles of those whom nothing else joins to anybody. */
function linkNamesAlone(left: readonly Known[], people: readonly Known[]): IdentityLink[] {
  const fullNamed = people.filter((person) => [...person.names].some(isFullName));
  const longer = indexLongerNames(people);
  const words = indexWords(people, fullNamed);
  return left.flatMap((person) => {
    if (person.emails.size > 0) return linkLogin(person, words) ?? [];
    return (
      linkMisspeltName(person, fullNamed) ??
      linkLongerName(person, longer) ??
      linkHandle(person, words) ??
      linkFirstName(person, words) ??
      []
    );
  });
}

const FEWEST_LETTERS_OF_OWN_LOCAL_PART = 8;

/**
 * "Colm <colmmchugh@one.io>" and "Colm <colm.mchugh@two.io>", or "Colm McHugh" with that address: a first name alone, but an
 * address that nobody else would take.
 */
function indexByNameAndLocalPart(people: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const person of people) {
    const names = [...person.names];
    for (const name of new Set([...names, ...names.map((full) => full.split(' ')[0] ?? '')])) {
      for (const local of new Set(localParts(person))) {
        // A local part that only repeats the name is no second sign.
        if (local.length < FEWEST_LETTERS_OF_OWN_LOCAL_PART || local === lettersAlone(name)) continue;
        const key = `${name}\0${local}`;
        index.set(key, [...(index.get(key) ?? []), person]);
      }
    }
  }
  return index;
}

/** A single word such as "Jonathan" is many people's, unless a full name has the same letters. */
function linkSpacings(bearers: readonly Known[]): IdentityLink[] {
  const hasFullName = bearers.some(({ names }) => [...names].some(isFullName));
  return hasFullName ? linkBearers(bearers, 'spacing') : [];
}
