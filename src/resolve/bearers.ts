import { type IdentityLink, pair, SURE } from './components.ts';
import { splitEmail } from './email.ts';
import type { Known } from './known.ts';
import { letterCount } from './name.ts';

/** Shorter names are too likely two people's. */
export const FEWEST_LETTERS = 8;
/** For what is worth a look, but no proof. */
export const LIKELY = 0.85;

/** What names must have in common to be compared; null where a name tells too little. */
export type KeyOf = (name: string) => string | null;

/** People by the keys of their names, in the order in which they come. */
export function indexBy(people: readonly Known[], keyOf: KeyOf): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const person of people) {
    for (const key of keysOf(person.names, keyOf)) index.set(key, [...(index.get(key) ?? []), person]);
  }
  return index;
}

function keysOf(names: Iterable<string>, keyOf: KeyOf): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of names) {
    const key = keyOf(name);
    if (key !== null && letterCount(key) >= FEWEST_LETTERS) keys.add(key);
  }
  return keys;
}

/**
 * Links of people whose names have one key, the best known first. Those with similar addresses are one; whoever is
 * known by name alone is joined only where everybody else with that key is one person.
 */
export function linkBearers(bearers: readonly Known[], rule: string): IdentityLink[] {
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

/** Whether two people have the same part before @ in addresses, such as at an old and a new employer. */
export function haveSimilarAddress(a: Known, b: Known): boolean {
  const known = new Set(localParts(b));
  return localParts(a).some((local) => known.has(local) && local.length >= FEWEST_LETTERS_OF_LOCAL_PART);
}

/** The parts before @ of somebody's addresses, without the marks that one host wants and another does not. */
export function localParts(person: Known): readonly string[] {
  return [...person.emails].map((email) => splitEmail(email)[0].replace(/[-_.]+/gu, ''));
}
