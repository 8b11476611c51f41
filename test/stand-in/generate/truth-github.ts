import type { Issue, PullRequest, Records } from '../world/records.ts';
import type { PlayedRepository } from './ecosystem.ts';
import type { Person } from './people.ts';
import { count } from './truth-git.ts';

/** One issue or pull request and the first answer by another person: a comment, review, label, assignment, closing or merge. */
export interface ResponseTruth {
  readonly number: number;
  readonly kind: 'issue' | 'pull_request';
  /** Login of the author; null for a ghost. */
  readonly author: string | null;
  readonly isByBot: boolean;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly firstResponseBy: string | null;
  readonly firstReviewAt: string | null;
}

/** What GitHub holds of one repository. */
export interface GithubTruth {
  readonly counts: {
    readonly issues: number;
    readonly openIssues: number;
    readonly pullRequests: number;
    readonly openPullRequests: number;
    readonly mergedPullRequests: number;
    readonly issueComments: number;
    readonly pullRequestComments: number;
    readonly reviews: number;
    readonly reviewComments: number;
    readonly timelineEvents: number;
    readonly releases: number;
    readonly discussions: number;
    readonly stars: number;
    readonly forks: number;
    readonly watchers: number;
    readonly publicSponsors: number;
    readonly privateSponsors: number;
  };
  readonly starsByMonth: Readonly<Record<string, number>>;
  readonly forksByMonth: Readonly<Record<string, number>>;
  readonly recent: {
    readonly issuesOpened: number;
    readonly issuesClosed: number;
    readonly pullRequestsOpened: number;
    /** Pull requests merged in the window, all and those with a review by another person. */
    readonly merged: number;
    readonly mergedReviewed: number;
    /** Merged by their author without a review by another person. */
    readonly selfMerged: number;
    /** Merges by login; `ghost` for accounts that are gone. */
    readonly mergers: Readonly<Record<string, number>>;
  };
  readonly responses: readonly ResponseTruth[];
}

interface Scope {
  readonly from: string;
  readonly to: string;
  readonly isPerson: (accountId: string | null) => boolean;
  readonly login: (accountId: string | null) => string | null;
}

/** Tells what GitHub holds, from the records as they are served. */
export function tellGithub(
  played: PlayedRepository,
  people: readonly Person[],
  records: Records,
  window: { readonly from: number; readonly to: number },
): GithubTruth {
  const own = <Row extends { readonly repositoryId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.repositoryId === played.row.id);
  const [issues, pulls] = [own(records.issues), own(records.pullRequests)];
  const machines = new Set(people.filter((one) => one.kind !== 'person').map((one) => one.account?.id));
  const logins = new Map(records.accounts.map((account) => [account.id, account.login]));
  const scope: Scope = {
    from: new Date(window.from).toISOString(),
    to: new Date(window.to).toISOString(),
    isPerson: (id) => id !== null && !machines.has(id),
    login: (id) => (id === null ? null : (logins.get(id) ?? null)),
  };
  const stars = records.repositories.find((row) => row.id === played.row.id)?.stargazers ?? [];
  const forks = records.repositories.filter((row) => row.parentId === played.row.id);
  const byMonth = (dates: readonly string[]): Record<string, number> =>
    count(dates, (date) => date.slice(0, 7));
  return {
    counts: countAll(played, records, issues, pulls),
    starsByMonth: byMonth(stars.map((star) => star.starredAt)),
    forksByMonth: byMonth(forks.map((fork) => fork.createdAt)),
    recent: tellRecent(scope, issues, pulls),
    responses: [...issues, ...pulls]
      .map((item) => tellResponse(scope, item))
      .sort((a, b) => a.number - b.number),
  };
}

