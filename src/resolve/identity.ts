import type { PeopleDecisions } from '../core/people.ts';
import {
  bySureness,
  type Components,
  type IdentityLink,
  joinComponents,
  type Marks,
  SURE,
} from './components.ts';
import { comparableEmail, noreplyAccount } from './email.ts';
import { linkIdentities, linkKnownNames } from './identity-link.ts';
import type { IdentityUse } from './identity-use.ts';
import { comparableName } from './name.ts';
import { linkRareNames } from './rare-name.ts';
import { linkSimilarNames } from './similar-name.ts';

/** The person behind an identity, and the weakest rule on the way to that person's first identity. */
export interface IdentityPerson {
  readonly identityId: bigint;
  readonly personId: bigint;
  readonly rule: string;
  readonly confidence: number;
}

export interface People {
  /** One row per identity that has a name or an address, in order of `identityId`. */
  readonly people: readonly IdentityPerson[];
  /** Every pair that a rule found, sure or not, the surest first. */
  readonly links: readonly IdentityLink[];
}

/**
 * Resolves identities to people: the connected components over links of 0.9 and more, kept apart where account ids
 * differ or the user split them. A person's id is that of the identity with the earliest contribution (ties: smallest id).
 *
 * The result does not depend on the order of `uses`.
 */
export function resolvePeople(uses: readonly IdentityUse[], decisions: PeopleDecisions): People {
  const known = uses.filter(({ name, email }) => name.trim() !== '' || email.trim() !== '');
  const ids = new Set(known.map(({ identityId }) => identityId));
  const marks = marksOf(known, decisions);
  const links = [...decidedLinks(known, decisions), ...linkIdentities(known)];
  const first = joinComponents(ids, links.filter(isSure), marks);
  const named = [...links, ...linkKnownNames(known, first.rootOf), ...linkRareNames(known, first.rootOf)];
  const second = joinComponents(ids, named.filter(isSure), marks);
  const all = [...named, ...linkSimilarNames(known, second.rootOf)];
  const components = joinComponents(ids, all.filter(isSure), marks);
  return { people: namePeople(components, firstContributions(known)), links: withoutRepeats(all) };
}

function isSure({ confidence }: IdentityLink): boolean {
  return confidence >= SURE;
}

function withoutRepeats(links: readonly IdentityLink[]): readonly IdentityLink[] {
  const byKey = new Map(links.map((link) => [`${link.a} ${link.b} ${link.rule}`, link]));
  return [...byKey.values()].sort(bySureness);
}

/** Account ids of GitHub, and for each group that the user split, the member that an identity belongs to. */
function marksOf(uses: readonly IdentityUse[], decisions: PeopleDecisions): Marks {
  const marks = new Map<bigint, Map<string, string>>();
  const mark = (id: bigint, question: string, answer: string) =>
    marks.set(id, (marks.get(id) ?? new Map()).set(question, answer));
  for (const use of uses) {
    const accountId = noreplyAccount(comparableEmail(use.mappedEmail))?.accountId;
    if (accountId) mark(use.identityId, 'account', accountId);
  }
  for (const [index, group] of decisions.splits.entries()) {
    for (const selector of group) {
      for (const id of select(uses, selector)) mark(id, `split ${index}`, selector);
    }
  }
  return marks;
}

function decidedLinks(uses: readonly IdentityUse[], decisions: PeopleDecisions): readonly IdentityLink[] {
  return decisions.merges.flatMap((group) => {
    const ids = [...new Set(group.flatMap((selector) => select(uses, selector)))].sort((a, b) =>
      a < b ? -1 : 1,
    );
    const [a, ...others] = ids;
    return a === undefined ? [] : others.map((b) => ({ a, b, rule: 'decision', confidence: 1 }));
  });
}

/** Ids of the identities that `selector` names by address, by name or as `Name <address>`. */
function select(uses: readonly IdentityUse[], selector: string): readonly bigint[] {
  const [, name = '', email = ''] = /^(.*?)\s*<([^>]*)>$/.exec(selector.trim()) ?? [];
  const text = comparableEmail(selector);
  const matches = (useName: string, useEmail: string): boolean =>
    email !== ''
      ? comparableEmail(useEmail) === comparableEmail(email) &&
        (name === '' || comparableName(useName) === comparableName(name))
      : text.includes('@')
        ? comparableEmail(useEmail) === text
        : comparableName(useName) === comparableName(selector);
  return uses
    .filter((use) => matches(use.name, use.email) || matches(use.mappedName, use.mappedEmail))
    .map(({ identityId }) => identityId);
}

function firstContributions(uses: readonly IdentityUse[]): ReadonlyMap<bigint, string> {
  const first = new Map<bigint, string>();
  for (const { identityId, firstContributionAt } of uses) {
    // Later than any date, so that an identity without one comes last.
    const at = firstContributionAt ?? '9999';
    const known = first.get(identityId);
    if (known === undefined || at < known) first.set(identityId, at);
  }
  return first;
}

function namePeople(components: Components, firstAt: ReadonlyMap<bigint, string>): readonly IdentityPerson[] {
  const neighbours = new Map<bigint, IdentityLink[]>();
  for (const link of components.tree) {
    for (const end of [link.a, link.b]) neighbours.set(end, [...(neighbours.get(end) ?? []), link]);
  }
  const people: IdentityPerson[] = [];
  for (const members of components.members.values()) {
    const personId = members.reduce((best, id) =>
      (firstAt.get(id) ?? '') < (firstAt.get(best) ?? '') ? id : best,
    );
    people.push(...walkFrom(personId, neighbours));
  }
  return people.sort((a, b) => (a.identityId < b.identityId ? -1 : 1));
}

function walkFrom(
  personId: bigint,
  neighbours: ReadonlyMap<bigint, readonly IdentityLink[]>,
): readonly IdentityPerson[] {
  const seen = new Map<bigint, IdentityPerson>([
    [personId, { identityId: personId, personId, rule: 'own', confidence: 1 }],
  ]);
  // A map is walked in the order of insertion, and what is inserted meanwhile is walked too.
  for (const [id, from] of seen) {
    for (const link of neighbours.get(id) ?? []) {
      const identityId = link.a === id ? link.b : link.a;
      if (seen.has(identityId)) continue;
      const isWeaker = from.rule === 'own' || link.confidence < from.confidence;
      const { rule, confidence } = isWeaker ? link : from;
      seen.set(identityId, { identityId, personId, rule, confidence });
    }
  }
  return [...seen.values()];
}
