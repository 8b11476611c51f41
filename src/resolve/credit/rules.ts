import { UnderstoryError } from '../../core/errors.ts';

/** What somebody did for a commit; `committer` comes from git alone. */
export type CreditRole =
  | 'author'
  | 'co_author'
  | 'reviewer'
  | 'acker'
  | 'reporter'
  | 'tester'
  | 'suggester'
  | 'diagnoser'
  | 'signer'
  | 'assist'
  | 'committer';

const ROLES: readonly CreditRole[] = [
  'author',
  'co_author',
  'reviewer',
  'acker',
  'reporter',
  'tester',
  'suggester',
  'diagnoser',
  'signer',
  'assist',
  'committer',
];

/** One line of `queries/seeds/credit_rule.csv`; empty fields are empty text. */
export interface CreditRuleRow {
  readonly kind: string;
  readonly phrase: string;
  readonly role: string;
  readonly confidence: string;
  /** `*`, or the conventions in which the rule holds, separated by `|`. */
  readonly convention: string;
}

/** What a phrase says of the person named beside it. */
export interface RoleRule {
  readonly role: CreditRole;
  readonly confidence: number;
  readonly convention: string;
}

/** The ways in which a message may name somebody; `docs/identity.md` has an example of each. */
export type CreditForm =
  | 'trailer'
  | 'typo'
  | 'cue'
  | 'thanks'
  | 'with'
  | 'agent_line'
  | 'closing'
  | 'lead'
  | 'from'
  | 'per'
  | 'active'
  | 'possessive'
  | 'signature';

const ROLE_KINDS = ['key', 'title', 'verb', 'noun', 'with', 'thanks', 'gerund', 'active', 'form'] as const;
const WORD_KINDS = [
  'pre',
  'article',
  'decoy',
  'neg',
  'self',
  'particle',
  'given',
  'honorific',
  'platform',
  'suffix',
  'machine',
  'group',
  'agent',
  'stop',
  'introducing',
  'taking',
  'applying',
  'thanks_filler',
  'auxiliary',
  'leading',
  'after_single',
  'after_joining',
  'value_cue',
] as const;

export type RoleKind = (typeof ROLE_KINDS)[number];
export type WordKind = (typeof WORD_KINDS)[number];

/** The rules in the form that reading needs: a table of phrases for each kind. */
export interface CreditRules {
  readonly roles: Readonly<Record<RoleKind, ReadonlyMap<string, RoleRule>>>;
  readonly words: Readonly<Record<WordKind, ReadonlySet<string>>>;
  /** Names of coding agents with the address that each signs with. */
  readonly agentAddresses: ReadonlyMap<string, string>;
  /** Words that stand in no name: stop words and every head of a phrase. */
  readonly namelessWords: ReadonlySet<string>;
}

const isRoleKind = (kind: string): kind is RoleKind => ROLE_KINDS.some((known) => known === kind);
const isWordKind = (kind: string): kind is WordKind => WORD_KINDS.some((known) => known === kind);

/** A rule's default where its row names no role or confidence, as for forms that take both from the phrase. */
const UNSET_CONFIDENCE = 1;

/**
 * Builds the tables that reading credits needs from the rows of the rule file; later rows replace earlier ones,
 * so that rows of a project's own may follow the shipped ones.
 *
 * Errors: `E_SEED` for an unknown kind or role, or a confidence outside 0 to 1.
 */
export function parseCreditRules(rows: Iterable<CreditRuleRow>): CreditRules {
  const roles = emptyTables(ROLE_KINDS, () => new Map<string, RoleRule>());
  const words = emptyTables(WORD_KINDS, () => new Set<string>());
  const agentAddresses = new Map<string, string>();
  for (const row of rows) {
    const phrase = row.phrase.normalize('NFC').toLowerCase();
    const [agent = '', address] = phrase.split('=');
    if (row.kind === 'agent_name' && address !== undefined) agentAddresses.set(agent, address);
    else if (isRoleKind(row.kind)) roles[row.kind].set(phrase, parseRoleRule(row));
    else if (isWordKind(row.kind)) words[row.kind].add(phrase);
    else throw seedError(row, `Expected a kind of credit rule, got \`${row.kind}\``);
  }
  return { roles, words, agentAddresses, namelessWords: findNamelessWords(roles, words) };
}

function emptyTables<Kind extends string, Table>(
  kinds: readonly Kind[],
  make: () => Table,
): Record<Kind, Table> {
  const tables: Partial<Record<Kind, Table>> = {};
  for (const kind of kinds) tables[kind] = make();
  if (!isComplete(tables, kinds)) throw new TypeError('unreachable: every kind has just been set');
  return tables;
}

function isComplete<Kind extends string, Table>(
  tables: Partial<Record<Kind, Table>>,
  kinds: readonly Kind[],
): tables is Record<Kind, Table> {
  return kinds.every((kind) => kind in tables);
}

function parseRoleRule(row: CreditRuleRow): RoleRule {
  const confidence = row.confidence === '' ? UNSET_CONFIDENCE : Number(row.confidence);
  if (!(confidence >= 0 && confidence <= 1)) {
    throw seedError(row, `Expected a confidence from 0 to 1, got \`${row.confidence}\``);
  }
  const role = row.role === '' ? 'assist' : ROLES.find((known) => known === row.role);
  if (role === undefined) throw seedError(row, `Expected a role, got \`${row.role}\``);
  return { role, confidence, convention: row.convention };
}

function seedError(row: CreditRuleRow, message: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_SEED',
    message: `${message} for the phrase \`${row.phrase}\` of \`credit_rule\``,
    hint: 'Correct the line in the rule file; `docs/identity.md` lists kinds and roles',
  });
}

function findNamelessWords(roles: CreditRules['roles'], words: CreditRules['words']): ReadonlySet<string> {
  const found = new Set(words.stop);
  for (const kind of ['key', 'title', 'verb', 'noun', 'thanks', 'gerund'] as const) {
    for (const phrase of roles[kind].keys()) if (!phrase.includes(' ')) found.add(phrase);
  }
  for (const self of words.self) found.add(self);
  return found;
}

/** Whether a rule holds in a repository of the given convention. */
export function holdsIn(rule: string, convention: string): boolean {
  return rule === '*' || rule.split('|').includes(convention);
}
