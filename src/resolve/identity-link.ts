import { contentId } from '../core/id.ts';
import { noreplyAccount } from '../core/noreply.ts';
import { byId, type IdentityLink, pair } from './components.ts';
import { comparableEmail, isPersonalEmail } from './email.ts';
import type { IdentityUse } from './identity-use.ts';
import { comparableName, isFullName, letterCount } from './name.ts';

/** An address under so many names is shared, whatever it looks like. */
const MOST_NAMES_OF_ADDRESS = 4;
/** A shorter full name is too likely two people's. */
const FEWEST_LETTERS_OF_NAME = 10;

/** An identity in a repository with the forms that are compared. */
interface Form {
  readonly use: IdentityUse;
  readonly name: string;
  readonly email: string;
}

/**
 * Finds the pairs of identities that the mailmap, an equal address, a GitHub account or an equal full name joins.
 *
 * Machines are never paired with people, and a mailmap's address stands for the raw one. Of a group of n identities,
 * n - 1 pairs come back, each with the smallest id.
 */
export function linkIdentities(uses: readonly IdentityUse[]): readonly IdentityLink[] {
  const forms = uses.map(
    (use): Form => ({ use, name: comparableName(use.mappedName), email: comparableEmail(use.mappedEmail) }),
  );
  return [
    ...mailmapLinks(uses),
    ...emailLinks(forms),
    ...accountLinks(forms),
    ...branchLinks(forms),
    ...nameLinks(forms),
  ];
}

function mailmapLinks(all: readonly IdentityUse[]): readonly IdentityLink[] {
  const uses = all.filter((use) => !use.account?.isItself);
  const known = new Set(uses.map(({ identityId }) => identityId));
  const groups: Groups = new Map();
  const mapped = new Set<string>();
  for (const use of uses) {
    const key = `${use.repoId} ${use.mappedName}\0${use.mappedEmail}`;
    addTo(groups, key, use.identityId);
    if (use.mappedName === use.name && use.mappedEmail === use.email) continue;
    mapped.add(key);
    const target = contentId('git', use.mappedName, use.mappedEmail);
    if (known.has(target)) addTo(groups, key, target);
  }
  for (const key of groups.keys()) if (!mapped.has(key)) groups.delete(key);
  return starLinks(groups, 'mailmap', () => 1);
}

function emailLinks(forms: readonly Form[]): readonly IdentityLink[] {
  const shared = sharedAddresses(forms);
  const groups: Groups = new Map();
  for (const { use, email } of forms) {
    const key = `${use.kind} ${email}`;
    if (isPersonalEmail(email) && !shared.has(key)) addTo(groups, key, use.identityId);
  }
  return starLinks(groups, 'email', () => 0.98);
}

/** Kinds and addresses that stand under so many names that they are nobody's own. */
function sharedAddresses(forms: readonly Form[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const { use, name, email } of forms) {
    const key = `${use.kind} ${email}`;
    names.set(key, (names.get(key) ?? new Set()).add(name));
  }
  return new Set([...names].flatMap(([key, found]) => (found.size > MOST_NAMES_OF_ADDRESS ? [key] : [])));
}

/**
 * Addresses that GitHub gives to one account in commits of pull requests, which may land under another name or address,
 * or stand in a message alone. What GitHub or the mailmap says of the identity itself tells more.
 */
function branchLinks(forms: readonly Form[]): readonly IdentityLink[] {
  const shared = sharedAddresses(forms);
  const groups: Groups = new Map();
  for (const { use, email } of forms) {
    if (use.account?.isItself) addTo(groups, `${use.kind} ${use.account.id}`, use.identityId);
    if (!use.branchAccountId || use.account) continue;
    const isOwn =
      isPersonalEmail(email) && noreplyAccount(email) === null && !shared.has(`${use.kind} ${email}`);
    if (isOwn && comparableEmail(use.email) === email)
      addTo(groups, `${use.kind} ${use.branchAccountId}`, use.identityId);
  }
  return starLinks(groups, 'pull_request_email', () => 0.95);
}

