import { readCue, readHyphenated } from './cues.ts';
import type { FoundCredit } from './found.ts';
import { beginsName } from './list.ts';
import {
  isTitleSubject,
  readActive,
  readAgentLine,
  readDirectThanks,
  readPer,
  readThanks,
  readTitle,
  readWith,
} from './mentions.ts';
import type { Paragraph, Reader } from './reader.ts';
import type { CreditRules } from './rules.ts';

/** Reads the credits that the sentences of a paragraph give: cues, thanks, "per X", "X found". */
export function readSentences(paragraph: Paragraph, rules: CreditRules): FoundCredit[] {
  const reader: Reader = { tokens: paragraph.tokens, rules, found: [] };
  for (const [at, token] of paragraph.tokens.entries()) {
    if (token.kind !== 'word') continue;
    if (token.lower === 'by' || token.lower === 'from') readCue(reader, at);
    else if (token.lower.endsWith('-by') && token.lower.length > 5) readHyphenated(reader, at);
    else if (token.lower === 'generated') readAgentLine(reader, at);
    else if (isTitleSubject(reader, at)) readTitle(reader, at);
    else if (token.lower === 'per') readPer(reader, at);
    else if (token.lower === 'to') readThanks(reader, at);
    else if (rules.roles.thanks.has(token.lower)) readDirectThanks(reader, at);
    else if (token.lower === 'with' || token.lower === 'of') readWith(reader, at);
    else if (beginsName(paragraph.tokens, at, rules)) readActive(reader, at);
  }
  return reader.found;
}
