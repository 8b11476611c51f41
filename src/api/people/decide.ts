import { readFile } from 'node:fs/promises';
import { editPeople, type PeopleEdit } from '../../core/config/people-edit.ts';
import type { Context } from '../../core/context.ts';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import type { KindDecision } from '../../core/people-decisions.ts';
import { selectorOf } from '../../core/selector.ts';
import { writeFileWhole } from '../../core/write-file.ts';
import type { Store } from '../../store/store.ts';
import { buildFacts } from '../collect.ts';
import { requireFacts, withReader, withWriter } from '../database.ts';
import { loadSettings } from '../settings.ts';
import { type FoundPerson, findPerson } from './find.ts';
import type { PeopleInput } from './read.ts';

/** What a decision did. */
export interface DecisionResult {
  /** The people file. */
  readonly path: string;
  /** False where the file said so already. */
  readonly is_changed: boolean;
  readonly person_count_before: number;
  readonly person_count_after: number;
}

/**
 * Says that people are one.
 *
 * Errors, here and below: `E_PERSON`, `E_USAGE`, `E_CONFIG`, `E_PERMISSION`, and those of opening the database.
 */
export async function mergePeople(
  input: PeopleInput & { readonly names: readonly string[] },
  context: Context,
): Promise<DecisionResult> {
  return await decide(input, context, async (store) => {
    const people = await findAll(store, input.names);
    if (new Set(people.map(({ personId }) => personId)).size < 2) {
      throw usage('These are one person already', 'See `understory people show NAME` for the identities');
    }
    return [{ edit: 'merge', identities: people.map(mainSelector) }];
  });
}

/** Says that identities, each named so that it can be found, are as many people. */
export async function splitPeople(
  input: PeopleInput & { readonly names: readonly string[] },
  context: Context,
): Promise<DecisionResult> {
  return await decide(input, context, async (store) => {
    const identities: string[] = [];
    for (const name of input.names) identities.push(identityOf(await findPerson(store, name), name));
    if (new Set(identities).size < 2) {
      throw usage(
        'Splitting needs at least two identities',
        'See `understory people show NAME`, and give two of them as `Name <address>`',
      );
    }
    return [{ edit: 'split', identities }];
  });
}

/** Gives a person further names, logins or addresses, whether or not they have been seen. */
export async function aliasPerson(
  input: PeopleInput & { readonly name: string; readonly aliases: readonly string[] },
  context: Context,
): Promise<DecisionResult> {
  return await decide(input, context, async (store) => [
    { edit: 'alias', person: mainSelector(await findPerson(store, input.name)), aliases: input.aliases },
  ]);
}

/** Says whether a person is one, a bot or a coding agent. */
export async function setPersonKind(
  input: PeopleInput & { readonly name: string; readonly kind: KindDecision['kind'] },
  context: Context,
): Promise<DecisionResult> {
  return await decide(input, context, async (store) => {
    const { identities } = await findPerson(store, input.name);
    return identities.map((identity) => ({
      edit: 'kind' as const,
      identity: selectorOf(identity),
      kind: input.kind,
    }));
  });
}

export interface AffiliateInput extends PeopleInput {
  readonly name: string;
  readonly organization: string;
  /** First day, `YYYY-MM-DD`; always where not given. */
  readonly from?: string | undefined;
  /** Day after the last; still where not given. */
  readonly until?: string | undefined;
}

/** Says for whom a person worked, and when. */
export async function affiliatePerson(input: AffiliateInput, context: Context): Promise<DecisionResult> {
  const { organization, from, until } = input;
  return await decide(input, context, async (store) => {
    const person = await findPerson(store, input.name);
    const address = person.identities.find(
      ({ email, is_only_owner }) => email !== '' && is_only_owner,
    )?.email;
    return [{ edit: 'affiliate', person: address ?? person.name, organization, from, until }];
  });
}

/** Writes decisions into the people file and rebuilds the facts; `plan` finds out what to write. */
export async function decide(
  input: PeopleInput,
  context: Context,
  plan: (store: Store) => Promise<readonly PeopleEdit[]>,
): Promise<DecisionResult> {
  // Opened to read first: a database that is not there must not be made to find nobody in it.
  await withReader(input, requireFacts);
  const { config, build } = await loadSettings(input);
  return await withWriter(input, async (store) => {
    // Names mean the people of the file as it stands, not of the last build.
    await buildFacts(store, build, context);
    const before = await countPeople(store);
    const edits = await plan(store);
    const text = await readOrEmpty(config.peoplePath);
    const edited = await editPeople(text, edits);
    if (edited !== text) await writeFileWhole(config.peoplePath, edited);
    await buildFacts(store, (await loadSettings(input)).build, context);
    return {
      path: config.peoplePath,
      is_changed: edited !== text,
      person_count_before: before,
      person_count_after: await countPeople(store),
    };
  });
}

async function findAll(store: Store, names: readonly string[]): Promise<readonly FoundPerson[]> {
  const people: FoundPerson[] = [];
  for (const name of names) people.push(await findPerson(store, name));
  return people;
}

/** The identity that stands for a person in the file: the one used most. */
function mainSelector({ name, identities: [first] }: FoundPerson): string {
  return first === undefined ? name : selectorOf(first);
}

/** The identity of a person that `text` means. */
function identityOf(person: FoundPerson, text: string): string {
  const meant = person.identities.find((identity) => {
    const forms = [selectorOf(identity), identity.email, identity.name, identity.login];
    return forms.some((form) => form?.toLowerCase() === text.trim().toLowerCase());
  });
  return meant === undefined ? mainSelector(person) : selectorOf(meant);
}

async function countPeople(store: Store): Promise<number> {
  const { rows } = await store.query('select count(*)::integer as person_count from dim_person');
  return Number(rows[0]?.['person_count'] ?? 0);
}

/** The text of a file; none where it is not there yet. */
export async function readOrEmpty(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  }
}

function usage(message: string, hint: string): UnderstoryError {
  return new UnderstoryError({ code: 'E_USAGE', message, hint });
}
