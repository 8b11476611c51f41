import type { GitIdentity } from '../world/records.ts';
import { iso, MONTH } from './calendar.ts';
import { createDocuments, type Document } from './documents.ts';
import { type CommitDraft, createBare, type GitWriter, HIDDEN_REF, openImport } from './git.ts';
import type { Life } from './life.ts';
import { identityAt, monthsBefore, type Person, type Setting } from './people.ts';
import type { RepositoryPlan } from './plans.ts';
import type { Credit, Landing } from './scene.ts';
import { createTree, join, type Touch, type Tree } from './tree.ts';

/** A commit of the default branch as it was written: the planted truth of everything that git shows. */
export interface PlantedCommit {
  readonly oid: string;
  readonly at: number;
  readonly authoredAt: number;
  readonly author: Person;
  readonly committer: Person | null;
  readonly isMerge: boolean;
  readonly pull: number;
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
  readonly credits: readonly Credit[];
}

export interface PlantedTag {
  readonly name: string;
  readonly at: number;
  readonly tagger: Person;
  readonly oid: string;
}

type Size = Omit<Touch, 'changes'>;

/** What writing the history of one repository gave. */
export interface History {
  readonly path: string;
  readonly commits: readonly PlantedCommit[];
  readonly tags: readonly PlantedTag[];
  /** Hash for each placeholder of `scene.ts`. */
  readonly oids: ReadonlyMap<string, string>;
  /** Size of each merged pull request, by number. */
  readonly sizes: ReadonlyMap<number, Size>;
}

/** Who merges on the web is the committer only by this name. */
const WEB: GitIdentity = { name: 'GitHub', email: 'noreply@github.com' };

export interface HistoryRequest {
  readonly setting: Setting;
  readonly plan: RepositoryPlan;
  readonly life: Life;
  readonly owner: string;
  readonly path: string;
  /** For a fork: where the parent lies, and the hash it begins at. */
  readonly parent?: { readonly path: string; readonly oid: string };
}

type Planted = Omit<PlantedCommit, 'oid'> & { readonly mark: number };
type PlannedTag = Omit<PlantedTag, 'oid'> & { readonly mark: number };

interface Writing extends HistoryRequest {
  readonly git: GitWriter;
  readonly tree: Tree;
  readonly planted: Planted[];
  readonly marks: Map<string, number>;
  readonly sizes: Map<number, Size>;
}

/** Writes the git repository of a life in one import and shows it as it was at the end of the data. */
export async function writeHistory(request: HistoryRequest): Promise<History> {
  await createBare(request.path, request.parent?.path);
  const writing: Writing = {
    ...request,
    git: openImport(request.path),
    tree: createTree(request.plan, request.setting.random.fork(`tree ${request.plan.key}`)),
    planted: [],
    marks: new Map(),
    sizes: new Map(),
  };
  const documents = [...createDocuments(request.plan)];
  const count = request.life.landings.filter((one) => one.at <= request.setting.until).length;
  for (const [index, landing] of request.life.landings.entries()) {
    const due = takeDue(documents, index / Math.max(1, count), landing);
    await writeLanding(writing, landing, due);
  }
  const tags = planTags(writing);
  await show(writing.git, writing.planted, tags, request.setting.until);
  const oids = await writing.git.finish();
  const oid = (mark: number): string => oids.get(mark) ?? '';
  return {
    path: request.path,
    commits: writing.planted.map(({ mark, ...commit }) => ({ ...commit, oid: oid(mark) })),
    tags: tags.map(({ mark, ...tag }) => ({ ...tag, oid: oid(mark) })),
    oids: new Map([...writing.marks].map(([name, mark]) => [name, oid(mark)])),
    sizes: writing.sizes,
  };
}

/** The documents that come with this commit; they wait for a direct push, except at the very start. */
function takeDue(documents: Document[], share: number, landing: Landing): Document[] {
  if (landing.kind !== 'direct' && share > 0) return [];
  const due = documents.filter((document) => document.after <= share);
  for (const document of due) documents.splice(documents.indexOf(document), 1);
  return due;
}

async function writeLanding(writing: Writing, landing: Landing, due: readonly Document[]): Promise<void> {
  if (landing.kind === 'merge') return writeMerge(writing, landing);
  if (landing.kind === 'rebase') return writeRebase(writing, landing);
  const written = due.map((document) => writing.tree.write(document.path, document.text));
  const touch = join([...written, writing.tree.touch(landing.author)]);
  const isSquash = landing.kind === 'squash';
  const subject = isSquash ? `${landing.subject} (#${landing.pull})` : landing.subject;
  const mark = await writing.git.commit({
    ...draftMain(writing, landing, landing.author, landing.authoredAt),
    ...(isSquash ? { committer: WEB, committerOffset: 0 } : {}),
    message: landing.body === '' ? subject : `${subject}\n\n${landing.body}`,
    changes: touch.changes,
  });
  note(writing, landing, mark, touch, { committer: isSquash ? null : landing.merger });
}

/** Fields that commits of the default branch share; the first one of a fork begins at the parent's commit. */
function draftMain(writing: Writing, landing: Landing, author: Person, authoredAt: number): CommitDraft {
  const first = writing.planted.length === 0 ? writing.parent?.oid : writing.planted.at(-1)?.mark;
  return {
    ref: HIDDEN_REF,
    author: identityAt(author, authoredAt),
    authoredAt,
    authorOffset: author.offset,
    committer: identityAt(landing.merger, landing.at),
    committedAt: landing.at,
    committerOffset: landing.merger.offset,
    message: '',
    ...(first === undefined ? {} : { from: first }),
    changes: [],
  };
}

