import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import type { Mirror } from './mirror.ts';
import { runGit } from './process.ts';

/**
 * Refuses a repository whose HEAD leads to no commit though it has branches, as after a rename of the default branch: it
 * would read as empty, and what is stored of it would be taken away.
 *
 * Errors: `E_TARGET`, naming a branch to read.
 */
export async function mustHaveHead(mirror: Mirror, context: Context): Promise<void> {
  if (mirror.headSha !== null) return;
  const branch = await firstBranch(mirror, context);
  if (branch === null) return;
  const problem =
    mirror.branch === null
      ? 'its HEAD names no branch'
      : `its HEAD names \`${mirror.branch}\`, which has no commit`;
  throw new UnderstoryError({
    code: 'E_TARGET',
    message: `The default branch of \`${mirror.name}\` is not known: ${problem}`,
    hint: `Name the branch to read, such as \`--branch ${branch}\``,
  });
}

async function firstBranch(mirror: Mirror, context: Context): Promise<string | null> {
  const args = ['for-each-ref', '--count=1', '--format=%(refname)', 'refs/heads', 'refs/remotes/origin'];
  const name = (await runGit(mirror.place, args, context)).toString('utf8').trim();
  return name === '' ? null : name.replace(/^refs\/(heads|remotes\/origin)\//, '');
}
