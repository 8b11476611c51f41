import { LONGEST_NAME, type Named } from './names.ts';
import type { CreditRules } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

const MAX_NAME_WORDS = 7;
/** With initials, quotes and a platform. */
const MAX_NAME_TOKENS = 30;

/** In a trailer a name may be written in small letters or as a handle; beside an address it may be anything. */
export function isPersonName(words: readonly Token[], email: string | null, rules: CreditRules): boolean {
  if (words.length > MAX_NAME_TOKENS || lengthOf(words) > LONGEST_NAME) return false;
  const handle = withoutPlatform(words, rules);
  if (handle.length < words.length) return handle.length > 0 && isPersonName(handle, email, rules);
  const named = words.filter((token) => token.kind === 'word' || token.kind === 'number');
  if (words.some((token) => token.kind === 'url')) return false;
  if (email !== null) return named.length <= MAX_NAME_WORDS;
  if (named.length === 0 || named.length > MAX_NAME_WORDS || isPlainNumber(named[0])) return false;
  if (words.some((token) => isMark(token, '#', '=', '`', '{', '}', '|', '*', '?', ':', '!'))) return false;
  if (named.length === 1 && rules.words.self.has(named[0]?.lower ?? '')) return true;
  // "Author: X, stemming from work by Y" goes on with prose.
  if (named.length === 1 && /^\p{Ll}+ing$/u.test(named[0]?.text ?? '')) return false;
  return !named.some((token) => rules.words.stop.has(token.lower)) || isUnusualName(named, rules);
}

const lengthOf = (words: readonly Token[]): number => (words.at(-1)?.end ?? 0) - (words[0]?.start ?? 0);

/** "adab on github" is a handle and where somebody has it. */
function withoutPlatform(words: readonly Token[], rules: CreditRules): readonly Token[] {
  const isOn = words.at(-2)?.lower === 'on' && rules.words.platform.has(words.at(-1)?.lower ?? '');
  return isOn ? words.slice(0, -2) : words;
}

/** "Author: Ada Byron Discussion: ..." on one line. */
const isKeyWord = (word: string, { words, roles }: CreditRules): boolean =>
  words.decoy.has(word) || roles.thanks.has(word) || roles.title.has(word) || roles.key.has(word);

/**
 * Whether words that mean something else, too, are a name ("Dana How", "Paul A. Byron", "Till Byron"): all of them have
 * capitals, one is nothing but a name, and the first is no word such as "The".
 */
function isUnusualName(words: readonly Token[], rules: CreditRules): boolean {
  const [first, ...others] = words;
  const isName = (token: Token): boolean => !rules.words.stop.has(token.lower);
  if (first === undefined || !words.every(({ text }) => /^\p{Lu}[^_\d]*$/u.test(text))) return false;
  if (words.some(({ lower }) => rules.words.group.has(lower) || isKeyWord(lower, rules))) return false;
  const isFirst = isName(first) || rules.words.given.has(first.lower) || first.text.length === 1;
  return isFirst && [first, ...others].some((word) => isName(word) && /\p{Ll}/u.test(word.text));
}

/** A handle may begin with a digit; a number or a hash is none. */
const isPlainNumber = (token: Token | undefined): boolean =>
  token?.kind === 'number' && (/^#?[\d.-]+$/u.test(token.text) || /^[0-9a-f]{7,}$/u.test(token.text));

/** An agent is known by its address, never by a name that a person may have, such as Claude. */
export const isAgent = (named: Named, rules: CreditRules): boolean =>
  named.email === null
    ? agentNamed(named.name, rules) !== undefined
    : rules.words.agent.has(named.email.toLowerCase());

/** "Claude Opus 4.6" is Claude Opus, whatever the version. */
const withoutVersion = (name: string): string => name.toLowerCase().replace(/ v?\d[\w.-]*$/u, '');

/** The address of an agent with a name that no person has, such as two words or that of a machine. */
export function agentNamed(name: string, rules: CreditRules): string | undefined {
  const key = withoutVersion(name);
  return key.includes(' ') || rules.words.machine.has(key) ? rules.agentAddresses.get(key) : undefined;
}
