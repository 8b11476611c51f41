import type { Forgotten } from '../config/people.ts';
import { comparableName } from '../name.ts';
import { noreplyAccount } from '../noreply.ts';
import { type Kind, makeHash } from './trait.ts';

const MOST_CACHED = 100_000;

/** The pseudonym of whoever is recognised by a text in comparable form. */
export type Find = (kind: Kind, text: string) => string | undefined;

/** Makes the search among the people of a file; null where nobody was forgotten. */
export function makeFind({ salt, people }: Forgotten): Find | null {
  const pseudonyms = new Map(
    people.flatMap(({ pseudonym, hashes }) => hashes.map((hash) => [hash, pseudonym] as const)),
  );
  if (pseudonyms.size === 0) return null;
  const hash = makeHash(salt);
  return cached((kind, text) => pseudonyms.get(hash(kind, text)));
}

/** By the address itself, or by the account that GitHub made it for. */
export function findEmail(email: string, find: Find): string | undefined {
  const address = comparableName(email);
  const account = noreplyAccount(address);
  return (
    find('email', address) ??
    (account?.accountId ? find('number', account.accountId) : undefined) ??
    (account === null ? undefined : findLogin(account.login, find))
  );
}

/** As a name where it is known from somewhere else than GitHub. */
export function findLogin(login: string, find: Find): string | undefined {
  const text = comparableName(login);
  return find('login', text) ?? find('name', text);
}

/** The same words come again and again, and hashing them is what takes time. */
function cached(find: Find): Find {
  const known = new Map<string, string | undefined>();
  return (kind, text) => {
    const key = `${kind} ${text}`;
    if (known.has(key)) return known.get(key);
    if (known.size >= MOST_CACHED) known.clear();
    const found = find(kind, text);
    known.set(key, found);
    return found;
  };
}
