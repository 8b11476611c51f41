import { configError, knownEntries, type YamlValue } from './yaml.ts';

/** A rule of the user's for reading credits, as a row of `queries/seeds/credit_rule.csv`; fields not given are empty. */
export interface CreditRuleSetting {
  readonly kind: string;
  readonly phrase: string;
  readonly role: string;
  readonly confidence: string;
  /** `*` for everywhere, or conventions separated by `|`. */
  readonly convention: string;
}

/**
 * Reads one entry of `credits:`: `kind` and `phrase`, and where the kind has them `role`, `confidence` and `convention`.
 *
 * Errors: `E_CONFIG`, naming file and line.
 */
export function readCreditRule(value: YamlValue): CreditRuleSetting {
  const { kind, phrase, role, confidence, convention } = knownEntries(value, [
    'kind',
    'phrase',
    'role',
    'confidence',
    'convention',
  ]);
  if (!kind || !phrase) throw configError(value.place, '`kind` and `phrase` are both needed');
  return {
    kind: kind.text(),
    phrase: phraseOf(kind.text(), phrase.text()),
    role: role?.text() ?? '',
    confidence: confidence?.text() ?? '',
    convention: convention?.text() ?? '*',
  };
}

/** Trailers write hyphens where the rules have spaces, and every `key` has its "by" in the message. */
function phraseOf(kind: string, phrase: string): string {
  if (kind !== 'key' && kind !== 'title') return phrase;
  const words = phrase.replaceAll('-', ' ');
  return kind === 'key' ? words.replace(/ by$/i, '') : words;
}
