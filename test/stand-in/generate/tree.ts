import { drawNoun } from './names.ts';
import type { Person } from './people.ts';
import type { RepositoryPlan } from './plans.ts';
import type { Random } from './random.ts';

/** One line of a commit in git's own terms. */
export type Change =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'delete'; readonly path: string };

/** What one commit does to the files, with the line counts that `git log --numstat` will show. */
export interface Touch {
  readonly changes: readonly Change[];
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
}

/** The files of a repository while its history is written. */
export interface Tree {
  /** Changes some files as `person` would: mostly in the part that is theirs. */
  readonly touch: (person: Person) => Touch;
  /** Writes a whole file. */
  readonly write: (path: string, text: string) => Touch;
}

const ENDINGS = { C: '.c', Rust: '.rs', Python: '.py' } as const;

/** Share of commits that change a test as well. */
const TEST_SHARE = 0.3;

/** Longest file, in lines: keeps a large history fast to write, as each change carries the whole file. */
const LINE_LIMIT = 70;

/** Starts an empty tree. */
export function createTree(plan: RepositoryPlan, random: Random): Tree {
  const files = createFiles(random);
  const site: Site = { plan, random, files, paths: plan.directories.map(() => []) };
  return {
    touch: (person) =>
      join([touchCode(site, person), ...(random.chance(TEST_SHARE) ? [touchTest(site, person)] : [])]),
    write: files.write,
  };
}

/** A tree at work. */
interface Site {
  readonly plan: RepositoryPlan;
  readonly random: Random;
  readonly files: Files;
  /** Paths of code by directory of the plan, the oldest first. */
  readonly paths: readonly string[][];
}

function touchCode(site: Site, person: Person): Touch {
  const { random, files, paths } = site;
  const touches: Touch[] = [];
  const seen = new Set<string>();
  const count = random.weighted([1, 2, 3], (n) => 1 / n);
  for (let index = 0; index < count; index += 1) {
    const area = pickArea(person, paths.length, random);
    const known = paths[area] ?? [];
    if (known.length < 3 || random.chance(0.07 / (1 + known.length / 40))) {
      const made = createFile(site, area);
      for (const change of made.changes) if ('path' in change) seen.add(change.path);
      touches.push(made);
      continue;
    }
    // The newest files change most.
    const path = known[Math.floor(known.length * Math.sqrt(random.next()))] ?? '';
    if (seen.has(path)) continue;
    seen.add(path);
    if (!random.chance(0.01)) touches.push(files.edit(path));
    else return join([...touches, moveFile(site, area, path)]);
  }
  return join(touches);
}

function touchTest({ plan, random, files, paths }: Site, person: Person): Touch {
  const part = plan.directories[pickArea(person, paths.length, random)] ?? '';
  const path = `tests/${part.replaceAll('/', '_')}_test${ENDINGS[plan.language]}`;
  return files.has(path) ? files.edit(path) : files.begin(path);
}

function createFile({ plan, random, files, paths }: Site, area: number): Touch {
  const path = `${plan.directories[area]}/${drawNoun(random)}_${files.lineCount()}${ENDINGS[plan.language]}`;
  paths[area]?.push(path);
  return files.begin(path);
}

function moveFile({ files, paths }: Site, area: number, path: string): Touch {
  const { to, touch } = files.rename(path);
  const list = paths[area] ?? [];
  list[list.indexOf(path)] = to;
  return touch;
}

/** Files with their lines. */
interface Files {
  readonly has: (path: string) => boolean;
  /** Lines that were ever drawn. */
  readonly lineCount: () => number;
  readonly begin: (path: string) => Touch;
  readonly edit: (path: string) => Touch;
  readonly write: (path: string, text: string) => Touch;
  readonly rename: (path: string) => { readonly to: string; readonly touch: Touch };
}

/** Every line is unique, so line counts are exact and diffs have one reading. */
function createFiles(random: Random): Files {
  const files = new Map<string, string[]>();
  let counter = 0;
  const line = (): string => {
    counter += 1;
    return `    ${drawNoun(random)}_step(${counter}, "${drawNoun(random)}");`;
  };
  const lines = (count: number): string[] => Array.from({ length: count }, line);
  const save = (path: string, content: string[], additions: number, deletions: number): Touch => {
    files.set(path, content);
    const change: Change = { kind: 'write', path, text: `${content.join('\n')}\n` };
    return { changes: [change], additions, deletions, files: 1 };
  };
  return {
    has: (path) => files.has(path),
    lineCount: () => counter,
    begin: (path) => {
      const content = lines(random.between(8, 30));
      return save(path, content, content.length, 0);
    },
    edit: (path) => {
      const content = files.get(path) ?? [];
      const { start, removed } = drawCut(content.length, random);
      const added = lines(random.between(1, removed > 9 ? 5 : 10));
      const rest = [...content.slice(0, start), ...added, ...content.slice(start + removed)];
      return save(path, rest, added.length, content.length - (rest.length - added.length));
    },
    write: (path, text) => {
      const content = text.replace(/\n$/, '').split('\n');
      return save(path, content, content.length, files.get(path)?.length ?? 0);
    },
    rename: (path) => {
      counter += 1;
      const to = path.replace(/_\d+\./, `_${counter}.`);
      files.set(to, files.get(path) ?? []);
      files.delete(path);
      return {
        to,
        touch: { changes: [{ kind: 'rename', from: path, to }], additions: 0, deletions: 0, files: 1 },
      };
    },
  };
}

/** Which lines of a file go; more of a long one. */
function drawCut(length: number, random: Random): { readonly start: number; readonly removed: number } {
  const removed =
    length > LINE_LIMIT ? random.between(10, 30) : random.chance(0.5) ? random.between(1, 6) : 0;
  return { removed, start: random.between(0, Math.max(0, length - removed)) };
}

/** Three in four changes fall into the part of the tree that belongs to a person. */
function pickArea(person: Person, areas: number, random: Random): number {
  let own = 0;
  for (const letter of person.key) own = (own * 31 + letter.charCodeAt(0)) % 9973;
  return random.chance(0.75) ? own % areas : random.between(0, areas - 1);
}

/** Several touches as one commit. */
export function join(touches: readonly Touch[]): Touch {
  return {
    changes: touches.flatMap((one) => one.changes),
    additions: touches.reduce((sum, one) => sum + one.additions, 0),
    deletions: touches.reduce((sum, one) => sum + one.deletions, 0),
    files: touches.reduce((sum, one) => sum + one.files, 0),
  };
}
