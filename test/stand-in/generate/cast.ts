/** The scripted part of the ecosystem: who exists, who pays whom, and what happened. Everything here is invented. */

export type CompanyKey =
  | 'northquay'
  | 'tessarine'
  | 'corvane'
  | 'polder'
  | 'kilnworks'
  | 'brenholt'
  | 'foundation';

export interface Company {
  readonly key: CompanyKey;
  readonly name: string;
  /** Login of its account on GitHub. */
  readonly login: string;
  readonly domain: string;
  readonly kind: 'commercial' | 'academic' | 'foundation';
  /** Other ways people write it in their profile. */
  readonly spellings: readonly string[];
}

/**
 * There is no top-level domain `.apsis`, so that no address here can be anybody's. The reserved `.example` would not do:
 * what ends in it is known to be no company's.
 */
export const COMPANIES: readonly Company[] = [
  {
    key: 'northquay',
    name: 'Northquay Systems',
    login: 'northquay',
    domain: 'northquay.apsis',
    kind: 'commercial',
    spellings: ['@northquay', 'Northquay Systems', 'Northquay Systems GmbH', 'northquay'],
  },
  {
    key: 'tessarine',
    name: 'Tessarine Data',
    login: 'tessarine',
    domain: 'tessarine.apsis',
    kind: 'commercial',
    spellings: ['@tessarine', 'Tessarine Data'],
  },
  {
    key: 'corvane',
    name: 'Corvane',
    login: 'corvane',
    domain: 'corvane.apsis',
    kind: 'commercial',
    spellings: ['@corvane', 'Corvane', 'Corvane Inc.'],
  },
  {
    key: 'polder',
    name: 'Polder Analytics',
    login: 'polder-analytics',
    domain: 'polder.apsis',
    kind: 'commercial',
    spellings: ['@polder-analytics', 'Polder Analytics B.V.'],
  },
  {
    key: 'kilnworks',
    name: 'Kilnworks',
    login: 'kilnworks',
    domain: 'kilnworks.apsis',
    kind: 'commercial',
    spellings: ['Kilnworks Ltd', '@kilnworks'],
  },
  {
    key: 'brenholt',
    name: 'Brenholt University',
    login: 'brenholt-db-group',
    domain: 'brenholt.apsis',
    kind: 'academic',
    spellings: ['Brenholt University'],
  },
  {
    key: 'foundation',
    name: 'Orrery Foundation',
    login: 'orrery-db',
    domain: 'orrery.apsis',
    kind: 'foundation',
    spellings: ['@orrery-db', 'Orrery Foundation'],
  },
];

/** Months before the end of the data at which Northquay bought Tessarine; its repository moved to the foundation then. */
export const ACQUISITION = 26;

/** Domain of the only mail provider in this world; by its ending nobody takes it for an employer. */
export const MAIL_PROVIDER = 'letterbox.example';

export type RepositoryKey = 'orrery' | 'geo' | 'columnar' | 'py' | 'pool' | 'shard' | 'fork';

export interface Work {
  readonly repository: RepositoryKey;
  /** Share of the repository's core work, relative to the others. */
  readonly weight: number;
  readonly canMerge: boolean;
  /** Months before the end of the data; default: as the jobs. */
  readonly from?: number;
  readonly to?: number;
}

export interface CastMember {
  readonly key: string;
  readonly name: string;
  /** How git knew them until so many months before the end. */
  readonly earlierName?: { readonly name: string; readonly until: number };
  readonly login: string;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** In order; null is nobody's employee. Months before the end of the data. */
  readonly jobs: readonly { readonly at: CompanyKey | null; readonly from: number; readonly to: number }[];
  readonly work: readonly Work[];
  readonly mail: 'work' | 'private' | 'noreply';
  /** The account was deleted: what they wrote on GitHub has no author any more, git still knows them. */
  readonly isGhost?: true;
  /** An address that was never added to the account: commits with it have no account. */
  readonly hasUnlinkedWorkMail?: true;
}

