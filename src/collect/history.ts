import { type ErrorCode, UnderstoryError } from '../core/errors.ts';
import { counted } from '../core/words.ts';
import { collectGit, type GitOutcome } from './git/collect.ts';
import { GIT_COLLECTOR_VERSION } from './git/repository.ts';
import type { GitTarget } from './git/target.ts';
import { recordRun, type StreamOutcome, type Work } from './outcome.ts';
import { readRepoAliases } from './rekey.ts';

export interface History {
  readonly git: GitOutcome;
  readonly outcome: StreamOutcome;
}

/** Brings the git history of a target up to date and records the run. Errors: those of `collectGit`. */
export async function collectHistory(work: Work, gitTarget: GitTarget): Promise<History> {
  const { store, settings, context } = work;
  const startedAt = context.now();
  const repoIds = await readRepoAliases(store);
  const git = await collectGit(store, gitTarget, { ...settings, repoIds }, context);
  const outcome = gitStream(git);
  await recordRun(work, { repoId: git.repoId, startedAt, outcome, version: GIT_COLLECTOR_VERSION });
  return { git, outcome };
}

/** Failures of git that say nothing against reading GitHub. */
const GAPS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['E_NETWORK', 'E_NOT_FOUND', 'E_GIT', 'E_SHALLOW']);

/**
 * Where GitHub can still be read, a history that can't be fetched is a gap like others. So is one that git does not find
 * where GitHub does: it is private, and the token that GitHub takes is not git's. Where neither can be read, git's
 * failure is the one to name, since GitHub may only lack a token.
 */
export async function tryHistory(
  work: Work,
  gitTarget: GitTarget,
  isOnGithub: boolean,
): Promise<{ readonly git: GitOutcome | null; readonly outcome: StreamOutcome }> {
  try {
    return await collectHistory(work, gitTarget);
  } catch (error) {
    if (!(error instanceof UnderstoryError) || !isOnGithub || !GAPS.has(error.code)) throw error;
    const outcome: StreamOutcome = {
      stream: 'git',
      status: 'incomplete',
      reason: error.message,
      hint: error.hint ?? null,
      isWithheld: false,
    };
    return { git: null, outcome };
  }
}

function gitStream(outcome: GitOutcome): StreamOutcome {
  const reasons = [
    ...(outcome.isShallow ? ['shallow clone: history is cut off'] : []),
    ...(outcome.damagedCommitCount > 0
      ? [`lines of ${counted(outcome.damagedCommitCount, 'commit')} could not be counted`]
      : []),
  ];
  return {
    stream: 'git',
    status: reasons.length === 0 ? 'done' : 'incomplete',
    reason: reasons.join('; ') || null,
    hint: null,
    isWithheld: false,
  };
}
