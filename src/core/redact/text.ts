import { comparableName } from '../name.ts';
import { type Find, findEmail, findLogin } from './find.ts';

/** Longest name that is looked for in texts. */
const MOST_WORDS = 6;
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}'’._+-]*`;
const TOKEN = new RegExp(String.raw`[^\s<>()[\]",;:@\\]+@[^\s<>()[\]",;:@\\]+|${WORD}`, 'gu');
const TRAILING = /(?:['’]s)?[.'’_+-]*$/u;
/** What stands before a login that means an account even where the word means other things too. */
const BEFORE_LOGIN = /(?:@|\bgithub\.com\/)$/iu;
/** What stands before the number of an account in the address of its picture. */
const BEFORE_NUMBER = /githubusercontent\.com\/u\/$/iu;
const LONGEST_BEFORE = 32;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly pseudonym: string;
}

/** A text under search, split into words and addresses. */
interface Searched {
  readonly text: string;
  readonly tokens: readonly RegExpExecArray[];
  readonly find: Find;
}

/** Puts pseudonyms where forgotten people stand in a text. */
export function redactText(text: string, find: Find): string {
  const spans = findSpans(text, find);
  if (spans.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end, pseudonym } of spans) {
    result += `${text.slice(at, start)}${pseudonym}`;
    at = end;
  }
  return withoutAddresses(`${result}${text.slice(at)}`, [
    ...new Set(spans.map(({ pseudonym }) => pseudonym)),
  ]);
}

function findSpans(text: string, find: Find): readonly Span[] {
  const tokens = [...text.matchAll(TOKEN)];
  const spans: Span[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const span = spanAt({ text, tokens, find }, index);
    if (span === undefined) continue;
    spans.push(span);
    while ((tokens[index + 1]?.index ?? text.length) < span.end) index += 1;
  }
  return spans;
}

function spanAt(searched: Searched, index: number): Span | undefined {
  const { text, tokens, find } = searched;
  const first = tokens[index];
  if (first === undefined) return undefined;
  const start = first.index;
  if (first[0].includes('@')) {
    const address = first[0].replace(/[.'’]+$/u, '');
    const pseudonym = findEmail(address, find);
    return pseudonym === undefined ? undefined : { start, end: start + address.length, pseudonym };
  }
  return accountSpan(text, first, find) ?? nameSpan(searched, index);
}

/** A login or a number where only an account can be meant, such as `@login`. */
function accountSpan(text: string, token: RegExpExecArray, find: Find): Span | undefined {
  const start = token.index;
  if (!/[@/]/.test(text.charAt(start - 1))) return undefined;
  const before = text.slice(Math.max(0, start - LONGEST_BEFORE), start);
  const word = token[0].replace(/\.png$/iu, '').replace(TRAILING, '');
  const pseudonym =
    (BEFORE_LOGIN.test(before) ? findLogin(word, find) : undefined) ??
    (BEFORE_NUMBER.test(before) ? find('number', word) : undefined);
  return pseudonym === undefined ? undefined : { start, end: start + word.length, pseudonym };
}

function nameSpan({ text, tokens, find }: Searched, index: number): Span | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  const start = first.index;
  if (find('first', comparableName(first[0].replace(TRAILING, ''))) === undefined) return undefined;
  for (let count = Math.min(MOST_WORDS, tokens.length - index); count > 0; count -= 1) {
    const last = tokens[index + count - 1];
    if (last === undefined) continue;
    const whole = text.slice(start, last.index + last[0].length);
    for (const phrase of new Set([whole, whole.replace(TRAILING, '')])) {
      const pseudonym = find('name', comparableName(phrase));
      if (pseudonym !== undefined) return { start, end: start + phrase.length, pseudonym };
    }
  }
  return undefined;
}

/** "Forgotten X <Forgotten X>" and "Ada <Forgotten X>" become "Forgotten X". */
function withoutAddresses(text: string, pseudonyms: readonly string[]): string {
  return pseudonyms.reduce((result, pseudonym) => {
    const name = String.raw`(?:${pseudonym}|(?:\p{Lu}[\p{L}\p{M}'’.-]*[^\S\n]+){1,5})?[^\S\n]*`;
    return result.replace(new RegExp(`${name}<${pseudonym}>`, 'gu'), pseudonym);
  }, text);
}
