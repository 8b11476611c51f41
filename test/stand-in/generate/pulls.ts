import type { PullRequest, Review, ReviewComment } from '../world/records.ts';
import { atWorkingTime, DAY, HOUR, iso } from './calendar.ts';
import type { IssueDraft } from './issues.ts';
import { drawText, drawTitle } from './names.ts';
import { employerAt, monthsBefore, type Person } from './people.ts';
import {
  actorId,
  type BranchCommit,
  createConversation,
  createEvent,
  drawCommentCount,
  drawResponseDelay,
  type Landing,
  mint,
  pickCrew,
  placeholder,
  type Scene,
} from './scene.ts';

/** A pull request with its whole history, and how it reached the default branch, if it did. */
export interface PullDraft {
  readonly pull: PullRequest;
  readonly author: Person;
  readonly openedAt: number;
  readonly branch: readonly BranchCommit[];
  readonly landing: Landing | null;
}

/** Draws a pull request opened at about `at`; `open` are issues it may close. */
export function draftPull(scene: Scene, number: number, at: number, open: readonly IssueDraft[]): PullDraft {
  const author = drawContributor(scene, at);
  const title = author === scene.machines.dependabot ? drawBump(scene) : drawTitle(scene.random);
  const branch = drawBranch(scene, author, title, at);
  const pull = createPull(scene, author, number, title, at);
  const reviewedUntil = review(scene, pull, author, at);
  const talk = drawCommentCount(scene.random, 1.2);
  const responder = pickCrew(scene, at, author)?.person ?? null;
  const firstWord = at + drawResponseDelay(scene, at);
  pull.comments.push(...createConversation(scene, author, responder, firstWord, talk));
  const landing = finish(scene, pull, author, branch, reviewedUntil, open);
  return { pull, author, openedAt: at, branch, landing };
}

function drawContributor(scene: Scene, at: number): Person {
  const draw = scene.random.next();
  const agentSince = monthsBefore(scene.setting, 10);
  if (draw < 0.08) return scene.machines.dependabot;
  if (draw < 0.16 && at > agentSince && scene.plan.key !== 'pool') return scene.machines.agent;
  const own = draw < 0.72 ? pickCrew(scene, at, null) : null;
  return own?.person ?? scene.crowd.pick(scene.random, at);
}

function drawBump(scene: Scene): string {
  const [minor, patch] = [scene.random.between(1, 30), scene.random.between(0, 9)];
  const library = scene.random.pick(['tidelib', 'epochfmt', 'lodestar', 'meridian-hash']);
  return `Bump ${library} from 1.${minor}.${patch} to 1.${minor}.${patch + 1}`;
}

function drawBranch(scene: Scene, author: Person, title: string, at: number): BranchCommit[] {
  const count = author.kind === 'bot' ? 1 : scene.random.weighted([1, 2, 3, 4], (n) => 1 / n);
  const isPaid = employerAt(author, at) != null;
  return Array.from({ length: count }, (_, index) => {
    const rough = at - (count - index) * Math.floor(scene.random.around(3 * HOUR, 0.5));
    const worked = Math.min(at - 60_000, atWorkingTime(scene.random, rough, isPaid, author.offset));
    return { author, at: worked, subject: index === 0 ? title : drawTitle(scene.random) };
  }).sort((a, b) => a.at - b.at);
}

function createPull(scene: Scene, author: Person, number: number, title: string, at: number): PullRequest {
  const isDraft = author.kind !== 'bot' && scene.random.chance(0.08);
  const isOwn = author.work.length > 0 || author.kind !== 'person';
  const pull: PullRequest = {
    __typename: 'PullRequest',
    ...mint(scene, 'PullRequest'),
    number,
    repositoryId: scene.repositoryId,
    authorId: actorId(scene, author),
    authorAssociation: 'NONE',
    title,
    body: drawText(scene.random, scene.random.between(1, 4)),
    createdAt: iso(at),
    updatedAt: iso(at),
    closedAt: null,
    locked: false,
    labelIds: [],
    assigneeIds: [],
    milestoneId: null,
    comments: [],
    timeline: [],
    state: 'OPEN',
    isDraft,
    mergedAt: null,
    mergedById: null,
    mergeCommitOid: null,
    additions: scene.random.between(1, 80),
    deletions: scene.random.between(0, 40),
    changedFiles: scene.random.between(1, 6),
    baseRefName: 'main',
    headRefName: isOwn ? `topic-${number}` : 'main',
    headRefOid: placeholder('branch', number, 0),
    headRepositoryId: isOwn ? scene.repositoryId : null,
    isCrossRepository: !isOwn,
    reviewDecision: null,
    requestedReviewers: [],
    closingIssueNumbers: [],
    reviews: [],
    commits: [],
  };
  if (isDraft) pull.timeline.push(createEvent(scene, 'ReadyForReviewEvent', author, at + DAY));
  return pull;
}

/** Asks for reviews and gets most of them; returns when the last word was said. */
function review(scene: Scene, pull: PullRequest, author: Person, at: number): number {
  const asked = scene.random.chance(0.6) ? (pickCrew(scene, at, author)?.person ?? null) : null;
  const subjectId = asked?.account?.id;
  if (subjectId) {
    pull.timeline.push(createEvent(scene, 'ReviewRequestedEvent', author, at + 30_000, { subjectId }));
  } else if (scene.random.chance(0.1)) {
    pull.timeline.push(
      createEvent(scene, 'ReviewRequestedEvent', author, at + 30_000, { team: 'committers' }),
    );
  }
  if (scene.random.chance(0.14)) return at + Math.floor(scene.random.around(5 * HOUR));
  const rounds = author.kind === 'bot' ? 1 : scene.random.weighted([1, 2, 3], (n) => 1 / n);
  let when = at + drawResponseDelay(scene, at);
  for (let round = 1; round <= rounds; round += 1) {
    const drawn = round === 1 && asked ? asked : (pickCrew(scene, when, author)?.person ?? null);
    const reviewer = drawn ?? (scene.random.chance(0.2) ? scene.crowd.pick(scene.random, when) : null);
    if (reviewer === null || reviewer === author) break;
    pull.reviews.push(createReview(scene, reviewer, when, round === rounds));
    when += Math.floor(scene.random.around(14 * HOUR, 1) / 1000) * 1000;
  }
  return when;
}

