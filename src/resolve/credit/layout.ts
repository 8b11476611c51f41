import type { LineSpan } from './tokenizer.ts';

/** Why a line of a message is not read for credits. */
export type LeftOutReason =
  | 'quoted'
  | 'code_block'
  | 'diff'
  | 'indented'
  | 'embedded_log'
  | 'cherry_pick'
  | 'translated_from';

export interface LaidOutLine extends LineSpan {
  readonly text: string;
  readonly isBlank: boolean;
  readonly leftOut: LeftOutReason | null;
}

const QUOTE = /^\s{0,8}(?:>|\|\s)/u;
/** First characters of the lines that any of these patterns can mean; all others are text. */
const MARKED_FIRST = /^[\s>|*=\-dIRrc]/u;
const FENCE = /^\s*(?:```|~~~)/u;
const DIFF_START =
  /^(?:diff -|Index: |RCS file: |\*\*\* \S+[ \t]|--- (?:a\/|\S+\t)|retrieving revision |={60,}$)/u;
const DIFF_LINE = /^(?:[-+<>!@\\*=]|\s|\d+(?:,\d+)?[acd]\d|Index|RCS|retrieving|diff|$)/u;
const DEEP_INDENT = /^(?: {4}|\t)/u;
/** Prose may break before "commit 9f2ee8f28." too, so that the header must follow. */
const LOG_START = /^commit [0-9a-f]{7,64}\s*(?:\(.*\))?$/u;
const LOG_HEADER = /^(?:Author|AuthorDate|Commit|CommitDate|Date|Merge|Branch):/u;
const CHERRY_PICK = /^\s*\(?(?:cherry[- ]picked|backported) from commit [0-9a-f]{7,64}/iu;
const TRANSLATED = /^Source-Git-Hash:/u;

/** Nobody writes so long a line by hand, and patterns may not be held against a line of megabytes. */
const LONGEST_LINE = 10_000;

/** Splits a message into lines, each read up to a limit, and marks those that quote something else, with the reason (metrics.md M29). */
export function layOut(message: string): LaidOutLine[] {
  const lines = splitLines(message);
  const reasons = markByLine(lines);
  markWhole(lines, reasons);
  // Written out: spreading the line would cost as much as reading it.
  return lines.map(({ start, end, line, text, isBlank }, index) => ({
    start,
    end,
    line,
    text,
    isBlank,
    leftOut: reasons[index] ?? null,
  }));
}

type BareLine = Omit<LaidOutLine, 'leftOut'>;

function splitLines(message: string): BareLine[] {
  const lines: BareLine[] = [];
  let start = 0;
  while (start <= message.length) {
    const newline = message.indexOf('\n', start);
    const stop = newline === -1 ? message.length : newline;
    const written = stop > start && message[stop - 1] === '\r' ? stop - 1 : stop;
    const end = Math.min(written, start + LONGEST_LINE);
    const text = message.slice(start, end);
    lines.push({ start, end, line: lines.length, text, isBlank: text.trim() === '' });
    start = stop + 1;
  }
  return lines;
}

interface MarkState {
  isFenced: boolean;
  isDiff: boolean;
  isLog: boolean;
}

function markByLine(lines: readonly BareLine[]): (LeftOutReason | null)[] {
  const isAllIndented = lines.every((line, at) => at === 0 || line.isBlank || DEEP_INDENT.test(line.text));
  const state: MarkState = { isFenced: false, isDiff: false, isLog: false };
  const fences = lines.flatMap((line, at) => (FENCE.test(line.text) ? [at] : []));
  const paired = new Set(fences.slice(0, fences.length - (fences.length % 2)));
  return lines.map((line, at) => {
    if (paired.has(at)) state.isFenced = !state.isFenced;
    if (paired.has(at) || state.isFenced) return 'code_block';
    const reason = markLine({ line, previous: lines[at - 1], next: lines[at + 1] }, state);
    return reason === 'indented' && isAllIndented ? null : reason;
  });
}

interface Neighbours {
  readonly line: BareLine;
  readonly previous: BareLine | undefined;
  readonly next: BareLine | undefined;
}

function markLine({ line, previous, next }: Neighbours, state: MarkState): LeftOutReason | null {
  const { text } = line;
  if (!state.isDiff && !state.isLog && !MARKED_FIRST.test(text)) return null;
  if (DIFF_START.test(text)) state.isDiff = true;
  else if (state.isDiff && !DIFF_LINE.test(text) && previous?.isBlank === true) state.isDiff = false;
  if (state.isDiff) return 'diff';
  if (LOG_START.test(text) && LOG_HEADER.test(next?.text ?? '')) state.isLog = true;
  else if (state.isLog && !LOG_HEADER.test(text) && !line.isBlank && !DEEP_INDENT.test(text))
    state.isLog = false;
  if (state.isLog) return 'embedded_log';
  if (QUOTE.test(text)) return 'quoted';
  return DEEP_INDENT.test(text) && !line.isBlank ? 'indented' : null;
}

/** A picked commit's text up to the mark belongs to the commit that it was picked from; so does a translated one. */
function markWhole(lines: readonly BareLine[], reasons: (LeftOutReason | null)[]): void {
  const picked = lines.findLastIndex(
    (line) => line.text.includes('from commit') && CHERRY_PICK.test(line.text),
  );
  for (let at = 0; at <= picked; at += 1) reasons[at] ??= 'cherry_pick';
  if (lines.some((line) => TRANSLATED.test(line.text))) {
    for (const [at] of lines.entries()) reasons[at] ??= 'translated_from';
  }
}
