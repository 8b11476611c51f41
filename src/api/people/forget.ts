import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { editPeople, type PeopleEdit } from '../../core/config/people-edit.ts';
import type { Context } from '../../core/context.ts';
import { isSystemError } from '../../core/errors.ts';
import { makeRedactor, type Redactor } from '../../core/redact/redactor.ts';
import { hashTraits, pseudonymOf, type Trait } from '../../core/redact/trait.ts';
import { parseSelector, selectorOf } from '../../core/selector.ts';
import { writeFileWhole } from '../../core/write-file.ts';
import { buildFacts } from '../collect.ts';
import { DEFAULT_DATABASE, gitDirectory } from '../database.ts';
import { loadSettings } from '../settings.ts';
import { readOrEmpty } from './decide.ts';
import { findPerson } from './find.ts';
import { type PeopleInput, withCurrentFacts } from './read.ts';
import { traitsOf } from './traits.ts';

export interface ForgetInput extends PeopleInput {
  /** Whom to forget; nobody new to go over the database again, such as after a run that was killed. */
  readonly names: readonly string[];
  /** Folder of all reports; `understory-reports` where it is not given. */
  readonly out?: string | undefined;
  /** Only says whom it would erase. */
  readonly isDryRun?: boolean | undefined;
}

export interface ForgetResult {
  /** The people file, which holds only hashes of whom it forgets. */
  readonly path: string;
  /** Names and addresses that are erased. */
  readonly identities: readonly string[];
  /** What stands in their place. */
  readonly pseudonyms: readonly string[];
  /** Repositories whose rows named them; mirrors of these are gone until the next collection. */
  readonly repo_ids: readonly bigint[];
  /** Folders of reports that name them still. */
  readonly reports: readonly string[];
}

interface Leaver {
  readonly personId: bigint;
  readonly identities: readonly string[];
  readonly traits: readonly Trait[];
}

/**
 * Erases people: a pseudonym takes the place of names and addresses in the database, which is written anew; mirrors that
 * hold them are dropped, and whatever is collected later goes through a filter that knows only salted hashes.
 *
 * Written reports are only found, not changed. Errors: `E_PERSON`, `E_CONFIG`, `E_PERMISSION`, and those of opening the database.
 */
export async function forgetPeople(input: ForgetInput, context: Context): Promise<ForgetResult> {
  const leavers = await findLeavers(input, context);
  const { config } = await loadSettings(input);
  const salt = config.people.forgotten.salt || makeSalt(context);
  const edits = leavers.map(({ traits }) => forgetEdit(salt, traits));
  const result = {
    path: config.peoplePath,
    identities: leavers.flatMap(({ identities }) => identities),
    pseudonyms: edits.map(({ pseudonym }) => pseudonym),
  };
  if (input.isDryRun) return { ...result, repo_ids: [], reports: [] };
  // First of all, so that a run that is killed after this can be finished by another without knowing the names.
  const text = await readOrEmpty(config.peoplePath);
  if (edits.length > 0) await writeFileWhole(config.peoplePath, await editPeople(text, edits));
  const { redactor } = await loadSettings(input);
  if (redactor === null) return { ...result, repo_ids: [], reports: [] };
  const reports = await findReports(
    resolve(input.currentDirectory, input.out ?? 'understory-reports'),
    redactor,
  );
  const named = await eraseRows(input, redactor, leavers, context);
  return { ...result, repo_ids: [...named], reports };
}

async function findLeavers(input: ForgetInput, context: Context): Promise<readonly Leaver[]> {
  return await withCurrentFacts(input, context, async (store) => {
    const leavers: Leaver[] = [];
    for (const name of input.names) {
      const person = await findPerson(store, name);
      leavers.push({
        personId: person.personId,
        identities: person.identities.map(selectorOf),
        traits: await traitsOf(store, person),
      });
    }
    return leavers;
  });
}

function forgetEdit(salt: string, traits: readonly Trait[]): PeopleEdit & { readonly edit: 'forget' } {
  const hashes = hashTraits(salt, traits);
  const pseudonym = pseudonymOf(salt, hashes);
  const redactor = makeRedactor({ salt, people: [{ pseudonym, hashes }] });
  const isNamedBy = (text: string): boolean => {
    const { name, email } = parseSelector(text) ?? { name: text, email: '' };
    return redactor !== null && (redactor.text(text) !== text || redactor.person(name, email)[0] !== name);
  };
  return { edit: 'forget', salt, pseudonym, hashes, isNamedBy };
}

const SALT_DIGITS = 32;

function makeSalt({ random }: Context): string {
  return Array.from({ length: SALT_DIGITS }, () => Math.floor(random() * 16).toString(16)).join('');
}

async function eraseRows(
  input: ForgetInput,
  redactor: Redactor,
  leavers: readonly Leaver[],
  context: Context,
): Promise<ReadonlySet<bigint>> {
  const { rewriteDatabase } = await import('../../store/rewrite.ts');
  const { mirrorDirectory } = await import('../../collect/git/mirror.ts');
  const { build } = await loadSettings(input);
  const named = await rewriteDatabase(input.db ?? DEFAULT_DATABASE, redactor, async (store) => {
    // An id is a hash of a name and an address: whoever guesses these could find the person by it.
    await store.run(
      'delete from map_person_alias where list_contains($ids::bigint[], person_id) or list_contains($ids::bigint[], old_person_id)',
      { ids: leavers.map(({ personId }) => personId) },
    );
    await buildFacts(store, build, context);
  });
  for (const repoId of named) {
    await rm(mirrorDirectory(gitDirectory(input), repoId), { recursive: true, force: true });
  }
  return named;
}

const REPORT_FILE = /\.(html|md|json|csv|svg)$/;

/** Folders below `directory` with a file that names somebody. */
async function findReports(directory: string, redactor: Redactor): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const name of await filesBelow(directory)) {
    if (!REPORT_FILE.test(name)) continue;
    const path = join(directory, name);
    const text = await readFile(path, 'utf8');
    // Charts and tables lie a folder below their report.
    if (redactor.text(text) !== text) found.add(dirname(path).replace(/[/\\](charts|data)$/, ''));
  }
  return [...found].sort();
}

async function filesBelow(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory, { recursive: true });
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return [];
    throw error;
  }
}
