import { isNoIdentifier, possessiveConfidence, readPossessive } from './cues.ts';
import { foundInProse } from './found.ts';
import { phraseOf, readNameList, skipAside } from './list.ts';
import { joinWords, type Named, readName } from './names.ts';
import { emit, headAt, type Reader } from './reader.ts';
import type { RoleRule } from './rules.ts';
import { isGenitive, isMark, type Token } from './tokenizer.ts';

const MAX_COMPLEMENT = 10;
const SAID_ROLES: ReadonlySet<string> = new Set(['reporter', 'suggester', 'diagnoser']);

/** "per X": most often whoever reported it. */
export function readPer(reader: Reader, at: number): void {
  const rule = reader.rules.roles.form.get('per');
  if (rule === undefined || readPossessive(reader, at + 1)) return;
  const list = readNameList(reader.tokens, at + 1, reader.rules);
  emit(
    reader,
    list.people.filter((named) => named.shape !== 'self' && isNoIdentifier(named)),
    rule,
    'per',
  );
}

/** "thanks to X for testing": what for says the role. */
export function readThanks(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  let before = at - 1;
  while (
    rules.words.thanks_filler.has(tokens[before]?.lower ?? '') &&
    !rules.roles.thanks.has(tokens[before]?.lower ?? '')
  )
    before -= 1;
  const thanks = rules.roles.thanks.get(tokens[before]?.lower ?? '') ?? earlierThanks(reader, at);
  if (thanks === undefined) return;
  readThanked(reader, at + 1, { thanks, isDue: tokens[before]?.lower === 'due' });
}

const MAX_THANKS_DISTANCE = 30;

/** "thanks to X for the report, and to Y for testing": the thanks of the same sentence that "and to" goes on with. */
function earlierThanks({ tokens, rules }: Reader, at: number): RoleRule | undefined {
  if (tokens[at - 1]?.lower !== 'and') return undefined;
  for (let before = at - 2; before >= 0 && at - before < MAX_THANKS_DISTANCE; before -= 1) {
    if (isMark(tokens[before], '.')) return undefined;
    const thanks = rules.roles.thanks.get(tokens[before]?.lower ?? '');
    if (thanks !== undefined && tokens[before + 1]?.lower === 'to') return thanks;
  }
  return undefined;
}

/** "Thanks @login", "thanks X for testing": without "to". */
export function readDirectThanks(reader: Reader, at: number): void {
  const thanks = reader.rules.roles.thanks.get(reader.tokens[at]?.lower ?? '');
  const named = readName(reader.tokens, at + 1, reader.rules);
  const isNamed = named !== null && (isMark(reader.tokens[at + 1], '@') || named.shape === 'full');
  if (thanks !== undefined && isNamed) readThanked(reader, at + 1, { thanks, isDue: false });
}

function readThanked(reader: Reader, at: number, how: { thanks: RoleRule; isDue: boolean }): void {
  const { tokens, rules } = reader;
  const list = readNameList(tokens, at, rules);
  // What something is due to is mostly no person.
  if (list.people.length === 0 || (how.isDue && list.people[0]?.shape !== 'full')) return;
  const roles = tokens[list.next]?.lower === 'for' ? readComplement(reader, list.next + 1) : [];
  for (const rule of roles.length > 0 ? roles : [how.thanks]) emit(reader, list.people, rule, 'thanks');
}

function readComplement(reader: Reader, at: number): RoleRule[] {
  const found = new Map<string, RoleRule>();
  for (let next = at; next < at + MAX_COMPLEMENT; next += 1) {
    const token = reader.tokens[next];
    if (
      token === undefined ||
      isMark(token, '.', ';', '(') ||
      (token.kind === 'word' && token.lower === 'to')
    )
      break;
    const rule = reader.rules.roles.gerund.get(token.lower);
    if (rule === undefined) continue;
    found.set(rule.role, rule);
    if (reader.tokens[next + 1]?.lower !== 'and' && !isMark(reader.tokens[next + 1], ',')) break;
  }
  return [...found.values()];
}

/** "discussion with X", "courtesy of X", "at the suggestion of X". */
export function readWith(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  if (tokens[at]?.lower === 'of') {
    readOf(reader, at);
    return;
  }
  const rule = phraseBefore(reader, at);
  if (rule === undefined) return;
  const others = readNameList(tokens, at + 1, rules).people.filter((named) => named.shape !== 'self');
  // One writes a patch with a person or with a tool, and only a full name tells them apart.
  const isSure =
    rule.role !== 'co_author' || others.every(({ shape }) => shape === 'full' || shape === 'handle');
  if (isSure) emit(reader, others, rule, 'with');
}

const MAX_WITH_WORDS = 3;

