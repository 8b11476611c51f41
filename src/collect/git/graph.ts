import type { Context } from '../../core/context.ts';
import { contentId } from '../../core/id.ts';
import type { Mirror } from './mirror.ts';
import { gitFailure, startGit, throwIfAborted } from './process.ts';
import type { Ref } from './refs.ts';
import { type FindSha, indexShas, makeShaList, type ShaList } from './shas.ts';
import { readTokens } from './tokens.ts';

const NEWLINE = 0x0a;

/** The commits that the refs reach, children before parents, with what contains what. */
export interface CommitGraph {
  readonly shas: ShaList;
  readonly find: FindSha;
  /** Per commit: 1 for a root, else one more than its highest parent. */
  readonly generations: Int32Array;
  /** Per commit: index into `classes`. */
  readonly classOf: Int32Array;
  /** Sets of refs; commits that the same refs contain share one. */
  readonly classes: readonly RefClass[];
}

export interface RefClass {
  readonly id: bigint;
  readonly refs: readonly Ref[];
  readonly isOnDefaultBranch: boolean;
}

interface Lineage {
  readonly shas: ShaList;
  readonly find: FindSha;
  /** Per commit: the positions of its parents. */
  readonly parentsOf: (commit: number) => Int32Array;
  /** The parents that were left out of the walk, of the commits that have such. */
  readonly outerParents: ReadonlyMap<number, readonly string[]>;
}

/** What is known of a commit that a walk stops at. */
export interface KnownCommit {
  readonly generation: number;
  readonly refClassId: bigint;
}

/** A walk of what is new only. */
export interface GraphExtension extends CommitGraph {
  /** Each known commit that a tip or a new commit leads to, with the refs that reach it that way. */
  readonly edges: readonly { readonly sha: string; readonly refs: readonly Ref[] }[];
}

/**
 * Walks the graph once and carries sets of refs from children to parents.
 *
 * Errors: `E_GIT` when a commit object is missing, since nothing behind it can be known.
 */
export async function readGraph(
  mirror: Mirror,
  refs: readonly Ref[],
  context: Context,
): Promise<CommitGraph> {
  const tips = refs.filter((ref) => ref.targetType === 'commit');
  const lineage = await readLineage(mirror, { tips: tips.map(({ sha }) => sha), known: [] }, context);
  const sets = makeRefSets(tips);
  return {
    shas: lineage.shas,
    find: lineage.find,
    generations: computeGenerations(lineage, new Map()),
    classOf: computeClasses(lineage, sets),
    classes: sets.toClasses(),
  };
}

/**
 * Walks only what `tips` reach and the commits `known` do not, and looks the parents at the edge up with `lookUp`.
 * Null when one of them is not known there.
 */
export async function readExtension(
  mirror: Mirror,
  walk: { readonly tips: readonly Ref[]; readonly known: readonly string[] },
  lookUp: (shas: readonly string[]) => Promise<ReadonlyMap<string, KnownCommit>>,
  context: Context,
): Promise<GraphExtension | null> {
  const range = { tips: walk.tips.map(({ sha }) => sha), known: walk.known };
  const lineage = await readLineage(mirror, range, context);
  const { shas, find, outerParents } = lineage;
  const knownTips = walk.tips.filter(({ sha }) => find(sha) === undefined);
  const outer = [...new Set([...outerParents.values(), knownTips.map(({ sha }) => sha)].flat())];
  const known = await lookUp(outer);
  if (outer.some((sha) => !known.has(sha))) return null;
  const sets = makeRefSets(walk.tips);
  const classOf = computeClasses(lineage, sets);
  const classes = sets.toClasses();
  const edges = [...outerParents].flatMap(([commit, parents]) => {
    const refs = classes[classOf[commit] ?? 0]?.refs ?? [];
    return parents.map((sha) => ({ sha, refs }));
  });
  edges.push(...knownTips.map((ref) => ({ sha: ref.sha, refs: [ref] })));
  return { shas, find, generations: computeGenerations(lineage, known), classOf, classes, edges };
}

async function readLineage(
  mirror: Mirror,
  range: { readonly tips: readonly string[]; readonly known: readonly string[] },
  context: Context,
): Promise<Lineage> {
  const args = ['rev-list', '--topo-order', '--parents', '--stdin'];
  const child = startGit(mirror.place, args, context);
  child.write([...range.tips, ...range.known.map((sha) => `^${sha}`)].map((line) => `${line}\n`).join(''));
  const shas = makeShaList();
  const parentShas = makeShaList();
  const parentCounts: number[] = [];
  for await (const lines of readTokens(child.stdout, NEWLINE)) {
    for (const line of lines) {
      const [sha = '', ...parents] = line.toString('latin1').split(' ');
      shas.add(sha);
      for (const parent of parents) parentShas.add(parent);
      parentCounts.push(parents.length);
    }
  }
  const exit = await child.finished;
  throwIfAborted(context);
  if (exit.status !== 0) throw gitFailure(args, exit);
  const find = indexShas(shas);
  return { shas, find, ...linkParents(find, parentShas, parentCounts) };
}

