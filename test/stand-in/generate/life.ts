import type { Discussion, Issue } from '../world/records.ts';
import { atWorkingTime, DAY, drawInstants, HOUR, iso } from './calendar.ts';
import { draftIssue, type IssueDraft } from './issues.ts';
import { drawReport, drawText, drawTitle } from './names.ts';
import { employerAt, identityAt, monthsBefore, type Person } from './people.ts';
import { draftPull, type PullDraft } from './pulls.ts';
import {
  actorId,
  type Credit,
  createConversation,
  drawCommentCount,
  drawResponseDelay,
  type Landing,
  mint,
  pickCrew,
  type Scene,
} from './scene.ts';

/** All that happened in one repository, in full, also what lies beyond the end of the data. */
export interface Life {
  readonly issues: readonly Issue[];
  readonly pulls: readonly PullDraft[];
  readonly discussions: readonly Discussion[];
  /** What reached the default branch, in order. */
  readonly landings: readonly Landing[];
}

/** Plays the life of one repository. */
export function playLife(scene: Scene, categories: readonly string[]): Life {
  const issues: IssueDraft[] = [];
  const pulls: PullDraft[] = [];
  const discussions: Discussion[] = [];
  for (const [index, opening] of drawOpenings(scene).entries()) {
    const number = index + 1;
    if (opening.kind === 'issue') issues.push(draftIssue(scene, number, opening.at));
    else if (opening.kind === 'pull') pulls.push(draftPull(scene, number, opening.at, recent(issues)));
    else discussions.push(draftDiscussion(scene, number, opening.at, categories));
  }
  const merged = pulls.flatMap((draft) => (draft.landing ? [draft.landing] : []));
  const landings = [...merged, ...drawPushes(scene, merged)].sort((a, b) => a.at - b.at || a.pull - b.pull);
  return { issues: issues.map((draft) => draft.issue), pulls, discussions, landings };
}

/** Issues of late that nobody closes by hand: what a pull request may close. */
function recent(issues: readonly IssueDraft[]): readonly IssueDraft[] {
  return issues.slice(-12).filter((draft) => draft.closedAt === null);
}

interface Opening {
  readonly kind: 'issue' | 'pull' | 'discussion';
  readonly at: number;
}

/** When what is opened: numbers are shared, as on GitHub. */
function drawOpenings(scene: Scene): Opening[] {
  const { plan } = scene;
  const kinds = [
    ['issue', plan.issues],
    ['pull', plan.pulls],
    ['discussion', plan.discussions],
  ] as const;
  const all = kinds.flatMap(([kind, count]) =>
    drawTimes(scene, `open ${kind}`, count).map((at): Opening => ({ kind, at })),
  );
  return all.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
}

/** Exactly `count` × scale instants before the end of the data (or before `end`), and more of the same rate after it. */
function drawTimes(scene: Scene, name: string, count: number, end: number = scene.setting.until): number[] {
  const { plan, setting } = scene;
  const random = scene.random.fork(name);
  const from = monthsBefore(setting, plan.from);
  const total = Math.round(count * setting.scale);
  const times = drawInstants(random, total, { from, to: end - HOUR }, plan.growth);
  if (end < setting.until || setting.ahead === 0) return times;
  const rate = (plan.growth * total) / (setting.until - from);
  const span = { from: setting.until, to: setting.until + setting.ahead };
  return [...times, ...drawInstants(random, Math.round(rate * setting.ahead), span, 1)];
}

/** Pushes by committers, so many that the plan's number of commits comes out. */
function drawPushes(scene: Scene, merged: readonly Landing[]): Landing[] {
  const { plan, setting } = scene;
  const shown = merged.filter((one) => one.at <= setting.until);
  const brought = shown.reduce((sum, one) => sum + countCommits(one), 0);
  const missing = Math.max(1, Math.round(plan.commits * setting.scale) - brought) / setting.scale;
  const end = plan.to === 0 ? setting.until : monthsBefore(setting, plan.to);
  return drawTimes(scene, 'pushes', missing, end).map((at) => drawPush(scene, at));
}