const job = (
  at: CompanyKey | null,
  from: number,
  to = 0,
): { at: CompanyKey | null; from: number; to: number } => ({ at, from, to });
const core = (repository: RepositoryKey, weight: number, from?: number, to?: number): Work => ({
  repository,
  weight,
  canMerge: true,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
const helps = (repository: RepositoryKey, weight: number, from?: number, to?: number): Work => ({
  ...core(repository, weight, from, to),
  canMerge: false,
});

export const CAST: readonly CastMember[] = [
  {
    key: 'ilse',
    name: 'Ilse Marquardt',
    login: 'imarquardt',
    offset: 60,
    jobs: [job('kilnworks', 60, 36), job('northquay', 36)],
    work: [core('orrery', 10), helps('geo', 2)],
    mail: 'work',
  },
  {
    key: 'adaeze',
    name: 'Adaeze Okwuosa',
    login: 'adaeze-ok',
    offset: 60,
    jobs: [job('northquay', 58)],
    work: [core('orrery', 9), core('shard', 3, ACQUISITION)],
    mail: 'work',
  },
  {
    key: 'tomas',
    name: 'Tomáš Hruška',
    earlierName: { name: 'Tomas Hruska', until: 40 },
    login: 'thruska',
    offset: 120,
    jobs: [job('brenholt', 60, 30), job('corvane', 30)],
    work: [core('orrery', 7), core('columnar', 9, 30), core('fork', 10, 20)],
    mail: 'work',
  },
  {
    key: 'priya',
    name: 'Priya Raghunathan',
    login: 'priyaragh',
    offset: 330,
    jobs: [job('northquay', 30)],
    work: [helps('orrery', 5, 30, 24), core('orrery', 8, 24)],
    mail: 'noreply',
  },
  {
    key: 'dmitri',
    name: 'Dmitri Voloshin',
    login: 'dvoloshin',
    offset: 180,
    jobs: [job(null, 60, 14)],
    work: [core('orrery', 8, 60, 14)],
    mail: 'private',
    isGhost: true,
  },
  {
    key: 'lena',
    name: 'Lena Brückner',
    login: 'lbrueckner',
    offset: 60,
    jobs: [job('foundation', 35)],
    work: [core('orrery', 3), core('geo', 1)],
    mail: 'work',
  },
  {
    key: 'grace',
    name: 'Grace Tillotson',
    login: 'gtillotson',
    offset: 0,
    jobs: [job('kilnworks', 45)],
    work: [helps('orrery', 2), core('geo', 5)],
    mail: 'work',
  },
  {
    key: 'kofi',
    name: 'Kofi Asante-Mills',
    login: 'kasantemills',
    offset: 0,
    jobs: [job('polder', 50)],
    work: [core('geo', 11)],
    mail: 'work',
  },
  {
    key: 'wen',
    name: 'Wen Jiahui',
    earlierName: { name: 'Jiahui Wen', until: 33 },
    login: 'wenjh',
    offset: 480,
    jobs: [job('corvane', 50)],
    work: [core('columnar', 14), helps('orrery', 2)],
    mail: 'work',
  },
  {
    key: 'samir',
    name: 'Samir El Khatib',
    login: 'selkhatib',
    offset: -300,
    jobs: [job('corvane', 28)],
    work: [core('columnar', 8), core('fork', 6, 20)],
    mail: 'work',
  },
  {
    key: 'rafael',
    name: 'Rafael Quintão',
    login: 'rquintao',
    offset: -180,
    jobs: [job('tessarine', 44, ACQUISITION), job('northquay', ACQUISITION)],
    work: [core('shard', 13), helps('orrery', 2, ACQUISITION)],
    mail: 'work',
    hasUnlinkedWorkMail: true,
  },
  {
    key: 'signe',
    name: 'Signe Ødegård',
    login: 'signeo',
    offset: 60,
    jobs: [job('tessarine', 44, ACQUISITION), job('northquay', ACQUISITION, 22), job('corvane', 22)],
    work: [core('shard', 10, 44, 22), core('columnar', 6, 22)],
    mail: 'work',
  },
  {
    key: 'noor',
    name: 'Noor Bakhtiari',
    login: 'noorbk',
    offset: 210,
    jobs: [job('tessarine', 40, ACQUISITION), job('northquay', ACQUISITION, 23)],
    work: [core('shard', 7, 40, 23)],
    mail: 'work',
  },
  {
    key: 'hubert',
    name: 'Hubert "hubi" Zawada',
    earlierName: { name: 'Hubert Zawada', until: 30 },
    login: 'hubi',
    offset: 60,
    jobs: [job(null, 48)],
    work: [core('py', 12)],
    mail: 'private',
  },
  {
    key: 'marisol',
    name: 'Marisol Echeverría',
    login: 'mechev',
    offset: -360,
    jobs: [job(null, 30, 12), job('polder', 12)],
    work: [core('py', 5, 30), helps('orrery', 1, 20)],
    mail: 'noreply',
  },
  {
    key: 'marguerite',
    name: 'Marguerite van der Aalst',
    login: 'mvdaalst',
    offset: 60,
    jobs: [job(null, 55, 17)],
    work: [core('pool', 10, 55, 17)],
    mail: 'private',
  },
  {
    key: 'yuki',
    name: 'Yuki Hoshino',
    login: 'yhoshino',
    offset: 540,
    jobs: [job('brenholt', 40, 10), job(null, 10)],
    work: [helps('orrery', 3), helps('pool', 1, 40, 20)],
    mail: 'private',
  },
];
