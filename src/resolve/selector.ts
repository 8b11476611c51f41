import { noreplyAccount } from '../core/noreply.ts';
import { parseSelector } from '../core/selector.ts';
import { comparableEmail } from './email.ts';
import { comparableName } from './name.ts';

/** What a user can name an identity by. */
export interface Selectable {
  readonly identityId: bigint;
  readonly name: string;
  readonly email: string;
  readonly mappedName: string;
  readonly mappedEmail: string;
  /** The GitHub account that it is or belongs to. */
  readonly account?: { readonly login: string } | null;
}

/** Ids of the identities that a text of the user means. */
export type Select = (selector: string) => ReadonlySet<bigint>;

/**
 * Indexes identities by what a user may call them: an address, a name, a login of GitHub, `Name <address>`, or
 * `Name <>` for the name without an address. Case and accents do not matter.
 */
export function makeSelect(identities: Iterable<Selectable>): Select {
  const emails: Index = new Map();
  const names: Index = new Map();
  for (const { identityId, name, email, mappedName, mappedEmail, account } of identities) {
    for (const address of new Set([comparableEmail(email), comparableEmail(mappedEmail)])) {
      add(emails, address, identityId);
      const login = noreplyAccount(address)?.login;
      if (login !== undefined) add(names, login, identityId);
    }
    if (account) add(names, comparableName(account.login), identityId);
    add(names, comparableName(name), identityId);
    add(names, comparableName(mappedName), identityId);
  }
  return (selector) => {
    const both = parseSelector(selector);
    if (both !== null) {
      const { name, email } = both;
      const byEmail = emails.get(comparableEmail(email)) ?? NONE;
      const byName = names.get(comparableName(name)) ?? NONE;
      return name === '' ? byEmail : new Set([...byName].filter((id) => byEmail.has(id)));
    }
    return (
      (selector.includes('@')
        ? emails.get(comparableEmail(selector))
        : names.get(comparableName(selector))) ?? NONE
    );
  };
}

type Index = Map<string, Set<bigint>>;

const NONE: ReadonlySet<bigint> = new Set();

function add(index: Index, key: string, id: bigint): void {
  index.set(key, (index.get(key) ?? new Set()).add(id));
}