async function writeMerge(writing: Writing, landing: Landing): Promise<void> {
  const base = draftMain(writing, landing, landing.merger, landing.at);
  const touches: Touch[] = [];
  let tip = base.from;
  for (const [index, commit] of landing.branch.entries()) {
    const touch = writing.tree.touch(commit.author);
    const who = identityAt(commit.author, commit.at);
    const mark = await writing.git.commit({
      ...base,
      ref: `refs/import/${landing.pull}`,
      ...(tip === undefined ? {} : { from: tip }),
      ...{ author: who, authoredAt: commit.at, authorOffset: commit.author.offset },
      ...{ committer: who, committedAt: commit.at, committerOffset: commit.author.offset },
      message: commit.subject,
      changes: touch.changes,
    });
    touches.push(touch);
    tip = mark;
    writing.marks.set(`branch:${landing.pull}:${index}`, mark);
    plant(writing, landing, mark, touch, {
      author: commit.author,
      authoredAt: commit.at,
      committer: commit.author,
    });
  }
  const branch = `${writing.owner}/topic-${landing.pull}`;
  const mark = await writing.git.commit({
    ...base,
    committer: WEB,
    committerOffset: 0,
    message: `Merge pull request #${landing.pull} from ${branch}\n\n${landing.subject}`,
    ...(typeof tip === 'number' ? { merge: tip } : {}),
    changes: join(touches).changes,
  });
  const joined = join(touches);
  note(writing, landing, mark, joined, { author: landing.merger, committer: null, isMerge: true });
}

async function writeRebase(writing: Writing, landing: Landing): Promise<void> {
  const touches: Touch[] = [];
  for (const commit of landing.branch) {
    const touch = writing.tree.touch(commit.author);
    touches.push(touch);
    const mark = await writing.git.commit({
      ...draftMain(writing, landing, commit.author, commit.at),
      message: commit.subject,
      changes: touch.changes,
    });
    writing.marks.set(`landing:${landing.pull}`, mark);
    plant(writing, landing, mark, touch, { authoredAt: commit.at, committer: landing.merger });
  }
  writing.sizes.set(landing.pull, sizeOf(join(touches)));
}

function note(writing: Writing, landing: Landing, mark: number, touch: Touch, more: Partial<Planted>): void {
  plant(writing, landing, mark, touch, more);
  if (landing.pull === 0) return;
  writing.marks.set(`landing:${landing.pull}`, mark);
  writing.sizes.set(landing.pull, sizeOf(touch));
}

/** The numbers without the texts, which would hold all of history in memory. */
function sizeOf({ additions, deletions, files }: Touch): Size {
  return { additions, deletions, files };
}

function plant(writing: Writing, landing: Landing, mark: number, touch: Touch, more: Partial<Planted>): void {
  writing.planted.push({
    mark,
    at: landing.at,
    authoredAt: landing.authoredAt,
    author: landing.author,
    committer: null,
    isMerge: false,
    pull: landing.pull,
    additions: touch.additions,
    deletions: touch.deletions,
    files: touch.files,
    credits: landing.credits,
    ...more,
  });
}

/** A version each few months: the commit before it is tagged by one of those who push. */
function planTags(writing: Writing): PlannedTag[] {
  const { plan, setting } = writing;
  const tags: PlannedTag[] = [];
  if (plan.releaseEvery === 0) return tags;
  const end = plan.to === 0 ? setting.until + setting.ahead : monthsBefore(setting, plan.to);
  let at = monthsBefore(setting, plan.from - 2);
  for (let index = 0; at < end; index += 1) {
    const landed = writing.planted.filter((commit) => commit.at <= at);
    const last = landed.at(-1);
    const pusher = landed.findLast((commit) => commit.committer !== null)?.committer;
    if (last && pusher) {
      const isCandidate = index % 5 === 4;
      const version = `v${1 + Math.floor(index / 6)}.${index % 6}.0${isCandidate ? '-rc1' : ''}`;
      tags.push({ name: version, at: Math.floor(at / 1000) * 1000, tagger: pusher, mark: last.mark });
    }
    at += plan.releaseEvery * MONTH;
  }
  return tags;
}

/** Sets branches and tags to what they were at an instant; what lies beyond stays unreachable, as if it were not there. */
export async function reveal(history: History, at: number): Promise<void> {
  const git = openImport(history.path);
  await show(git, history.commits, history.tags, at);
  await git.finish();
}

/** What a branch or tag points to: a mark while importing, a hash later. */
type Pointer = { readonly at: number } & ({ readonly mark: number } | { readonly oid: string });

async function show(
  git: GitWriter,
  commits: readonly Pointer[],
  tags: readonly (Pointer & { readonly name: string; readonly tagger: Person })[],
  at: number,
): Promise<void> {
  const tip = commits.findLast((commit) => commit.at <= at);
  if (tip === undefined) return;
  await git.reset('refs/heads/main', 'mark' in tip ? tip.mark : tip.oid);
  for (const tag of tags.filter((one) => one.at <= at)) {
    await git.tag({
      name: tag.name,
      from: 'mark' in tag ? tag.mark : tag.oid,
      tagger: identityAt(tag.tagger, tag.at),
      at: tag.at,
      message: `Release ${tag.name} of ${iso(tag.at).slice(0, 10)}`,
    });
  }
}
