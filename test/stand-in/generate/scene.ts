import type { NodeKind } from '../world/ids.ts';
import type { Account, Comment, Label, TimelineEvent } from '../world/records.ts';
import { DAY, HOUR, iso } from './calendar.ts';
import type { Crowd } from './crowd.ts';
import { drawText } from './names.ts';
import { monthsBefore, type Person, type Setting } from './people.ts';
import type { RepositoryPlan } from './plans.ts';
import type { Random } from './random.ts';

/** One of those who carry a repository, with the span in which they do. */
export interface CrewMember {
  readonly person: Person;
  readonly weight: number;
  readonly canMerge: boolean;
  readonly from: number;
  readonly to: number;
}

/** Where the life of one repository is played: who is there, and what has been drawn so far. */
export interface Scene {
  readonly setting: Setting;
  readonly plan: RepositoryPlan;
  readonly random: Random;
  readonly repositoryId: string;
  readonly crew: readonly CrewMember[];
  readonly crowd: Crowd;
  readonly machines: {
    readonly dependabot: Person;
    readonly ci: Person;
    readonly stale: Person;
    readonly agent: Person;
  };
  readonly labels: readonly Label[];
  /** Owner of each account, for the answers; filled as people act. */
  readonly actors: Map<string, Person>;
}

/** A change that reaches the default branch at `at`. */
export interface Landing {
  readonly at: number;
  readonly kind: 'direct' | 'squash' | 'merge' | 'rebase';
  /** Number of the pull request; 0 for a direct push. */
  readonly pull: number;
  readonly author: Person;
  readonly authoredAt: number;
  /** Who pushed it or pressed the button. */
  readonly merger: Person;
  readonly subject: string;
  readonly body: string;
  /** For merges and rebases: what the branch brings. */
  readonly branch: readonly BranchCommit[];
  /** Who is credited in the message, beside the author that git knows. */
  readonly credits: readonly Credit[];
}

export interface Credit {
  readonly role: 'author' | 'reviewer' | 'reporter';
  readonly person: Person;
}

export interface BranchCommit {
  readonly author: Person;
  readonly at: number;
  readonly subject: string;
}

/** The crew at an instant; empty once everybody left. */
export function crewAt(scene: Scene, at: number): readonly CrewMember[] {
  return scene.crew.filter((one) => at >= one.from && at < one.to);
}

/** Somebody of the crew other than `not`, by weight; null when there is nobody else. */
export function pickCrew(scene: Scene, at: number, not: Person | null, mustMerge = false): CrewMember | null {
  const able = crewAt(scene, at).filter((one) => one.person !== not && (one.canMerge || !mustMerge));
  return able.length === 0 ? null : scene.random.weighted(able, (one) => one.weight);
}

/** A node id with its number. */
export function mint(scene: Scene, kind: NodeKind): { readonly id: string; readonly databaseId: number } {
  return scene.setting.mint.next(kind);
}

/** The account id under which somebody acts; null for ghosts. Remembers who it was. */
export function actorId(scene: Scene, person: Person | null): string | null {
  if (person?.account == null) return null;
  scene.actors.set(person.account.id, person);
  return person.account.id;
}

/** A comment with the fields that hold for everybody; the association is set when the world is folded. */
export function createComment(scene: Scene, person: Person, at: number): Comment {
  return {
    __typename: 'IssueComment',
    ...mint(scene, 'IssueComment'),
    authorId: actorId(scene, person),
    authorAssociation: 'NONE',
    body: drawText(scene.random, scene.random.between(1, 3)),
    createdAt: iso(at),
    updatedAt: iso(at),
    isMinimized: false,
  };
}

/** An entry of a timeline. */
export function createEvent(
  scene: Scene,
  type: TimelineEvent['__typename'],
  actor: Person | null,
  at: number,
  more: Partial<TimelineEvent> = {},
): TimelineEvent {
  return {
    __typename: type,
    ...mint(scene, 'Event'),
    createdAt: iso(at),
    actorId: actorId(scene, actor),
    ...more,
  };
}

/** How long a conversation goes on: a handful of words mostly, now and then more than a page of a hundred. */
export function drawCommentCount(random: Random, usual: number): number {
  if (random.chance(0.008)) return random.between(60, 170);
  return Math.floor(random.around(usual, 0.9));
}

/** Comments from `from` on, by turns of the author, of `responder` and of people who come by. */
export function createConversation(
  scene: Scene,
  author: Person,
  responder: Person | null,
  from: number,
  count: number,
): Comment[] {
  const comments: Comment[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const speaker = index === 0 ? responder : drawSpeaker(scene, author, responder, at);
    comments.push(createComment(scene, speaker ?? author, at));
    at += Math.max(60_000, Math.floor((scene.random.around(9 * HOUR, 1.3) * 6) / Math.max(6, count)));
  }
  return comments;
}

function drawSpeaker(scene: Scene, author: Person, responder: Person | null, at: number): Person | null {
  const draw = scene.random.next();
  if (draw < 0.4) return author;
  if (draw < 0.75) return responder;
  return draw < 0.85 ? (pickCrew(scene, at, author)?.person ?? null) : scene.crowd.pick(scene.random, at);
}

/** When somebody first answers: hours for a lively crew, weeks where it is almost gone. */
export function drawResponseDelay(scene: Scene, at: number): number {
  const isTired = scene.plan.to > 0 && at > monthsBefore(scene.setting, scene.plan.to + 4);
  return Math.floor(scene.random.around(isTired ? 20 * DAY : 9 * HOUR, 1.3) / 1000) * 1000;
}

/** What stands for a commit until git has given it a hash. */
export function placeholder(kind: 'landing' | 'branch', ...parts: readonly number[]): string {
  return `${kind}:${parts.join(':')}`;
}

/** The accounts of a list of people that have one. */
export function accountsOf(people: readonly Person[]): Account[] {
  return people.flatMap((person) => (person.account ? [person.account] : []));
}
