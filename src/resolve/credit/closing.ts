import { type FoundCredit, foundInProse } from './found.ts';
import { phraseOf, readNameList, readPartners } from './list.ts';
import { isSameRun, type Named } from './names.ts';
import type { Paragraph } from './reader.ts';
import type { CreditForm, CreditRules, RoleRule } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

const MAX_HANDLE_LINE_TOKENS = 2;

/**
 * Reads sentences and lines that are only names, and names that lead a sentence which goes on with who reviewed it. The
 * first such person is the author, those after are co-authors.
 */
export function readClosings(paragraph: Paragraph, rules: CreditRules): FoundCredit[] {
  const { tokens } = paragraph;
  const found: FoundCredit[] = [];
  for (const at of sentenceStarts(paragraph)) {
    if (isAnnounced(tokens, at, rules)) continue;
    const start = isDash(tokens[at]) ? skipDashes(tokens, at) : at;
    const list = readNameList(tokens, start, rules);
    if (list.people.length === 0) continue;
    const partners = readPartners(tokens, list.next, rules);
    const people = [...list.people, ...partners.people];
    const next = partners.people.length > 0 ? partners.next : list.next;
    const form = closingForm(paragraph, { at, start, people, next }, rules);
    if (form !== null) found.push(...authorsOf(people, form, rules));
  }
  return found;
}

const isDash = (token: Token | undefined): boolean => isMark(token, '-', '—', '–');

function skipDashes(tokens: readonly Token[], at: number): number {
  let next = at;
  while (isDash(tokens[next])) next += 1;
  return next;
}

const MAX_ANNOUNCEMENT = 20;

/** Whether names follow "Reviewers have included:", which says what they did. */
function isAnnounced(tokens: readonly Token[], at: number, rules: CreditRules): boolean {
  const colon = tokens[at - 1];
  if (!isMark(colon, ':')) return false;
  let first = at - 1;
  while (tokens[first - 1]?.line === colon?.line && at - first < MAX_ANNOUNCEMENT) first -= 1;
  return rules.roles.title.has(tokens[first]?.lower ?? '');
}

/** Tokens that begin a sentence, or a line after one that was not full. */
function sentenceStarts(paragraph: Paragraph): number[] {
  const { tokens } = paragraph;
  const starts: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) if (startsSentence(paragraph, at)) starts.push(at);
  return starts;
}

function startsSentence(paragraph: Paragraph, at: number): boolean {
  const { tokens } = paragraph;
  if (at === 0) return !paragraph.isFirst;
  const previous = tokens[at - 1];
  if (isMark(previous, '.') && /^\p{Lu}$/u.test(tokens[at - 2]?.text ?? '')) return false;
  if (isMark(previous, '.', '!', '?', ';', ':', '(')) return true;
  if (tokens[at]?.line === previous?.line) return false;
  return isDash(tokens[at]) ? !isDash(previous) : !isSameRun(tokens, at);
}

interface Candidate {
  readonly at: number;
  readonly start: number;
  readonly people: readonly Named[];
  readonly next: number;
}

function closingForm(paragraph: Paragraph, candidate: Candidate, rules: CreditRules): CreditForm | null {
  const { tokens } = paragraph;
  const { people, next } = candidate;
  const token = tokens[next];
  const isNamed = people.every(
    (named) => named.shape === 'full' || named.shape === 'self' || named.email !== null,
  );
  const endsParagraph = token === undefined || (isMark(token, '.') && tokens[next + 1] === undefined);
  if (candidate.start > candidate.at) {
    const isSigned = people.every((named) => /^\p{Lu}[\p{L} .]+$/u.test(named.name));
    return endsParagraph && paragraph.isLast && isSigned && !isOption(tokens, candidate) ? 'signature' : null;
  }
  if (endsParagraph && isNamed) return isClosingPlace(paragraph, candidate) ? 'closing' : null;
  if (endsParagraph) return isHandleLine(paragraph, candidate) ? 'closing' : null;
  if (!isNamed && !people.some((named) => named.shape === 'full')) return null;
  if (isMark(token, '.') && candidate.at === 0) return 'closing';
  return leadsOn(tokens, next, rules) ? 'lead' : null;
}

/** "… can compile with -Werror", broken before the option. */
function isOption(tokens: readonly Token[], { at, start }: Candidate): boolean {
  const isAttached = start === at + 1 && tokens[at]?.end === tokens[start]?.start;
  return isAttached && tokens[at - 1]?.kind === 'word';
}

/** A paragraph of its own, or the last line of the message's last one. */
function isClosingPlace(paragraph: Paragraph, candidate: Candidate): boolean {
  if (candidate.at === 0) return true;
  const isOwnLine = paragraph.tokens[candidate.at]?.line !== paragraph.tokens[candidate.at - 1]?.line;
  return paragraph.isLast && isOwnLine && candidate.people.every((named) => named.shape === 'full');
}

function isHandleLine(paragraph: Paragraph, candidate: Candidate): boolean {
  return (
    candidate.at === 0 &&
    paragraph.isLast &&
    paragraph.tokens.length <= MAX_HANDLE_LINE_TOKENS + 2 * candidate.people.length
  );
}

function leadsOn(tokens: readonly Token[], at: number, rules: CreditRules): boolean {
  const isPaused = isMark(tokens[at], ',', ';', '.', '(');
  const next = isPaused ? at + 1 : at;
  const word = tokens[next];
  if (word?.kind !== 'word') return false;
  const { verb, noun } = rules.roles;
  const isHead = verb.has(word.lower) || noun.has(word.lower) || verb.has(phraseOf(tokens, next, 2) ?? '');
  if (isHead) return isFollowedByBy(tokens, next);
  if (!isPaused) return (word.lower === 'with' || word.lower === 'per') && isFollowedByBy(tokens, next);
  return (
    rules.words.leading.has(word.lower) ||
    (word.lower.endsWith('ly') && isFollowedByBy(tokens, next)) ||
    (rules.words.article.has(word.lower) && isFollowedByBy(tokens, next))
  );
}

const MAX_BY_DISTANCE = 9;

function isFollowedByBy(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + MAX_BY_DISTANCE; next += 1) {
    const token = tokens[next];
    if (token === undefined || isMark(token, '.')) return false;
    if (token.lower === 'by' || token.lower === 'from') return true;
  }
  return false;
}

function authorsOf(people: readonly Named[], form: CreditForm, rules: CreditRules): FoundCredit[] {
  const rule = rules.roles.form.get(form);
  if (rule === undefined) return [];
  const coAuthor: RoleRule = { ...rule, role: 'co_author' };
  return people.map((named, index) =>
    foundInProse(named, index === 0 ? rule : coAuthor, { name: form, convention: rule.convention }),
  );
}
