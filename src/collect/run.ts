import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { isGithubStream } from '../core/streams.ts';
import type { Store } from '../store/store.ts';
import { parseTarget } from './git/target.ts';
import { githubTarget } from './github/target.ts';
import { collectHistory } from './history.ts';
import type { CollectSettings, TargetOutcome, Work } from './outcome.ts';
import { joinClone } from './rekey.ts';

/**
 * Collects one target: what GitHub says of the repository, by which its id becomes known, then its git history, then
 * everything else that GitHub has. How each stream went stands in `run_collection`.
 *
 * Errors: those of `parseTarget`; those of `collectGit` where nothing else was to be read; `E_INTERRUPTED`; those of the
 * store. What was stored before them is kept.
 */
export async function collectTarget(
  store: Store,
  target: string,
  settings: CollectSettings,
  context: Context,
): Promise<TargetOutcome> {
  const gitTarget = await parseTarget(target, settings);
  const work: Work = { store, target, gitTarget, settings, context };
  const github = githubTarget(gitTarget, settings.serverUrl);
  const names = settings.streams.filter(isGithubStream);
  if (!settings.streams.includes('git') && github === null) throw onlyGit(target);
  try {
    if (gitTarget.kind === 'url') await joinClone(store, gitTarget, settings.directory);
    if (github === null || names.length === 0) return await collectGitAlone(work);
    const { collectWithGithub } = await import('./with-github.ts');
    return await collectWithGithub(work, github, names);
  } catch (error) {
    // The message of DuckDB's interrupted query would hide that it was the user who stopped it.
    if (context.signal.aborted && !(error instanceof UnderstoryError)) {
      throw new UnderstoryError({
        code: 'E_INTERRUPTED',
        message: 'Collecting was interrupted',
        cause: error,
      });
    }
    throw error;
  }
}

async function collectGitAlone(work: Work): Promise<TargetOutcome> {
  const { git, outcome } = await collectHistory(work, work.gitTarget);
  return { target: work.target, repoId: git.repoId, name: git.name, git, streams: [outcome] };
}

function onlyGit(target: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_USAGE',
    message: `\`${target}\` is not on GitHub, so git is all that can be collected of it`,
    hint: 'Leave `--only` away, or name `owner/repo`',
  });
}
