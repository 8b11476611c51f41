import {
  beginsUnusualName,
  type Cursor,
  isGivenName,
  isInitial,
  isLastWord,
  isLowerCased,
  isNameWord,
} from './name-word.ts';
import type { CreditRules } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

/** Somebody named in a message, before it is known who that is. */
export interface Named {
  /** The name as written, without address, in one line; empty where only an address stands. */
  readonly name: string;
  readonly email: string | null;
  /** `full` has two words or more, `self` is the committer ("me"). */
  readonly shape: 'full' | 'single' | 'handle' | 'address' | 'self';
  /** Offsets into the message. */
  readonly start: number;
  readonly end: number;
  /** Index of the token after the name. */
  readonly next: number;
}

const MAX_WORDS = 6;
/** A name goes on over the end of a line only where the line was full, so that its next word had no room. */
const WRAP_COLUMN = 62;
const INITIALS = /^\p{Lu}(?:\.\p{Lu})*$/u;
const isUpperCased = (text: string): boolean =>
  text.length > 1 && text.toUpperCase() === text && text.toLowerCase() !== text;

/**
 * Reads a name that begins at a token: two to six words with capitals, with particles, initials and a nickname between
 * them, or one such word, each with or without an address; or an address alone; or a word for the committer.
 */
export function readName(tokens: readonly Token[], at: number, rules: CreditRules): Named | null {
  const cursor = { tokens, rules };
  const first = tokens[at];
  if (first === undefined) return null;
  if (rules.words.self.has(first.lower)) return makeNamed(cursor, { at, end: at + 1, shape: 'self' });
  const handle = tokens[at + 1];
  if (isMark(first, '@') && handle?.kind === 'word' && handle.start === first.end) {
    const { text, end } = handle;
    return { name: text, email: null, shape: 'handle', start: first.start, end, next: at + 2 };
  }
  const address = readAddress(tokens, at);
  if (address !== null && address.email !== null) {
    return {
      name: '',
      email: address.email,
      shape: 'address',
      start: first.start,
      end: address.end,
      next: address.next,
    };
  }
  const end = endOfWords(cursor, at);
  if (end === at) return null;
  const words = tokens.slice(at, end).filter((token) => token.kind === 'word');
  const named = makeNamed(cursor, { at, end, shape: words.length > 1 ? 'full' : 'single' });
  if (isOfSeveral(words, named, rules)) return null;
  return isPlausible(words, named) && !(words.length === 1 && isPath(tokens, end)) ? named : null;
}

const FEWEST_WORDS_OF_SEVERAL = 5;

/** "Tom Lane Todd A. Cook" is two people without the comma; names as long as that have particles. */
function isOfSeveral(words: readonly Token[], { email }: Named, rules: CreditRules): boolean {
  const isLong = email === null && words.length >= FEWEST_WORDS_OF_SEVERAL;
  return (
    isLong && !words.some(({ lower }) => rules.words.particle.has(lower) || rules.words.suffix.has(lower))
  );
}

/** The owner in "pull request #7 from owner/branch"; people joined by a stroke have capitals on both sides. */
const isPath = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens[at], '/') &&
  tokens[at]?.start === tokens[at - 1]?.end &&
  isLowerCased(tokens[at + 1]?.text ?? '');

function isPlausible(words: readonly Token[], named: Named): boolean {
  if (named.name.length > LONGEST_NAME) return false;
  if (named.email !== null) return true;
  if (words.length > 1) return words.some((word) => !isUpperCased(word.text) && word.text.length > 1);
  const text = words[0]?.text ?? '';
  return text.length > 1 && !isUpperCased(text) && !looksLikeCode(text);
}

const MAX_HUMPS = 2;

/** File names ("tqual.c") and names of functions ("ReorderBufferCleanup", "PQconnect") are not people. */
function looksLikeCode(text: string): boolean {
  if (text.includes('.') || /^\p{Lu}{2,}\p{Ll}/u.test(text)) return true;
  return (text.match(/\p{Ll}\p{Lu}/gu) ?? []).length >= MAX_HUMPS;
}

function endOfWords(cursor: Cursor, at: number): number {
  const { tokens, rules } = cursor;
  if (!(isNameWord(tokens[at], rules) || beginsUnusualName(cursor, at)) || isCall(tokens, at)) return at;
  let end = afterWord(cursor, at);
  for (let count = 1; count < MAX_WORDS; count += 1) {
    const next = nextWordEnd(cursor, end);
    if (next === null) break;
    end = next;
  }
  return end;
}

/** The end of a name's next part: a word, particles and a word, a nickname in quotes, or a suffix. */
function nextWordEnd(cursor: Cursor, at: number): number | null {
  const { tokens, rules } = cursor;
  if (!isSameRun(tokens, at)) return null;
  const token = tokens[at];
  if (isMark(token, '"', "'", '“', '(') && isMark(tokens[at + 2], '"', "'", '”', ')')) {
    const after = at + 3;
    const isNickname =
      tokens[at + 1]?.kind === 'word' && isNameWord(tokens[after], rules) && isSameRun(tokens, after);
    return isNickname ? afterWord(cursor, after) : null;
  }
  if (token?.kind === 'word' && rules.words.suffix.has(token.lower)) return afterWord(cursor, at);
  const word = afterParticles(cursor, at);
  if (word > at && isNameWord(tokens[word], rules) && isSameRun(tokens, word)) return afterWord(cursor, word);
  if (isCall(tokens, at)) return null;
  const isPart =
    isNameWord(token, rules) || isInitial(cursor, at) || isGivenName(cursor, at) || isLastWord(cursor, at);
  return isPart ? afterWord(cursor, at) : null;
}

