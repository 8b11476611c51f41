import { noreplyAccount } from '../../core/noreply.ts';
import { readClosings } from './closing.ts';
import { type LaidOutLine, type LeftOutReason, layOut } from './layout.ts';
import { type MergedCredit, mergeCredits } from './merge.ts';
import { readSentences } from './prose.ts';
import type { Paragraph } from './reader.ts';
import type { CreditForm, CreditRole, CreditRules } from './rules.ts';
import { tokenize } from './tokenizer.ts';
import { readTrailers, type TrailerReading } from './trailer.ts';

/** A commit's message and those whom git names for it. */
export interface CreditInput {
  readonly message: string;
  readonly committerName: string;
  readonly committerEmail: string;
}

/** One person's credit for one commit, with the text that it stands on. */
export interface Credit {
  readonly role: CreditRole;
  /** The name as written, or the committer's for "me"; empty where only an address stands. */
  readonly name: string;
  readonly email: string | null;
  readonly source: 'trailer' | 'prose';
  readonly confidence: number;
  /** Order within the message, counted from 1. */
  readonly position: number;
  /** Offsets into the message in UTF-16 code units, end exclusive. */
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly form: CreditForm;
  /** Conventions in which the credit counts: `*` or names separated by `|`. */
  readonly convention: string;
  readonly isAgent: boolean;
}

/** Text that was not read, since it belongs to another commit or is no text. */
export interface LeftOutText {
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly reason: LeftOutReason;
}

export interface CreditReading {
  readonly credits: readonly Credit[];
  readonly leftOut: readonly LeftOutText[];
}

/**
 * Reads who is credited in a commit's message, by trailers and by prose.
 *
 * Credits: in order of their place, each person once per role; git's own author and committer are not among them.
 * Never throws for any message.
 */
export function readCredits(input: CreditInput, rules: CreditRules): CreditReading {
  const { message } = input;
  const lines = layOut(message);
  const trailers = readTrailers(message, lines, rules);
  const found = [...trailers.found];
  for (const paragraph of paragraphsOf({ message, lines, trailers, rules })) {
    found.push(...readSentences(paragraph, rules), ...readClosings(paragraph, rules));
  }
  for (const tokens of trailers.prose)
    found.push(...readSentences({ tokens, isFirst: false, isLast: false }, rules));
  return { credits: mergeCredits(found, input).map(toCredit), leftOut: leftOutOf(lines) };
}

interface LaidOutMessage {
  readonly message: string;
  readonly lines: readonly LaidOutLine[];
  readonly trailers: TrailerReading;
  readonly rules: CreditRules;
}

function paragraphsOf({ message, lines, trailers, rules }: LaidOutMessage): Paragraph[] {
  const groups: LaidOutLine[][] = [[]];
  for (const line of lines) {
    const isText = !line.isBlank && line.leftOut === null && !trailers.takenLines.has(line.line);
    if (isText) groups.at(-1)?.push(line);
    else if (groups.at(-1)?.length !== 0 && !announcesNames(groups.at(-1), rules)) groups.push([]);
  }
  const filled = groups.filter((group) => group.length > 0);
  return filled.map((group, index) => ({
    tokens: tokenize(message, group),
    isFirst: index === 0 && group[0]?.line === firstTextLine(lines),
    isLast: index === filled.length - 1,
  }));
}

/** "Reviewers have included:" goes on with the names in the paragraph below. */
function announcesNames(group: readonly LaidOutLine[] | undefined, rules: CreditRules): boolean {
  const [only, ...others] = group ?? [];
  if (only === undefined || others.length > 0 || !only.text.trimEnd().endsWith(':')) return false;
  return rules.roles.title.has(only.text.trimStart().split(/[\s:]/u, 1)[0]?.toLowerCase() ?? '');
}

function firstTextLine(lines: readonly LaidOutLine[]): number {
  return lines.find((line) => !line.isBlank)?.line ?? 0;
}

function toCredit({ credit, name, email }: MergedCredit, index: number): Credit {
  return {
    role: credit.role,
    // Of an address that GitHub makes up, the login is all there is to say.
    name: name === '' ? (noreplyAccount(email ?? '')?.login ?? '') : name,
    email,
    source: credit.source,
    confidence: credit.confidence,
    position: index + 1,
    spanStart: credit.named.start,
    spanEnd: credit.named.end,
    form: credit.form,
    convention: credit.convention,
    isAgent: credit.isAgent,
  };
}

function leftOutOf(lines: readonly LaidOutLine[]): LeftOutText[] {
  const spans: LeftOutText[] = [];
  for (const line of lines) {
    if (line.leftOut === null || line.isBlank) continue;
    const last = spans.at(-1);
    if (last !== undefined && last.reason === line.leftOut && line.start - last.spanEnd <= 1) {
      spans[spans.length - 1] = { ...last, spanEnd: line.end };
    } else spans.push({ spanStart: line.start, spanEnd: line.end, reason: line.leftOut });
  }
  return spans;
}
