import { distance } from 'fastest-levenshtein';
import type { CreditRules, RoleRule } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

const MAX_PHRASE_WORDS = 3;
const MAX_SCAN = 14;
const MAX_LOOSE = 9;
const CONNECTORS: ReadonlySet<string> = new Set(['and', '&', ',', '/', 'or', '+', 'plus']);
const LOOSE_LINKS: ReadonlySet<string> = new Set([
  'of',
  'for',
  'on',
  'about',
  'in',
  'to',
  'against',
  'that',
  'with',
  'as',
  'at',
  'during',
]);

/** The heads ("report", "patch and analysis", "reported") that a preposition at `at` belongs to. */
export interface HeadReading {
  readonly rules: readonly RoleRule[];
  /** Whether other words stand between head and preposition ("patch for the planner by"). */
  readonly isLoose: boolean;
  /** Index of the first token of the phrase. */
  readonly first: number;
}

interface Scan {
  readonly tokens: readonly Token[];
  readonly rules: CreditRules;
  /** Participles go with "by" only. */
  readonly isBy: boolean;
}

/** Reads backwards from "by" or "from": fillers, a head, and further heads that "and" or a comma joins to it. */
export function readHeads(tokens: readonly Token[], at: number, rules: CreditRules): HeadReading | null {
  const scan = { tokens, rules, isBy: tokens[at]?.lower === 'by' };
  const near = collectHeads(scan, at - 1) ?? correctHead(scan, at - 1);
  if (near !== null) return { ...near, isLoose: false };
  const far = findLooseHead(scan, at - 1);
  return far === null ? null : { ...far, isLoose: true };
}

/** Shorter words have too many neighbours. */
const MIN_TYPO_LETTERS = 7;
const TYPO_CONFIDENCE = 0.6;

/** "reviewd by": a participle with one letter wrong. */
function correctHead(scan: Scan, at: number): Collected | null {
  const word = scan.tokens[at];
  if (!scan.isBy || word?.kind !== 'word' || word.text.length < MIN_TYPO_LETTERS) return null;
  for (const [verb, rule] of scan.rules.roles.verb) {
    if (verb.length <= MIN_TYPO_LETTERS || Math.abs(verb.length - word.lower.length) > 1) continue;
    if (distance(verb, word.lower) === 1) {
      return { rules: [{ ...rule, confidence: Math.min(rule.confidence, TYPO_CONFIDENCE) }], first: at };
    }
  }
  return null;
}

interface Collected {
  readonly rules: RoleRule[];
  readonly first: number;
}

function collectHeads(scan: Scan, from: number): Collected | null {
  const found: RoleRule[] = [];
  let first = from;
  const lowest = from - MAX_SCAN;
  let at = skipFillers(scan, from, lowest);
  while (at >= 0 && at > lowest) {
    const head = headEndingAt(scan, at);
    if (head === null) break;
    found.unshift(head.rule);
    first = head.first;
    const connector = skipWords(scan, head.first - 1, 'article');
    if (!CONNECTORS.has(scan.tokens[connector]?.lower ?? '')) break;
    at = skipFillers(scan, skipConnectors(scan, connector), lowest);
  }
  return found.length === 0 ? null : { rules: found, first };
}

function skipConnectors(scan: Scan, at: number): number {
  let next = at;
  while (CONNECTORS.has(scan.tokens[next]?.lower ?? '')) next -= 1;
  return next;
}

function headEndingAt(scan: Scan, at: number): { rule: RoleRule; first: number } | null {
  for (let length = MAX_PHRASE_WORDS; length > 0; length -= 1) {
    const phrase = phraseEndingAt(scan.tokens, at, length);
    if (phrase === null) continue;
    const rule = lookUp(scan, phrase);
    if (rule !== undefined) return { rule, first: at - length + 1 };
  }
  return null;
}

function lookUp(scan: Scan, phrase: string): RoleRule | undefined {
  const { verb, noun } = scan.rules.roles;
  return scan.isBy ? (verb.get(phrase) ?? noun.get(phrase)) : noun.get(phrase);
}

function phraseEndingAt(tokens: readonly Token[], at: number, length: number): string | null {
  if (at - length + 1 < 0) return null;
  let phrase = '';
  for (let index = at - length + 1; index <= at; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'word') return null;
    phrase += (phrase === '' ? '' : ' ') + token.lower;
  }
  return phrase;
}

/** Passes backwards over adverbs, numbers of bugs and remarks in brackets. */
function skipFillers(scan: Scan, from: number, lowest: number): number {
  let at = from;
  while (at >= 0 && at > lowest) {
    const token = scan.tokens[at];
    if (token?.kind === 'number' && (token.text.startsWith('#') || isMark(scan.tokens[at - 1], '#'))) at -= 1;
    else if (isMark(token, ')', ']')) at = openingBracket(scan.tokens, at) - 1;
    else if (
      isMark(token, '#') ||
      (isMark(token, ',') && (isFiller(scan, at - 1) || scan.tokens[at - 1]?.text.startsWith('#') === true))
    )
      at -= 1;
    else if (headEndingAt(scan, at) === null && isFiller(scan, at)) at -= fillerLength(scan, at);
    else break;
  }
  return at;
}

function openingBracket(tokens: readonly Token[], at: number): number {
  for (let index = at; index >= 0 && at - index < MAX_SCAN; index -= 1) {
    if (isMark(tokens[index], '(', '[')) return index;
  }
  return at;
}

const isFiller = (scan: Scan, at: number): boolean => fillerLength(scan, at) > 0;

function fillerLength(scan: Scan, at: number): number {
  for (let length = MAX_PHRASE_WORDS; length > 0; length -= 1) {
    const phrase = phraseEndingAt(scan.tokens, at, length);
    if (phrase !== null && scan.rules.words.pre.has(phrase)) return length;
  }
  return 0;
}

function skipWords(scan: Scan, from: number, kind: 'article'): number {
  let at = from;
  while (scan.tokens[at]?.kind === 'word' && scan.rules.words[kind].has(scan.tokens[at]?.lower ?? ''))
    at -= 1;
  return at;
}

/** A head some words back, joined by "of", "for" and the like, in the same sentence. */
function findLooseHead(scan: Scan, from: number): Collected | null {
  for (let at = from; at > 0 && from - at < MAX_LOOSE; at -= 1) {
    const token = scan.tokens[at];
    if (token === undefined || isMark(token, '.', ';', ':', '!', '?')) return null;
    if (token.lower === 'by' || token.lower === 'from' || token.lower === 'and') return null;
    if (token.kind === 'word' && LOOSE_LINKS.has(token.lower) && at < from) {
      const head = headEndingAt({ ...scan, isBy: false }, skipBugNumber(scan.tokens, at - 1));
      if (head !== null) return { rules: [head.rule], first: head.first };
    }
  }
  return null;
}

function skipBugNumber(tokens: readonly Token[], at: number): number {
  let next = at;
  while (tokens[next]?.kind === 'number' || isMark(tokens[next], '#')) next -= 1;
  return next;
}
