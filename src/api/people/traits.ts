import { comparableName } from '../../core/name.ts';
import type { Trait } from '../../core/redact.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { FoundPerson } from './find.ts';

/** A single word in more messages than this for each use of the person is a word of the language. */
const MOST_MESSAGES_PER_USE = 2;

/**
 * What to recognise a person by who is to be forgotten: every name together with its address, addresses that nobody else
 * has, full names that nobody else bears, and logins and single names that mean nobody and nothing else.
 */
export async function traitsOf(store: Store, person: FoundPerson): Promise<readonly Trait[]> {
  const others = await store.query(await readQuery('commands/other_name'), { person_id: person.personId });
  const otherNames = new Set(others.rows.map(({ name }) => comparableName(String(name))));
  const otherWords = new Set([...otherNames].flatMap((name) => name.split(' ')));
  const traits: Trait[] = [];
  const names = new Set([person.name]);
  for (const identity of person.identities) {
    const { name, email, mapped_name, mapped_email, login, is_only_owner } = identity;
    traits.push(
      { kind: 'identity', name, email },
      { kind: 'identity', name: mapped_name, email: mapped_email },
    );
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

async function isCommonWord(store: Store, word: string, { identities }: FoundPerson): Promise<boolean> {
  const { rows } = await store.query(await readQuery('commands/word_use'), { word });
  const uses = identities.reduce((sum, { use_count }) => sum + use_count, 0);
  return Number(rows[0]?.['message_count'] ?? 0) > uses * MOST_MESSAGES_PER_USE;
}
