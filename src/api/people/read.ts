import type { Context } from '../../core/context.ts';
import { selectorOf } from '../../core/selector.ts';
import { bigintOf, textOf, textOrNull } from '../../store/cell.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import { buildFacts } from '../collect.ts';
import { type DatabaseInput, requireFacts, withReader, withWriter } from '../database.ts';
import { loadSettings, type SettingsInput } from '../settings.ts';
import { findPerson, type Identity } from './find.ts';

export interface PeopleInput extends DatabaseInput, SettingsInput {}

export interface ListedPeople {
  /** As `queries/commands/person_list.sql` gives them. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
}

/**
 * Lists people who contributed to some targets, those of most commits first; without targets, to any repository.
 *
 * Errors: `E_TARGET`, `E_CONFIG`, and those of opening the database.
 */
export async function listPeople(
  input: PeopleInput & { readonly targets: readonly string[]; readonly limit?: number | undefined },
  context: Context,
): Promise<ListedPeople> {
  return await withCurrentFacts(input, context, async (store) => {
    const { findScopes } = await import('../../metrics/scope.ts');
    const { readQuery } = await import('../../store/sql.ts');
    const scopes = await findScopes(store, input.targets, input.currentDirectory);
    const { columns, rows } = await store.query(readQuery('commands/person_list'), {
      scope_ids: scopes.map(({ scopeId }) => scopeId),
    });
    return { columns, rows: rows.slice(0, input.limit) };
  });
}

/** Everything that is known of a person, for whoever asks on this machine; addresses included. */
export interface PersonDescription {
  readonly person_id: bigint;
  readonly name: string;
  readonly login: string | null;
  readonly kind: string;
  readonly bot_rule: string | null;
  readonly identities: readonly Identity[];
  /** As `queries/commands/person_organization.sql` gives them. */
  readonly organizations: readonly Row[];
  /** Ids that earlier builds gave out and that stand for this person now. */
  readonly earlier_ids: readonly bigint[];
}

/**
 * Describes the person whom `name` means, with every identity and the link that makes it one of theirs.
 *
 * Errors: `E_PERSON`, `E_CONFIG`, and those of opening the database.
 */
export async function showPerson(
  input: PeopleInput & { readonly name: string },
  context: Context,
): Promise<PersonDescription> {
  return await withCurrentFacts(input, context, async (store) => {
    const { readQuery } = await import('../../store/sql.ts');
    const { personId, name, identities } = await findPerson(store, input.name);
    const params = { person_id: personId };
    const person = await store.query(
      'select login, kind, bot_rule from dim_person where person_id = $person_id',
      params,
    );
    const organizations = await store.query(readQuery('commands/person_organization'), params);
    const earlier = await store.query(
      'select old_person_id from map_person_alias where person_id = $person_id order by all',
      params,
    );
    const [row = {}] = person.rows;
    return {
      person_id: personId,
      name,
      login: textOrNull(row, 'login'),
      kind: textOf(row, 'kind'),
      bot_rule: textOrNull(row, 'bot_rule'),
      identities,
      organizations: organizations.rows,
      earlier_ids: earlier.rows.map((alias) => bigintOf(alias, 'old_person_id')),
    };
  });
}

/** A link that a person should look at. */
export interface Doubt {
  /** `suggested`: too weak to join; `refused`: accounts or a split are against it; `accepted`: the weakest that join. */
  readonly status: string;
  /** Commits and credits that would change hands. */
  readonly moved_count: number;
  readonly confidence: number;
  readonly rule: string;
  /** The two identities, as the people file names them. */
  readonly identity: string;
  readonly other_identity: string;
}

/**
 * Lists doubtful links, those first by which most commits and credits would change hands.
 *
 * Errors: `E_CONFIG` and those of opening the database.
 */
export async function reviewPeople(
  input: PeopleInput & { readonly limit: number },
  context: Context,
): Promise<readonly Doubt[]> {
  return await withCurrentFacts(input, context, async (store) => {
    const { readQuery } = await import('../../store/sql.ts');
    const { rows } = await store.query(readQuery('commands/person_review'), { row_limit: input.limit });
    return rows.map((row) => ({
      status: textOf(row, 'status'),
      moved_count: Number(row['moved_count']),
      confidence: Number(row['confidence']),
      rule: textOf(row, 'rule'),
      identity: selectorAt(row, ''),
      other_identity: selectorAt(row, 'other_'),
    }));
  });
}

function selectorAt(row: Row, prefix: '' | 'other_'): string {
  return selectorOf({
    name: textOf(row, `${prefix}name`),
    email: textOf(row, `${prefix}email`),
    login: textOrNull(row, `${prefix}login`),
  });
}

/** Reads after bringing facts up to date, where the files of the user have changed since they were built. */
export async function withCurrentFacts<T>(
  input: PeopleInput,
  context: Context,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const settings = await loadSettings(input);
  const { isCurrent } = await import('../../transform/build.ts');
  const isFresh = await withReader(input, async (store) => {
    await requireFacts(store);
    return await isCurrent(store, settings.build);
  });
  if (isFresh) return await withReader(input, work);
  return await withWriter(input, async (store) => {
    await buildFacts(store, settings.build, context);
    return await work(store);
  });
}
