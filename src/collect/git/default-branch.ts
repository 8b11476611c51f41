import type { Context } from '../../core/context.ts';
import { UnderstoryError } from '../../core/errors.ts';
import type { Mirror } from './mirror.ts';
import { runGit } from './process.ts';

/**
 * Refuses a repository whose HEAD leads to no commit though it has branches, as after a rename of the default branch or
 * where objects are lost: it would read as empty, and what is stored of it would be taken away.
 *
 * Errors: `E_TARGET`, naming a branch to read; `E_GIT` where the branch is there and its commit is not.
 */
export async function mustHaveHead(mirror: Mirror, context: Context): Promise<void> {
  if (mirror.headSha !== null) return;
  const branches = await readBranches(mirror, context);
  const [first] = branches;
  if (first === undefined) return;
  if (mirror.branch !== null && branches.includes(mirror.branch)) {
    throw new UnderstoryError({
      code: 'E_GIT',
      message: `The newest commit of \`${mirror.branch}\` in \`${mirror.name}\` can't be read`,
      hint: 'Run `git fsck` in the repository; what is stored of it is kept',
    });
  }
  const problem =
    mirror.branch === null
      ? 'its HEAD names no branch'
      : `its HEAD names \`${mirror.branch}\`, which has no commit`;
  throw new UnderstoryError({
    code: 'E_TARGET',
    message: `The default branch of \`${mirror.name}\` is not known: ${problem}`,
    hint: `Name the branch to read, such as \`--branch ${first}\``,
  });
}

async function readBranches({ place }: Mirror, context: Context): Promise<readonly string[]> {
  const args = ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes/origin'];
  const names = (await runGit(place, args, context)).toString('utf8').split('\n');
  return names
    .filter((name) => name !== '')
    .map((name) => name.replace(/^refs\/(heads|remotes\/origin)\//, ''));
}
