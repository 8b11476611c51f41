import { noreplyAccount } from '../core/noreply.ts';
import type { PeopleDecisions } from '../core/people-decisions.ts';
import {
  byId,
  bySureness,
  type Components,
  type IdentityLink,
  joinComponents,
  type Marks,
  SURE,
} from './components.ts';
import { comparableEmail } from './email.ts';
import { linkIdentities, linkKnownNames } from './identity-link.ts';
import type { IdentityUse } from './identity-use.ts';
import { linkRareNames } from './rare-name.ts';
import { makeSelect, type Select } from './selector.ts';
import { linkSimilarNames } from './similar-name.ts';

/** The person behind an identity, and the weakest rule on the way to that person's first identity. */
export interface IdentityPerson {
  readonly identityId: bigint;
  readonly personId: bigint;
  readonly rule: string;
  readonly confidence: number;
}

export interface People {
  /** One row per identity that has a name, an address or an account, in order of `identityId`. */
  readonly people: readonly IdentityPerson[];
  /** Every pair that a rule found, sure or not, the surest first; none that the user has split. */
  readonly links: readonly IdentityLink[];
}

/**
 * Resolves identities to people: the connected components over links of 0.9 and more, kept apart where account ids
 * differ or the user split them. A person's id is that of the identity with the earliest contribution (ties: smallest id).
 *
 * The result does not depend on the order of `uses`.
 */
export function resolvePeople(uses: readonly IdentityUse[], decisions: PeopleDecisions): People {
  const known = uses.filter(
    ({ name, email, account }) => name.trim() !== '' || email.trim() !== '' || account?.isItself,
  );
  const ids = new Set(known.map(({ identityId }) => identityId));
  const select = makeSelect(known);
  const merged = decisions.merges.map((group) => selectAll(group, select));
  const marks = marksOf(known, decisions, { select, merged });
  const links = [...merged.flatMap(decidedLinks), ...linkIdentities(known)];
  const first = joinComponents(ids, links.filter(isSure), marks);
  const named = [...links, ...linkKnownNames(known, first.rootOf), ...linkRareNames(known, first.rootOf)];
  const second = joinComponents(ids, named.filter(isSure), marks);
  const all = [...named, ...linkSimilarNames(known, second.rootOf)];
  const components = joinComponents(ids, all.filter(isSure), marks);
  return {
    people: namePeople(components, firstContributions(known)),
    links: withoutRepeats(all).filter((link) => !isSplit(link, marks)),
  };
}

function isSplit({ a, b }: IdentityLink, marks: Marks): boolean {
  const other = marks.get(b);
  return [...(marks.get(a) ?? [])].some(
    ([question, answer]) => question !== ACCOUNT && (other?.get(question) ?? answer) !== answer,
  );
}

function isSure({ confidence }: IdentityLink): boolean {
  return confidence >= SURE;
}

function withoutRepeats(links: readonly IdentityLink[]): readonly IdentityLink[] {
  const byKey = new Map(links.map((link) => [`${link.a} ${link.b} ${link.rule}`, link]));
  return [...byKey.values()].sort(bySureness);
}

/** The question of a mark that holds a GitHub account's id. */
const ACCOUNT = 'account';

/** Account ids of GitHub, and for each group that the user split, the member that an identity belongs to. */
function marksOf(
  uses: readonly IdentityUse[],
  decisions: PeopleDecisions,
  { select, merged }: { readonly select: Select; readonly merged: readonly (readonly bigint[])[] },
): Marks {
  const marks = new Map<bigint, Map<string, string>>();
  const mark = (id: bigint, question: string, answer: string) =>
    marks.set(id, (marks.get(id) ?? new Map()).set(question, answer));
  for (const use of uses) {
    const accountId = use.account?.id ?? noreplyAccount(comparableEmail(use.mappedEmail))?.accountId;
    if (accountId) mark(use.identityId, ACCOUNT, accountId);
  }
  uniteAccounts(marks, merged);
  for (const [index, group] of decisions.splits.entries()) {
    for (const selector of group) {
      for (const id of select(selector)) mark(id, `split ${index}`, selector);
    }
  }
  return marks;
}

/** Accounts that the user says are one person's count as one account, so that nothing refuses the merge. */
function uniteAccounts(
  marks: ReadonlyMap<bigint, Map<string, string>>,
  merged: readonly (readonly bigint[])[],
): void {
  const ownerOf = new Map<string, string>();
  const find = (account: string): string => {
    const owner = ownerOf.get(account);
    return owner === undefined || owner === account ? account : find(owner);
  };
  for (const ids of merged) {
    const accounts = ids.flatMap((id) => marks.get(id)?.get(ACCOUNT) ?? []).map(find);
    const [first = ''] = [...accounts].sort();
    for (const account of accounts) ownerOf.set(account, first);
  }
  for (const answers of marks.values()) {
    const account = answers.get(ACCOUNT);
    if (account !== undefined) answers.set(ACCOUNT, find(account));
  }
}

function selectAll(group: readonly string[], select: Select): readonly bigint[] {
  return [...new Set(group.flatMap((selector) => [...select(selector)]))].sort(byId);
}

function decidedLinks(ids: readonly bigint[]): readonly IdentityLink[] {
  const [a, ...others] = ids;
  return a === undefined ? [] : others.map((b) => ({ a, b, rule: 'decision', confidence: 1 }));
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
