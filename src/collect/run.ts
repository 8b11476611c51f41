import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { collectGit, type GitOutcome, type GitSettings } from './git/collect.ts';
import { GIT_COLLECTOR_VERSION } from './git/repository.ts';
import { type GitTarget, parseTarget, type TargetSettings } from './git/target.ts';

export interface CollectSettings extends GitSettings, TargetSettings {}

/** How one stream of one repository ended. */
export interface StreamOutcome {
  readonly stream: string;
  readonly status: 'done' | 'incomplete';
  /** Why it is incomplete; null when it is done. */
  readonly reason: string | null;
}

export interface TargetOutcome extends GitOutcome {
  /** What the user asked for. */
  readonly target: string;
  readonly streams: readonly StreamOutcome[];
}

/**
 * Collects the git history of one target and records how it went in `run_collection`.
 *
 * Errors: those of `parseTarget` and `collectGit`; what was stored before them is kept.
 */
export async function collectTarget(
  store: Store,
  target: string,
  settings: CollectSettings,
  context: Context,
): Promise<TargetOutcome> {
  const gitTarget = await parseTarget(target, settings);
  const startedAt = context.now();
  try {
    const outcome = await collectGit(store, gitTarget, settings, context);
    const stream = gitStream(outcome);
    await recordRun(store, { target: displayName(target, gitTarget), startedAt, outcome, stream }, context);
    return { ...outcome, target, streams: [stream] };
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

function gitStream(outcome: GitOutcome): StreamOutcome {
  const reasons = [
    ...(outcome.isShallow ? ['shallow clone: history is cut off'] : []),
    ...(outcome.damagedCommitCount > 0
      ? [`lines of ${outcome.damagedCommitCount} commits could not be counted`]
      : []),
  ];
  return {
    stream: 'git',
    status: reasons.length === 0 ? 'done' : 'incomplete',
    reason: reasons.join('; ') || null,
  };
}

/** Credentials that a URL carries are nobody's business but git's. */
function displayName(target: string, gitTarget: GitTarget): string {
  return gitTarget.kind === 'url' ? gitTarget.origin.url : target;
}

interface Run {
  readonly target: string;
  readonly startedAt: Date;
  readonly outcome: GitOutcome;
  readonly stream: StreamOutcome;
}

async function recordRun(store: Store, run: Run, context: Context): Promise<void> {
  await store.run(await readQuery('collect/record_run'), {
    run_id: `${run.startedAt.toISOString()} ${run.outcome.repoId} ${run.stream.stream}`,
    repo_id: run.outcome.repoId,
    target: run.target,
    stream: run.stream.stream,
    started_at: run.startedAt,
    finished_at: context.now(),
    status: run.stream.status,
    reason: run.stream.reason,
    collector_version: GIT_COLLECTOR_VERSION,
  });
}
