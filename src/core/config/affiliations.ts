import type { AffiliationDecision } from '../people-decisions.ts';
import { configError, readDay } from './yaml.ts';

const PERSON = /^(?<name>[^\s#][^:]*):\s*(?<addresses>.*)$/;
const SPAN = /^(?<organization>.*?)(?:\s+from\s+(?<from>\S+))?(?:\s+until\s+(?<until>\S+))?$/;
const EMAIL_MAP = /^(?<address>\S+@\S+)\s+(?<organization>.*?)(?:\s*<\s*(?<until>\d{4}-\d{2}-\d{2}))?$/;
/** Organizations of that format that mean that somebody works for none, or that nobody knows. */
const NONE = /^(independent|unknown|\(unknown\)|notfound|self)$/i;

/**
 * Reads who worked where: the CNCF's form (a line `Name: address, address` and below it, indented, a line per
 * organization with `from` and `until`) and gitdm's (`address organization < until`), in one file if need be.
 *
 * The CNCF writes `!` for `@`. A line without `from` begins where the one before ends.
 * Errors: `E_CONFIG`, naming file and line.
 */
export function parseAffiliations(text: string, path: string): readonly AffiliationDecision[] {
  const decisions: AffiliationDecision[] = [];
  let people: readonly string[] = [];
  let end: string | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trimEnd();
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const source = `${path} line ${index + 1}`;
    if (/^\s/.test(line)) {
      if (people.length === 0) throw configError(source, 'an organization without a person above it');
      const span = readSpan(line.trim(), source);
      const validFrom = span.from ?? end;
      end = span.until;
      decisions.push(...decide(people, { ...span, from: validFrom, source }));
      continue;
    }
    const mapped = EMAIL_MAP.exec(line)?.groups;
    const person = PERSON.exec(line)?.groups;
    if (!mapped && !person)
      throw configError(source, 'neither a person with addresses nor an address with an organization');
    end = null;
    people = mapped ? [] : addressesOf(person?.['addresses'] ?? '', person?.['name'] ?? '');
    if (mapped) {
      const until = mapped['until'] ?? null;
      decisions.push(
        ...decide([comparable(mapped['address'] ?? '')], {
          organization: mapped['organization'] ?? '',
          from: null,
          until: until === null ? null : readDay(until, source),
          source,
        }),
      );
    }
  }
  return decisions;
}

interface Span {
  readonly organization: string;
  readonly from: string | null;
  readonly until: string | null;
}

function decide(
  people: readonly string[],
  span: Span & { readonly source: string },
): readonly AffiliationDecision[] {
  if (NONE.test(span.organization)) return [];
  return people.map((person) => ({
    person,
    organization: span.organization,
    validFrom: span.from,
    validTo: span.until,
    source: span.source,
  }));
}

function readSpan(text: string, source: string): Span {
  const { organization = '', from, until } = SPAN.exec(text)?.groups ?? {};
  return {
    organization: organization.trim(),
    from: from === undefined ? null : readDay(from, source),
    until: until === undefined ? null : readDay(until, source),
  };
}

/** Somebody without an address is known by name. */
function addressesOf(list: string, name: string): readonly string[] {
  const addresses = list
    .split(',')
    .map(comparable)
    .filter((address) => address !== '');
  return addresses.length > 0 ? addresses : [comparable(name)];
}

function comparable(text: string): string {
  return text
    .trim()
    .replace(/^(\S+?)!(\S+)$/, '$1@$2')
    .toLowerCase();
}
