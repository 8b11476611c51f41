import { createHash } from 'node:crypto';
import type { Forgotten } from '../config/people.ts';
import { comparableName } from '../name.ts';
import { findEmail, findLogin, makeFind } from './find.ts';
import { redactText } from './text.ts';
import { identityKey } from './trait.ts';

/** Puts pseudonyms where people stand who asked to be forgotten; whatever names nobody of them stays as it is. */
export interface Redactor {
  /** A name and address that belong together. */
  readonly person: (name: string, email: string) => readonly [string, string];
  /** Any text, such as a commit message or a document. */
  readonly text: (text: string) => string;
  /** Who stands behind an account that any of its signs tells; null for somebody who was not forgotten. */
  readonly account: (signs: AccountSigns) => ForgottenAccount | null;
}

/** By what GitHub tells accounts apart. */
export interface AccountSigns {
  /** Id of the node. */
  readonly id?: string | undefined;
  readonly number?: number | undefined;
  readonly login?: string | undefined;
}

/** What is left of an account; all accounts of one person become one. */
export interface ForgottenAccount {
  /** In the place of the login and the id of the node. */
  readonly pseudonym: string;
  /** In the place of the number; negative, which GitHub's are not. */
  readonly number: number;
}

/** Makes the filter for the people of a file; null where nobody was forgotten. */
export function makeRedactor(forgotten: Forgotten): Redactor | null {
  const find = makeFind(forgotten);
  if (find === null) return null;
  return {
    person: (name, email) => {
      const pseudonym =
        find('identity', identityKey(name, email)) ??
        (email === '' ? undefined : findEmail(email, find)) ??
        (name === '' ? undefined : find('name', comparableName(name)));
      return pseudonym === undefined ? [name, email] : [pseudonym, ''];
    },
    text: (text) => redactText(text, find),
    account: ({ id, number, login }) => {
      const pseudonym =
        (id === undefined ? undefined : find('account', id)) ??
        (number === undefined ? undefined : find('number', String(number))) ??
        (login === undefined ? undefined : findLogin(login, find));
      return pseudonym === undefined ? null : { pseudonym, number: numberOf(pseudonym) };
    },
  };
}

/** Digits of a hash that a number holds exactly. */
const NUMBER_DIGITS = 12;

function numberOf(pseudonym: string): number {
  const digits = createHash('sha256').update(pseudonym).digest('hex').slice(0, NUMBER_DIGITS);
  return -Number.parseInt(digits, 16);
}
