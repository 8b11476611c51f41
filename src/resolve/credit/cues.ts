import { readHandle } from './handle.ts';
import { readHeads } from './heads.ts';
import { type NameList, readNameList, readPartners, skipAside, skipHonorific } from './list.ts';
import { type Named, readName } from './names.ts';
import { emit, headAt, isClosed, type Reader } from './reader.ts';
import type { CreditRules, RoleRule } from './rules.ts';
import { isGenitive, isMark, type Token } from './tokenizer.ts';

/** Words in small letters after "fix by" are seldom people, after "reported by" often. */
const HANDLE_ROLES: ReadonlySet<string> = new Set(['reporter', 'suggester']);
const MIN_CONFIDENCE = 0.5;

/** "reported by X", "patch and analysis from X and Y", "fix by X". */
export function readCue(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  const isRepeated = tokens[at + 1]?.lower === tokens[at]?.lower;
  const from = skipToName(reader, isRepeated ? at + 2 : at + 1);
  const heads = readHeads(tokens, at, rules);
  if (readPossessive(reader, from)) return;
  if (heads === null) {
    readBare(reader, at, from);
    return;
  }
  if (isPassiveInfinitive(tokens, heads.first)) return;
  const takesHandle = heads.rules.every((rule) => HANDLE_ROLES.has(rule.role));
  const list = takesHandle ? readCuedList(reader, from) : readNameList(tokens, from, rules);
  const people = heads.isLoose ? list.people.filter((named) => named.shape === 'full') : list.people;
  if (heads.isLoose && !isClosed(tokens, list.next)) return;
  for (const headRule of heads.rules) {
    const rule = isBesides(reader, heads.first, at) ? besides(headRule) : headRule;
    emit(reader, AUTHOR_ROLES.has(rule.role) ? people.filter(isNoIdentifier) : people, rule, 'cue');
    if (headRule.role === 'author' && people.length > 0)
      emit(reader, readPartners(tokens, list.next, rules).people, besides(headRule), 'cue');
  }
}

/** "deadlocks can be detected by Citus", "has to be reviewed by somebody": nobody has done it. */
function isPassiveInfinitive(tokens: readonly Token[], head: number): boolean {
  const before = tokens[head - 1]?.lower ?? '';
  return before === 'be' || (before.endsWith('ly') && tokens[head - 2]?.lower === 'be');
}

const WHOLE_WORK: ReadonlySet<string> = new Set(['patch', 'patches', 'fix']);

/** "X, with some additional work by Y": what Y did came on top of what somebody else wrote. */
function isBesides(reader: Reader, head: number, at: number): boolean {
  const { tokens, rules } = reader;
  if (tokens.slice(head, at).some(({ lower }) => WHOLE_WORK.has(lower))) return false;
  let before = head - 1;
  while (tokens[before]?.lower !== 'with' && rules.words.article.has(tokens[before]?.lower ?? ''))
    before -= 1;
  return tokens[before]?.lower === 'with';
}

const besides = (rule: RoleRule): RoleRule =>
  rule.role === 'author' ? { ...rule, role: 'co_author' } : rule;

const AUTHOR_ROLES: ReadonlySet<string> = new Set(['author', 'co_author']);

/** "changes from ReorderBuffer" is about code; a report from "CharSyam" is a person's. */
export const isNoIdentifier = (named: Named): boolean =>
  named.shape !== 'single' || named.email !== null || !/\p{Ll}\p{Lu}/u.test(named.name);

/** "by a user Ada", and not "by A. Byron". */
const isIntroducing = ({ tokens, rules }: Reader, at: number): boolean =>
  rules.words.introducing.has(tokens[at]?.lower ?? '') && !isMark(tokens[at + 1], '.');

function skipToName(reader: Reader, at: number): number {
  let next = at;
  while (isIntroducing(reader, next) && next < at + 3) next += 1;
  if (isMark(reader.tokens[next], ':', ',')) next += 1;
  return skipHonorific(reader.tokens, skipAside(reader.tokens, next), reader.rules);
}

