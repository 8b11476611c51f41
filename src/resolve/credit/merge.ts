import type { FoundCredit } from './found.ts';
import type { Named } from './names.ts';

/** A credit with the name and address that the whole message tells. */
export interface MergedCredit {
  readonly credit: FoundCredit;
  /** The name, or the committer's for "me"; empty where only an address stands. */
  readonly name: string;
  readonly email: string | null;
}

interface Committer {
  readonly committerName: string;
  readonly committerEmail: string;
}

/**
 * Puts the credits that the parts of the grammar found in order of their place, each person once per role.
 *
 * A trailer counts before prose, which may tell of work that went before, and what holds everywhere before what only
 * some conventions allow. Whoever is author is no co-author besides.
 */
export function mergeCredits(found: readonly FoundCredit[], committer: Committer): MergedCredit[] {
  const ordered = [...found].sort((a, b) => a.named.start - b.named.start);
  const nameFully = makeNameFully(ordered.map(({ named }) => named));
  const kept = new Map<string, MergedCredit>();
  for (const credit of ordered) {
    const isSelf = credit.named.shape === 'self';
    const person = isSelf
      ? { name: committer.committerName, email: committer.committerEmail }
      : nameFully(credit.named);
    const rivals = rivalKeys({ credit, ...person });
    if (rivals.some((key) => !isStronger(credit, kept.get(key)?.credit))) continue;
    for (const key of rivals) kept.delete(key);
    kept.set(keyOf(credit.role, person), { credit, ...person });
  }
  return [...kept.values()];
}

interface Person {
  readonly name: string;
  readonly email: string | null;
}

const keyOf = (role: string, { name, email }: Person): string =>
  `${role}\0${(name === '' ? (email ?? '') : name).toLowerCase()}`;

/** The credits that a new one would replace. */
function rivalKeys({ credit, ...person }: MergedCredit): readonly string[] {
  const isAuthor = credit.role === 'author' || credit.role === 'co_author';
  return isAuthor ? [keyOf('author', person), keyOf('co_author', person)] : [keyOf(credit.role, person)];
}

function isStronger(credit: FoundCredit, than: FoundCredit | undefined): boolean {
  return than === undefined || strengthOf(credit) > strengthOf(than);
}

function strengthOf({ source, convention, role }: FoundCredit): number {
  return (source === 'trailer' ? 4 : 0) + (convention === '*' ? 2 : 0) + (role === 'co_author' ? 0 : 1);
}

/**
 * Makes what names a person as fully as the same message does elsewhere: the address that stands beside the name, and
 * the full name for its first or last word, where only one person of the message fits.
 */
function makeNameFully(people: readonly Named[]): (named: Named) => Person {
  const addresses = new Map<string, Set<string>>();
  const fullNames = new Map<string, Map<string, string>>();
  for (const { name, email, shape } of people) {
    const key = name.toLowerCase();
    if (name !== '' && email !== null) addresses.set(key, (addresses.get(key) ?? new Set()).add(email));
    if (shape !== 'full') continue;
    const words = key.split(' ');
    for (const word of [words[0] ?? '', words.at(-1) ?? ''])
      fullNames.set(word, (fullNames.get(word) ?? new Map()).set(key, name));
  }
  return ({ name, email, shape }) => {
    const isWord = shape === 'single' && email === null && !addresses.has(name.toLowerCase());
    const full = (isWord ? single(fullNames.get(name.toLowerCase())?.values()) : undefined) ?? name;
    return { name: full, email: email ?? single(addresses.get(full.toLowerCase())) ?? null };
  };
}

function single(values: Iterable<string> | undefined): string | undefined {
  let only: string | undefined;
  for (const value of values ?? []) {
    if (only !== undefined) return undefined;
    only = value;
  }
  return only;
}