/** Finds the parents, which stand one commit's after the other's, among the commits that were walked. */
function linkParents(
  find: FindSha,
  parentShas: ShaList,
  parentCounts: readonly number[],
): Pick<Lineage, 'parentsOf' | 'outerParents'> {
  const parents = new Int32Array(parentShas.length);
  const ends = new Int32Array(parentCounts.length);
  const outerParents = new Map<number, string[]>();
  let next = 0;
  let end = 0;
  for (const [commit, count] of parentCounts.entries()) {
    for (const sha of parentShas.slice(next, next + count)) {
      const parent = find(sha);
      if (parent === undefined) outerParents.set(commit, [...(outerParents.get(commit) ?? []), sha]);
      else {
        parents[end] = parent;
        end += 1;
      }
    }
    next += count;
    ends[commit] = end;
  }
  return { parentsOf: (commit) => parents.subarray(ends[commit - 1] ?? 0, ends[commit]), outerParents };
}

function computeGenerations(
  { shas, parentsOf, outerParents }: Lineage,
  known: ReadonlyMap<string, KnownCommit>,
): Int32Array {
  const generations = new Int32Array(shas.length);
  for (let commit = shas.length - 1; commit >= 0; commit -= 1) {
    let highest = 0;
    for (const parent of parentsOf(commit)) highest = Math.max(highest, generations[parent] ?? 0);
    for (const parent of outerParents.get(commit) ?? []) {
      highest = Math.max(highest, known.get(parent)?.generation ?? 0);
    }
    generations[commit] = highest + 1;
  }
  return generations;
}

function computeClasses({ shas, parentsOf }: Lineage, sets: RefSets): Int32Array {
  const classOf = new Int32Array(shas.length);
  for (let commit = 0; commit < shas.length; commit += 1) {
    const own = sets.withTip(classOf[commit] ?? 0, shas.at(commit));
    classOf[commit] = own;
    for (const parent of parentsOf(commit)) classOf[parent] = sets.union(classOf[parent] ?? 0, own);
  }
  return classOf;
}

/** Sets of refs, each kept once and named by a number; 0 is the empty set. */
interface RefSets {
  /** The set with the refs that point straight at a commit added. */
  readonly withTip: (set: number, sha: string) => number;
  readonly union: (a: number, b: number) => number;
  readonly toClasses: () => readonly RefClass[];
}

function makeRefSets(refs: readonly Ref[]): RefSets {
  const { intern, union, members } = makeUnions();
  const tipsOf = new Map<string, number>();
  for (const [index, ref] of refs.entries()) {
    tipsOf.set(ref.sha, union(tipsOf.get(ref.sha) ?? 0, intern([index])));
  }
  return {
    withTip: (set, sha) => union(set, tipsOf.get(sha) ?? 0),
    union,
    toClasses: () => members().map((set) => toClass(set.flatMap((index) => refs[index] ?? []))),
  };
}

function toClass(refs: readonly Ref[]): RefClass {
  return {
    id: contentId('refs', ...refs.map((ref) => `${ref.kind} ${ref.name}`)),
    refs,
    isOnDefaultBranch: refs.some((ref) => ref.kind === 'default_branch'),
  };
}

interface Unions {
  readonly intern: (members: readonly number[]) => number;
  readonly union: (a: number, b: number) => number;
  readonly members: () => readonly (readonly number[])[];
}

/** Unions are remembered: a history of 94,000 commits and 600 refs has some 1,200 sets. */
function makeUnions(): Unions {
  const sets: (readonly number[])[] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  const unions = new Map<string, number>();
  const intern = (members: readonly number[]) => {
    const key = members.join(',');
    const number = numbers.get(key) ?? sets.length;
    if (number === sets.length) {
      sets.push(members);
      numbers.set(key, number);
    }
    return number;
  };
  const union = (a: number, b: number) => {
    if (a === b || b === 0) return a;
    if (a === 0) return b;
    const key = `${a} ${b}`;
    const known = unions.get(key);
    if (known !== undefined) return known;
    const merged = new Set([...(sets[a] ?? []), ...(sets[b] ?? [])]);
    const result = intern([...merged].sort((x, y) => x - y));
    unions.set(key, result);
    return result;
  };
  return { intern, union, members: () => sets };
}