function createReview(scene: Scene, reviewer: Person, at: number, isLast: boolean): Review {
  const canPush = scene.crew.some((one) => one.person === reviewer && one.canMerge);
  const state = isLast
    ? 'APPROVED'
    : scene.random.pick(['CHANGES_REQUESTED', 'COMMENTED', 'COMMENTED'] as const);
  const count = isLast ? (scene.random.chance(0.3) ? 1 : 0) : Math.floor(scene.random.around(3, 0.8));
  return {
    __typename: 'PullRequestReview',
    ...mint(scene, 'PullRequestReview'),
    authorId: actorId(scene, reviewer),
    authorAssociation: 'NONE',
    authorCanPushToRepository: canPush,
    state,
    body: scene.random.chance(0.5) ? drawText(scene.random, 1) : '',
    createdAt: iso(at),
    submittedAt: iso(at),
    updatedAt: iso(at),
    comments: Array.from({ length: count }, (_, index) =>
      createReviewComment(scene, reviewer, at - index * 60_000),
    ),
  };
}

function createReviewComment(scene: Scene, reviewer: Person, at: number): ReviewComment {
  const isResolved = scene.random.chance(0.6);
  return {
    __typename: 'PullRequestReviewComment',
    ...mint(scene, 'PullRequestReviewComment'),
    authorId: actorId(scene, reviewer),
    authorAssociation: 'NONE',
    body: drawText(scene.random, 1),
    path: `${scene.random.pick(scene.plan.directories)}/module_${scene.random.between(0, 9)}.c`,
    line: scene.random.between(1, 60),
    createdAt: iso(at),
    updatedAt: iso(at),
    threadId: mint(scene, 'PullRequestReviewThread').id,
    isResolved,
    resolvedById: isResolved ? actorId(scene, reviewer) : null,
  };
}

/** Merges most, closes some, leaves the rest open. */
function finish(
  scene: Scene,
  pull: PullRequest,
  author: Person,
  branch: readonly BranchCommit[],
  reviewedUntil: number,
  open: readonly IssueDraft[],
): Landing | null {
  const at = reviewedUntil + Math.floor(scene.random.around(8 * HOUR, 1) / 1000) * 1000;
  const draw = scene.random.next();
  if (draw > 0.95) return null;
  const isReviewed = pull.reviews.length > 0;
  const merger = pickMerger(scene, author, at, isReviewed);
  if (draw > 0.82 || merger === null) {
    const closer = scene.random.chance(0.5) ? author : (merger ?? author);
    pull.timeline.push(createEvent(scene, 'ClosedEvent', closer, at));
    return null;
  }
  const oid = placeholder('landing', pull.number);
  pull.timeline.push(createEvent(scene, 'MergedEvent', merger, at, { oid }));
  pull.timeline.push(createEvent(scene, 'ClosedEvent', merger, at));
  closeIssue(scene, pull, merger, at, open);
  const kind =
    scene.plan.flow === 'squash'
      ? 'squash'
      : scene.random.pick(['squash', 'squash', 'merge', 'rebase'] as const);
  const first = branch[0]?.at ?? at;
  return {
    at,
    kind,
    pull: pull.number,
    author,
    authoredAt: kind === 'squash' ? at : first,
    merger,
    subject: pull.title,
    body: drawBody(scene, author, at),
    branch,
    credits: [],
  };
}

/** Who presses the button: one of those who may, the author when nobody else looked. */
function pickMerger(scene: Scene, author: Person, at: number, isReviewed: boolean): Person | null {
  const mayMerge = scene.crew.some(
    (one) => one.person === author && one.canMerge && at >= one.from && at < one.to,
  );
  if (mayMerge && (!isReviewed || scene.random.chance(0.4))) return author;
  return pickCrew(scene, at, author, true)?.person ?? (mayMerge ? author : null);
}

function drawBody(scene: Scene, author: Person, at: number): string {
  const withAgent =
    author.kind === 'person' && at > monthsBefore(scene.setting, 14) && scene.random.chance(0.06);
  const text = scene.random.chance(0.5) ? drawText(scene.random, 2) : '';
  // The address is what the vendor's tool writes; by it, not by the name, an agent is known.
  return withAgent ? `${text}\n\nCo-authored-by: Claude <noreply@anthropic.com>`.trim() : text;
}

/** Closes one of the recent issues nobody closed by hand, with the merge. */
function closeIssue(
  scene: Scene,
  pull: PullRequest,
  merger: Person,
  at: number,
  open: readonly IssueDraft[],
): void {
  if (open.length === 0 || !scene.random.chance(0.4)) return;
  const { issue } = scene.random.pick(open);
  if (issue.timeline.some((event) => event.__typename === 'ClosedEvent')) return;
  pull.closingIssueNumbers.push(issue.number);
  pull.body += `\n\nCloses #${issue.number}`;
  const more = { stateReason: 'COMPLETED', closerNumber: pull.number } as const;
  issue.timeline.push(createEvent(scene, 'ClosedEvent', merger, at + 1000, more));
}
