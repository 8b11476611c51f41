import type { CompanyKey, RepositoryKey } from './cast.ts';

/** How changes land: pushed by committers with credit in trailers, or through pull requests. */
export type Flow = 'push' | 'squash' | 'mixed';

/** What one repository is like. Counts are for scale 1 and up to the end of the data; months count back from it. */
export interface RepositoryPlan {
  readonly key: RepositoryKey;
  readonly owner: CompanyKey;
  readonly name: string;
  readonly description: string;
  readonly from: number;
  /** When work ceased; 0 where it goes on. */
  readonly to: number;
  readonly growth: number;
  readonly commits: number;
  readonly issues: number;
  readonly pulls: number;
  readonly discussions: number;
  readonly stars: number;
  readonly forks: number;
  readonly flow: Flow;
  readonly language: 'C' | 'Rust' | 'Python';
  readonly directories: readonly string[];
  readonly topics: readonly string[];
  /** Months between two releases. */
  readonly releaseEvery: number;
  readonly previousNames: readonly string[];
}

const DATABASE = {
  growth: 1.5,
  to: 0,
  discussions: 0,
  topics: ['database', 'orrery'],
  previousNames: [],
} as const;

/** The repositories with a life of their own; the fork's own commits come on top of what it took over. */
export const PLANS: readonly RepositoryPlan[] = [
  {
    ...DATABASE,
    key: 'orrery',
    owner: 'foundation',
    name: 'orrery',
    description: 'A relational database that keeps time with the tides',
    from: 60,
    commits: 1200,
    issues: 400,
    pulls: 200,
    discussions: 40,
    stars: 240,
    forks: 50,
    flow: 'mixed',
    language: 'C',
    directories: ['src/planner', 'src/storage', 'src/wal', 'src/replication', 'src/index', 'src/parser'],
    releaseEvery: 4,
  },
  {
    ...DATABASE,
    key: 'geo',
    owner: 'foundation',
    name: 'orrery-geo',
    description: 'Geographic types and indexes for Orrery',
    from: 50,
    commits: 260,
    issues: 110,
    pulls: 80,
    stars: 70,
    forks: 12,
    flow: 'squash',
    language: 'C',
    directories: ['src/geometry', 'src/index', 'src/proj'],
    topics: ['orrery-extension', 'gis'],
    releaseEvery: 6,
  },
  {
    ...DATABASE,
    key: 'columnar',
    owner: 'corvane',
    name: 'orrery-columnar',
    description: 'Columnar storage for Orrery',
    from: 40,
    commits: 320,
    issues: 80,
    pulls: 100,
    stars: 90,
    forks: 14,
    flow: 'squash',
    language: 'Rust',
    directories: ['src/encoding', 'src/scan', 'src/writer'],
    topics: ['orrery-extension', 'columnar'],
    releaseEvery: 3,
  },
  {
    ...DATABASE,
    key: 'py',
    owner: 'foundation',
    name: 'orrery-py',
    description: 'Python driver for Orrery',
    from: 48,
    growth: 1,
    commits: 220,
    issues: 100,
    pulls: 70,
    discussions: 10,
    stars: 80,
    forks: 10,
    flow: 'squash',
    language: 'Python',
    directories: ['orrery/protocol', 'orrery/types', 'orrery/pool'],
    topics: ['orrery', 'python', 'driver'],
    releaseEvery: 3,
  },
  {
    ...DATABASE,
    key: 'pool',
    owner: 'foundation',
    name: 'orrery-pool',
    description: 'A connection pooler for Orrery',
    from: 55,
    to: 17,
    growth: 0.7,
    commits: 150,
    issues: 50,
    pulls: 16,
    stars: 40,
    forks: 6,
    flow: 'push',
    language: 'C',
    directories: ['src/server', 'src/client'],
    releaseEvery: 8,
  },
  {
    ...DATABASE,
    key: 'shard',
    owner: 'foundation',
    name: 'orrery-shard',
    description: 'Distributed tables for Orrery',
    from: 44,
    growth: 0.9,
    commits: 280,
    issues: 90,
    pulls: 90,
    stars: 110,
    forks: 11,
    flow: 'squash',
    language: 'Rust',
    directories: ['src/router', 'src/rebalance', 'src/catalog'],
    topics: ['orrery-extension', 'distributed'],
    releaseEvery: 4,
    // Born under another owner and another name; moved with the acquisition.
    previousNames: ['tessarine/tess-shard', 'orrery-db/tess-shard'],
  },
  {
    ...DATABASE,
    key: 'fork',
    owner: 'corvane',
    name: 'orrery',
    description: 'Corvane builds of Orrery',
    from: 20,
    commits: 60,
    issues: 0,
    pulls: 0,
    stars: 8,
    forks: 1,
    flow: 'push',
    language: 'C',
    directories: ['corvane/metering', 'corvane/packaging'],
    topics: ['orrery'],
    releaseEvery: 0,
  },
];