function countAll(
  played: PlayedRepository,
  records: Records,
  issues: readonly Issue[],
  pulls: readonly PullRequest[],
): GithubTruth['counts'] {
  const row = records.repositories.find((one) => one.id === played.row.id);
  const sum = <Item>(items: readonly Item[], size: (item: Item) => number): number =>
    items.reduce((total, item) => total + size(item), 0);
  const active = records.sponsorships.filter((one) => one.maintainerId === row?.ownerId && one.isActive);
  const own = (rows: readonly { readonly repositoryId: string }[]): number =>
    rows.filter((one) => one.repositoryId === played.row.id).length;
  return {
    issues: issues.length,
    openIssues: issues.filter((one) => one.state === 'OPEN').length,
    pullRequests: pulls.length,
    openPullRequests: pulls.filter((one) => one.state === 'OPEN').length,
    mergedPullRequests: pulls.filter((one) => one.state === 'MERGED').length,
    issueComments: sum(issues, (one) => one.comments.length),
    pullRequestComments: sum(pulls, (one) => one.comments.length),
    reviews: sum(pulls, (one) => one.reviews.length),
    reviewComments: sum(pulls, (one) => sum(one.reviews, (review) => review.comments.length)),
    timelineEvents: sum([...issues, ...pulls], (one) => one.timeline.length),
    releases: own(records.releases),
    discussions: own(records.discussions),
    stars: row?.stargazers.length ?? 0,
    forks: records.repositories.filter((one) => one.parentId === played.row.id).length,
    watchers: row?.watcherIds.length ?? 0,
    publicSponsors: active.filter((one) => one.privacyLevel === 'PUBLIC').length,
    privateSponsors: active.filter((one) => one.privacyLevel === 'PRIVATE').length,
  };
}

function isReviewedByOther(scope: Scope, pull: PullRequest): boolean {
  return pull.reviews.some((review) => scope.isPerson(review.authorId) && review.authorId !== pull.authorId);
}

function tellRecent(
  scope: Scope,
  issues: readonly Issue[],
  pulls: readonly PullRequest[],
): GithubTruth['recent'] {
  const isIn = (date: string | null): boolean => date !== null && date >= scope.from && date < scope.to;
  const merged = pulls.filter((pull) => isIn(pull.mergedAt));
  return {
    issuesOpened: issues.filter((one) => isIn(one.createdAt)).length,
    issuesClosed: issues.filter((one) => isIn(one.closedAt)).length,
    pullRequestsOpened: pulls.filter((one) => isIn(one.createdAt)).length,
    merged: merged.length,
    mergedReviewed: merged.filter((pull) => isReviewedByOther(scope, pull)).length,
    selfMerged: merged.filter(
      (pull) =>
        pull.mergedById !== null && pull.mergedById === pull.authorId && !isReviewedByOther(scope, pull),
    ).length,
    mergers: count(merged, (pull) => scope.login(pull.mergedById) ?? 'ghost'),
  };
}

/** Timeline events that answer: not what is done to the item by its author, and not a request for review. */
const ANSWERING: readonly string[] = ['LabeledEvent', 'AssignedEvent', 'ClosedEvent', 'MergedEvent'];

function tellResponse(scope: Scope, item: Issue | PullRequest): ResponseTruth {
  const isOther = (id: string | null): boolean => scope.isPerson(id) && id !== item.authorId;
  const reviews = item.__typename === 'PullRequest' ? item.reviews : [];
  const said = [...item.comments, ...reviews, ...reviews.flatMap((review) => review.comments)];
  const acts = [
    ...said.map((one) => ({ at: one.createdAt, by: one.authorId })),
    ...item.timeline
      .filter((event) => ANSWERING.includes(event.__typename))
      .map((event) => ({ at: event.createdAt, by: event.actorId })),
  ];
  const answers = acts
    .filter((act) => isOther(act.by) && act.at > item.createdAt)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const looked = reviews.filter((review) => isOther(review.authorId)).map((review) => review.createdAt);
  return {
    number: item.number,
    kind: item.__typename === 'Issue' ? 'issue' : 'pull_request',
    author: scope.login(item.authorId),
    isByBot: item.authorId !== null && !scope.isPerson(item.authorId),
    createdAt: item.createdAt,
    closedAt: item.closedAt,
    firstResponseAt: answers[0]?.at ?? null,
    firstResponseBy: scope.login(answers[0]?.by ?? null),
    firstReviewAt: looked.sort()[0] ?? null,
  };
}
