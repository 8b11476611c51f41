import type { CreditRules } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

/** What the parts of a name are read from. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly rules: CreditRules;
}

const LOWER_OR_CODE = /[_\p{N}]/u;

/** Whether a word may stand in a name: a capital letter, or a letter of a script without them. */
export function isNameWord(token: Token | undefined, rules: CreditRules): token is Token {
  if (token?.kind !== 'word' || isLowerCased(token.text)) return false;
  return !rules.namelessWords.has(token.lower) && !LOWER_OR_CODE.test(token.text);
}

const FIRST_NON_ASCII = 128;
const SMALL_A = 97;

/** Whether a word begins with a small letter of a script that has capitals. */
export function isLowerCased(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < FIRST_NON_ASCII) return code >= SMALL_A;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first.toLowerCase() === first && first.toUpperCase() !== first;
}

const TITLE_CASED = /^\p{Lu}\p{Ll}+$/u;
const INITIAL = /^\p{Lu}$/u;

/**
 * Whether a word that stands in no name elsewhere begins one here: "by Travis Byron", "and Per Byron", "by A. Byron". At
 * the beginning of a sentence a capital says nothing.
 */
export function beginsUnusualName({ tokens, rules }: Cursor, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  const isInside = before?.kind === 'word' ? isLowerCased(before.text) : isMark(before, ',', '/', '&');
  if (token?.kind !== 'word' || !isInside) return false;
  if (INITIAL.test(token.text) && isMark(tokens[at + 1], '.')) return isNextOfName(tokens, at + 2, rules);
  return isGivenName({ tokens, rules }, at);
}

/** Whether a word of other meanings, too, stands before a further word of a name: "Travis" is a machine only alone. */
export function isGivenName({ tokens, rules }: Cursor, at: number): boolean {
  const token = tokens[at];
  const isGiven =
    token?.kind === 'word' && rules.words.given.has(token.lower) && TITLE_CASED.test(token.text);
  return isGiven && isNextOfName(tokens, at + 1, rules);
}

const isNextOfName = (tokens: readonly Token[], at: number, rules: CreditRules): boolean =>
  isNameWord(tokens[at], rules) && tokens[at]?.line === tokens[at - 1]?.line;

/** "Todd A. Cook", "Todd A Cook", "Srinivasan S A,": an initial that is a word of its own elsewhere. */
export function isInitial({ tokens, rules }: Cursor, at: number): boolean {
  const [token, dot] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== 'word' || !INITIAL.test(token.text)) return false;
  if (isMark(dot, '.')) return isNameWord(tokens[at + 2], rules) || INITIAL.test(tokens[at + 2]?.text ?? '');
  return dot === undefined || isMark(dot, ',', ';', ')', '(', '<') || isNextOfName(tokens, at + 1, rules);
}

/** A word of other meanings, too, may end a name ("Paresh More"), where the sentence pauses after it. */
export function isLastWord({ tokens, rules }: Cursor, at: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  const before = tokens[isMark(tokens[at - 1], '.') ? at - 2 : at - 1];
  if (token?.kind !== 'word' || !TITLE_CASED.test(token.text) || before?.line !== token.line) return false;
  return (
    isNameWord(before, rules) &&
    rules.namelessWords.has(token.lower) &&
    !rules.words.group.has(token.lower) &&
    (after === undefined || isMark(after, ',', '.', ';'))
  );
}
