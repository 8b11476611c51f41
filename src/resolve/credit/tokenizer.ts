/** The smallest part of a message that the grammar knows. */
export interface Token {
  readonly kind: 'word' | 'email' | 'url' | 'number' | 'mark';
  readonly text: string;
  /** Lower-cased text, for looking words up. */
  readonly lower: string;
  /** Offsets into the message, in UTF-16 code units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Number of the line that the token stands on. */
  readonly line: number;
}

/** A stretch of a message, such as a line without its newline. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span that belongs to one line. */
export interface LineSpan extends Span {
  readonly line: number;
}

// Order matters: a URL holds words, an address holds words and dots. A word may hold dots between letters ("J.M."),
// apostrophes and hyphens, but does not end in one.
const TOKEN =
  /(?<url>\b(?:https?|git|ftp|svn|ssh):\/\/[^\s<>]+)|(?<email>[\p{L}\p{N}_.+=%[\]'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)|(?<number>#?\p{N}[\p{L}\p{N}._-]*)|(?<word>\p{L}[\p{L}\p{M}\p{N}_+]*(?:['’.-]+[\p{L}\p{N}][\p{L}\p{M}\p{N}_+]*)*)|(?<mark>[^\s])/gu;

const GENITIVE = /['’]s$/u;

/** Splits parts of a message into tokens; spans keep offsets into the whole message. */
export function tokenize(message: string, lines: readonly LineSpan[]): Token[] {
  const tokens: Token[] = [];
  for (const { start, end, line } of lines) {
    for (const match of message.slice(start, end).matchAll(TOKEN)) {
      const [text] = match;
      const at = start + match.index;
      const kind = kindOf(match.groups);
      if (kind === 'word' && GENITIVE.test(text)) {
        tokens.push(makeToken('word', text.slice(0, -2), at, line));
        tokens.push(makeToken('mark', text.slice(-2), at + text.length - 2, line));
      } else tokens.push(makeToken(kind, text, at, line));
    }
  }
  return tokens;
}

function makeToken(kind: Token['kind'], text: string, start: number, line: number): Token {
  return { kind, text, lower: text.toLowerCase(), start, end: start + text.length, line };
}

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] {
  if (groups?.['word'] !== undefined) return 'word';
  if (groups?.['mark'] !== undefined) return 'mark';
  if (groups?.['email'] !== undefined) return 'email';
  if (groups?.['number'] !== undefined) return 'number';
  return 'url';
}

/** Whether a token is the genitive ending that `tokenize` splits off a word. */
export function isGenitive(token: Token | undefined): boolean {
  return token?.kind === 'mark' && GENITIVE.test(token.text);
}

/** Whether a token is one of the given punctuation marks. */
export function isMark(token: Token | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}
