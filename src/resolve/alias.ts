import type { IdentityPerson } from './identity.ts';

/** A person id that an earlier build gave out and the one it stands for now. */
export interface PersonAlias {
  readonly oldPersonId: bigint;
  readonly personId: bigint;
}

export interface EarlierPeople {
  readonly people: readonly Pick<IdentityPerson, 'identityId' | 'personId'>[];
  readonly aliases: readonly PersonAlias[];
}

/**
 * Keeps every person id resolving that was ever given out: each id of `earlier` that `now` no longer uses points to the
 * person who has the identity it was made of, else one of its other identities. Rows in order of `oldPersonId`.
 *
 * An id whose identities are all gone keeps its last alias, if it has one.
 */
export function keepAliases(
  earlier: EarlierPeople,
  now: readonly Pick<IdentityPerson, 'identityId' | 'personId'>[],
): readonly PersonAlias[] {
  const personOf = new Map(now.map(({ identityId, personId }) => [identityId, personId]));
  const inUse = new Set(personOf.values());
  const heirs = new Map<bigint, bigint>();
  for (const { identityId, personId } of earlier.people) {
    const heir = personOf.get(identityId);
    if (heir !== undefined && !heirs.has(personId)) heirs.set(personId, heir);
  }
  const resolve = (id: bigint): bigint | undefined =>
    inUse.has(id) ? id : (personOf.get(id) ?? heirs.get(id));
  const aliases = new Map<bigint, bigint>();
  for (const { oldPersonId, personId } of earlier.aliases) {
    aliases.set(oldPersonId, resolve(oldPersonId) ?? resolve(personId) ?? personId);
  }
  for (const { personId } of earlier.people) {
    const heir = resolve(personId);
    if (heir !== undefined) aliases.set(personId, heir);
  }
  return [...aliases]
    .filter(([oldPersonId]) => !inUse.has(oldPersonId))
    .map(([oldPersonId, personId]) => ({ oldPersonId, personId }))
    .sort((a, b) => (a.oldPersonId < b.oldPersonId ? -1 : 1));
}
