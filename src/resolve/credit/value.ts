import { readMachine, skipHonorific, skipRemarks } from './list.ts';
import { isGivenName, isLowerCased } from './name-word.ts';
import { isInverted, joinInverted, joinWords, type Named, readAddress } from './names.ts';
import { agentNamed, isAgent, isPersonName } from './person-name.ts';
import type { CreditRules } from './rules.ts';
import { isMark, type LineSpan, type Token, tokenize } from './tokenizer.ts';
import { latinRemark, nameOf } from './value-name.ts';

/** A person in a trailer's value. */
export interface ValuePerson {
  readonly named: Named;
  readonly isAgent: boolean;
}

/** The people whom a trailer's value names. */
export interface ValueReading {
  readonly people: readonly ValuePerson[];
  /** The rest of the value from where it stops being a list of people, as one line, else null. */
  readonly prose: readonly Token[] | null;
  /** Whether the value is people and nothing else. */
  readonly isWhole: boolean;
}

/**
 * Reads the value of a trailer: people separated by commas, semicolons or "and", each with remarks in brackets and an
 * address that are dropped from the name. Commas inside quotes and brackets separate nothing.
 */
export function readPeople(message: string, lines: readonly LineSpan[], rules: CreditRules): ValueReading {
  const tokens = tokenize(message, lines);
  const lastOf = new Map(tokens.map(({ text }, index) => [text, index]));
  const people: ValuePerson[] = [];
  let isWhole = true;
  let isAfterMachine = false;
  for (let at = 0; at < tokens.length; ) {
    at = skipRepeatedKey(tokens, at, rules);
    const end = endOfItem(tokens, at, lastOf);
    const isOfAgent = isOfMachine(tokens, { at, end, rules });
    const cue = isOfAgent ? null : findCue(tokens, at, end, rules);
    // "BF animals prairiedog and skink": the second is no person either.
    isAfterMachine =
      (!isOfAgent && readMachine(tokens, at, rules) !== null) ||
      (isAfterMachine && end === at + 1 && isLowerCased(tokens[at]?.text ?? ''));
    const person = isAfterMachine ? null : readItem(tokens, { at, end: cue ?? end, rules });
    if (person !== null) people.push(person);
    else if (!isAfterMachine && end > at) isWhole = false;
    if (cue !== null) {
      const prose = tokens.slice(cue).map((token) => ({ ...token, line: 0 }));
      return { people, prose, isWhole: false };
    }
    at = skipSeparators(tokens, end);
  }
  return { people: mergeInverted(people, message), prose: null, isWhole };
}

/** "Author: Author: X". */
function skipRepeatedKey(tokens: readonly Token[], at: number, rules: CreditRules): number {
  return isMark(tokens[at + 1], ':') && rules.namelessWords.has(tokens[at]?.lower ?? '') ? at + 2 : at;
}

/** The end of an item: a separator outside of quotes and brackets; `lastOf` says where each text stands last. */
function endOfItem(tokens: readonly Token[], at: number, lastOf: ReadonlyMap<string, number>): number {
  let closer: string | null = null;
  for (let next = at; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (closer !== null) {
      if (token.text === closer) closer = null;
    } else if (isOpener(token) && (lastOf.get(closerOf(token.text)) ?? 0) > next)
      closer = closerOf(token.text);
    else if (isSeparator(token) || endsSentence(tokens, next, at)) return next;
  }
  return tokens.length;
}

const closerOf = (mark: string): string => ({ '(': ')', '<': '>', '[': ']', '“': '”' })[mark] ?? mark;

const isOpener = (token: Token): boolean => isMark(token, '"', '“', '(', '<', '[');

const INITIALS = /(?:^|[.-])\p{Lu}$/u;

/** A full stop that belongs to no initial ("F.X. Byron") and is not the first word's ("Dr. Byron"), with a new sentence after it. */
function endsSentence(tokens: readonly Token[], at: number, first: number): boolean {
  const before = tokens[at - 1];
  if (!isMark(tokens[at], '.') || before?.kind !== 'word' || tokens[at + 1]?.kind !== 'word') return false;
  if (INITIALS.test(before.text) || (at === first + 1 && !isLowerCased(before.text))) return false;
  return before.text.length > 2 && (tokens[at + 1]?.start ?? 0) > (tokens[at]?.end ?? 0);
}

function isSeparator(token: Token): boolean {
  return isMark(token, ',', ';', '&', '/', '+') || (token.kind === 'word' && token.lower === 'and');
}

function skipSeparators(tokens: readonly Token[], at: number): number {
  let next = at;
  for (
    let token = tokens[next];
    token !== undefined && (isSeparator(token) || isMark(token, '.'));
    token = tokens[next]
  )
    next += 1;
  return next;
}

/** Where an item turns into prose: a head of a phrase followed by "by" or "from" ("X, reviewed by Y"). */
function findCue(tokens: readonly Token[], at: number, end: number, rules: CreditRules): number | null {
  for (let next = at; next < Math.min(tokens.length - 1, end + 1); next += 1) {
    const lower = tokens[next]?.lower ?? '';
    if (tokens[next]?.kind !== 'word' || isGivenName({ tokens, rules }, next)) continue;
    const isHead =
      rules.roles.verb.has(lower) || rules.roles.noun.has(lower) || rules.words.article.has(lower);
    const isFollowed = tokens
      .slice(next + 1, next + 6)
      .some((token) => token.lower === 'by' || token.lower === 'from');
    if ((isHead && isFollowed) || rules.words.value_cue.has(lower) || (next === at && isAdverb(tokens, at)))
      return next;
  }
  return null;
}

