import type { FoundCredit } from './found.ts';
import { foundInProse } from './found.ts';
import { phraseOf } from './list.ts';
import type { Named } from './names.ts';
import type { CreditForm, CreditRules, RoleRule } from './rules.ts';
import { isMark, type Token } from './tokenizer.ts';

/** A paragraph of prose that the grammar reads. */
export interface Paragraph {
  readonly tokens: readonly Token[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** What the parts of the grammar share while they read a paragraph. */
export interface Reader {
  readonly tokens: readonly Token[];
  readonly rules: CreditRules;
  readonly found: FoundCredit[];
}

const MAX_PHRASE_WORDS = 3;

/** Adds a credit for each person. */
export function emit(reader: Reader, people: readonly Named[], rule: RoleRule, name: CreditForm): void {
  const convention = reader.rules.roles.form.get(name)?.convention ?? '*';
  for (const named of people) reader.found.push(foundInProse(named, rule, { name, convention }));
}

/** The rule of the longest phrase of a kind that begins at a token. */
export function headAt(reader: Reader, at: number, kind: 'noun' | 'active' | 'gerund'): RoleRule | undefined {
  for (let length = MAX_PHRASE_WORDS; length > 0; length -= 1) {
    const phrase = phraseOf(reader.tokens, at, length);
    const rule = phrase === null ? undefined : reader.rules.roles[kind].get(phrase);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Whether a sentence, a bracket or the paragraph ends at a token, or a clause after a comma does. */
export function isClosed(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token === undefined ||
    isMark(token, '.', ')', ';', ',', '!', ']', '--', '-') ||
    token.line > (tokens[at - 1]?.line ?? 0) + 1
  );
}
