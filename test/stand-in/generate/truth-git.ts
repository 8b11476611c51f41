import { iso } from './calendar.ts';
import type { PlayedRepository } from './ecosystem.ts';
import type { PlantedCommit } from './history.ts';
import { employerAt, type Person } from './people.ts';

/** What git holds of one repository. Commits that are work: no merges, not by bots or agents. */
export interface GitTruth {
  readonly databaseId: number;
  readonly nodeId: string;
  readonly defaultBranch: string;
  /** Commits of the default branch; for the fork only its own. */
  readonly commitCount: number;
  readonly mergeCount: number;
  readonly firstCommitAt: string | null;
  readonly lastCommitAt: string | null;
  readonly tags: readonly string[];
  /** Commits that are work, by month they landed in. */
  readonly workByMonth: Readonly<Record<string, number>>;
  /** Commits that are work, by key of git's author. */
  readonly workByAuthor: Readonly<Record<string, number>>;
  readonly inWindow: {
    readonly commitCount: number;
    /** By key of the principal author: the one credited as author, else git's. */
    readonly byPrincipal: Readonly<Record<string, number>>;
    /** How few principal authors have half of the commits. */
    readonly absenceFactor: number | null;
    /** By company of the principal author when it landed; `none` for nobody's employee. Told as it is, whoever can know it. */
    readonly byCompany: Readonly<Record<string, number>>;
    /** Commits whose principal author is another than who pushed them. */
    readonly creditedCount: number;
  };
}

/** Tells what git holds as of an instant, from the commits that were written. */
export function tellGit(
  played: PlayedRepository,
  at: number,
  window: { readonly from: number; readonly to: number },
): GitTruth {
  const commits = played.history.commits.filter((commit) => commit.at <= at);
  const work = commits.filter((commit) => !commit.isMerge && commit.author.kind === 'person');
  const recent = work.filter((commit) => commit.at >= window.from && commit.at < window.to);
  const byPrincipal = count(recent, (commit) => principalOf(commit).key);
  return {
    databaseId: played.row.databaseId,
    nodeId: played.row.id,
    defaultBranch: 'main',
    commitCount: commits.length,
    mergeCount: commits.filter((commit) => commit.isMerge).length,
    firstCommitAt: commits[0] ? iso(commits[0].at) : null,
    lastCommitAt: commits.at(-1) ? iso(commits.at(-1)?.at ?? 0) : null,
    tags: played.history.tags.filter((tag) => tag.at <= at).map((tag) => tag.name),
    workByMonth: count(work, (commit) => iso(commit.at).slice(0, 7)),
    workByAuthor: count(work, (commit) => commit.author.key),
    inWindow: {
      commitCount: recent.length,
      byPrincipal,
      absenceFactor: fewestForHalf(Object.values(byPrincipal)),
      byCompany: count(recent, (commit) => companyOf(principalOf(commit), commit.at)),
      creditedCount: recent.filter((commit) => principalOf(commit) !== commit.author).length,
    },
  };
}

function principalOf(commit: PlantedCommit): Person {
  return commit.credits.find((credit) => credit.role === 'author')?.person ?? commit.author;
}

function companyOf(person: Person, at: number): string {
  const employer = employerAt(person, at);
  return employer === undefined ? 'unknown' : (employer ?? 'none');
}

/** How many of each key, keys in order. */
export function count<Item>(items: readonly Item[], key: (item: Item) => string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fewestForHalf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, one) => sum + one, 0);
  if (total === 0) return null;
  let running = 0;
  const sorted = counts.toSorted((a, b) => b - a);
  return (
    sorted.findIndex((one) => {
      running += one;
      return running * 2 >= total;
    }) + 1
  );
}
