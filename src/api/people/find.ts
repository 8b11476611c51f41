import { UnderstoryError } from '../../core/errors.ts';
import { parseSelector, selectorOf } from '../../core/selector.ts';
import { bigintOf, textOf, textOrNull } from '../../store/cell.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';

/** A name and address of a person, or an account, which has neither; and why it belongs to that person. */
export interface Identity {
  readonly identity_id: bigint;
  readonly name: string;
  readonly email: string;
  /** Name and address after the mailmap. */
  readonly mapped_name: string;
  readonly mapped_email: string;
  readonly login: string | null;
  /** Commits that it stands in and credits. */
  readonly use_count: number;
  readonly first_contribution_at: string | null;
  /** Rule of the surest link to another identity; `own` for the first one. */
  readonly rule: string;
  readonly confidence: number;
  /** The identity at the other end of that link, as `Name <address>`. */
  readonly linked_to: string | null;
  /** Whether nobody else has that address. */
  readonly is_only_owner: boolean;
}

/** A person with all identities, those used most first. */
export interface FoundPerson {
  readonly personId: bigint;
  readonly name: string;
  readonly identities: readonly Identity[];
}

/**
 * Finds the person whom `text` names: a name, an address, a login, `Name <address>`, or an id of now or of an earlier build.
 *
 * Errors: `E_PERSON` when nobody is meant, with the nearest names, or when several are, with what tells them apart.
 */
export async function findPerson(store: Store, text: string): Promise<FoundPerson> {
  const exact = parseSelector(text);
  const { rows } = await store.query(readQuery('commands/person_match'), {
    text: text.trim(),
    name: exact?.name ?? '',
    email: exact?.email ?? '',
    is_exact: exact !== null,
  });
  const [row, ...others] = rows;
  if (row === undefined) throw await unknownPerson(store, text);
  const ids = rows.map((match) => bigintOf(match, 'person_id'));
  const identities = await readIdentities(store, ids);
  if (others.length > 0) throw severalPeople(text, ids, identities);
  const personId = bigintOf(row, 'person_id');
  return { personId, name: textOf(row, 'name'), identities: identities.get(personId) ?? [] };
}

async function readIdentities(
  store: Store,
  personIds: readonly bigint[],
): Promise<ReadonlyMap<bigint, readonly Identity[]>> {
  const { rows } = await store.query(readQuery('commands/person_identity'), { person_ids: personIds });
  const people = new Map<bigint, Identity[]>();
  for (const row of rows) {
    const identity: Identity = {
      identity_id: bigintOf(row, 'identity_id'),
      name: textOf(row, 'name'),
      email: textOf(row, 'email'),
      mapped_name: textOf(row, 'mapped_name'),
      mapped_email: textOf(row, 'mapped_email'),
      login: textOrNull(row, 'login'),
      use_count: Number(row['use_count']),
      first_contribution_at: textOrNull(row, 'first_contribution_at'),
      rule: textOf(row, 'rule'),
      confidence: Number(row['confidence']),
      linked_to:
        row['linked_name'] === null
          ? null
          : selectorOf({
              name: textOf(row, 'linked_name'),
              email: textOf(row, 'linked_email'),
              login: textOrNull(row, 'linked_login'),
            }),
      is_only_owner: row['is_only_owner'] === true,
    };
    const personId = bigintOf(row, 'person_id');
    people.set(personId, [...(people.get(personId) ?? []), identity]);
  }
  return people;
}

async function unknownPerson(store: Store, text: string): Promise<UnderstoryError> {
  const { rows } = await store.query(readQuery('commands/person_nearest'), { text });
  const names = rows.map(({ name }) => `\`${name}\``);
  return new UnderstoryError({
    code: 'E_PERSON',
    message: `Nobody is known as \`${text}\``,
    hint: names.length > 0 ? `The nearest names are ${names.join(', ')}` : 'Collect a repository first',
  });
}

const MOST_CANDIDATES = 8;

function severalPeople(
  text: string,
  ids: readonly bigint[],
  identities: ReadonlyMap<bigint, readonly Identity[]>,
): UnderstoryError {
  const candidates = ids.flatMap((id) => {
    const [first] = identities.get(id) ?? [];
    return first === undefined ? [] : [`\`${selectorOf(first)}\` (id ${id}, ${first.use_count} uses)`];
  });
  const rest = candidates.length > MOST_CANDIDATES ? ', …' : '';
  return new UnderstoryError({
    code: 'E_PERSON',
    message: `\`${text}\` may be any of ${ids.length} people`,
    hint: `Say which: ${candidates.slice(0, MOST_CANDIDATES).join(', ')}${rest}`,
  });
}
