import type { AffiliationDecision, KindDecision, PeopleDecisions } from '../people.ts';
import { parseInstant } from '../time.ts';
import { configError, knownEntries, type YamlValue } from './yaml.ts';

/** What the file of decisions about people says. */
export interface PeopleFile extends PeopleDecisions {
  readonly affiliations: readonly AffiliationDecision[];
}

export const NO_PEOPLE: PeopleFile = { merges: [], splits: [], kinds: [], affiliations: [] };

/**
 * Reads the file of decisions about people: `merges` and `splits` are lists of lists of identities, `kinds` has
 * `person`, `bot` or `agent` by identity, `affiliations` a list of `person`, `organization`, `from` and `until`.
 *
 * Errors: `E_CONFIG`, naming file and line.
 */
export function readPeople(root: YamlValue): PeopleFile {
  const { merges, splits, kinds, affiliations } = knownEntries(root, [
    'merges',
    'splits',
    'kinds',
    'affiliations',
  ]);
  return {
    merges: merges ? merges.items().map(readGroup) : [],
    splits: splits ? splits.items().map(readGroup) : [],
    kinds: kinds ? kinds.entries().map(readKind) : [],
    affiliations: affiliations ? affiliations.items().map(readAffiliation) : [],
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
    validFrom: from ? readDay(from) : null,
    validTo: until ? readDay(until) : null,
    source: value.place,
  };
}

function readDay(value: YamlValue): string {
  const text = value.text();
  if (text.length === 10 && parseInstant(text) !== null) return text;
  throw configError(value.place, `expected a day such as 2024-01-31, got \`${text}\``);
}
