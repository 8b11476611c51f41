import { createRandom } from '../generate/random.ts';

/** When a fault strikes. Without any condition it strikes at every request. */
export interface FaultRule {
  /** An id of `catalogue.ts`, or `change:KIND` of `changes.ts`. */
  readonly fault: string;
  /** REST route as the description spells it (`GET /repos/{owner}/{repo}/issues`), or a GraphQL operation's name; or a part of one. */
  readonly route?: string;
  /** Which of the matching requests, counted from 1. */
  readonly nth?: readonly number[];
  /** Every so many matching requests. */
  readonly every?: number;
  /** At random, with a probability; needs `seed`. */
  readonly chance?: number;
  readonly seed?: number;
  /** Only queries that ask for more nodes than this: what makes GitHub give up on large pages. */
  readonly aboveNodes?: number;
  /** Ends after striking so often. */
  readonly times?: number;
  /** Never more than so many times in a row for one and the same request. */
  readonly inARow?: number;
  /** Seconds a limit lasts; default 60. */
  readonly wait?: number;
}

/** What a rule looks at. */
export interface Sight {
  readonly route: string;
  /** Same for a request and its repetition. */
  readonly key: string;
  readonly nodes: number;
}

/** The rules in force, with how often each has matched and struck. */
export interface FaultPlan {
  /** The first rule that strikes at this request; null for none. */
  readonly strike: (sight: Sight) => FaultRule | null;
  readonly replace: (rules: readonly FaultRule[]) => void;
}

interface Armed {
  readonly rule: FaultRule;
  readonly draw: () => number;
  matched: number;
  struck: number;
}

export function createFaultPlan(rules: readonly FaultRule[]): FaultPlan {
  let armed = rules.map(arm);
  const streaks = new Map<string, number>();
  return {
    strike: (sight) => {
      const struck = armed.find((one) => hits(one, sight, streaks.get(sight.key) ?? 0));
      streaks.set(sight.key, struck ? (streaks.get(sight.key) ?? 0) + 1 : 0);
      return struck?.rule ?? null;
    },
    replace: (next) => {
      armed = next.map(arm);
      streaks.clear();
    },
  };
}

function arm(rule: FaultRule, index: number): Armed {
  const random = createRandom(`${rule.seed ?? 0}/${index}/${rule.fault}`);
  return { rule, draw: random.next, matched: 0, struck: 0 };
}

function hits(armed: Armed, sight: Sight, streak: number): boolean {
  const { rule } = armed;
  if (rule.route !== undefined && !sight.route.includes(rule.route)) return false;
  if (rule.aboveNodes !== undefined && sight.nodes <= rule.aboveNodes) return false;
  armed.matched += 1;
  // Drawn in any case, so that a seed's luck does not depend on the other conditions.
  const isDrawn = rule.chance === undefined || armed.draw() < rule.chance;
  const isNth = rule.nth === undefined || rule.nth.includes(armed.matched);
  const isEvery = rule.every === undefined || armed.matched % rule.every === 0;
  const isLeft = rule.times === undefined || armed.struck < rule.times;
  const isRowOpen = rule.inARow === undefined || streak < rule.inARow;
  if (!isDrawn || !isNth || !isEvery || !isLeft || !isRowOpen) return false;
  armed.struck += 1;
  return true;
}

/** Rules for a storm: each fault at random, together at about `rate` of all requests, never three times in a row. */
export function createStorm(seed: number, rate: number, faults: readonly string[]): FaultRule[] {
  const chance = rate / Math.max(1, faults.length);
  return faults.map((fault, index) => ({ fault, chance, seed: seed * 1000 + index, inARow: 2, wait: 30 }));
}
