import { distance } from 'fastest-levenshtein';
import type { IdentityLink } from './components.ts';
import { comparableEmail, isPersonalEmail, splitEmail } from './email.ts';
import type { IdentityUse } from './identity.ts';
import { comparableName, isFullName, letterCount } from './name.ts';

/** Shorter names are too likely two people's. */
const FEWEST_LETTERS = 8;
const FEWEST_LETTERS_OF_TYPO = 11;
const FEWEST_LETTERS_OF_TWO_TYPOS = 15;
/** A misspelt name is rare beside the right one. */
const TYPO_USE_RATIO = 5;
/** Of all uses of people whose name has a word, so many must be one person's for the word alone to mean that person. */
const FIRST_NAME_SHARE = 0.9;
const SURE = 0.9;
const LIKELY = 0.85;
const WEAK = 0.6;

/** The identities of one repository that are known to be one person. */
interface Known {
  readonly root: bigint;
  readonly names: Set<string>;
  readonly emails: Set<string>;
  uses: number;
}

/**
 * Joins people who are known by name alone, such as those of credits, to those of the same repository whose name is
 * the same but for the order of words, initials, names between first and last, or a slip; and single words to the one
 * person whom they nearly always mean. Two people with addresses are only suggested, unless the addresses agree too.
 *
 * `rootOf` says which identities are known to be one. Each person gets at most one link per rule, to somebody of more
 * uses, and none where two others fit.
 */
export function linkSimilarNames(
  uses: readonly IdentityUse[],
  rootOf: ReadonlyMap<bigint, bigint>,
): readonly IdentityLink[] {
  return [...groupByRepo(uses, rootOf).values()].flatMap(linkRepository);
}

function groupByRepo(
  uses: readonly IdentityUse[],
  rootOf: ReadonlyMap<bigint, bigint>,
): ReadonlyMap<string, readonly Known[]> {
  const repos = new Map<string, Map<bigint, Known>>();
  for (const use of uses) {
    const root = rootOf.get(use.identityId) ?? use.identityId;
    const key = `${use.repoId} ${use.kind}`;
    const people = repos.get(key) ?? new Map<bigint, Known>();
    repos.set(key, people);
    const person = people.get(root) ?? { root, names: new Set<string>(), emails: new Set<string>(), uses: 0 };
    people.set(root, person);
    const email = comparableEmail(use.mappedEmail);
    if (use.mappedName !== '') person.names.add(plainName(use.mappedName));
    if (isPersonalEmail(email)) person.emails.add(email);
    person.uses += use.useCount ?? 1;
  }
  return new Map([...repos].map(([key, people]) => [key, [...people.values()].sort(byUses)]));
}

function byUses(a: Known, b: Known): number {
  return b.uses - a.uses || (a.root < b.root ? -1 : 1);
}

/** A name for comparing, without dots and quotes; hyphens part words, since some people leave them out. */
function plainName(name: string): string {
  return comparableName(name)
    .replace(/["'“”‘’.,()-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
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
  const indexes = KEYS.map(([rule, keyOf]) => ({ rule, keyOf, index: indexBy(people, keyOf) }));
  const fullNamed = people.filter((person) => [...person.names].some(isFullName));
  const byWord = indexByWord(fullNamed);
  return people.flatMap((person) => {
    const links = indexes.flatMap(
      ({ rule, keyOf, index }) => similarLink(person, { rule, keyOf, index }) ?? [],
    );
    if (links.length > 0 || person.emails.size > 0) return links;
    return typoLink(person, fullNamed) ?? firstNameLink(person, byWord) ?? [];
  });
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

interface KeyIndex {
  readonly rule: string;
  readonly keyOf: KeyOf;
  readonly index: ReadonlyMap<string, readonly Known[]>;
}

/** A link to the one other person with the same key, where that person is known better. */
function similarLink(person: Known, { rule, keyOf, index }: KeyIndex): IdentityLink | null {
  const others = new Set<Known>();
  for (const key of keysOf(person, keyOf)) {
    for (const other of index.get(key) ?? []) if (other !== person) others.add(other);
  }
  const [other] = others;
  if (other === undefined || others.size > 1 || byUses(other, person) > 0) return null;
  if (differInInitials(person, other)) return null;
  const isCorroborated =
    person.emails.size === 0 || other.emails.size === 0 || haveSimilarAddress(person, other);
  return pair(person, other, rule, isCorroborated ? SURE : LIKELY);
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
  const most = letterCount(name) >= FEWEST_LETTERS_OF_TWO_TYPOS ? 2 : 1;
  const near: Known[] = [];
  for (const other of people) {
    if (other.uses < person.uses * TYPO_USE_RATIO) break;
    if (other !== person && [...other.names].some((right) => isTypoOf(name, right, most))) near.push(other);
  }
  const [other] = near;
  return other === undefined || near.length > 1 ? null : [pair(person, other, 'misspelt_name', SURE)];
}

function isTypoOf(name: string, right: string, most: number): boolean {
  if (name[0] !== right[0] || Math.abs(name.length - right.length) > most) return false;
  const [words, others] = [name.split(' '), right.split(' ')];
  // The letters that begin the words are seldom wrong; other ones there mean other people.
  if (words.length !== others.length || words.some((word, at) => word[0] !== others[at]?.[0])) return false;
  return distance(name, right) <= most;
}

function indexByWord(people: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Set<Known>>();
  for (const person of people) {
    for (const name of person.names) {
      const words = name.split(' ');
      for (const word of [words[0], words.at(-1)]) {
        if (word !== undefined) index.set(word, (index.get(word) ?? new Set()).add(person));
      }
    }
  }
  return new Map([...index].map(([word, found]) => [word, [...found]]));
}

/** "Tom", where nearly all that people of that name do is one person's. */
function firstNameLink(person: Known, byWord: ReadonlyMap<string, readonly Known[]>): IdentityLink[] | null {
  const [word, ...more] = person.names;
  if (word === undefined || more.length > 0 || word.includes(' ')) return null;
  const bearers = byWord.get(word) ?? [];
  const total = bearers.reduce((sum, bearer) => sum + bearer.uses, 0);
  const [top] = [...bearers].sort(byUses);
  if (top === undefined || byUses(top, person) > 0) return null;
  return [pair(person, top, 'first_name', top.uses >= total * FIRST_NAME_SHARE ? SURE : WEAK)];
}

function pair(a: Known, b: Known, rule: string, confidence: number): IdentityLink {
  return a.root < b.root
    ? { a: a.root, b: b.root, rule, confidence }
    : { a: b.root, b: a.root, rule, confidence };
}