/** How many commits a landing adds to the default branch. */
export function countCommits(landing: Landing): number {
  if (landing.kind === 'merge') return landing.branch.length + 1;
  return landing.kind === 'rebase' ? landing.branch.length : 1;
}

function drawPush(scene: Scene, rough: number): Landing {
  const pusher = pickCrew(scene, rough, null, true)?.person;
  if (pusher === undefined)
    throw new Error(`Expected \`${scene.plan.key}\` to have committers at ${iso(rough)}`);
  const isPaid = employerAt(pusher, rough) != null;
  const worked = atWorkingTime(scene.random, rough, isPaid, pusher.offset);
  // Nothing may slip over the end of the data, in either direction: rather a week earlier, or at the drawn time.
  const isShown = rough <= scene.setting.until;
  const at = isShown ? (worked > rough ? worked - 7 * DAY : worked) : Math.max(worked, rough);
  const credits = drawCredits(scene, pusher, at);
  return {
    at,
    kind: 'direct',
    pull: 0,
    author: pusher,
    authoredAt: at,
    merger: pusher,
    subject: drawTitle(scene.random),
    body: writeBody(scene, credits, at),
    branch: [],
    credits,
  };
}

/** Credit as projects without pull requests give it: half of what committers push there is other people's work. */
function drawCredits(scene: Scene, pusher: Person, at: number): Credit[] {
  if (scene.plan.flow === 'squash' || scene.random.chance(0.5)) return [];
  const credits: Credit[] = [];
  const isOutside = scene.random.chance(0.5);
  const writer = isOutside ? scene.crowd.pick(scene.random, at) : pickCrew(scene, at, pusher)?.person;
  if (writer && writer !== pusher) credits.push({ role: 'author', person: writer });
  const reviewer = pickCrew(scene, at, writer ?? pusher)?.person;
  if (reviewer && scene.random.chance(0.7)) credits.push({ role: 'reviewer', person: reviewer });
  if (scene.random.chance(0.25))
    credits.push({ role: 'reporter', person: scene.crowd.pick(scene.random, at) });
  return credits;
}

const TRAILERS = { author: 'Author', reviewer: 'Reviewed-by', reporter: 'Reported-by' } as const;

function writeBody(scene: Scene, credits: readonly Credit[], at: number): string {
  const text = scene.random.chance(0.7) ? drawText(scene.random, scene.random.between(1, 3)) : '';
  const lines = credits.map(({ role, person }) => {
    const { name, email } = identityAt(person, at);
    return `${TRAILERS[role]}: ${name} <${email}>`;
  });
  return [text, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

function draftDiscussion(
  scene: Scene,
  number: number,
  at: number,
  categories: readonly string[],
): Discussion {
  const author = scene.crowd.pick(scene.random, at);
  const responder = pickCrew(scene, at, author)?.person ?? null;
  const categoryIndex = scene.random.chance(0.6) ? 0 : 1;
  const count = drawCommentCount(scene.random, 1.6);
  const from = at + drawResponseDelay(scene, at);
  const talk = createConversation(scene, author, responder, from, count);
  const isAnswered = categoryIndex === 0 && talk.length > 0 && scene.random.chance(0.6);
  const answeredAt = Date.parse(talk[0]?.createdAt ?? iso(at)) + DAY;
  return {
    __typename: 'Discussion',
    ...mint(scene, 'Discussion'),
    number,
    repositoryId: scene.repositoryId,
    categoryId: categories[categoryIndex] ?? '',
    authorId: actorId(scene, author),
    authorAssociation: 'NONE',
    title: drawReport(scene.random),
    body: drawText(scene.random, 2),
    createdAt: iso(at),
    updatedAt: iso(at),
    closedAt: null,
    answerChosenAt: isAnswered ? iso(answeredAt) : null,
    answerChosenById: isAnswered ? actorId(scene, author) : null,
    upvoteCount: scene.random.between(1, 9),
    comments: talk.map((comment, index) => ({
      __typename: 'DiscussionComment',
      ...mint(scene, 'DiscussionComment'),
      authorId: comment.authorId,
      authorAssociation: 'NONE',
      body: comment.body,
      createdAt: comment.createdAt,
      updatedAt: comment.createdAt,
      isAnswer: isAnswered && index === 0,
    })),
  };
}
