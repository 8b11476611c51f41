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
// apostrophes and hyphens, but does not end in one. An address is tried for only where its characters begin.
const TOKEN =
  /(\b(?:https?|git|ftp|svn|ssh):\/\/[^\s<>]+)|((?<![\p{L}\p{N}_.+=%[\]'-])[\p{L}\p{N}_.+=%[\]'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)|(#?\p{N}[\p{L}\p{N}._-]*)|(\p{L}[\p{L}\p{M}\p{N}_+]*(?:['’.-]+[\p{L}\p{N}][\p{L}\p{M}\p{N}_+]*)*)|([^\s])/gu;
/** The same for lines without addresses and URLs, which are nine in ten; trying for an address at every word is dear. */
const PLAIN_TOKEN =
  /(#?\p{N}[\p{L}\p{N}._-]*)|(\p{L}[\p{L}\p{M}\p{N}_+]*(?:['’.-]+[\p{L}\p{N}][\p{L}\p{M}\p{N}_+]*)*)|([^\s])/gu;
const KINDS = ['url', 'email', 'number', 'word', 'mark'] as const;
const PLAIN_KINDS = ['number', 'word', 'mark'] as const;

/** Splits parts of a message into tokens; spans keep offsets into the whole message. */
export function tokenize(message: string, lines: readonly LineSpan[]): Token[] {
  const tokens: Token[] = [];
  for (const span of lines) {
    const text = message.slice(span.start, span.end);
    const isPlain = !text.includes('@') && !text.includes('://');
    if (isPlain) readTokens(tokens, text, span, PLAIN_TOKEN, PLAIN_KINDS);
    else readTokens(tokens, text, span, TOKEN, KINDS);
  }
  return tokens;
}

function readTokens(
  tokens: Token[],
  line: string,
  span: LineSpan,
  pattern: RegExp,
  kinds: readonly Token['kind'][],
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    const text = match[0];
    const at = span.start + match.index;
    const group = match.findIndex((captured, index) => index > 0 && captured !== undefined);
    const kind = kinds[group - 1] ?? 'mark';
    if (kind === 'word' && text.endsWith('s') && GENITIVE.test(text)) {
      tokens.push(makeToken('word', text.slice(0, -2), at, span.line));
      tokens.push(makeToken('mark', text.slice(-2), at + text.length - 2, span.line));
    } else tokens.push(makeToken(kind, text, at, span.line));
  }
}

const GENITIVE = /['’]s$/u;

function makeToken(kind: Token['kind'], text: string, start: number, line: number): Token {
  return { kind, text, lower: text.toLowerCase(), start, end: start + text.length, line };
}

/** Whether a token is the genitive ending that `tokenize` splits off a word. */
export function isGenitive(token: Token | undefined): boolean {
  return token?.kind === 'mark' && GENITIVE.test(token.text);
}

/** Whether a token is one of the given punctuation marks. */
export function isMark(token: Token | undefined, ...marks: readonly string[]): boolean {
  return token?.kind === 'mark' && marks.includes(token.text);
}
