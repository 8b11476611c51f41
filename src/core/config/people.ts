import type { AffiliationDecision, KindDecision, PeopleDecisions } from '../people-decisions.ts';
import { configError, knownEntries, readDay, type YamlValue } from './yaml.ts';

/** Somebody whose personal data was erased: what stands in its place, and what to look for. */
export interface ForgottenPerson {
  readonly pseudonym: string;
  /** Hashes of names and addresses, each made with the salt of the file. */
  readonly hashes: readonly string[];
}

export interface Forgotten {
  readonly salt: string;
  readonly people: readonly ForgottenPerson[];
}

/** The keys of the file, in the order in which they are written. */
export const PEOPLE_KEYS = ['merges', 'splits', 'aliases', 'kinds', 'affiliations', 'forgotten'] as const;

/** What the file of decisions about people says. */
export interface PeopleFile extends PeopleDecisions {
  readonly affiliations: readonly AffiliationDecision[];
  readonly forgotten: Forgotten;
}

export const NO_PEOPLE: PeopleFile = {
  merges: [],
  splits: [],
  kinds: [],
  affiliations: [],
  forgotten: { salt: '', people: [] },
};

/**
 * Reads the file of decisions about people: `merges` and `splits` are lists of lists of identities, `aliases` has a list
 * of other names by identity, `kinds` has `person`, `bot` or `agent` by identity, `affiliations` a list of `person`,
 * `organization`, `from` and `until`, `forgotten` a `salt` and lists of hashes by pseudonym.
 *
 * Errors: `E_CONFIG`, naming file and line.
 */
export function readPeople(root: YamlValue): PeopleFile {
  const { merges, splits, aliases, kinds, affiliations, forgotten } = knownEntries(root, PEOPLE_KEYS);
  return {
    merges: [
      ...(merges ? merges.items().map(readGroup) : []),
      ...(aliases ? aliases.entries().map(readAliases) : []),
    ],
    splits: splits ? splits.items().map(readGroup) : [],
    kinds: kinds ? kinds.entries().map(readKind) : [],
    affiliations: affiliations ? affiliations.items().map(readAffiliation) : [],
    forgotten: forgotten ? readForgotten(forgotten) : NO_PEOPLE.forgotten,
  };
}

function readAliases([person, aliases]: readonly [string, YamlValue]): readonly string[] {
  return [person, ...aliases.items().map((alias) => alias.text())];
}

function readForgotten(value: YamlValue): Forgotten {
  const { salt, people } = knownEntries(value, ['salt', 'people']);
  if (!salt) throw configError(value.place, '`salt` is needed, since no name can be recognised without it');
  return {
    salt: salt.text(),
    people: (people?.entries() ?? []).map(([pseudonym, hashes]) => ({
      pseudonym,
      hashes: hashes.items().map((hash) => hash.text()),
    })),
  };
}

function readGroup(value: YamlValue): readonly string[] {
  const group = value.items().map((item) => item.text());
  if (group.length >= 2) return group;
  throw configError(value.place, 'expected at least two identities in a group');
}

function readKind([identity, value]: readonly [string, YamlValue]): KindDecision {
  const kind = value.text();
  if (kind === 'person' || kind === 'bot' || kind === 'agent') return { identity, kind };
  throw configError(value.place, `expected person, bot or agent, got \`${kind}\``);
}

function readAffiliation(value: YamlValue): AffiliationDecision {
  const { person, organization, from, until } = knownEntries(value, [
    'person',
    'organization',
    'from',
    'until',
  ]);
  if (!person || !organization) throw configError(value.place, '`person` and `organization` are both needed');
  return {
    person: person.text().trim().toLowerCase(),
    organization: organization.text(),
    validFrom: from ? readDay(from.text(), from.place) : null,
    validTo: until ? readDay(until.text(), until.place) : null,
    source: value.place,
  };
}
