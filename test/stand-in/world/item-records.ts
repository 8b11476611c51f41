/** Issues and pull requests with all that hangs on them; the conventions are those of `records.ts`. */

/** How GitHub describes an author's tie to the repository, as of today. */
export type Association =
  | 'OWNER'
  | 'MEMBER'
  | 'COLLABORATOR'
  | 'CONTRIBUTOR'
  | 'FIRST_TIME_CONTRIBUTOR'
  | 'NONE';

/** What issues and pull requests share. */
export interface Item {
  readonly id: string;
  readonly databaseId: number;
  readonly number: number;
  repositoryId: string;
  /** Null for an account that was deleted (a "ghost"). */
  authorId: string | null;
  authorAssociation: Association;
  title: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  locked: boolean;
  labelIds: string[];
  assigneeIds: string[];
  milestoneId: string | null;
  comments: Comment[];
  timeline: TimelineEvent[];
}

export interface Issue extends Item {
  readonly __typename: 'Issue';
  state: 'OPEN' | 'CLOSED';
  stateReason: 'COMPLETED' | 'NOT_PLANNED' | 'REOPENED' | 'DUPLICATE' | null;
  isPinned: boolean;
}

export interface PullRequest extends Item {
  readonly __typename: 'PullRequest';
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  isDraft: boolean;
  mergedAt: string | null;
  mergedById: string | null;
  mergeCommitOid: string | null;
  additions: number;
  deletions: number;
  changedFiles: number;
  baseRefName: string;
  headRefName: string;
  headRefOid: string;
  /** Null where the fork was deleted. */
  headRepositoryId: string | null;
  isCrossRepository: boolean;
  reviewDecision: 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' | null;
  requestedReviewers: { kind: 'User' | 'Team' | 'Bot'; id: string }[];
  closingIssueNumbers: number[];
  reviews: Review[];
  commits: PullRequestCommit[];
}

export interface Comment {
  readonly __typename: 'IssueComment';
  readonly id: string;
  readonly databaseId: number;
  authorId: string | null;
  authorAssociation: Association;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  isMinimized: boolean;
}

export interface Review {
  readonly __typename: 'PullRequestReview';
  readonly id: string;
  readonly databaseId: number;
  authorId: string | null;
  authorAssociation: Association;
  authorCanPushToRepository: boolean;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';
  body: string;
  readonly createdAt: string;
  submittedAt: string | null;
  updatedAt: string;
  comments: ReviewComment[];
}

export interface ReviewComment {
  readonly __typename: 'PullRequestReviewComment';
  readonly id: string;
  readonly databaseId: number;
  authorId: string | null;
  authorAssociation: Association;
  body: string;
  path: string;
  line: number;
  readonly createdAt: string;
  updatedAt: string;
  /** The thread it belongs to; a thread is resolved as a whole. */
  threadId: string;
  isResolved: boolean;
  resolvedById: string | null;
}

/** A commit of a pull request's branch. After a squash merge it is not in the clone, as on GitHub. */
export interface PullRequestCommit {
  readonly oid: string;
  readonly authoredAt: string;
  readonly committedAt: string;
  readonly message: string;
  readonly author: GitIdentity;
  readonly committer: GitIdentity;
}

export interface GitIdentity {
  readonly name: string;
  readonly email: string;
}

/** One entry of the timeline; which of the optional fields are set depends on the type. */
export interface TimelineEvent {
  readonly __typename:
    | 'LabeledEvent'
    | 'UnlabeledEvent'
    | 'AssignedEvent'
    | 'UnassignedEvent'
    | 'ClosedEvent'
    | 'ReopenedEvent'
    | 'MergedEvent'
    | 'ReviewRequestedEvent'
    | 'ReadyForReviewEvent'
    | 'ConvertToDraftEvent'
    | 'ReviewDismissedEvent'
    | 'TransferredEvent'
    | 'ConvertedToDiscussionEvent';
  readonly id: string;
  readonly databaseId: number;
  readonly createdAt: string;
  actorId: string | null;
  labelId?: string;
  /** Account assigned, or asked to review. */
  subjectId?: string;
  /** Team asked to review, by its slug. */
  team?: string;
  stateReason?: 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE';
  /** What closed it: a pull request's number or a commit's hash. */
  closerNumber?: number;
  oid?: string;
  fromRepositoryId?: string;
  discussionId?: string;
}