/** "Author: X. Heavily reworked by Y"; before another capital it is a name, as in "Kelly Byron". */
const isAdverb = (tokens: readonly Token[], at: number): boolean => {
  const [token, next] = [tokens[at], tokens[at + 1]];
  const isPhrase = next?.kind === 'word' && isLowerCased(next.text) && next.lower !== 'on';
  return token?.lower.endsWith('ly') === true && (isLowerCased(token.text) || isPhrase);
};

/** Machines have names such as "Copilot Autofix powered by AI", in which nothing turns into prose. */
function isOfMachine(tokens: readonly Token[], { at, end, rules }: Item): boolean {
  if (agentNamed(joinWords(tokens.slice(at, end)), rules) !== undefined) return true;
  const email = findAddress(tokens, at, end)?.email?.toLowerCase();
  return email !== undefined && (rules.words.agent.has(email) || isMachineAddress(email, rules));
}

interface Item {
  readonly at: number;
  readonly end: number;
  readonly rules: CreditRules;
}

function readItem(tokens: readonly Token[], item: Item): ValuePerson | null {
  const { rules } = item;
  const at = skipLeading(tokens, item);
  const first = tokens[at];
  if (first === undefined || at >= item.end) return null;
  if (readMachine(tokens, at, rules) !== null && !isOfMachine(tokens, item)) return null;
  let end = at;
  while (
    end < item.end &&
    !isMark(tokens[end], '<', '(', '[') &&
    !isModel(tokens, end, rules) &&
    tokens[end]?.kind !== 'email'
  )
    end += 1;
  const words = trimMarks(tokens.slice(at, end));
  const address = findAddress(tokens, end, item.end);
  const last = words.at(-1);
  if (words.length === 0 && address?.email == null) return null;
  const isByGivenName = isGivenName({ tokens, rules }, at);
  if (address?.email != null && !isByGivenName && isMachineAddress(address.email, rules)) return null;
  if (!isPersonName(words, address?.email ?? null, rules)) return null;
  const isSelf = words.length === 1 && rules.words.self.has(words[0]?.lower ?? '');
  const named: Named = {
    name: isSelf ? (words[0]?.text ?? '') : nameOf(words, latinRemark(tokens, end)),
    email: address?.email ?? null,
    shape: isSelf ? 'self' : shapeOf(words),
    start: words[0]?.start ?? first.start,
    end: address?.end ?? last?.end ?? first.end,
    next: item.end,
  };
  return { named, isAgent: isAgent(named, rules) };
}

function skipLeading(tokens: readonly Token[], item: Item): number {
  let at = item.at;
  while (
    at < item.end &&
    (isMark(tokens[at], '-', '*', '@', ':') || (isMark(tokens[at], '(') && skipRemarks(tokens, at) === at))
  )
    at += 1;
  return skipHonorific(tokens, at, item.rules);
}

const isMachineAddress = (email: string, rules: CreditRules): boolean =>
  !rules.words.agent.has(email.toLowerCase()) &&
  (rules.words.machine.has(email.split(/[@+]/u)[0]?.toLowerCase() ?? '') || /\[bot\]@/u.test(email));

function findAddress(tokens: readonly Token[], from: number, end: number): ReturnType<typeof readAddress> {
  for (let at = from; at < end; at += 1) {
    const address = readAddress(tokens, at);
    if (address?.email != null && !MESSAGE_ID.test(address.email)) return address;
  }
  return null;
}

/** Message ids of mails look like addresses; nobody is called so. */
const MESSAGE_ID = /^(?:\d{8,}[.-]|[\w+/=%$.-]*[%$]|[\w.+-]{40,}@|\d+\.\d{6,}@)/u;

function trimMarks(tokens: readonly Token[]): Token[] {
  let end = tokens.length;
  while (end > 0 && isMark(tokens[end - 1], '.', ':', '-', '!', '*') && !isMark(tokens[end - 1], '"'))
    end -= 1;
  return tokens.slice(0, end);
}

function shapeOf(words: readonly Token[]): Named['shape'] {
  const count = words.filter((token) => token.kind === 'word').length;
  if (count === 0) return 'address';
  return count > 1 ? 'full' : 'single';
}

/** "Claude:claude-opus" is an agent and its model. */
const isModel = (tokens: readonly Token[], at: number, rules: CreditRules): boolean =>
  isMark(tokens[at], ':') && rules.agentAddresses.has(tokens[at - 1]?.lower ?? '');

/**
 * "Lane, Tom <tom.lane@...>" is one person: the address begins with the first part, which has none of its own. So is
 * "Lane, Tom" where a value is nothing else: nobody thanks two people by one word each.
 */
function mergeInverted(people: readonly ValuePerson[], message: string): ValuePerson[] {
  const merged: ValuePerson[] = [];
  for (const person of people) {
    const previous = merged.at(-1);
    const isOne =
      previous !== undefined &&
      (isInverted(previous.named, person.named) ||
        (people.length === 2 && areWordsOfOne(previous.named, person.named, message)));
    if (isOne) merged[merged.length - 1] = { ...person, named: joinInverted(previous.named, person.named) };
    else merged.push(person);
  }
  return merged;
}

const areWordsOfOne = (family: Named, given: Named, message: string): boolean =>
  family.shape === 'single' &&
  given.shape === 'single' &&
  family.email === null &&
  [family, given].every(({ name }) => /^\p{Lu}\p{Ll}/u.test(name)) &&
  message.slice(family.end, given.start).trim() === ',';
