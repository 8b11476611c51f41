import { comparableName } from '../../core/name.ts';
import type { Trait } from '../../core/redact/trait.ts';
import { textOf } from '../../store/cell.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import type { FoundPerson, Identity } from './find.ts';

/** A single word in more messages than this for each use of the person is a word of the language. */
const MOST_MESSAGES_PER_USE = 2;

/**
 * What to recognise a person by who is to be forgotten: every name together with its address, addresses that nobody else
 * has, full names that nobody else bears, logins and single names that mean nobody and nothing else, and in the places of
 * accounts their logins, numbers and ids.
 */
export async function traitsOf(store: Store, person: FoundPerson): Promise<readonly Trait[]> {
  const accounts = await accountsOf(store, person);
  const names = new Set([
    person.name,
    ...accounts.map((row) => textOf(row, 'login')),
    ...person.identities.flatMap(({ name, mapped_name, login }) => [name, mapped_name, login ?? '']),
  ]);
  names.delete('');
  return [
    ...accounts.flatMap(accountTraits),
    ...person.identities.flatMap(identityTraits),
    ...(await tellingNames(store, person, names)).map((text): Trait => ({ kind: 'name', text })),
  ];
}

async function accountsOf(store: Store, { personId }: FoundPerson): Promise<readonly Row[]> {
  return (await store.query(readQuery('commands/person_account'), { person_id: personId })).rows;
}

function accountTraits({ account_id, node_id, login }: Row): readonly Trait[] {
  const signs = [
    ['account', node_id],
    ['number', account_id],
    ['login', login],
  ] as const;
  return signs.flatMap(([kind, sign]) =>
    sign === null || sign === undefined ? [] : [{ kind, text: String(sign) }],
  );
}

function identityTraits(identity: Identity): readonly Trait[] {
  const { name, email, mapped_name, mapped_email, is_only_owner } = identity;
  const pairs = [
    { name, email },
    { name: mapped_name, email: mapped_email },
  ].filter((pair) => pair.name !== '' || pair.email !== '');
  const addresses = [email, mapped_email.includes('@') ? mapped_email : ''].filter((text) => text !== '');
  return [
    ...pairs.map((pair): Trait => ({ kind: 'identity', ...pair })),
    ...(is_only_owner ? addresses.map((text): Trait => ({ kind: 'email', text })) : []),
  ];
}

/** Those of a person's names that mean nobody and nothing else. */
async function tellingNames(
  store: Store,
  person: FoundPerson,
  names: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { rows } = await store.query(readQuery('commands/other_name'), { person_id: person.personId });
  const otherNames = new Set(rows.map((row) => comparableName(textOf(row, 'name'))));
  const otherWords = new Set([...otherNames].flatMap((name) => name.split(' ')));
  const fullNames = [...names].map(comparableName).filter((name) => name.includes(' '));
  const ownWords = new Set(fullNames.flatMap((name) => name.split(' ')));
  const telling: string[] = [];
  for (const name of names) {
    const plain = comparableName(name);
    const isTelling = plain.includes(' ')
      ? !otherNames.has(plain)
      : !otherWords.has(plain) && !ownWords.has(plain) && !(await isCommonWord(store, plain, person));
    if (isTelling) telling.push(name);
  }
  return telling;
}

async function isCommonWord(store: Store, word: string, { identities }: FoundPerson): Promise<boolean> {
  const { rows } = await store.query(readQuery('commands/word_use'), { word });
  const uses = identities.reduce((sum, { use_count }) => sum + use_count, 0);
  return Number(rows[0]?.['message_count'] ?? 0) > uses * MOST_MESSAGES_PER_USE;
}
