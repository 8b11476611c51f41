import type { Context } from '../core/context.ts';
import type { StreamName } from '../core/streams.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { GitOutcome } from './git/collect.ts';
import type { GitTarget, TargetSettings } from './git/target.ts';
import type { GitSettings } from './git/work.ts';
import type { GithubSettings } from './github/settings.ts';
import type { StreamRequest } from './github/stream.ts';

export interface CollectSettings extends Omit<GitSettings, 'repoIds'>, TargetSettings, StreamRequest {
  readonly streams: readonly StreamName[];
  /** Null without a token. */
  readonly github: GithubSettings | null;
}

/** How one stream of one repository ended. */
export interface StreamOutcome {
  readonly stream: StreamName;
  readonly status: 'done' | 'incomplete';
  /** Why it is incomplete; null when it is done. */
  readonly reason: string | null;
  /** What to do about it; null where nothing can be done, or is to be. */
  readonly hint: string | null;
  /** Whether all went well, and GitHub shows the rest to others only, such as to admins. */
  readonly isWithheld: boolean;
}

export interface TargetOutcome {
  /** What the user asked for. */
  readonly target: string;
  readonly repoId: bigint;
  readonly name: string;
  /** Null where git was not asked for or could not be read. */
  readonly git: GitOutcome | null;
  readonly streams: readonly StreamOutcome[];
}

/** What the steps of collecting one target share. */
export interface Work {
  readonly store: Store;
  readonly target: string;
  readonly gitTarget: GitTarget;
  readonly settings: CollectSettings;
  readonly context: Context;
}

/** One stream of one repository, read once. */
interface Run {
  readonly repoId: bigint;
  readonly startedAt: Date;
  readonly outcome: StreamOutcome;
  readonly version: number;
}

/** Writes down how a stream went. */
export async function recordRun({ store, target, gitTarget, context }: Work, run: Run): Promise<void> {
  const { repoId, startedAt, outcome, version } = run;
  await store.run(readQuery('collect/record_run'), {
    run_id: `${startedAt.toISOString()} ${repoId} ${outcome.stream}`,
    repo_id: repoId,
    // Credentials that a URL carries are nobody's business but git's.
    target: gitTarget.kind === 'url' ? gitTarget.origin.url : target,
    stream: outcome.stream,
    started_at: startedAt,
    finished_at: context.now(),
    status: outcome.status,
    reason: outcome.reason,
    collector_version: version,
  });
}
