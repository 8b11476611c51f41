import { noreplyAccount } from '../core/noreply.ts';
import type { KindDecision } from '../core/people-decisions.ts';
import { comparableEmail, splitEmail } from './email.ts';
import { comparableName } from './name.ts';
import { makeSelect } from './selector.ts';

/** The GitHub account that an identity is, or to which GitHub gives its address. */
export interface IdentityAccount {
  /** GitHub's number of it, as text; it survives a change of login. */
  readonly id: string;
  readonly login: string;
  /** Whether the identity is the account itself, not a name and address. */
  readonly isItself: boolean;
  /** Whether GitHub says that a program acts under it. */
  readonly isBot: boolean;
}

/** What an identity is known by. */
export interface IdentityFields {
  readonly identityId: bigint;
  readonly name: string;
  readonly email: string;
  readonly mappedName: string;
  readonly mappedEmail: string;
  /** Whether messages credit it, and each of them in words that only fit a coding agent. */
  readonly isAgent: boolean;
  /** Null where GitHub knows of none; absent where it was not asked. */
  readonly account?: IdentityAccount | null;
}

/** One line of a kept list: an account of a machine. */
export interface KnownAccount {
  readonly matchKind: 'login' | 'name' | 'email';
  /** Lower case. */
  readonly value: string;
}

export interface KindRules {
  readonly decisions: readonly KindDecision[];
  readonly agents: readonly KnownAccount[];
  readonly bots: readonly KnownAccount[];
}

/** What an identity is, where it is not simply a person's. */
export interface IdentityKind {
  readonly identityId: bigint;
  readonly kind: 'person' | 'bot' | 'agent';
  readonly rule: string;
  readonly confidence: number;
}

interface Forms {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly logins: readonly string[];
}

const MACHINES =
  /^(?:dependabot|renovate|greenkeeper|github-actions|codecov|mergify|semantic-release|allcontributors|pre-commit-ci|snyk|imgbot)(?:[-_. [+]|$)/;
/** Travis and Jenkins are people's names too, so these need more than the word. */
const SERVICES = /^(?:travis[-_. ]?(?:ci|bot)|jenkins(?:[-_. ]?(?:ci|bot))?|ci(?:[-_. ]?(?:bot|user))?)$/;
/** In a login, where there are no surnames; Travis is a first name there too. */
const SERVICE_LOGINS = /^(?:jenkins|ci)[-_]/;

/**
 * Finds the machines among identities; the first rule that hits decides. Rows in order of `identityId`.
 *
 * Rules: a decision of the user, the kept list of coding agents (by address or account, never by name alone), a forge's
 * web page, GitHub's type of the account, `[bot]` at the end of a name or login, the kept list of bots, and a well-known
 * machine's name at the beginning.
 * `bot` at the end of a name alone is no rule: Talbot is a person.
 */
export function findMachines(
  identities: Iterable<IdentityFields>,
  rules: KindRules,
): readonly IdentityKind[] {
  const agents = indexAccounts(rules.agents);
  const bots = indexAccounts(rules.bots);
  const all = [...identities];
  const decided = decidedKinds(all, rules.decisions);
  const kinds: IdentityKind[] = [];
  for (const identity of all) {
    const forms = formsOf(identity);
    const kind =
      decided.get(identity.identityId) ??
      ruledKind(forms, identity, { agents, bots }) ??
      (identity.isAgent
        ? { identityId: identity.identityId, kind: 'agent', rule: 'credit', confidence: 0.95 }
        : null);
    if (kind) kinds.push(kind);
  }
  return kinds.sort((a, b) => (a.identityId < b.identityId ? -1 : 1));
}

function formsOf(identity: IdentityFields): Forms {
  const emails = [...new Set([comparableEmail(identity.email), comparableEmail(identity.mappedEmail)])];
  return {
    names: [...new Set([comparableName(identity.name), comparableName(identity.mappedName)])],
    emails,
    logins: [
      ...emails.flatMap((email) => noreplyAccount(email)?.login ?? []),
      ...(identity.account ? [identity.account.login.toLowerCase()] : []),
    ],
  };
}

/** The first decision that names an identity holds. */
function decidedKinds(
  identities: readonly IdentityFields[],
  decisions: readonly KindDecision[],
): ReadonlyMap<bigint, IdentityKind> {
  const kinds = new Map<bigint, IdentityKind>();
  const select = makeSelect(identities);
  for (const { identity, kind } of decisions) {
    for (const identityId of select(identity)) {
      if (!kinds.has(identityId))
        kinds.set(identityId, { identityId, kind, rule: 'decision', confidence: 1 });
    }
  }
  return kinds;
}

function ruledKind(
  forms: Forms,
  identity: IdentityFields,
  { agents, bots }: { readonly agents: ReadonlySet<string>; readonly bots: ReadonlySet<string> },
): IdentityKind | null {
  const hit = (kind: 'bot' | 'agent', rule: string, confidence: number): IdentityKind => ({
    identityId: identity.identityId,
    kind,
    rule,
    confidence,
  });
  const { names, emails, logins } = forms;
  const locals = emails.map((email) => splitEmail(email)[0]);
  if (isListed(agents, { ...forms, names: [] })) return hit('agent', 'listed', 1);
  if (emails.includes('noreply@github.com')) return hit('bot', 'forge', 1);
  if (identity.account?.isBot) return hit('bot', 'account_type', 1);
  if ([...names, ...logins, ...locals].some((text) => text.endsWith('[bot]')))
    return hit('bot', 'bot_suffix', 1);
  if (isListed(bots, forms)) return hit('bot', 'listed', 1);
  if ([...names, ...logins, ...locals].some((text) => MACHINES.test(text)))
    return hit('bot', 'machine_name', 0.95);
  if ([...names, ...logins].some((text) => SERVICES.test(text))) return hit('bot', 'machine_name', 0.9);
  if (logins.some((login) => SERVICE_LOGINS.test(login))) return hit('bot', 'machine_name', 0.9);
  return null;
}

function indexAccounts(accounts: readonly KnownAccount[]): ReadonlySet<string> {
  return new Set(accounts.map(({ matchKind, value }) => `${matchKind} ${value}`));
}

function isListed(index: ReadonlySet<string>, forms: Forms): boolean {
  return (
    forms.emails.some((email) => index.has(`email ${email}`)) ||
    forms.logins.some((login) => index.has(`login ${login}`)) ||
    forms.names.some((name) => index.has(`name ${name}`))
  );
}
