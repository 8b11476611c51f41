/** The domain that somebody registered, for a domain of addresses. */
export interface EmailDomain {
  readonly emailDomain: string;
  /** Null where the domain is none of the public internet. */
  readonly registrableDomain: string | null;
}

/** Under these nobody but registrants has names, so that the list of public suffixes is not needed. */
const FLAT_SUFFIXES: ReadonlySet<string> = new Set(['com', 'org', 'net', 'edu']);
const DOMAIN = /^[^\s.@]+(?:\.[^\s.@]+)+$/u;
const LOCAL = /(?:^|\.)(?:localhost|localdomain|local|lan|internal|invalid|test|example|none|home|corp|\d+)$/;

/**
 * Finds the registrable domain of each of `emailDomains` (lower case), by the list of public suffixes.
 *
 * The list takes a tenth of a second to load, so that it is only loaded when a domain needs it.
 */
export async function resolveDomains(emailDomains: readonly string[]): Promise<readonly EmailDomain[]> {
  const lookUp = emailDomains.some(needsList) ? await loadList() : () => null;
  return emailDomains.map((emailDomain) => ({
    emailDomain,
    registrableDomain: needsList(emailDomain) ? lookUp(emailDomain) : plainDomain(emailDomain),
  }));
}

async function loadList(): Promise<(domain: string) => string | null> {
  const { parse } = await import('tldts');
  return (domain) => {
    const { domain: registrable, isIcann } = parse(domain);
    return isIcann ? registrable : null;
  };
}

function needsList(domain: string): boolean {
  return DOMAIN.test(domain) && !LOCAL.test(domain) && domain.split('.').length > 2 && !isFlat(domain);
}

function isFlat(domain: string): boolean {
  return FLAT_SUFFIXES.has(domain.slice(domain.lastIndexOf('.') + 1));
}

function plainDomain(domain: string): string | null {
  if (!DOMAIN.test(domain) || LOCAL.test(domain)) return null;
  return domain.split('.').slice(-2).join('.');
}
