import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUERIES_DIRECTORY } from '../../src/core/paths.ts';
import { type Credit, readCredits } from '../../src/resolve/credit/read.ts';
import { type CreditRules, holdsIn, parseCreditRules } from '../../src/resolve/credit/rules.ts';

/** Splits a CSV file whose fields hold no newlines into rows of text, the header left out. */
export function readCsv(path: string): string[][] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
      quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
    ),
  );
}

/** The shipped rules. */
export function shippedCreditRules(): CreditRules {
  const rows = readCsv(join(QUERIES_DIRECTORY, 'seeds', 'credit_rule.csv'));
  return parseCreditRules(
    rows.map(([kind = '', phrase = '', role = '', confidence = '', convention = '']) => ({
      kind,
      phrase,
      role,
      confidence,
      convention,
    })),
  );
}

const RULES = shippedCreditRules();

/** The credits of a message pushed by `Pat Pusher`, in the conventions of one kind of project. */
export function creditsOf(message: string, convention: string): Credit[] {
  const committer = { committerName: 'Pat Pusher', committerEmail: 'pat@push.example' };
  return readCredits({ message, ...committer }, RULES).credits.filter((credit) =>
    holdsIn(credit.convention, convention),
  );
}

/** The credits as `role Name` or `role address`, in order. */
export function summarize(credits: readonly Credit[]): string[] {
  return credits.map((credit) => `${credit.role} ${credit.name === '' ? credit.email : credit.name}`);
}
