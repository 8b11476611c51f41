import { noreplyAccount } from '../core/noreply.ts';
import { type IdentityLink, pair, SURE } from './components.ts';
import { splitEmail } from './email.ts';
import { byUses, type Known } from './known.ts';
import { isFullName, letterCount } from './name.ts';
import { handleOnPlatform } from './platform.ts';

/** Of all uses of people whose name has a word, so many must be one person's for the word alone to mean that person. */
const FIRST_NAME_SHARE = 0.9;
const WEAK = 0.6;

/** The people of a repository by single words that may mean them. */
export interface Words {
  /** First and last words of full names. */
  readonly byWord: WordIndex;
  /** Logins, and parts of addresses before @. */
  readonly byHandle: WordIndex;
  readonly byLogin: WordIndex;
  /** Names of one word. */
  readonly byName: WordIndex;
}

/** Indexes people by single words; `fullNamed` are those of them with a full name. */
export function indexWords(people: readonly Known[], fullNamed: readonly Known[]): Words {
  return {
    byWord: indexByWord(fullNamed),
    byHandle: indexByHandle(people),
    byLogin: indexByLogin(people),
    byName: indexByName(people),
  };
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

function indexByName(people: readonly Known[]): WordIndex {
  const index = new Map<string, Set<Known>>();
  for (const person of people)
    for (const name of person.names) if (!name.includes(' ')) addTo(index, name, person);
  return index;
}

/** People by GitHub logins of noreply addresses, which are one person's each. */
function indexByLogin(people: readonly Known[]): WordIndex {
  const index = new Map<string, Set<Known>>();
  for (const person of people) {
    for (const email of person.emails) addTo(index, noreplyAccount(email)?.login, person);
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

/** Joins a name without an address that is somebody's login, or the part before @ of an address. */
export function linkHandle(person: Known, words: Words): IdentityLink[] | null {
  const [name, ...more] = person.names;
  const handle = name === undefined ? null : handleOnPlatform(name);
  if (handle !== null) return linkPlatformHandle(person, handle, words);
  const word = name;
  const owners = [...(words.byHandle.get(word ?? '') ?? [])].filter((owner) => owner !== person);
  const [owner] = owners;
  // "RekGRpth" and "RekGRpth <rekgrpth@…>" are one, however seldom the address stands beside it.
  if (word !== undefined && more.length === 0 && owners.length === 1 && owner?.names.has(word))
    return [pair(person.root, owner.root, 'handle', SURE)];
  return wordLink(person, words.byHandle, 'handle');
}

/** Joins "adab on github" to whoever has that login, or goes by it and nobody else does. */
function linkPlatformHandle(person: Known, handle: string, words: Words): IdentityLink[] | null {
  if (!isTellingLogin(handle)) return null;
  const owners = new Set([...(words.byLogin.get(handle) ?? []), ...(words.byName.get(handle) ?? [])]);
  owners.delete(person);
  const [owner, ...others] = owners;
  return owner === undefined || others.length > 0 ? null : [pair(person.root, owner.root, 'handle', SURE)];
}

/** Joins "Tom" to the one person whom it nearly always means. */
export function linkFirstName(person: Known, words: Words): IdentityLink[] | null {
  return wordLink(person, words.byWord, 'first_name');
}

/**
 * Joins somebody with an address whose only name is the GitHub login of one person, unless others bear it as a name: a
 * login that is a first name may be anybody's.
 */
export function linkLogin(person: Known, words: Words): IdentityLink[] | null {
  const [word, ...more] = person.names;
  if (word === undefined || more.length > 0 || !isTellingLogin(word)) return null;
  const [owner, ...others] = [...(words.byLogin.get(word) ?? [])].filter((known) => known !== person);
  if (owner === undefined || others.length > 0) return null;
  const isOthersName = [...(words.byWord.get(word) ?? [])].some((known) => known !== owner);
  return isOthersName ? null : [pair(person.root, owner.root, 'login', SURE)];
}

/** Digits make a login less likely somebody else's too. */
const isTellingLogin = (login: string): boolean =>
  (/\d/u.test(login) ? [...login].length : letterCount(login)) >= FEWEST_LETTERS_OF_HANDLE;

/** Joins the owner of a login who gives no other name to the one person who gives it as a name beside others. */
export function linkSharedLogins(people: readonly Known[]): IdentityLink[] {
  const bearers = new Map<string, Set<Known>>();
  for (const person of people) for (const name of person.names) addTo(bearers, name, person);
  return people.flatMap((person) => {
    const [login, ...more] = person.names;
    if (login === undefined || more.length > 0 || !isTellingLogin(login)) return [];
    if (![...person.emails].some((email) => noreplyAccount(email)?.login === login)) return [];
    const [other, ...others] = [...(bearers.get(login) ?? [])].filter((bearer) => bearer !== person);
    const isOne = other !== undefined && others.length === 0 && other.names.size > 1;
    return isOne ? [pair(person.root, other.root, 'login', SURE)] : [];
  });
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
