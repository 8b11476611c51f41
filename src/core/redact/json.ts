import type { Redactor } from './redactor.ts';

/** Of an account of somebody who was forgotten this is left beside the pseudonyms: what it is, and counts. */
const KEPT_OF_ACCOUNT = ['__typename', 'type', 'hasSponsorsListing', 'sponsors', 'sponsoring'] as const;
/** Texts that begin with the login of an owner. */
const REPOSITORY_NAMES: ReadonlySet<string> = new Set(['nameWithOwner', 'full_name']);

/**
 * Takes forgotten people out of a JSON document: of their accounts only pseudonyms stay, whatever they are called by.
 *
 * Texts of JSON are escaped, so that a name is only seen once they are read; what is unchanged stays byte for byte.
 * Ids of nodes of these accounts come back too, since an account may be recognised by its login alone.
 */
export function redactJson(
  json: string,
  redactor: Redactor,
): { readonly json: string; readonly ids: ReadonlyMap<string, string> } {
  const document: unknown = JSON.parse(json);
  const ids = new Map<string, string>();
  const noting: Redactor = {
    ...redactor,
    account: (signs) => {
      const account = redactor.account(signs);
      if (account !== null && signs.id !== undefined) ids.set(signs.id, account.pseudonym);
      return account;
    },
  };
  const redacted = redactValue(document, noting);
  return { json: redacted === document ? json : JSON.stringify(redacted), ids };
}

/** The same value where nothing in it names anybody. */
function redactValue(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactString(value, redactor);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const redacted = items.map((item) => redactValue(item, redactor));
    return redacted.every((item, index) => item === items[index]) ? value : redacted;
  }
  return isObject(value) ? redactObject(value, redactor) : value;
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

function redactString(text: string, redactor: Redactor): string {
  return redactor.account({ id: text })?.pseudonym ?? redactor.text(text);
}

function redactObject(object: JsonObject, redactor: Redactor): JsonObject {
  const account = redactAccount(object, redactor);
  if (account !== null) return account;
  const { name, email } = object;
  const person = typeof name === 'string' && typeof email === 'string' ? redactor.person(name, email) : null;
  const entries = Object.entries(object).map(([key, value]): readonly [string, unknown] => {
    if (person !== null && person[0] !== name && (key === 'name' || key === 'email'))
      return [key, person[key === 'name' ? 0 : 1]];
    if (REPOSITORY_NAMES.has(key) && typeof value === 'string')
      return [key, redactRepository(value, redactor)];
    return [key, redactValue(value, redactor)];
  });
  return entries.every(([key, value]) => value === object[key]) ? object : Object.fromEntries(entries);
}

/** What is left of an account of somebody who was forgotten; null for anything else. GraphQL and REST spell it otherwise. */
function redactAccount(object: JsonObject, redactor: Redactor): JsonObject | null {
  const { id, node_id: nodeId, databaseId, login } = object;
  const isAccount = typeof login === 'string';
  const numbers = [id, databaseId].filter((value) => typeof value === 'number');
  const account = redactor.account({
    id: [nodeId, id].find((value) => typeof value === 'string'),
    // Other things have numbers too.
    number: isAccount ? numbers[0] : undefined,
    login: isAccount ? login : undefined,
  });
  if (account === null) return null;
  const { pseudonym, number } = account;
  return {
    ...Object.fromEntries(KEPT_OF_ACCOUNT.flatMap((key) => (key in object ? [[key, object[key]]] : []))),
    ...(id === undefined ? {} : { id: typeof id === 'number' ? number : pseudonym }),
    ...(nodeId === undefined ? {} : { node_id: pseudonym }),
    ...(databaseId === undefined ? {} : { databaseId: number }),
    login: pseudonym,
  };
}

function redactRepository(fullName: string, redactor: Redactor): string {
  const owner = fullName.slice(0, fullName.indexOf('/'));
  const account = redactor.account({ login: owner });
  return account === null
    ? redactor.text(fullName)
    : `${account.pseudonym}${redactor.text(fullName.slice(owner.length))}`;
}
