import { stat } from 'node:fs/promises';
import type { Context } from '../../core/context.ts';
import { isSystemError } from '../../core/errors.ts';
import { mirrorDirectory } from './mirror.ts';
import { tryGit } from './process.ts';

/**
 * The full hash of the commit that `revision` means in a collected repository, in any of git's ways to name one; null
 * where it means none there, or the mirror of the repository is gone.
 */
export async function resolveRevision(
  revision: string,
  mirror: { readonly directory: string; readonly repoId: bigint },
  context: Context,
): Promise<string | null> {
  const gitDirectory = mirrorDirectory(mirror.directory, mirror.repoId);
  try {
    await stat(gitDirectory);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
  const place = { gitDirectory, directory: gitDirectory, userConfiguration: false };
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { output, exit } = await tryGit(place, args, context);
  return exit.status === 0 ? output.toString('utf8').trim() : null;
}