/** Accounts by the numbers and logins of noreply addresses, and by what GitHub says of other addresses. */
function accountLinks(forms: readonly Form[]): readonly IdentityLink[] {
  const byAddress: Groups = new Map();
  const byGithub: Groups = new Map();
  const accountsOfLogin = new Map<string, Set<string>>();
  const logins: { login: string; id: bigint }[] = [];
  for (const { use, email } of forms) {
    const noreply = noreplyAccount(email);
    if (use.account) addTo(byGithub, `${use.kind} ${use.account.id}`, use.identityId);
    const named = use.account?.isItself ? use.account : noreply;
    const id = use.account?.isItself ? use.account.id : noreply?.accountId;
    if (named && id) {
      const key = `${use.kind} ${id}`;
      addTo(byAddress, key, use.identityId);
      const loginKey = `${use.kind} ${named.login.toLowerCase()}`;
      accountsOfLogin.set(loginKey, (accountsOfLogin.get(loginKey) ?? new Set()).add(key));
    }
    if (noreply?.accountId === null && !use.account)
      logins.push({ login: `${use.kind} ${noreply.login}`, id: use.identityId });
  }
  const byLogin = logins.flatMap(({ login, id }) => {
    const keys = [...(accountsOfLogin.get(login) ?? [])];
    // A login that two accounts had, one after the other, says nothing about which of them wrote this.
    const confidence = keys.length === 1 ? 0.9 : 0.6;
    return keys.flatMap((key) => {
      const account = firstOf(byAddress.get(key));
      return account === undefined ? [] : [pair(id, account, 'noreply_login', confidence)];
    });
  });
  return [
    ...starLinks(byAddress, 'noreply_account', () => 1),
    ...starLinks(byGithub, 'github_account', () => 0.98),
    ...byLogin,
  ];
}

function nameLinks(forms: readonly Form[]): readonly IdentityLink[] {
  const groups: Groups = new Map();
  for (const { use, name } of forms) {
    if (isFullName(name)) addTo(groups, `${use.kind} ${use.repoId} ${name}`, use.identityId);
  }
  return starLinks(groups, 'full_name', (key) =>
    letterCount(key.slice(key.indexOf(' ', key.indexOf(' ') + 1))) >= FEWEST_LETTERS_OF_NAME ? 0.92 : 0.7,
  );
}

/**
 * Joins identities that are only a name, such as those of credits, to the one person of that repository with that name.
 *
 * `rootOf` says which identities are known to be one; where two with that name stay apart, nothing is joined. Accounts
 * have no address either, but what stands in a profile is no credit.
 */
export function linkKnownNames(
  uses: readonly IdentityUse[],
  rootOf: ReadonlyMap<bigint, bigint>,
): readonly IdentityLink[] {
  const bearers = new Map<string, Set<bigint>>();
  const nameOnly: { key: string; id: bigint }[] = [];
  for (const use of uses) {
    const name = comparableName(use.mappedName);
    if (!isFullName(name) || use.account?.isItself) continue;
    const key = `${use.kind} ${use.repoId} ${name}`;
    const root = rootOf.get(use.identityId) ?? use.identityId;
    if (use.mappedEmail === '') nameOnly.push({ key, id: use.identityId });
    else bearers.set(key, (bearers.get(key) ?? new Set()).add(root));
  }
  return nameOnly.flatMap(({ key, id }) => {
    const [bearer, ...others] = bearers.get(key) ?? [];
    if (bearer === undefined || others.length > 0 || rootOf.get(id) === bearer) return [];
    return [pair(id, bearer, 'known_name', 0.9)];
  });
}

type Groups = Map<string, Set<bigint>>;

function addTo(groups: Groups, key: string, id: bigint): void {
  groups.set(key, (groups.get(key) ?? new Set()).add(id));
}

function firstOf(group: ReadonlySet<bigint> | undefined): bigint | undefined {
  return group && [...group].sort(byId)[0];
}

/** The links that hold each group together: every id with the smallest. */
function starLinks(
  groups: Groups,
  rule: string,
  confidenceOf: (key: string) => number,
): readonly IdentityLink[] {
  return [...groups].flatMap(([key, group]) => {
    const [first, ...others] = [...group].sort(byId);
    if (first === undefined) return [];
    return others.map((other) => pair(first, other, rule, confidenceOf(key)));
  });
}
