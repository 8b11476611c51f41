import type { CommitRow } from '../git/store.ts';
import type { JsonObject } from '../json.ts';
import type {
  Comment,
  Issue,
  Item,
  Label,
  PullRequest,
  Release,
  Repository,
  TimelineEvent,
} from '../world/records.ts';
import { fillLinks } from './openapi.ts';
import { type ViewContext, viewAccountById, viewGitUser, viewUser } from './views.ts';

type AnyItem = Issue | PullRequest;

/** REST URL of a repository. */
export const urlOf = (context: ViewContext, row: Repository): string =>
  `${context.base}/repos/${context.world.fullName(row)}`;

function viewLabel(context: ViewContext, repository: Repository, label: Label): JsonObject {
  return {
    id: label.databaseId,
    node_id: label.id,
    url: `${urlOf(context, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: null,
  };
}

/** What issues and pull requests show alike. */
export function viewShared(context: ViewContext, repository: Repository, item: Item): JsonObject {
  const assignees = item.assigneeIds.flatMap((id) => viewAccountById(context, id) ?? []);
  return {
    id: item.databaseId,
    node_id: item.id,
    number: item.number,
    state: item.closedAt === null ? 'open' : 'closed',
    title: item.title,
    body: item.body,
    user: viewAccountById(context, item.authorId),
    labels: item.labelIds.flatMap((id) => {
      const label = context.world.label(id);
      return label ? [viewLabel(context, repository, label)] : [];
    }),
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    locked: item.locked,
    active_lock_reason: null,
    closed_at: item.closedAt,
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    author_association: item.authorAssociation,
  };
}

/** An issue or pull request as the issue routes show it: pull requests have the key `pull_request`. */
export function viewIssue(context: ViewContext, repository: Repository, item: AnyItem): JsonObject {
  const url = `${urlOf(context, repository)}/issues/${item.number}`;
  const isPull = item.__typename === 'PullRequest';
  const closed = item.timeline.findLast((event) => event.__typename === 'ClosedEvent');
  const pullUrl = `${urlOf(context, repository)}/pulls/${item.number}`;
  return fillLinks(context.api, 'issue', url, {
    ...viewShared(context, repository, item),
    url,
    html_url: `https://github.com/${context.world.fullName(repository)}/${isPull ? 'pull' : 'issues'}/${item.number}`,
    repository_url: urlOf(context, repository),
    comments: item.comments.length,
    state_reason: isPull ? null : (item.stateReason?.toLowerCase() ?? null),
    closed_by: item.closedAt === null ? null : viewAccountById(context, closed?.actorId),
    ...(isPull
      ? {
          draft: item.isDraft,
          pull_request: {
            url: pullUrl,
            html_url: pullUrl,
            diff_url: pullUrl,
            patch_url: pullUrl,
            merged_at: item.mergedAt,
          },
        }
      : {}),
  });
}

export function viewComment(
  context: ViewContext,
  repository: Repository,
  item: Item,
  comment: Comment,
): JsonObject {
  const url = `${urlOf(context, repository)}/issues/comments/${comment.databaseId}`;
  return fillLinks(context.api, 'issue-comment', url, {
    id: comment.databaseId,
    node_id: comment.id,
    url,
    html_url: `https://github.com/${context.world.fullName(repository)}/issues/${item.number}#issuecomment-${comment.databaseId}`,
    issue_url: `${urlOf(context, repository)}/issues/${item.number}`,
    body: comment.body,
    user: viewAccountById(context, comment.authorId),
    author_association: comment.authorAssociation,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
  });
}

const EVENT_NAMES: Readonly<Record<string, string>> = {
  LabeledEvent: 'labeled',
  UnlabeledEvent: 'unlabeled',
  AssignedEvent: 'assigned',
  UnassignedEvent: 'unassigned',
  ClosedEvent: 'closed',
  ReopenedEvent: 'reopened',
  MergedEvent: 'merged',
  ReviewRequestedEvent: 'review_requested',
  ReadyForReviewEvent: 'ready_for_review',
  ConvertToDraftEvent: 'convert_to_draft',
  ReviewDismissedEvent: 'review_dismissed',
  TransferredEvent: 'transferred',
  ConvertedToDiscussionEvent: 'converted_to_discussion',
};

export function viewEvent(
  context: ViewContext,
  repository: Repository,
  item: AnyItem,
  event: TimelineEvent,
): JsonObject {
  const label = context.world.label(event.labelId);
  return {
    id: event.databaseId,
    node_id: event.id,
    url: `${urlOf(context, repository)}/issues/events/${event.databaseId}`,
    actor: viewAccountById(context, event.actorId),
    event: EVENT_NAMES[event.__typename] ?? event.__typename,
    commit_id: event.oid ?? null,
    commit_url: event.oid === undefined ? null : `${urlOf(context, repository)}/commits/${event.oid}`,
    created_at: event.createdAt,
    ...(label ? { label: { name: label.name, color: label.color } } : {}),
    ...(event.subjectId === undefined ? {} : { assignee: viewAccountById(context, event.subjectId) }),
    issue: viewIssue(context, repository, item),
  };
}

export function viewRelease(context: ViewContext, repository: Repository, release: Release): JsonObject {
  const url = `${urlOf(context, repository)}/releases/${release.databaseId}`;
  const author = viewAccountById(context, release.authorId);
  return fillLinks(context.api, 'release', url, {
    id: release.databaseId,
    node_id: release.id,
    url,
    html_url: `https://github.com/${context.world.fullName(repository)}/releases/tag/${release.tagName}`,
    tarball_url: null,
    zipball_url: null,
    tag_name: release.tagName,
    target_commitish: 'main',
    name: release.name,
    body: release.body,
    draft: release.isDraft,
    prerelease: release.isPrerelease,
    created_at: release.createdAt,
    published_at: release.publishedAt,
    // The description has no place for a release without an author.
    author: author ?? viewUser(context, context.world.account(repository.ownerId)),
    assets: release.assets.map((asset) =>
      fillLinks(context.api, 'release-asset', url, {
        id: asset.databaseId,
        node_id: asset.id,
        name: asset.name,
        label: null,
        state: 'uploaded',
        content_type: asset.contentType,
        size: asset.size,
        digest: null,
        download_count: asset.downloadCount,
        created_at: asset.createdAt,
        updated_at: asset.createdAt,
        uploader: viewAccountById(context, asset.uploaderId),
      }),
    ),
  });
}

export function viewCommit(context: ViewContext, repository: Repository, commit: CommitRow): JsonObject {
  const url = `${urlOf(context, repository)}/commits/${commit.oid}`;
  const toUtc = (date: string): string => new Date(date).toISOString().replace('.000', '');
  return fillLinks(context.api, 'commit', url, {
    sha: commit.oid,
    node_id: `C_${commit.oid}`,
    url,
    commit: {
      url,
      author: viewGitUser(commit.author, toUtc(commit.authoredDate)),
      committer: viewGitUser(commit.committer, toUtc(commit.committedDate)),
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.oid, url },
    },
    author: viewUser(context, context.world.accountByEmail(commit.author.email)),
    committer: viewUser(context, context.world.accountByEmail(commit.committer.email)),
    parents: commit.parentOids.map((sha) => ({ sha, url: `${urlOf(context, repository)}/commits/${sha}` })),
  });
}