const MAX_PARTICLES = 3;

/** Passes over "van der" and "St.". */
function afterParticles({ tokens, rules }: Cursor, at: number): number {
  let word = at;
  while (rules.words.particle.has(tokens[word]?.lower ?? '') && word < at + MAX_PARTICLES)
    word += isMark(tokens[word + 1], '.') && tokens[word]?.lower === 'st' ? 2 : 1;
  return word;
}

/** A word right before "(" or "[" is a function or a file, not a name. */
const isCall = (tokens: readonly Token[], at: number): boolean =>
  isMark(tokens[at + 1], '(', '[') && tokens[at + 1]?.start === tokens[at]?.end;

/** A full stop belongs to initials ("J.M.") and suffixes when another word of the name may follow, or the sentence goes on. */
function afterWord(cursor: Cursor, at: number): number {
  const { tokens, rules } = cursor;
  const token = tokens[at];
  const dot = tokens[at + 1];
  if (token === undefined || !isMark(dot, '.') || dot?.start !== token.end) return at + 1;
  if (rules.words.suffix.has(token.lower)) return at + 2;
  const after = tokens[at + 2];
  const goesOn =
    after?.kind === 'word' &&
    (isLowerCased(after.text) ||
      isNameWord(after, rules) ||
      isInitial(cursor, at + 2) ||
      isLastWord(cursor, at + 2));
  return INITIALS.test(token.text) && goesOn ? at + 2 : at + 1;
}

/** Whether a token follows its predecessor in one name: on the same line, or on the next of a full line. */
export function isSameRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (token === undefined || previous === undefined || token.line === previous.line)
    return token !== undefined;
  return token.line === previous.line + 1 && reachesColumn(tokens, at - 1, WRAP_COLUMN - token.text.length);
}

/** Whether what stands on a token's line up to its end is so long. */
function reachesColumn(tokens: readonly Token[], at: number, column: number): boolean {
  const last = tokens[at];
  if (last === undefined) return false;
  let length = 0;
  for (let first = at; tokens[first]?.line === last.line && length < column; first -= 1)
    length = last.end - (tokens[first]?.start ?? 0);
  return length >= column;
}

function makeNamed(cursor: Cursor, parts: { at: number; end: number; shape: Named['shape'] }): Named {
  const { tokens } = cursor;
  const first = tokens[parts.at];
  const last = tokens[parts.end - 1];
  const address = readAddress(tokens, parts.end);
  return {
    name: withoutHonorific(withoutLastStop(joinWords(tokens.slice(parts.at, parts.end)))),
    email: address?.email ?? null,
    shape: parts.shape,
    start: first?.start ?? 0,
    end: address?.end ?? last?.end ?? 0,
    next: address?.next ?? parts.end,
  };
}

/** Without the full stop that ends a sentence, an initial or "Jr.": "Mike C. on bug #7" is "Mike C". */
const withoutLastStop = (name: string): string => name.replace(/\.(?<= (?:\p{Lu}|[JS]r|I+|IV)\.)$/u, '');

/** "Horiguchi-san" is Horiguchi. */
export const withoutHonorific = (name: string): string => name.replace(/-san$/u, '');

/** Longer text is nobody's name; putting its marks in order would take the square of its length. */
export const LONGEST_NAME = 500;

/** Joins tokens as they stood, with one space wherever there was any. */
export function joinWords(tokens: readonly Token[]): string {
  let text = '';
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    text += (token.start > end ? ' ' : '') + token.text;
    end = token.end;
  }
  return text.length > LONGEST_NAME ? text : text.normalize('NFC');
}

const MAX_BRACKET_TOKENS = 10;
const CLOSERS: Readonly<Record<string, string>> = { '<': '>', '(': ')', '[': ']' };

/** Reads an address, bare or in brackets; what stands in pointed brackets without being one is dropped. */
export function readAddress(
  tokens: readonly Token[],
  at: number,
): { readonly email: string | null; readonly end: number; readonly next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'email') return { email: token.text, end: token.end, next: at + 1 };
  const closer = token.kind === 'mark' ? CLOSERS[token.text] : undefined;
  if (closer === undefined) return null;
  for (let next = at + 1; next < at + MAX_BRACKET_TOKENS; next += 1) {
    const inner = tokens[next];
    if (inner === undefined) return null;
    if (!isMark(inner, closer)) continue;
    const email = next === at + 2 && tokens[at + 1]?.kind === 'email' ? (tokens[at + 1]?.text ?? null) : null;
    return email !== null || token.text === '<' ? { email, end: inner.end, next: next + 1 } : null;
  }
  return null;
}

const MAX_GIVEN_WORDS = 2;

/** Whether two neighbours of a list are one person written "Lane, Tom <tom.lane@...>". */
export function isInverted(family: Named, given: Named): boolean {
  if (family.email !== null || given.email === null || family.shape !== 'single') return false;
  const isShort = given.name.split(' ').length <= MAX_GIVEN_WORDS && given.name !== '';
  return isShort && given.email.toLowerCase().split('@')[0]?.includes(family.name.toLowerCase()) === true;
}

/** The one person of two neighbours that `isInverted` takes for one. */
export function joinInverted(family: Named, given: Named): Named {
  return { ...given, name: `${given.name} ${family.name}`, shape: 'full', start: family.start };
}
