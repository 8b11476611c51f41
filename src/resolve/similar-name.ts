import { distance } from 'fastest-levenshtein';
import { noreplyAccount } from '../core/noreply.ts';
import { type IdentityLink, pair, SURE } from './components.ts';
import { splitEmail } from './email.ts';
import type { IdentityUse } from './identity-use.ts';
import { byUses, groupByRepo, type Known } from './known.ts';
import { isFullName, letterCount } from './name.ts';

/** Shorter names are too likely two people's. */
const FEWEST_LETTERS = 8;
const FEWEST_LETTERS_OF_TYPO = 9;
/** From so many letters on a few uses are enough to believe in a slip. */
const LETTERS_OF_LONG_NAME = 11;
const FEWEST_LETTERS_OF_TWO_TYPOS = 15;
/** A misspelt name is rare beside the right one. */
const TYPO_USE_RATIO = 5;
const TYPO_USE_RATIO_OF_SHORT_NAME = 50;
/** Of all uses of people whose name has a word, so many must be one person's for the word alone to mean that person. */
const FIRST_NAME_SHARE = 0.9;
const LIKELY = 0.85;
const WEAK = 0.6;

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

type KeyOf = (words: readonly string[]) => string | null;

const sortedWords: KeyOf = (words) => [...words].sort().join(' ');

/** Without single letters; null where too little is left. */
const withoutInitials: KeyOf = (words) => {
  const long = words.filter((word) => [...word].length > 1);
  return long.length >= 2 ? [...long].sort().join(' ') : null;
};

/** First and last word of three or more, or both of two. */
const firstAndLast: KeyOf = (words) => (words.length >= 2 ? `${words[0]} ${words.at(-1)}` : null);

const KEYS: readonly (readonly [string, KeyOf])[] = [
  ['name_order', sortedWords],
  ['initials', withoutInitials],
  ['middle_name', firstAndLast],
];

function linkRepository(people: readonly Known[]): IdentityLink[] {
  const similar = KEYS.flatMap(([rule, keyOf]) =>
    [...indexBy(people, keyOf).values()].flatMap((bearers) => linkBearers(bearers, rule)),
  );
  const joined = new Set(
    similar.filter(({ confidence }) => confidence >= SURE).flatMap(({ a, b }) => [a, b]),
  );
  const fullNamed = people.filter((person) => [...person.names].some(isFullName));
  const byWord = indexByWord(fullNamed);
  const byHandle = indexByHandle(people);
  const slips = people
    .filter((person) => person.emails.size === 0 && !joined.has(person.root))
    .flatMap(
      (person) =>
        typoLink(person, fullNamed) ??
        wordLink(person, byHandle, 'handle') ??
        wordLink(person, byWord, 'first_name') ??
        [],
    );
  return [...similar, ...slips];
}

function indexBy(people: readonly Known[], keyOf: KeyOf): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const person of people) {
    for (const key of keysOf(person, keyOf)) index.set(key, [...(index.get(key) ?? []), person]);
  }
  return index;
}

function keysOf(person: Known, keyOf: KeyOf): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of person.names) {
    const key = isFullName(name) && letterCount(name) >= FEWEST_LETTERS ? keyOf(name.split(' ')) : null;
    if (key !== null && letterCount(key) >= FEWEST_LETTERS) keys.add(key);
  }
  return keys;
}

/**
 * Links of people whose names have one key, the best known first. Those with similar addresses are one; whoever is
 * known by name alone is joined only where everybody else with that key is one person.
 */
function linkBearers(bearers: readonly Known[], rule: string): IdentityLink[] {
  const addressed = bearers.filter((person) => person.emails.size > 0);
  const [lead] = addressed.length > 0 ? addressed : bearers;
  if (lead === undefined || bearers.length < 2) return [];
  const areOne = addressed.every((person) => person === lead || haveSimilarAddress(lead, person));
  return bearers.flatMap((person) => {
    if (person === lead || differInInitials(person, lead)) return [];
    const isSure = person.emails.size > 0 ? haveSimilarAddress(lead, person) : areOne;
    return [pair(person.root, lead.root, rule, isSure ? SURE : LIKELY)];
  });
}

