import type { Issue, TimelineEvent } from '../world/records.ts';
import { DAY, HOUR, iso } from './calendar.ts';
import { drawReport, drawText } from './names.ts';
import type { Person } from './people.ts';
import {
  actorId,
  createConversation,
  createEvent,
  drawCommentCount,
  drawResponseDelay,
  mint,
  pickCrew,
  type Scene,
} from './scene.ts';

/** An issue with its whole history, also what lies beyond the end of the data; `foldIssue` cuts it. */
export interface IssueDraft {
  readonly issue: Issue;
  readonly author: Person;
  readonly openedAt: number;
  /** When somebody closed it by hand; pull requests may close those that nobody did. */
  readonly closedAt: number | null;
}

/** Draws an issue opened at `at` and what became of it. */
export function draftIssue(scene: Scene, number: number, at: number): IssueDraft {
  const author = drawReporter(scene, at);
  const responder = scene.random.chance(0.86) ? (pickCrew(scene, at, author)?.person ?? null) : null;
  const answeredAt = at + drawResponseDelay(scene, at);
  const count = responder === null && scene.random.chance(0.6) ? 0 : drawCommentCount(scene.random, 2.4);
  const issue = createIssue(scene, author, number, at);
  issue.comments.push(...createConversation(scene, author, responder, answeredAt, count));
  issue.timeline.push(...drawTriage(scene, responder, at, answeredAt));
  const closedAt = closeByHand(scene, issue, author, responder, answeredAt);
  return { issue, author, openedAt: at, closedAt };
}

function drawReporter(scene: Scene, at: number): Person {
  const own = scene.random.chance(0.25) ? pickCrew(scene, at, null) : null;
  return own?.person ?? scene.crowd.pick(scene.random, at);
}

function createIssue(scene: Scene, author: Person, number: number, at: number): Issue {
  return {
    __typename: 'Issue',
    ...mint(scene, 'Issue'),
    number,
    repositoryId: scene.repositoryId,
    authorId: actorId(scene, author),
    authorAssociation: 'NONE',
    title: drawReport(scene.random),
    body: drawText(scene.random, scene.random.between(1, 6)),
    createdAt: iso(at),
    updatedAt: iso(at),
    closedAt: null,
    locked: scene.random.chance(0.01),
    labelIds: [],
    assigneeIds: [],
    milestoneId: null,
    comments: [],
    timeline: [],
    state: 'OPEN',
    stateReason: null,
    isPinned: false,
  };
}

/** Labels, mostly by whoever answers, some by the bot within a minute; a quarter gets somebody assigned. */
function drawTriage(scene: Scene, responder: Person | null, at: number, answeredAt: number): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  const [bug, feature, question, ...areas] = scene.labels;
  const kind = scene.random.pick([bug, bug, feature, question]);
  if (kind && scene.random.chance(0.3)) {
    events.push(createEvent(scene, 'LabeledEvent', scene.machines.ci, at + 40_000, { labelId: kind.id }));
  } else if (kind && responder) {
    events.push(createEvent(scene, 'LabeledEvent', responder, answeredAt + 60_000, { labelId: kind.id }));
  }
  const area = areas.length > 0 && responder && scene.random.chance(0.7) ? scene.random.pick(areas) : null;
  if (area && responder) {
    events.push(createEvent(scene, 'LabeledEvent', responder, answeredAt + 90_000, { labelId: area.id }));
    if (scene.random.chance(0.08)) {
      const later = answeredAt + 5 * HOUR;
      events.push(createEvent(scene, 'UnlabeledEvent', responder, later, { labelId: area.id }));
    }
  }
  const assignee = responder && scene.random.chance(0.25) ? pickCrew(scene, answeredAt, null)?.person : null;
  const subjectId = assignee?.account?.id;
  if (responder && subjectId) {
    events.push(createEvent(scene, 'AssignedEvent', responder, answeredAt + 2 * HOUR, { subjectId }));
  }
  return events;
}

/** Closes about half of all: done, not planned, by the author, or as stale by the bot; some open again. */
function closeByHand(
  scene: Scene,
  issue: Issue,
  author: Person,
  responder: Person | null,
  answeredAt: number,
): number | null {
  const draw = scene.random.next();
  const delay = Math.floor(scene.random.around(6 * DAY, 1.6) / 1000) * 1000;
  const quiet = Date.parse(issue.comments.at(-1)?.createdAt ?? issue.createdAt);
  if (draw < 0.1) {
    return close(scene, issue, scene.machines.stale, quiet + 90 * DAY, 'NOT_PLANNED');
  }
  if (draw < 0.18) return close(scene, issue, author, answeredAt + delay, 'COMPLETED');
  if (draw > 0.55 || responder === null) return null;
  const reason = draw < 0.27 ? 'NOT_PLANNED' : 'COMPLETED';
  const closedAt = close(scene, issue, responder, answeredAt + delay, reason);
  if (!scene.random.chance(0.08)) return closedAt;
  const reopenedAt = closedAt + Math.floor(scene.random.around(2 * DAY) / 1000) * 1000;
  issue.timeline.push(createEvent(scene, 'ReopenedEvent', author, reopenedAt));
  return close(scene, issue, responder, reopenedAt + delay, 'COMPLETED');
}

function close(
  scene: Scene,
  issue: Issue,
  actor: Person,
  at: number,
  stateReason: 'COMPLETED' | 'NOT_PLANNED',
): number {
  issue.timeline.push(createEvent(scene, 'ClosedEvent', actor, at, { stateReason }));
  return at;
}
