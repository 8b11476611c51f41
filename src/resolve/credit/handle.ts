import { readMachine } from './list.ts';
import { isLowerCased } from './name-word.ts';
import type { Named } from './names.ts';
import type { CreditRules } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

const MIN_HANDLE_LETTERS = 4;
/** Hashes, and files of tests such as "t5516". */
const NO_HANDLE = /^(?:[0-9a-f]{7,}|t(?:est)?\d+)$/u;

/**
 * Reads a word in small letters as a name: a handle at the end of a sentence or before "at", or a given name before an
 * initial ("vignesh C"). For places where a person is expected.
 */
export function readHandle(tokens: readonly Token[], at: number, rules: CreditRules): Named | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || !isLowerCased(token.text) || token.text.length < MIN_HANDLE_LETTERS)
    return null;
  if (
    rules.namelessWords.has(token.lower) ||
    rules.words.article.has(token.lower) ||
    rules.words.pre.has(token.lower)
  )
    return null;
  if (
    readMachine(tokens, at, rules) !== null ||
    NO_HANDLE.test(token.text) ||
    /[_.()-]|ing$|ed$|s$/u.test(token.text) ||
    ABSTRACT.test(token.text) ||
    INDEFINITE.has(tokens[at - 1]?.lower ?? '')
  )
    return null;
  const follower = tokens[at + 1];
  const initial =
    follower?.kind === 'word' && /^\p{Lu}$/u.test(follower.text) && follower.line === token.line;
  if (initial)
    return {
      ...handleOf(token, at),
      name: `${token.text} ${follower.text}`,
      shape: 'full',
      end: follower.end,
      next: at + 2,
    };
  if (
    !isHandleEnd(tokens, at + 1, rules) ||
    isOfThing(tokens, at, rules) ||
    tokens.slice(Math.max(0, at - 12), at).some((before) => before.lower === 'buildfarm')
  )
    return null;
  return handleOf(token, at);
}

/** "improve the problem by configuration", "identified by a relfilenode". */
const ABSTRACT = /(?:tion|sion|ity|ment|ness|ance|ence)$/u;
const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an']);

/** What programs and machines do: "a message reported by libxml2", "exhibited today by prion". */
const OF_THINGS: ReadonlySet<string> = new Set(['message', 'messages', 'warning', 'warnings', 'exhibited']);
const MAX_WORDS_TO_THING = 4;

/** Whether a word is about a program or machine: it is what shows something, or goes on with "which", not "who". */
function isOfThing(tokens: readonly Token[], at: number, rules: CreditRules): boolean {
  if (isMark(tokens[at + 1], ',') && tokens[at + 2]?.lower === 'which') return true;
  if (isMark(tokens[at + 1], ',') && rules.words.article.has(tokens[at + 2]?.lower ?? '')) {
    // "skink, our valgrind animal"
    for (let next = at + 3; next <= at + 2 + MAX_WORDS_TO_THING; next += 1)
      if (readMachine(tokens, next, rules) !== null) return true;
  }
  return tokens.slice(Math.max(0, at - MAX_WORDS_TO_THING), at).some(({ lower }) => OF_THINGS.has(lower));
}

const handleOf = (token: Token, at: number): Named => ({
  name: token.text,
  email: null,
  shape: 'handle',
  start: token.start,
  end: token.end,
  next: at + 1,
});

const isHandleEnd = (tokens: readonly Token[], at: number, rules: CreditRules): boolean =>
  tokens[at] === undefined ||
  isMark(tokens[at], '.', ')', ',') ||
  tokens[at]?.lower === 'at' ||
  (tokens[at]?.lower === 'on' && rules.words.platform.has(tokens[at + 1]?.lower ?? ''));