/** "John A. Smith" and "John B. Smith" are two people. */
function differInInitials(a: Known, b: Known): boolean {
  const initialsOf = (person: Known): string[] =>
    [...person.names]
      .map((name) =>
        name
          .split(' ')
          .slice(1, -1)
          .map((word) => word[0])
          .join(''),
      )
      .filter((text) => text !== '');
  const [left, right] = [initialsOf(a), initialsOf(b)];
  return (
    left.length > 0 &&
    right.length > 0 &&
    !left.some((text) => right.some((other) => other.startsWith(text) || text.startsWith(other)))
  );
}

const FEWEST_LETTERS_OF_LOCAL_PART = 4;

function haveSimilarAddress(a: Known, b: Known): boolean {
  const locals = (person: Known): string[] =>
    [...person.emails]
      .map((email) => splitEmail(email)[0])
      .filter((local) => local.length >= FEWEST_LETTERS_OF_LOCAL_PART);
  const known = new Set(locals(b));
  return locals(a).some((local) => known.has(local));
}

/** A name with one letter wrong, or two of a long one, beside the same name spelt right much oftener. */
function typoLink(person: Known, people: readonly Known[]): IdentityLink[] | null {
  const [name, ...more] = person.names;
  if (
    name === undefined ||
    more.length > 0 ||
    !isFullName(name) ||
    letterCount(name) < FEWEST_LETTERS_OF_TYPO
  )
    return null;
  const letters = letterCount(name);
  const most = letters >= FEWEST_LETTERS_OF_TWO_TYPOS ? 2 : 1;
  const ratio = letters >= LETTERS_OF_LONG_NAME ? TYPO_USE_RATIO : TYPO_USE_RATIO_OF_SHORT_NAME;
  const near: Known[] = [];
  for (const other of people) {
    if (other.uses < person.uses * ratio) break;
    if (other !== person && [...other.names].some((right) => isTypoOf(name, right, most))) near.push(other);
  }
  const [other] = near;
  return other === undefined || near.length > 1
    ? null
    : [pair(person.root, other.root, 'misspelt_name', SURE)];
}

function isTypoOf(name: string, right: string, most: number): boolean {
  if (name[0] !== right[0] || Math.abs(name.length - right.length) > most) return false;
  const [words, others] = [name.split(' '), right.split(' ')];
  // The letters that begin the words are seldom wrong; other ones there mean other people.
  if (words.length !== others.length || words.some((word, at) => word[0] !== others[at]?.[0])) return false;
  return distance(name, right) <= most;
}

type WordIndex = ReadonlyMap<string, ReadonlySet<Known>>;

function indexByWord(people: readonly Known[]): WordIndex {
  const index = new Map<string, Set<Known>>();
  for (const person of people) {
    for (const name of person.names) {
      const words = name.split(' ');
      for (const word of [words[0], words.at(-1)]) addTo(index, word, person);
    }
  }
  return index;
}

/** A shorter local part may be a first name. */
const FEWEST_LETTERS_OF_HANDLE = 6;

/** People by the login of a noreply address, and by the part of an address before @. */
function indexByHandle(people: readonly Known[]): WordIndex {
  const index = new Map<string, Set<Known>>();
  for (const person of people) {
    for (const email of person.emails) {
      const [local] = splitEmail(email);
      const login = noreplyAccount(email)?.login;
      const handle = login ?? (local.length >= FEWEST_LETTERS_OF_HANDLE ? local : undefined);
      addTo(index, handle?.replace(/[-_.]+/gu, ' '), person);
    }
  }
  return index;
}

function addTo(index: Map<string, Set<Known>>, word: string | undefined, person: Known): void {
  if (word !== undefined) index.set(word, (index.get(word) ?? new Set()).add(person));
}

/** "Tom", where nearly all that people of that name do is one person's; or somebody's login. */
function wordLink(person: Known, index: WordIndex, rule: string): IdentityLink[] | null {
  const [word, ...more] = person.names;
  if (word === undefined || more.length > 0 || isFullName(word)) return null;
  const bearers = [...(index.get(word) ?? [])].filter((bearer) => bearer !== person).sort(byUses);
  const total = bearers.reduce((sum, bearer) => sum + bearer.uses, 0);
  const [top] = bearers;
  if (top === undefined || byUses(top, person) > 0) return null;
  return [pair(person.root, top.root, rule, top.uses >= total * FIRST_NAME_SHARE ? SURE : WEAK)];
}
