import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isSystemError, UnderstoryError } from '../core/errors.ts';
import { unwritable } from '../core/write-file.ts';

const TEMPLATE = `# Settings of understory. Every line that begins with # is an example.
# An ecosystem is a set of projects, a project a set of repositories; each of them can be the TARGET of a command.
#ecosystems:
#  postgres:
#    projects:
#      postgresql:
#        repositories: [postgres/postgres]
#        paths: { postgres/postgres: ./clones/postgres.git } # read its history from this clone
#      pgvector:
#        repositories: [pgvector/pgvector]
#      citus:
#        repositories: [citusdata/citus]
#        include: org:citusdata # and all other repositories of the organization …
#        exclude: [citusdata/docs] # … but these

# Decisions about people: merges, splits, affiliations, bots.
#people: understory.people.yml

# Who works where, in the format of gitdm and the CNCF.
#companies: [maps/affiliations.txt]

# Words by which your projects give credit, beside the known ones; kinds and roles are explained in docs/identity.md.
#credits:
#  - { kind: title, phrase: Landed-for, role: author, confidence: 0.95 }
`;

/**
 * Writes a commented `understory.yml` and returns its absolute path.
 *
 * Errors: `E_CONFIG` where there is one already; `E_PERMISSION`.
 */
export async function writeSettings(input: { readonly config?: string | undefined }): Promise<string> {
  const path = resolve(input.config ?? 'understory.yml');
  try {
    await writeFile(path, TEMPLATE, { flag: 'wx' });
    return path;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) {
      throw new UnderstoryError({
        code: 'E_CONFIG',
        message: `\`${path}\` is there already and was left as it is`,
        hint: 'Edit it, or write another with `understory init --config FILE`',
        cause: error,
      });
    }
    throw unwritable(path, error);
  }
}
