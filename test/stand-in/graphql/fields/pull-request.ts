import type { CommitRow } from '../../git/store.ts';
import type {
  PullRequest,
  PullRequestCommit,
  Repository,
  Review,
  ReviewComment,
} from '../../world/records.ts';
import { connect } from '../connection.ts';
import { asInt, asUser, type FieldTable, type Query, serve } from '../serve.ts';
import { findCommit } from './commit.ts';
import { ITEM, toTeam } from './item.ts';

export const PULL_REQUEST: FieldTable = serve('PullRequest', {
  ...ITEM,
  merged: (row) => row.mergedAt !== null,
  mergedBy: (row, _args, query) => query.world.account(row.mergedById) ?? null,
  mergeCommit: (row, _args, query) => {
    const repository = query.world.repository(row.repositoryId);
    return repository && row.mergeCommitOid ? findCommit(query, repository, row.mergeCommitOid) : null;
  },
  mergeable: () => 'UNKNOWN',
  activeLockReason: () => null,
  baseRefOid: (row) => row.headRefOid,
  baseRepository: (row, _args, query) => query.world.repository(row.repositoryId) ?? null,
  headRepository: (row, _args, query) => query.world.repository(row.headRepositoryId) ?? null,
  headRepositoryOwner: (row, _args, query) => ownerOf(query, query.world.repository(row.headRepositoryId)),
  maintainerCanModify: (row) => row.isCrossRepository,
  totalCommentsCount: (row) => countComments(row),
  reviewRequests: (row, args, query) => {
    const node = (asked: PullRequest['requestedReviewers'][number]): unknown => ({
      id: `RR_${row.id}_${asked.id}`,
      requestedReviewer: asked.kind === 'Team' ? toTeam(asked.id) : (query.world.account(asked.id) ?? null),
      asCodeOwner: false,
      pullRequest: row,
    });
    return connect(query, args, { items: row.requestedReviewers, id: (one) => one.id, node });
  },
  closingIssuesReferences: (row, args, query) => {
    const issues = query.world.holdings(row.repositoryId).issues;
    const items = row.closingIssueNumbers.flatMap(
      (number) => issues.find((one) => one.number === number) ?? [],
    );
    return connect(query, args, { items, id: (one) => one.id });
  },
  reviews: (row, args, query) =>
    connect(query, args, {
      items: shownReviews(row, query),
      key: (one) => one.createdAt,
      id: (one) => one.id,
    }),
  latestReviews: (row, args, query) => {
    const last = new Map(row.reviews.map((review) => [review.authorId, review]));
    return connect(query, args, { items: [...last.values()], id: (one) => one.id });
  },
  reviewThreads: (row, args, query) =>
    connect(query, args, { items: listThreads(row, query), id: (one) => one.id }),
  commits: (row, args, query) => {
    const node = (commit: PullRequestCommit): unknown => ({
      __typename: 'PullRequestCommit',
      id: `PURC_${row.id}_${commit.oid}`,
      commit: toRow(row, commit),
      pullRequest: row,
      url: `https://github.com/commit/${commit.oid}`,
    });
    return connect(query, args, { items: row.commits, node });
  },
});

function ownerOf(query: Query, repository: Repository | undefined): unknown {
  return query.world.account(repository?.ownerId) ?? null;
}

/** Comments and review comments together, as GitHub counts them. */
function countComments(row: PullRequest): number {
  return row.comments.length + row.reviews.reduce((sum, review) => sum + review.comments.length, 0);
}

/** A review that is not submitted is seen by its author only. */
function shownReviews(row: PullRequest, query: Query): readonly Review[] {
  return row.reviews.filter(
    (review) =>
      review.state !== 'PENDING' || query.world.account(review.authorId)?.login === query.token.login,
  );
}

/** The commit as it was on the branch, which may be in no clone. */
export function toRow(pull: PullRequest, commit: PullRequestCommit): CommitRow {
  return {
    __typename: 'Commit',
    oid: commit.oid,
    repositoryId: pull.repositoryId,
    author: commit.author,
    authoredDate: commit.authoredAt,
    committer: commit.committer,
    committedDate: commit.committedAt,
    message: commit.message,
    parentOids: [],
  };
}

interface Thread {
  readonly __typename: 'PullRequestReviewThread';
  readonly id: string;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  readonly path: string;
  readonly resolvedBy: unknown;
  readonly comments: (args: Readonly<Record<string, unknown>>) => unknown;
}

function listThreads(row: PullRequest, query: Query): Thread[] {
  const groups = new Map<string, ReviewComment[]>();
  for (const review of shownReviews(row, query)) {
    for (const comment of review.comments) {
      const group = groups.get(comment.threadId);
      if (group) group.push(comment);
      else groups.set(comment.threadId, [comment]);
    }
  }
  return [...groups].map(([id, comments]): Thread => {
    const first = comments[0];
    return {
      __typename: 'PullRequestReviewThread',
      id,
      isResolved: first?.isResolved ?? false,
      isOutdated: false,
      path: first?.path ?? '',
      resolvedBy: asUser(query.world.account(first?.resolvedById)),
      comments: (args) => connectReviewComments(query, args, comments),
    };
  });
}

function connectReviewComments(
  query: Query,
  args: Readonly<Record<string, unknown>>,
  comments: readonly ReviewComment[],
): unknown {
  return connect(query, args, { items: comments, key: (one) => one.createdAt, id: (one) => one.id });
}

export const REVIEW: FieldTable = serve('PullRequestReview', {
  databaseId: (row) => asInt(row.databaseId),
  fullDatabaseId: (row) => String(row.databaseId),
  author: (row, _args, query) => query.world.account(row.authorId) ?? null,
  comments: (row, args, query) => connectReviewComments(query, args, row.comments),
  isMinimized: () => false,
  // Events of the timeline carry where they happened; reviews listed there do too.
  commit: () => null,
});

export const REVIEW_COMMENT: FieldTable = serve('PullRequestReviewComment', {
  databaseId: (row) => asInt(row.databaseId),
  fullDatabaseId: (row) => String(row.databaseId),
  author: (row, _args, query) => query.world.account(row.authorId) ?? null,
  pullRequestReview: (row, _args, query) => {
    for (const pull of query.world.records.pullRequests) {
      const review = pull.reviews.find((one) => one.comments.some((comment) => comment.id === row.id));
      if (review) return review;
    }
    return null;
  },
  isMinimized: () => false,
});