/** After a sure cue a single handle in small letters may stand at the end of a sentence or before "at". */
function readCuedList(reader: Reader, at: number): NameList {
  const list = readNameList(reader.tokens, at, reader.rules);
  if (list.people.length > 0 || list.next > at) return list;
  const token = reader.tokens[at];
  const handle = token === undefined ? null : readHandle(reader.tokens, at, reader.rules);
  return handle === null ? list : { people: [handle], next: handle.next };
}

/** "Reviewed-by X" without a colon. */
export function readHyphenated(reader: Reader, at: number): void {
  const head = (reader.tokens[at]?.lower ?? '').slice(0, -3).replaceAll('-', ' ');
  const { verb, key } = reader.rules.roles;
  const rule = verb.get(head) ?? key.get(head);
  if (rule === undefined) return;
  const list = readNameList(reader.tokens, at + 1, reader.rules);
  emit(reader, list.people, rule, 'cue');
}

/** "per Tom's suggestion", "added Joachim's patch": the noun after the name says the role. */
export function readPossessive(reader: Reader, at: number): boolean {
  const { tokens, rules } = reader;
  const named = readName(tokens, at, rules);
  if (named === null || !isGenitive(tokens[named.next])) return false;
  if (!rules.words.applying.has(tokens[at - 1]?.lower ?? '')) return true;
  let next = named.next + 1;
  while (rules.words.article.has(tokens[next]?.lower ?? '') && next < named.next + 6) next += 1;
  const rule = headAt(reader, next, 'noun') ?? headAt(reader, next - 1, 'noun');
  if (rule !== undefined)
    emit(reader, [named], { ...rule, confidence: possessiveConfidence(rules) }, 'possessive');
  return true;
}

/** How sure a name in the genitive is. */
export const possessiveConfidence = (rules: CreditRules): number =>
  rules.roles.form.get('possessive')?.confidence ?? MIN_CONFIDENCE;

const MAX_SENTENCE = 25;

/** "Remove the penalty from Incremental Sort": a thing that loses another. */
function isTakenFrom({ tokens, rules }: Reader, at: number): boolean {
  if (tokens[at]?.lower !== 'from') return false;
  for (let before = at - 1; before >= Math.max(0, at - MAX_SENTENCE); before -= 1) {
    if (isMark(tokens[before], '.', ';', ':')) return false;
    if (rules.words.taking.has(tokens[before]?.lower ?? '')) return true;
  }
  return false;
}

/** "…, from X." and "converted by X.": the end of a sentence, a full name or an address, and no head. */
function readBare(reader: Reader, at: number, from: number): void {
  const { tokens, rules } = reader;
  const rule = rules.roles.form.get('from');
  const before = tokens[at - 1];
  if (
    rule === undefined ||
    before === undefined ||
    (before.kind !== 'word' && !isMark(before, ',', ')', '('))
  )
    return;
  if (rules.words.neg.has(before.lower) || rules.words.neg.has(tokens[at - 2]?.lower ?? '')) return;
  if (
    tokens
      .slice(Math.max(0, at - 6), at)
      .some((token) => rules.words.neg.has(token.lower) && token.lower.startsWith('commit'))
  )
    return;
  if (before.kind === 'word' && isTakenFrom(reader, at)) return;
  const list = readNameList(tokens, from, rules);
  const isSure =
    list.people.length > 0 &&
    list.people.every((named) => named.shape === 'full' || named.shape === 'address');
  if (isSure && isClosed(tokens, list.next)) emit(reader, list.people, rule, 'from');
  // "beautification by me": what the committer did besides.
  else if (tokens[at]?.lower === 'by' && list.people[0]?.shape === 'self') {
    emit(reader, list.people, { ...rule, role: 'co_author', confidence: MIN_CONFIDENCE }, 'from');
  }
}
