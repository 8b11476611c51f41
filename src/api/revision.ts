import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { AskForCommit } from '../metrics/ref.ts';
import { bigintOf } from '../store/cell.ts';
import type { Store } from '../store/store.ts';
import { type DatabaseInput, gitDirectory } from './database.ts';

/**
 * Makes the function that asks git, in the mirrors of the scopes' repositories, which commit a text such as `HEAD~3` means.
 *
 * Its errors: `E_PARAM` when it means another commit in another repository.
 */
export function makeAskGit(store: Store, input: DatabaseInput, context: Context): AskForCommit {
  return async (ref, scopeIds) => {
    const { resolveRevision } = await import('../collect/git/revision.ts');
    const { readQuery } = await import('../store/sql.ts');
    const { rows } = await store.query(readQuery('commands/scope_repository'), { scope_ids: scopeIds });
    const found = new Map<string, string>();
    for (const row of rows) {
      const mirror = { directory: gitDirectory(input), repoId: bigintOf(row, 'repo_id') };
      const sha = await resolveRevision(ref, mirror, context);
      if (sha !== null) found.set(sha, String(row['name']));
    }
    const [sha, ...others] = found.keys();
    if (others.length === 0) return sha ?? null;
    throw new UnderstoryError({
      code: 'E_PARAM',
      message: `\`${ref}\` means another commit in each of ${[...found.values()].join(', ')}`,
      hint: 'Ask for one repository, or give the hash of a commit',
    });
  };
}
