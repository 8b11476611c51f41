import { comparableEmail, isPersonalEmail } from './email.ts';
import type { IdentityUse } from './identity-use.ts';
import { comparableName } from './name.ts';
import { latinForm } from './script.ts';

/** The identities of one repository that are known to be one person. */
export interface Known {
  readonly root: bigint;
  readonly names: Set<string>;
  /** Names in other scripts, with their forms in Latin letters. */
  readonly latinNames: Map<string, string>;
  readonly emails: Set<string>;
  uses: number;
}

/** The people of each repository and kind, those of most uses first; `rootOf` says which identities are known to be one. */
export function groupByRepo(
  uses: readonly IdentityUse[],
  rootOf: ReadonlyMap<bigint, bigint>,
): ReadonlyMap<string, readonly Known[]> {
  const repos = new Map<string, Map<bigint, Known>>();
  for (const use of uses) {
    // A profile's name is whatever its owner likes, too weak for guesses.
    if (use.account?.isItself) continue;
    const root = rootOf.get(use.identityId) ?? use.identityId;
    const key = `${use.repoId} ${use.kind}`;
    const people = repos.get(key) ?? new Map<bigint, Known>();
    repos.set(key, people);
    const person = people.get(root) ?? newKnown(root);
    people.set(root, person);
    const email = comparableEmail(use.mappedEmail);
    addName(person, use.mappedName);
    if (isPersonalEmail(email)) person.emails.add(email);
    person.uses += use.useCount ?? 1;
  }
  return new Map([...repos].map(([key, people]) => [key, [...people.values()].sort(byUses)]));
}

function newKnown(root: bigint): Known {
  return { root, names: new Set(), latinNames: new Map(), emails: new Set(), uses: 0 };
}

function addName(person: Known, name: string): void {
  if (name === '') return;
  const plain = plainName(name);
  const latin = latinForm(name);
  person.names.add(plain);
  if (latin === null) return;
  // Without their marks two names may be one in their own letters, but not in Latin ones; either will do, but always the same.
  const [first = ''] = [plainName(latin), person.latinNames.get(plain) ?? plainName(latin)].sort();
  person.latinNames.set(plain, first);
}

/** Orders people by how much they did. */
export function byUses(a: Known, b: Known): number {
  return b.uses - a.uses || (a.root < b.root ? -1 : 1);
}

/** A name for comparing, without dots and quotes; hyphens part words, since some people leave them out. */
function plainName(name: string): string {
  return comparableName(name)
    .replace(/["'“”‘’.,()-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
