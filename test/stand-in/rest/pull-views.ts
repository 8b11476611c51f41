import type { JsonObject } from '../json.ts';
import type { PullRequest, Repository, Review, ReviewComment } from '../world/records.ts';
import { urlOf, viewShared } from './item-views.ts';
import { fillLinks } from './openapi.ts';
import { type ViewContext, viewAccountById, viewRepository } from './views.ts';

const LINKS = [
  ...['comments', 'commits', 'statuses', 'html', 'issue', 'review_comments', 'review_comment', 'self'],
];

export function viewPull(
  context: ViewContext,
  repository: Repository,
  pull: PullRequest,
  isFull: boolean,
): JsonObject {
  const url = `${urlOf(context, repository)}/pulls/${pull.number}`;
  const head = context.world.repository(pull.headRepositoryId);
  const tip = (ref: string, of: Repository | undefined): JsonObject => ({
    label: ref,
    ref,
    sha: pull.headRefOid,
    user: viewAccountById(context, of?.ownerId),
    repo: of ? fillLinks(context.api, 'repository', url, viewRepository(context, of, false)) : null,
  });
  const shared = fillLinks(context.api, 'pull-request-simple', url, {
    ...viewShared(context, repository, pull),
    url,
    html_url: `https://github.com/${context.world.fullName(repository)}/pull/${pull.number}`,
    draft: pull.isDraft,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitOid,
    requested_reviewers: pull.requestedReviewers.flatMap((one) => viewAccountById(context, one.id) ?? []),
    requested_teams: [],
    auto_merge: null,
    head: tip(pull.headRefName, head),
    base: tip(pull.baseRefName, repository),
    _links: Object.fromEntries(LINKS.map((name) => [name, { href: url }])),
  });
  if (!isFull) return shared;
  return fillLinks(context.api, 'pull-request', url, {
    ...shared,
    merged: pull.mergedAt !== null,
    merged_by: viewAccountById(context, pull.mergedById),
    mergeable: null,
    mergeable_state: 'unknown',
    maintainer_can_modify: pull.isCrossRepository,
    comments: pull.comments.length,
    review_comments: pull.reviews.reduce((sum, review) => sum + review.comments.length, 0),
    commits: pull.commits.length,
    additions: pull.additions,
    deletions: pull.deletions,
    changed_files: pull.changedFiles,
  });
}

export function viewReview(
  context: ViewContext,
  repository: Repository,
  pull: PullRequest,
  review: Review,
): JsonObject {
  const pullUrl = `${urlOf(context, repository)}/pulls/${pull.number}`;
  return {
    id: review.databaseId,
    node_id: review.id,
    user: viewAccountById(context, review.authorId),
    body: review.body,
    state: review.state,
    html_url: `https://github.com/${context.world.fullName(repository)}/pull/${pull.number}#pullrequestreview-${review.databaseId}`,
    pull_request_url: pullUrl,
    _links: { html: { href: pullUrl }, pull_request: { href: pullUrl } },
    ...(review.submittedAt === null ? {} : { submitted_at: review.submittedAt }),
    commit_id: pull.headRefOid,
    author_association: review.authorAssociation,
  };
}

export function viewReviewComment(
  context: ViewContext,
  repository: Repository,
  pull: PullRequest,
  review: Review,
  comment: ReviewComment,
): JsonObject {
  const url = `${urlOf(context, repository)}/pulls/comments/${comment.databaseId}`;
  const pullUrl = `${urlOf(context, repository)}/pulls/${pull.number}`;
  return {
    id: comment.databaseId,
    node_id: comment.id,
    url,
    html_url: `https://github.com/${context.world.fullName(repository)}/pull/${pull.number}#discussion_r${comment.databaseId}`,
    pull_request_url: pullUrl,
    pull_request_review_id: review.databaseId,
    diff_hunk: '@@ -1,3 +1,3 @@',
    path: comment.path,
    line: comment.line,
    commit_id: pull.headRefOid,
    original_commit_id: pull.headRefOid,
    user: viewAccountById(context, comment.authorId),
    body: comment.body,
    author_association: comment.authorAssociation,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    _links: { self: { href: url }, html: { href: url }, pull_request: { href: pullUrl } },
  };
}
