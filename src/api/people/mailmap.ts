import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PeopleEdit } from '../../core/config/people-edit.ts';
import type { Context } from '../../core/context.ts';
import { isSystemError, UnderstoryError } from '../../core/errors.ts';
import { formatMailmap, type MailmapEntry, parseMailmap } from '../../core/mailmap.ts';
import { selectorOf } from '../../core/selector.ts';
import { type DecisionResult, decide } from './decide.ts';
import { type PeopleInput, withCurrentFacts } from './read.ts';

/**
 * Takes the lines of a `.mailmap` over as merges. Lines that only correct a name have nothing to merge and are left out.
 *
 * Errors: `E_PERMISSION` for a file that can't be read, and those of the other decisions.
 */
export async function importMailmap(
  input: PeopleInput & { readonly file: string },
  context: Context,
): Promise<DecisionResult> {
  const entries = parseMailmap(await readText(resolve(input.currentDirectory, input.file)));
  return await decide(input, context, async () => entries.flatMap(mergeOf));
}

/** The text of a `.mailmap` that makes git show people as the database has them. */
export async function exportMailmap(input: PeopleInput, context: Context): Promise<string> {
  return await withCurrentFacts(input, context, async (store) => {
    const { readQuery } = await import('../../store/sql.ts');
    const { rows } = await store.query(readQuery('commands/mailmap'));
    return formatMailmap(
      rows.map((row) => ({
        name: String(row['name']),
        email: String(row['email']),
        commitName: String(row['commit_name']),
        commitEmail: String(row['commit_email']),
      })),
    );
  });
}

function mergeOf({ email, commitName, commitEmail }: MailmapEntry): readonly PeopleEdit[] {
  const other = selectorOf({ name: commitName, email: commitEmail });
  return email === '' || other === '' || other === email
    ? []
    : [{ edit: 'merge', identities: [email, other] }];
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UnderstoryError({
      code: 'E_PERMISSION',
      message: `\`${path}\` can't be read: ${error.code}`,
      hint: 'Name a file that is there and may be read',
      cause: error,
    });
  }
}
