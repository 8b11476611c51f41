import { comparableName } from '../../core/name.ts';
import type { Trait } from '../../core/redact/trait.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import type { FoundPerson } from './find.ts';

/** A single word in more messages than this for each use of the person is a word of the language. */
const MOST_MESSAGES_PER_USE = 2;

/**
 * What to recognise a person by who is to be forgotten: every name together with its address, addresses that nobody else
 * has, full names that nobody else bears, logins and single names that mean nobody and nothing else, and in the places of
 * accounts their logins, numbers and ids.
 */
export async function traitsOf(store: Store, person: FoundPerson): Promise<readonly Trait[]> {
  const others = await store.query(await readQuery('commands/other_name'), { person_id: person.personId });
  const otherNames = new Set(others.rows.map(({ name }) => comparableName(String(name))));
  const otherWords = new Set([...otherNames].flatMap((name) => name.split(' ')));
  const traits: Trait[] = [];
  const names = new Set([person.name]);
  for (const { account_id, node_id, login } of await accountsOf(store, person)) {
    if (node_id !== null) traits.push({ kind: 'account', text: String(node_id) });
    if (account_id !== null) traits.push({ kind: 'number', text: String(account_id) });
    if (login !== null) {
      traits.push({ kind: 'login', text: String(login) });
      names.add(String(login));
    }
  }
  for (const identity of person.identities) {
    const { name, email, mapped_name, mapped_email, login, is_only_owner } = identity;
    for (const pair of [
      { name, email },
      { name: mapped_name, email: mapped_email },
    ]) {
      if (pair.name !== '' || pair.email !== '') traits.push({ kind: 'identity', ...pair });
    }
    if (is_only_owner && email !== '') traits.push({ kind: 'email', text: email });
    if (is_only_owner && mapped_email.includes('@')) traits.push({ kind: 'email', text: mapped_email });
    for (const text of [name, mapped_name, login]) if (text !== null && text !== '') names.add(text);
  }
  const ownWords = [...names].map(comparableName).filter((name) => name.includes(' '));
  for (const name of names) {
    const plain = comparableName(name);
    const isTelling = plain.includes(' ')
      ? !otherNames.has(plain)
      : !otherWords.has(plain) &&
        !ownWords.some((own) => own.split(' ').includes(plain)) &&
        !(await isCommonWord(store, plain, person));
    if (isTelling) traits.push({ kind: 'name', text: name });
  }
  return traits;
}

async function accountsOf(store: Store, { personId }: FoundPerson): Promise<readonly Row[]> {
  return (await store.query(await readQuery('commands/person_account'), { person_id: personId })).rows;
}

async function isCommonWord(store: Store, word: string, { identities }: FoundPerson): Promise<boolean> {
  const { rows } = await store.query(await readQuery('commands/word_use'), { word });
  const uses = identities.reduce((sum, { use_count }) => sum + use_count, 0);
  return Number(rows[0]?.['message_count'] ?? 0) > uses * MOST_MESSAGES_PER_USE;
}
