import type { Records } from '../world/records.ts';
import { iso } from './calendar.ts';
import { ACQUISITION, COMPANIES, MAIL_PROVIDER } from './cast.ts';
import type { Ecosystem, PlayedRepository } from './ecosystem.ts';
import { identityAt, monthsBefore, type Person } from './people.ts';
import { type GitTruth, tellGit } from './truth-git.ts';
import { type GithubTruth, tellGithub } from './truth-github.ts';

/** Somebody of the world as the world knows them, however many names and addresses they used. */
export interface PersonTruth {
  readonly key: string;
  readonly name: string;
  readonly kind: 'person' | 'bot' | 'agent';
  /** Null for ghosts. */
  readonly login: string | null;
  readonly isGhost: boolean;
  /** What git has of them; none for those who never committed. */
  readonly identities: readonly { readonly name: string; readonly email: string }[];
  /** Null for nobody's employee; `to` null while it lasts. Told for the scripted people only. */
  readonly jobs: readonly {
    readonly company: string | null;
    readonly from: string;
    readonly to: string | null;
  }[];
}

/** The answers of a generated world, computed from what was drawn and not from what is served. */
export interface Truth {
  readonly until: string;
  readonly seed: number;
  readonly scale: number;
  /** The twelve full calendar months before the month of `until`, half-open. */
  readonly window: { readonly from: string; readonly to: string };
  readonly companies: readonly {
    readonly key: string;
    readonly name: string;
    readonly login: string;
    readonly domain: string;
    readonly kind: string;
  }[];
  /** A mail provider: its addresses say nothing about an employer. */
  readonly mailProvider: string;
  readonly acquisition: {
    readonly at: string;
    readonly bought: string;
    readonly buyer: string;
    readonly repository: string;
  };
  readonly people: readonly PersonTruth[];
  readonly repositories: Readonly<Record<string, GitTruth & GithubTruth>>;
}

/** Tells the truth about a world as of an instant; `records` are what GitHub shows then. */
export function createTruth(ecosystem: Ecosystem, records: Records, at: number): Truth {
  const { options, played } = ecosystem;
  const window = windowBefore(at);
  const setting = { until: options.until };
  const identities = listIdentities(played, at);
  return {
    until: iso(at),
    seed: options.seed,
    scale: options.scale,
    window: { from: iso(window.from), to: iso(window.to) },
    companies: COMPANIES.map(({ key, name, login, domain, kind }) => ({ key, name, login, domain, kind })),
    mailProvider: MAIL_PROVIDER,
    acquisition: {
      at: iso(monthsBefore(setting, ACQUISITION)),
      bought: 'tessarine',
      buyer: 'northquay',
      repository: 'orrery-db/orrery-shard',
    },
    people: ecosystem.people
      .filter((person) => person.work.length > 0 || person.kind !== 'person' || identities.has(person))
      .map((person) => tellPerson(person, [...(identities.get(person)?.values() ?? [])])),
    repositories: Object.fromEntries(
      played.map((one) => [
        one.fullName,
        { ...tellGit(one, at, window), ...tellGithub(one, ecosystem.people, records, window) },
      ]),
    ),
  };
}

/** Whole months, as reports use them. */
function windowBefore(at: number): { readonly from: number; readonly to: number } {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { from: Date.UTC(year - 1, month), to: Date.UTC(year, month) };
}

type Identities = ReadonlyMap<string, PersonTruth['identities'][number]>;

/** Names and addresses that each author's commits carry. */
function listIdentities(played: readonly PlayedRepository[], at: number): ReadonlyMap<Person, Identities> {
  const all = new Map<Person, Map<string, PersonTruth['identities'][number]>>();
  for (const { history } of played) {
    for (const { author, authoredAt, at: landedAt } of history.commits) {
      if (landedAt > at) continue;
      const known = all.get(author) ?? new Map<string, PersonTruth['identities'][number]>();
      const identity = identityAt(author, authoredAt);
      all.set(author, known.set(`${identity.name} ${identity.email}`, identity));
    }
  }
  return all;
}

function tellPerson(person: Person, identities: PersonTruth['identities']): PersonTruth {
  const isScripted = person.work.length > 0;
  return {
    key: person.key,
    name: person.name,
    kind: person.kind,
    login: person.account?.login ?? null,
    isGhost: person.isGhost,
    identities,
    jobs: isScripted
      ? person.jobs.map((job) => ({
          company: job.company,
          from: iso(job.from),
          to: Number.isFinite(job.to) ? iso(job.to) : null,
        }))
      : [],
  };
}
