import { isGivenName, isLowerCased, isNameWord } from './name-word.ts';
import { isInverted, joinInverted, type Named, readAddress, readName } from './names.ts';
import type { CreditRules } from './rules.ts';
import { isGenitive, isMark, type Token } from './tokenizer.ts';

/** People named in one place. */
export interface NameList {
  readonly people: readonly Named[];
  /** Index of the token after the list. */
  readonly next: number;
}

const MAX_ITEMS = 40;
const MAX_PHRASE_WORDS = 3;
const JOINING_WORDS: ReadonlySet<string> = new Set(['and', '&', 'plus', 'or']);

/**
 * Reads people joined by commas, "and" and the like, with their addresses and remarks in brackets. Machines and groups
 * in the list are passed over. Ends before the first thing that is none of these.
 */
export function readNameList(tokens: readonly Token[], at: number, rules: CreditRules): NameList {
  const people: Named[] = [];
  let next = at;
  let item = at;
  for (let count = 0; count < MAX_ITEMS; count += 1) {
    const read = readItem(tokens, item, rules);
    if (read === null) break;
    if (read.named !== null) {
      if (!isListItem({ tokens, rules }, read.named, people)) break;
      addPerson(people, read.named);
    }
    next = read.next;
    if (read.joined === next) break;
    item = read.joined;
  }
  return { people, next };
}

interface Item {
  /** Null for a machine or group. */
  readonly named: Named | null;
  /** Index of the token after the item and its remarks. */
  readonly next: number;
  /** Index of the token after what joins another item to it. */
  readonly joined: number;
}

/** A list is looked for at every name of an enumeration, so that each item is kept when it was read. */
const READ_ITEMS = new WeakMap<readonly Token[], Map<number, Item | null>>();

function readItem(tokens: readonly Token[], at: number, rules: CreditRules): Item | null {
  const items = READ_ITEMS.get(tokens) ?? new Map<number, Item | null>();
  READ_ITEMS.set(tokens, items);
  const known = items.get(at);
  if (known !== undefined) return known;
  const item = readNewItem(tokens, at, rules);
  items.set(at, item);
  return item;
}

function readNewItem(tokens: readonly Token[], at: number, rules: CreditRules): Item | null {
  const passed = readMachine(tokens, at, rules) ?? readGroup(tokens, at, rules);
  const named = passed === null ? readName(tokens, at, rules) : null;
  const end = passed ?? named?.next;
  if (end === undefined) return null;
  const next = skipRemarks(tokens, end);
  return { named, next, joined: skipJoining(tokens, next, rules) };
}

function addPerson(people: Named[], named: Named): void {
  const previous = people.at(-1);
  if (previous !== undefined && isInverted(previous, named))
    people[people.length - 1] = joinInverted(previous, named);
  else people.push(named);
}

/** The end of a machine's name at a token, such as "buildfarm member prion", else null. */
export function readMachine(tokens: readonly Token[], at: number, rules: CreditRules): number | null {
  if (isMachineHandle(tokens[at], rules)) return at + 1;
  for (let length = MAX_PHRASE_WORDS; length > 0; length -= 1) {
    const phrase = phraseOf(tokens, at, length);
    if (phrase === null || !rules.words.machine.has(phrase) || isGivenName({ tokens, rules }, at)) continue;
    let end = at + length;
    while (tokens[end]?.kind === 'word' && !JOINING_WORDS.has(tokens[end]?.lower ?? '') && end < at + 5)
      end += 1;
    return end;
  }
  return null;
}

/** "ci-timescale", "acme-ci": a handle of small letters that begins or ends with a machine's name. */
function isMachineHandle(token: Token | undefined, rules: CreditRules): boolean {
  if (token?.kind !== 'word' || !isLowerCased(token.text) || !token.text.includes('-')) return false;
  const parts = token.lower.split('-');
  return [parts[0], parts.at(-1)].some((part) => rules.words.machine.has(part ?? ''));
}

const MAX_GROUP_WORDS = 4;

/** The end of a group at a token, such as "the PostGIS project", else null. */
function readGroup(tokens: readonly Token[], at: number, rules: CreditRules): number | null {
  if (tokens[at]?.lower !== 'the') return null;
  for (let next = at + 1; next <= at + MAX_GROUP_WORDS && tokens[next]?.kind === 'word'; next += 1)
    if (rules.words.group.has(tokens[next]?.lower ?? '')) return next + 1;
  return null;
}

/** The lower-cased words from a token on, joined by spaces; null where something else stands between them. */
export function phraseOf(tokens: readonly Token[], at: number, length: number): string | null {
  let phrase = '';
  for (let offset = 0; offset < length; offset += 1) {
    const token = tokens[at + offset];
    if (token?.kind !== 'word') return null;
    phrase += (offset > 0 ? ' ' : '') + token.lower;
  }
  return phrase;
}

