import { createHash } from 'node:crypto';
import { comparableName } from '../name.ts';

/** One thing to recognise of a forgotten person. */
export type Trait =
  | { readonly kind: 'name' | 'email' | 'login'; readonly text: string }
  /** The id of an account's node, and its number. */
  | { readonly kind: 'account' | 'number'; readonly text: string }
  | { readonly kind: 'identity'; readonly name: string; readonly email: string };

/** What is hashed with a text, so that a name is never taken for an address; `first` is the first word of a name. */
export type Kind = Trait['kind'] | 'first';

/** The hashes by which a person is recognised later, without saying who it is; sorted, each once. */
export function hashTraits(salt: string, traits: readonly Trait[]): readonly string[] {
  const hash = makeHash(salt);
  const hashes = traits.flatMap((trait) => {
    if (trait.kind === 'identity') return [hash('identity', identityKey(trait.name, trait.email))];
    const text = comparableName(trait.text);
    if (trait.kind === 'account') return [hash('account', trait.text)];
    if (trait.kind !== 'name') return [hash(trait.kind, text)];
    // The first word alone is marked too, so that of a long text only few places need a closer look.
    return [hash('name', text), hash('first', text.split(' ')[0] ?? '')];
  });
  return [...new Set(hashes)].sort();
}

/** A name for somebody without one: two capitalised words, so that it reads as a name wherever names are read. */
export function pseudonymOf(salt: string, hashes: readonly string[]): string {
  const digest = createHash('sha256').update(`${salt}\0${hashes.join()}`).digest();
  const letters = [...digest.subarray(0, 8)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `Forgotten ${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

/** The hash of a text in comparable form. */
export function makeHash(salt: string): (kind: Kind, text: string) => string {
  return (kind, text) => createHash('sha256').update(`${salt}\0${kind}\0${text}`).digest('hex').slice(0, 32);
}

/** A name and address that belong together, in comparable form. */
export function identityKey(name: string, email: string): string {
  return `${comparableName(name)} <${comparableName(email)}>`;
}