/** The rule of the longest phrase that ends before "with": "discussion", "joint work", "pair programmed". */
function phraseBefore(reader: Reader, at: number): RoleRule | undefined {
  for (let length = MAX_WITH_WORDS; length > 0; length -= 1) {
    const phrase = phraseOf(reader.tokens, at - length, length);
    const rule = phrase === null ? undefined : reader.rules.roles.with.get(phrase);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

const OF_HEADS: ReadonlySet<string> = new Set(['suggestion', 'request', 'idea', 'insistence']);

function readOf(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  const head = tokens[at - 1]?.lower ?? '';
  const rule = rules.roles.noun.get(head === 'courtesy' ? 'patch' : head);
  if (rule === undefined || (head !== 'courtesy' && !OF_HEADS.has(head))) return;
  const named = readName(tokens, at + 1, rules);
  const people =
    named === null || !isGenitive(tokens[named.next]) ? readNameList(tokens, at + 1, rules).people : [named];
  emit(reader, people, rule, 'cue');
}

/** "X found", "as X pointed out": a full name before a verb, or one word after "as". */
export function readActive(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  const first = readName(tokens, at, rules);
  const list =
    tokens[at - 1]?.lower === 'as' && first !== null
      ? { people: [first], next: first.next }
      : readNameList(tokens, at, rules);
  if (first !== null && isGenitive(tokens[first.next]) && first.shape === 'full') {
    readReported(reader, first);
    return;
  }
  if (
    first === null ||
    list.people.length === 0 ||
    (list.people.some((named) => named.shape !== 'full') && tokens[at - 1]?.lower !== 'as')
  )
    return;
  let next = list.next;
  while (rules.words.auxiliary.has(tokens[next]?.lower ?? '') && next < list.next + 3) next += 1;
  const rule = headAt(reader, next, 'active');
  const verbLength = tokens[next + 1]?.lower === 'by' || tokens[next + 2]?.lower === 'by';
  if (rule !== undefined && !verbLength) emit(reader, list.people, rule, 'active');
}

/** "while looking at X's report": what X said counts wherever it stands; "X's patch" may be about another commit. */
function readReported(reader: Reader, named: Named): void {
  let next = named.next + 1;
  while (
    reader.rules.words.article.has(reader.tokens[next]?.lower ?? '') &&
    headAt(reader, next, 'noun') === undefined
  )
    next += 1;
  const rule = headAt(reader, next, 'noun');
  if (rule === undefined || !SAID_ROLES.has(rule.role)) return;
  emit(reader, [named], { ...rule, confidence: possessiveConfidence(reader.rules) }, 'possessive');
}

const ENUMERATING: ReadonlySet<string> = new Set(['include', 'includes', 'included', 'are', 'were']);

/** Whether a word such as "reviewers" is the subject of "have included" or "are". */
export function isTitleSubject({ tokens, rules }: Reader, at: number): boolean {
  return (
    rules.roles.title.has(tokens[at]?.lower ?? '') &&
    ENUMERATING.has(tokens[verbAfter(tokens, at)]?.lower ?? '')
  );
}

const verbAfter = (tokens: readonly Token[], at: number): number =>
  tokens[at + 1]?.lower === 'have' || tokens[at + 1]?.lower === 'has' ? at + 2 : at + 1;

/** "Reviewers have included (in no particular order) X and Y." */
export function readTitle(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  const rule = rules.roles.title.get(tokens[at]?.lower ?? '');
  const remark = skipAside(tokens, verbAfter(tokens, at) + 1);
  const people = readNameList(tokens, isMark(tokens[remark], ':') ? remark + 1 : remark, rules).people;
  if (rule !== undefined) emit(reader, people, { ...rule, confidence: TITLE_CONFIDENCE }, 'cue');
}

const TITLE_CONFIDENCE = 0.7;

const AGENT_WORDS = 2;

/** "Generated with [Claude Code](...)": the line that agents leave. */
export function readAgentLine(reader: Reader, at: number): void {
  const { tokens, rules } = reader;
  const rule = rules.roles.form.get('agent_line');
  const preposition = tokens[at + 1]?.lower;
  if (rule === undefined || (preposition !== 'with' && preposition !== 'by')) return;
  const start = isMark(tokens[at + 2], '[') ? at + 3 : at + 2;
  for (let length = AGENT_WORDS; length > 0; length -= 1) {
    const address = rules.agentAddresses.get(phraseOf(tokens, start, length) ?? '');
    const [first, last] = [tokens[start], tokens[start + length - 1]];
    if (address === undefined || first === undefined || last === undefined) continue;
    const name = joinWords(tokens.slice(start, start + length));
    const named: Named = {
      name,
      email: address,
      shape: 'full',
      start: first.start,
      end: last.end,
      next: start + length,
    };
    reader.found.push({
      ...foundInProse(named, rule, { name: 'agent_line', convention: rule.convention }),
      isAgent: true,
    });
    return;
  }
}
