import { createHash } from 'node:crypto';
import type { Forgotten } from './config/people.ts';
import { comparableName } from './name.ts';
import { noreplyAccount } from './noreply.ts';

/** Puts pseudonyms where people stand who asked to be forgotten; whatever names nobody of them stays as it is. */
export interface Redactor {
  /** A name and address that belong together. */
  readonly person: (name: string, email: string) => readonly [string, string];
  /** Any text, such as a commit message or a document. */
  readonly text: (text: string) => string;
  /** Who stands behind an account that any of its signs tells; null for somebody who was not forgotten. */
  readonly account: (signs: AccountSigns) => ForgottenAccount | null;
}

/** By what GitHub tells accounts apart. */
export interface AccountSigns {
  /** Id of the node. */
  readonly id?: string | undefined;
  readonly number?: number | undefined;
  readonly login?: string | undefined;
}

/** What is left of an account; all accounts of one person become one. */
export interface ForgottenAccount {
  /** In the place of the login and the id of the node. */
  readonly pseudonym: string;
  /** In the place of the number; negative, which GitHub's are not. */
  readonly number: number;
}

/** One thing to recognise of a forgotten person. */
export type Trait =
  | { readonly kind: 'name' | 'email' | 'login'; readonly text: string }
  /** The id of an account's node, and its number. */
  | { readonly kind: 'account' | 'number'; readonly text: string }
  | { readonly kind: 'identity'; readonly name: string; readonly email: string };

/** Longest name that is looked for in texts. */
const MOST_WORDS = 6;
const MOST_CACHED = 100_000;
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}'’._+-]*`;
const TOKEN = new RegExp(String.raw`[^\s<>()[\]",;:@\\]+@[^\s<>()[\]",;:@\\]+|${WORD}`, 'gu');
const TRAILING = /(?:['’]s)?[.'’_+-]*$/u;
/** What stands before a login that means an account even where the word means other things too. */
const BEFORE_LOGIN = /(?:@|\bgithub\.com\/)$/iu;
/** What stands before the number of an account in the address of its picture. */
const BEFORE_NUMBER = /githubusercontent\.com\/u\/$/iu;
const LONGEST_BEFORE = 32;

/** The hashes by which a person is recognised later, without saying who it is; sorted, each once. */
export function hashTraits(salt: string, traits: readonly Trait[]): readonly string[] {
  const hash = makeHash(salt);
  const hashes = traits.flatMap((trait) => {
    if (trait.kind === 'identity') return [hash('identity', identityKey(trait.name, trait.email))];
    const text = comparableName(trait.text);
    if (trait.kind === 'account') return [hash('account', trait.text)];
    if (trait.kind !== 'name') return [hash(trait.kind, text)];
    // The first word alone is marked too, so that of a long text only few places need a closer look.
    return [hash('name', text), hash('first', text.split(' ')[0] ?? '')];
  });
  return [...new Set(hashes)].sort();
}

/** A name for somebody without one: two capitalised words, so that it reads as a name wherever names are read. */
export function pseudonymOf(salt: string, hashes: readonly string[]): string {
  const digest = createHash('sha256').update(`${salt}\0${hashes.join()}`).digest();
  const letters = [...digest.subarray(0, 8)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `Forgotten ${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

/** Makes the filter for the people of a file; null where nobody was forgotten. */
export function makeRedactor(forgotten: Forgotten): Redactor | null {
  const pseudonyms = new Map(
    forgotten.people.flatMap(({ pseudonym, hashes }) => hashes.map((hash) => [hash, pseudonym] as const)),
  );
  if (pseudonyms.size === 0) return null;
  const hash = makeHash(forgotten.salt);
  const find: Find = cached((kind, text) => pseudonyms.get(hash(kind, text)));
  return {
    person: (name, email) => {
      const pseudonym =
        find('identity', identityKey(name, email)) ??
        (email === '' ? undefined : findEmail(email, find)) ??
        (name === '' ? undefined : find('name', comparableName(name)));
      return pseudonym === undefined ? [name, email] : [pseudonym, ''];
    },
    text: (text) => redactText(text, find),
    account: ({ id, number, login }) => {
      const pseudonym =
        (id === undefined ? undefined : find('account', id)) ??
        (number === undefined ? undefined : find('number', String(number))) ??
        (login === undefined ? undefined : findLogin(login, find));
      return pseudonym === undefined ? null : { pseudonym, number: numberOf(pseudonym) };
    },
  };
}

/** Digits of a hash that a number holds exactly. */
const NUMBER_DIGITS = 12;

function numberOf(pseudonym: string): number {
  const digits = createHash('sha256').update(pseudonym).digest('hex').slice(0, NUMBER_DIGITS);
  return -Number.parseInt(digits, 16);
}

/** By the address itself, or by the account that GitHub made it for. */
function findEmail(email: string, find: Find): string | undefined {
  const address = comparableName(email);
  const account = noreplyAccount(address);
  return (
    find('email', address) ??
    (account?.accountId ? find('number', account.accountId) : undefined) ??
    (account === null ? undefined : findLogin(account.login, find))
  );
}

/** As a name where it is known from somewhere else than GitHub. */
function findLogin(login: string, find: Find): string | undefined {
  const text = comparableName(login);
  return find('login', text) ?? find('name', text);
}

type Kind = Trait['kind'] | 'first';
/** The pseudonym of whoever is recognised by a text in comparable form. */
type Find = (kind: Kind, text: string) => string | undefined;

function makeHash(salt: string): (kind: Kind, text: string) => string {
  return (kind, text) => createHash('sha256').update(`${salt}\0${kind}\0${text}`).digest('hex').slice(0, 32);
}

/** The same words come again and again, and hashing them is what takes time. */
function cached(find: Find): Find {
  const known = new Map<string, string | undefined>();
  return (kind, text) => {
    const key = `${kind} ${text}`;
    if (known.has(key)) return known.get(key);
    if (known.size >= MOST_CACHED) known.clear();
    const found = find(kind, text);
    known.set(key, found);
    return found;
  };
}

function identityKey(name: string, email: string): string {
  return `${comparableName(name)} <${comparableName(email)}>`;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly pseudonym: string;
}

function redactText(text: string, find: Find): string {
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
    const span = spanAt(text, tokens, index, find);
    if (span === undefined) continue;
    spans.push(span);
    while ((tokens[index + 1]?.index ?? text.length) < span.end) index += 1;
  }
  return spans;
}

function spanAt(
  text: string,
  tokens: readonly RegExpExecArray[],
  index: number,
  find: Find,
): Span | undefined {
  const first = tokens[index];
  if (first === undefined) return undefined;
  const start = first.index;
  if (first[0].includes('@')) {
    const address = first[0].replace(/[.'’]+$/u, '');
    const pseudonym = findEmail(address, find);
    return pseudonym === undefined ? undefined : { start, end: start + address.length, pseudonym };
  }
  return accountSpan(text, first, find) ?? nameSpan(text, tokens, index, find);
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

function nameSpan(
  text: string,
  tokens: readonly RegExpExecArray[],
  index: number,
  find: Find,
): Span | undefined {
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
