/** Links below this are suggestions for a person to decide on. */
export const SURE = 0.9;

/** Two identities that a rule takes for one person; `a` is the smaller id. */
export interface IdentityLink {
  readonly a: bigint;
  readonly b: bigint;
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A link between two identities, the smaller id first. */
export function pair(a: bigint, b: bigint, rule: string, confidence: number): IdentityLink {
  return a < b ? { a, b, rule, confidence } : { a: b, b: a, rule, confidence };
}

/** What must not come together: each mark is a question and its answer, and one component has one answer to each. */
export type Marks = ReadonlyMap<bigint, ReadonlyMap<string, string>>;

/** Groups of identities with the links that hold each together, as a tree. */
export interface Components {
  /** Each identity's group, named by the smallest id in it. */
  readonly rootOf: ReadonlyMap<bigint, bigint>;
  readonly members: ReadonlyMap<bigint, readonly bigint[]>;
  readonly tree: readonly IdentityLink[];
  /** Links that were refused because the marks of both sides differ. */
  readonly conflicts: readonly IdentityLink[];
}

/**
 * Joins ids along links, the surest first, except where marks differ.
 *
 * The result depends neither on the order of `ids` nor on that of `links`.
 */
export function joinComponents(
  ids: Iterable<bigint>,
  links: readonly IdentityLink[],
  marks: Marks,
): Components {
  const parent = new Map<bigint, bigint>();
  const answers = new Map<bigint, Map<string, string>>();
  for (const id of ids) {
    parent.set(id, id);
    answers.set(id, new Map(marks.get(id)));
  }
  const find = (id: bigint): bigint => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    parent.set(id, root);
    return root;
  };
  const tree: IdentityLink[] = [];
  const conflicts: IdentityLink[] = [];
  for (const link of [...links].sort(bySureness)) {
    const [a, b] = [find(link.a), find(link.b)];
    if (a === b) continue;
    const [root, child] = a < b ? [a, b] : [b, a];
    const [kept, added] = [answers.get(root) ?? new Map(), answers.get(child) ?? new Map()];
    if ([...added].some(([question, answer]) => (kept.get(question) ?? answer) !== answer)) {
      conflicts.push(link);
      continue;
    }
    for (const [question, answer] of added) kept.set(question, answer);
    parent.set(child, root);
    tree.push(link);
  }
  return { ...collect(parent, find), tree, conflicts };
}

function collect(
  parent: ReadonlyMap<bigint, bigint>,
  find: (id: bigint) => bigint,
): Pick<Components, 'rootOf' | 'members'> {
  const rootOf = new Map<bigint, bigint>();
  const members = new Map<bigint, bigint[]>();
  for (const id of [...parent.keys()].sort(byId)) {
    const root = find(id);
    rootOf.set(id, root);
    const group = members.get(root);
    if (group) group.push(id);
    else members.set(root, [id]);
  }
  return { rootOf, members };
}

/** Orders ids as numbers. */
export function byId(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders links by confidence, the surest first, then by ids and rule, so that the order is total. */
export function bySureness(a: IdentityLink, b: IdentityLink): number {
  return (
    b.confidence - a.confidence ||
    byId(a.a, b.a) ||
    byId(a.b, b.b) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
