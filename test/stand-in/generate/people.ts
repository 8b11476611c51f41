import type { IdMint } from '../world/ids.ts';
import type { Account, GitIdentity } from '../world/records.ts';
import { iso, MONTH } from './calendar.ts';
import { CAST, type CastMember, COMPANIES, type CompanyKey, MAIL_PROVIDER, type Work } from './cast.ts';
import { toLatin } from './names.ts';
import type { Random } from './random.ts';

/** Employment of one person: half-open, in milliseconds since 1970. `company` null is nobody's employee. */
export interface Job {
  readonly company: CompanyKey | null;
  readonly from: number;
  readonly to: number;
}

/** Somebody who acts in the generated world. */
export interface Person {
  readonly key: string;
  readonly kind: 'person' | 'bot' | 'agent';
  readonly name: string;
  readonly earlierName: { readonly name: string; readonly until: number } | null;
  /** Null for ghosts and for those whom only git knows. */
  readonly account: Account | null;
  readonly jobs: readonly Job[];
  readonly work: readonly Work[];
  readonly offset: number;
  readonly mail: 'work' | 'private' | 'noreply';
  readonly isGhost: boolean;
}

/** Everything that is shared while the world is drawn up. */
export interface Setting {
  readonly random: Random;
  readonly mint: IdMint;
  /** End of the data as GitHub shows it. */
  readonly until: number;
  readonly scale: number;
  /** How much is drawn beyond `until`, in milliseconds, to be revealed later. */
  readonly ahead: number;
}

/** The instant so many months before the end of the data; negative months lie behind it. */
export function monthsBefore(setting: Pick<Setting, 'until'>, months: number): number {
  return setting.until - Math.round(months * MONTH);
}

/** Whom somebody works for at an instant; null for nobody, undefined before and after all jobs. */
export function employerAt(person: Person, at: number): CompanyKey | null | undefined {
  return person.jobs.find((job) => at >= job.from && at < job.to)?.company;
}

/** Name and address that somebody's git had at an instant. */
export function identityAt(person: Person, at: number): GitIdentity {
  const earlier = person.earlierName;
  const name = earlier && at < earlier.until ? earlier.name : person.name;
  return { name, email: addressAt(person, at) };
}

function addressAt(person: Person, at: number): string {
  const company = COMPANIES.find((one) => one.key === employerAt(person, at));
  const local = localPart(person);
  if (person.mail === 'work' && company) return `${local}@${company.domain}`;
  if (person.mail === 'noreply' && person.account) return noreply(person.account);
  return `${local}@${MAIL_PROVIDER}`;
}

/** The address GitHub gives to an account that keeps its own private. */
export function noreply(account: Account): string {
  const login = account.__typename === 'Bot' ? `${account.login}[bot]` : account.login;
  return `${account.databaseId}+${login}@users.noreply.github.com`;
}

function localPart(person: Pick<Person, 'name' | 'key'>): string {
  const words = toLatin(person.name).split(' ').filter(Boolean);
  const isCast = !/\d/.test(person.key);
  // People of the crowd get their number into the address: two may share a name, none shares an address.
  return isCast ? words.join('.') : `${words.join('.')}.${person.key.replace(/\D/g, '')}`;
}

/** An account with nothing filled in but its name. */
export function createAccount(
  setting: Setting,
  kind: Account['__typename'],
  login: string,
  createdAt: number,
): Account {
  return {
    __typename: kind,
    ...setting.mint.next(kind),
    login,
    name: null,
    email: '',
    emails: [],
    company: null,
    location: null,
    bio: null,
    websiteUrl: null,
    twitterUsername: null,
    createdAt: iso(createdAt),
    updatedAt: iso(createdAt),
    isHireable: false,
    isVerified: false,
    archivedAt: null,
    followerCount: 0,
    memberships: [],
    socialAccounts: [],
    sponsorsListing: null,
  };
}

/** The accounts of the companies and of the foundation, by key. */
export function createCompanies(setting: Setting): ReadonlyMap<CompanyKey, Account> {
  const made = COMPANIES.map((company): [CompanyKey, Account] => {
    const account = createAccount(setting, 'Organization', company.login, monthsBefore(setting, 72));
    account.name = company.name;
    account.websiteUrl = `https://${company.domain}`;
    account.isVerified = company.kind !== 'academic';
    account.bio = company.kind === 'foundation' ? 'Home of the Orrery database' : null;
    return [company.key, account];
  });
  return new Map(made);
}

/** The scripted people, with their accounts; ghosts get none. */
export function createCast(setting: Setting, companies: ReadonlyMap<CompanyKey, Account>): readonly Person[] {
  return CAST.map((member) => createMember(setting, companies, member));
}

function createMember(
  setting: Setting,
  companies: ReadonlyMap<CompanyKey, Account>,
  member: CastMember,
): Person {
  const jobs = member.jobs.map((job) => ({
    company: job.at,
    from: monthsBefore(setting, job.from),
    to: job.to === 0 ? Number.POSITIVE_INFINITY : monthsBefore(setting, job.to),
  }));
  const account =
    member.isGhost === undefined
      ? createAccount(setting, 'User', member.login, monthsBefore(setting, 90))
      : null;
  const person: Person = {
    key: member.key,
    kind: 'person',
    name: member.name,
    earlierName: member.earlierName
      ? { name: member.earlierName.name, until: monthsBefore(setting, member.earlierName.until) }
      : null,
    account,
    jobs,
    work: member.work,
    offset: member.offset,
    mail: member.mail,
    isGhost: member.isGhost !== undefined,
  };
  if (account) describe(setting, companies, person, account, member.hasUnlinkedWorkMail === true);
  return person;
}

function describe(
  setting: Setting,
  companies: ReadonlyMap<CompanyKey, Account>,
  person: Person,
  account: Account,
  forgetsFirstMail: boolean,
): void {
  account.name = person.name;
  account.followerCount = setting.random.between(20, 900);
  account.updatedAt = iso(monthsBefore(setting, setting.random.between(1, 9)));
  const addresses = person.jobs.map((job) => addressAt(person, job.from));
  account.emails = [...new Set(forgetsFirstMail ? addresses.slice(1) : addresses)];
  const employer = COMPANIES.find((one) => one.key === employerAt(person, setting.until));
  account.company = employer?.spellings[0] ?? null;
  const organization = employer && companies.get(employer.key);
  if (organization) {
    account.memberships.push({ organizationId: organization.id, role: 'MEMBER', isPublic: true });
  }
}
