import type {
  Account,
  Association,
  Comment,
  Discussion,
  Issue,
  Item,
  PullRequest,
  Records,
  Release,
  Repository,
  Review,
  Sponsorship,
  TimelineEvent,
} from '../world/records.ts';
import { iso } from './calendar.ts';

/** Says what tie somebody has to a repository. */
export type Associate = (repositoryId: string, accountId: string | null) => Association;

/**
 * Cuts full histories down to what GitHub shows at an instant: what came later is not there, and state, labels,
 * assignees, closing and merging dates follow from the events that are.
 */
export function foldRecords(full: Records, at: number, associate: Associate): Records {
  const limit = iso(at);
  const seen = <Row extends { readonly createdAt: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.createdAt <= limit);
  const pullRequests = seen(full.pullRequests).map((row) => foldPull(row, limit, associate));
  return {
    accounts: seen(full.accounts).map((row): Account => ({ ...row })),
    repositories: seen(full.repositories).map((row) => foldRepository(row, limit)),
    issues: seen(full.issues).map((row) => foldIssue(row, limit, associate)),
    pullRequests,
    releases: seen(full.releases).map((row): Release => ({ ...row })),
    discussions: seen(full.discussions).map((row) => foldDiscussion(row, limit, associate)),
    sponsorships: seen(full.sponsorships).map((row) => foldSponsorship(row, limit)),
  };
}

function foldRepository(row: Repository, limit: string): Repository {
  const stargazers = row.stargazers.filter((star) => star.starredAt <= limit);
  return { ...row, stargazers };
}

/** The fields that issues and pull requests derive in the same way. */
function foldItem(
  row: Item,
  limit: string,
  associate: Associate,
): Omit<Item, 'id' | 'databaseId' | 'number' | 'createdAt'> {
  const timeline = row.timeline
    .filter((event) => event.createdAt <= limit)
    .sort((a, b) =>
      a.createdAt === b.createdAt ? a.databaseId - b.databaseId : a.createdAt < b.createdAt ? -1 : 1,
    );
  const comments = row.comments
    .filter((comment) => comment.createdAt <= limit)
    .map(
      (comment): Comment => ({
        ...comment,
        authorAssociation: associate(row.repositoryId, comment.authorId),
      }),
    );
  const ending = timeline.findLast((event) => isEnding(event));
  return {
    repositoryId: row.repositoryId,
    authorId: row.authorId,
    authorAssociation: associate(row.repositoryId, row.authorId),
    title: row.title,
    body: row.body,
    updatedAt: latest([
      row.createdAt,
      ...comments.map((one) => one.createdAt),
      ...timeline.map((one) => one.createdAt),
    ]),
    closedAt: ending && ending.__typename !== 'ReopenedEvent' ? ending.createdAt : null,
    locked: row.locked,
    labelIds: replay(timeline, 'LabeledEvent', 'UnlabeledEvent', (event) => event.labelId),
    assigneeIds: replay(timeline, 'AssignedEvent', 'UnassignedEvent', (event) => event.subjectId),
    milestoneId: row.milestoneId,
    comments,
    timeline,
  };
}

function isEnding(event: TimelineEvent): boolean {
  return event.__typename === 'ClosedEvent' || event.__typename === 'ReopenedEvent';
}

function latest(instants: readonly string[]): string {
  return [...instants].sort().at(-1) ?? '';
}

/** What is set after putting on and taking off, in order. */
function replay(
  timeline: readonly TimelineEvent[],
  on: TimelineEvent['__typename'],
  off: TimelineEvent['__typename'],
  read: (event: TimelineEvent) => string | undefined,
): string[] {
  const set = new Set<string>();
  for (const event of timeline) {
    const id = read(event);
    if (id === undefined) continue;
    if (event.__typename === on) set.add(id);
    if (event.__typename === off) set.delete(id);
  }
  return [...set];
}

function foldIssue(row: Issue, limit: string, associate: Associate): Issue {
  const item = foldItem(row, limit, associate);
  const ending = item.timeline.findLast((event) => isEnding(event));
  const reason = ending?.__typename === 'ReopenedEvent' ? 'REOPENED' : (ending?.stateReason ?? null);
  return { ...row, ...item, state: item.closedAt === null ? 'OPEN' : 'CLOSED', stateReason: reason };
}

function foldPull(row: PullRequest, limit: string, associate: Associate): PullRequest {
  const item = foldItem(row, limit, associate);
  const merged = item.timeline.find((event) => event.__typename === 'MergedEvent');
  const reviews = row.reviews
    .filter((review) => review.createdAt <= limit)
    .map((review) => foldReview(review, row.repositoryId, associate));
  const instants = reviews.flatMap((one) => [
    one.createdAt,
    ...one.comments.map((comment) => comment.createdAt),
  ]);
  const reviewed = new Set(reviews.map((review) => review.authorId));
  const asked = item.timeline.filter((event) => event.__typename === 'ReviewRequestedEvent');
  const ready = item.timeline.some((event) => event.__typename === 'ReadyForReviewEvent');
  return {
    ...row,
    ...item,
    updatedAt: latest([item.updatedAt, ...instants]),
    state: merged ? 'MERGED' : item.closedAt === null ? 'OPEN' : 'CLOSED',
    isDraft: row.isDraft && !ready,
    mergedAt: merged?.createdAt ?? null,
    mergedById: merged?.actorId ?? null,
    mergeCommitOid: merged?.oid ?? null,
    reviewDecision: decide(reviews),
    requestedReviewers: asked.flatMap((event): PullRequest['requestedReviewers'] => {
      if (event.team !== undefined) return [{ kind: 'Team', id: event.team }];
      const id = event.subjectId;
      return id !== undefined && !reviewed.has(id) ? [{ kind: 'User', id }] : [];
    }),
    reviews,
    commits: row.commits.map((commit) => ({ ...commit })),
  };
}

function foldReview(review: Review, repositoryId: string, associate: Associate): Review {
  const comments = review.comments.map((comment) => ({
    ...comment,
    authorAssociation: associate(repositoryId, comment.authorId),
  }));
  return { ...review, authorAssociation: associate(repositoryId, review.authorId), comments };
}

function decide(reviews: readonly Review[]): PullRequest['reviewDecision'] {
  const last = reviews.findLast((review) => review.state !== 'COMMENTED')?.state;
  if (last === 'APPROVED' || last === 'CHANGES_REQUESTED') return last;
  return 'REVIEW_REQUIRED';
}

function foldDiscussion(row: Discussion, limit: string, associate: Associate): Discussion {
  const comments = row.comments
    .filter((comment) => comment.createdAt <= limit)
    .map((comment) => ({ ...comment, authorAssociation: associate(row.repositoryId, comment.authorId) }));
  const isAnswered = row.answerChosenAt !== null && row.answerChosenAt <= limit;
  return {
    ...row,
    authorAssociation: associate(row.repositoryId, row.authorId),
    comments,
    answerChosenAt: isAnswered ? row.answerChosenAt : null,
    answerChosenById: isAnswered ? row.answerChosenById : null,
    updatedAt: latest([
      row.createdAt,
      ...comments.map((one) => one.createdAt),
      ...(isAnswered && row.answerChosenAt ? [row.answerChosenAt] : []),
    ]),
  };
}

function foldSponsorship(row: Sponsorship, limit: string): Sponsorship {
  return { ...row, isActive: row.endedAt === null || row.endedAt > limit };
}