interface ListText {
  readonly tokens: readonly Token[];
  readonly rules: CreditRules;
}

function isListItem({ tokens, rules }: ListText, named: Named, before: readonly Named[]): boolean {
  if (isGenitive(tokens[named.next])) return false;
  if (named.shape !== 'single' || named.email !== null) return true;
  const follower = tokens[named.next];
  const isFollowedByNoun =
    follower?.kind === 'word' &&
    !rules.words.after_single.has(follower.lower) &&
    follower.line === lineOf(tokens, named);
  if (isFollowedByNoun || follower?.kind === 'number') return false;
  return (
    before.length === 0 || before.some((person) => person.shape === 'single') || isJoinedByWord(tokens, named)
  );
}

const lineOf = (tokens: readonly Token[], named: Named): number | undefined => tokens[named.next - 1]?.line;

function isJoinedByWord(tokens: readonly Token[], named: Named): boolean {
  return JOINING_WORDS.has(tokens[named.next - 2]?.lower ?? '');
}

const MAX_REMARKS = 5;

/** Passes over remarks in brackets and addresses after a name. */
export function skipRemarks(tokens: readonly Token[], at: number): number {
  let next = at;
  for (let count = 0; count < MAX_REMARKS && isMark(tokens[next], '(', '<', '['); count += 1) {
    const address = readAddress(tokens, next);
    const end = address?.next ?? closingBracket(tokens, next);
    if (end === null) return next;
    next = end;
  }
  return next;
}

/** Passes over "Dr." and "Mr" before a name. */
export function skipHonorific(tokens: readonly Token[], at: number, rules: CreditRules): number {
  if (!rules.words.honorific.has(tokens[at]?.lower ?? '')) return at;
  const next = isMark(tokens[at + 1], '.') ? at + 2 : at + 1;
  return isNameWord(tokens[next], rules) ? next : at;
}

/** Passes over a remark between a cue and the names that it announces: "testing by (at least) X". */
export function skipAside(tokens: readonly Token[], at: number): number {
  const end = isMark(tokens[at], '(') ? closingBracket(tokens, at) : null;
  if (end === null) return at;
  const isWords = tokens
    .slice(at + 1, end - 1)
    .every(({ kind, text }) => kind === 'word' && isLowerCased(text));
  return isWords ? end : at;
}

/** Who worked with those of a list: "Patch by X, with Y and Z.". */
export function readPartners(tokens: readonly Token[], at: number, rules: CreditRules): NameList {
  const start = isMark(tokens[at], ',') ? at + 1 : at;
  const nobody: NameList = { people: [], next: at };
  if (tokens[start]?.lower !== 'with') return nobody;
  const list = readNameList(tokens, start + 1, rules);
  const isSure = list.people.every(
    ({ shape, email }) => shape === 'full' || shape === 'self' || email !== null,
  );
  return isSure && isListClosed(tokens, list.next) ? list : nobody;
}

const isListClosed = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] === undefined || isMark(tokens[at], '.', ',', ';', ')');

const MAX_REMARK_TOKENS = 30;

/** The index after the bracket that closes the one at a token, else null. */
export function closingBracket(tokens: readonly Token[], at: number): number | null {
  const closer = isMark(tokens[at], '(') ? ')' : isMark(tokens[at], '[') ? ']' : '>';
  for (let next = at + 1; next < at + MAX_REMARK_TOKENS; next += 1) {
    if (tokens[next] === undefined) return null;
    if (isMark(tokens[next], closer)) return next + 1;
  }
  return null;
}

/** Passes over what joins two people; the same index where nothing does. */
function skipJoining(tokens: readonly Token[], at: number, rules: CreditRules): number {
  let next = at;
  if (isMark(tokens[next], ',', ';', '/')) next += 1;
  if (JOINING_WORDS.has(tokens[next]?.lower ?? '')) next += 1;
  else if (phraseOf(tokens, next, 3) === 'as well as') next += 3;
  else if (phraseOf(tokens, next, 2) === 'along with') next += 2;
  if (next === at) return at;
  if (isMark(tokens[next], ',')) next += 1;
  while (rules.words.after_joining.has(tokens[next]?.lower ?? '')) next += 1;
  if (isMark(tokens[next], ',')) next += 1;
  return next;
}

/** Whether a name may begin at a token, for callers that look for one at every token. */
export function beginsName(tokens: readonly Token[], at: number, rules: CreditRules): boolean {
  return isNameWord(tokens[at], rules) && !isNameWord(tokens[at - 1], rules);
}
