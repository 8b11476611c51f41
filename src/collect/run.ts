import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { type GithubStreamName, isGithubStream, type StreamName } from '../core/streams.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { frugally } from './frugal.ts';
import { collectGit, type GitOutcome, type GitSettings } from './git/collect.ts';
import { GIT_COLLECTOR_VERSION } from './git/repository.ts';
import { type GitTarget, parseTarget, type TargetSettings } from './git/target.ts';
import { type Connection, connect } from './github/connect.ts';
import { collectStreams, type GithubSession, openSession, type StreamEnd, streamsOf } from './github/run.ts';
import type { GithubSettings } from './github/settings.ts';
import type { StreamRequest } from './github/stream.ts';
import { type GithubTarget, githubTarget } from './github/target.ts';
import { readRepoAliases, rekey } from './rekey.ts';

export interface CollectSettings extends Omit<GitSettings, 'repoIds'>, TargetSettings, StreamRequest {
  readonly streams: readonly StreamName[];
  /** Null without a token. */
  readonly github: GithubSettings | null;
}

/** Enough for the accounts of a hundred thousand items; what is more goes to disk. */
const STREAM_MEMORY = '256MB';

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
interface Work {
  readonly store: Store;
  readonly target: string;
  readonly gitTarget: GitTarget;
  readonly settings: CollectSettings;
  readonly context: Context;
}

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
    return github === null || names.length === 0
      ? await collectGitAlone(work)
      : await collectBoth(work, github, names);
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

async function collectBoth(
  work: Work,
  github: GithubTarget,
  names: readonly GithubStreamName[],
): Promise<TargetOutcome> {
  const { store, target, settings } = work;
  const opened = await open(work, github);
  const repository = opened instanceof UnderstoryError ? null : opened.repository;
  if (repository !== null && work.gitTarget.kind === 'url') {
    await rekey(store, work.gitTarget.origin.repoId, repository.repoId, settings.directory);
  }
  const streams: StreamOutcome[] = [];
  let git: GitOutcome | null = null;
  if (settings.streams.includes('git')) {
    const history = await tryHistory(work, known(work.gitTarget, repository));
    git = history.git;
    streams.push(history.outcome);
  }
  const repoId = repository?.repoId ?? git?.repoId;
  if (repoId === undefined) throw opened instanceof UnderstoryError ? opened : new Error('no id is known');
  const ends =
    opened instanceof UnderstoryError
      ? gapsOf(work, opened, names)
      : await frugally(store, STREAM_MEMORY, () => collectStreams(opened, streamsOf(names), settings));
  for (const end of ends) streams.push(await recordEnd(work, repoId, end));
  const name = repository === null ? (git?.name ?? target) : `${repository.owner}/${repository.name}`;
  return { target, repoId, name, git, streams };
}

/** An error is what keeps all of GitHub's streams from being read. */
async function open(work: Work, github: GithubTarget): Promise<GithubSession | UnderstoryError> {
  const { store, settings, context } = work;
  let connection: Connection | undefined;
  try {
    connection = await connect(settings.github, github, context);
    return await openSession({ store, ...connection, context }, github);
  } catch (error) {
    if (!(error instanceof UnderstoryError) || error.code === 'E_INTERRUPTED') throw error;
    return error;
  } finally {
    await store.transaction(async () => await connection?.log.flush(store));
  }
}

/** The repository as git is to know it: with the name and the id that GitHub has. */
function known(target: GitTarget, repository: GithubSession['repository'] | null): GitTarget {
  if (target.kind !== 'url' || repository === null) return target;
  const { repoId, owner, name } = repository;
  return { ...target, origin: { ...target.origin, repoId, name, fullName: `${owner}/${name}` } };
}

interface History {
  readonly git: GitOutcome;
  readonly outcome: StreamOutcome;
}

async function collectHistory(work: Work, gitTarget: GitTarget): Promise<History> {
  const { store, settings, context } = work;
  const startedAt = context.now();
  const repoIds = await readRepoAliases(store);
  const git = await collectGit(store, gitTarget, { ...settings, repoIds }, context);
  const outcome = gitStream(git);
  await recordRun(work, { repoId: git.repoId, startedAt, outcome, version: GIT_COLLECTOR_VERSION });
  return { git, outcome };
}

/** Where GitHub can still be read, a history that can't be fetched is a gap like others. */
async function tryHistory(
  work: Work,
  gitTarget: GitTarget,
): Promise<{ readonly git: GitOutcome | null; readonly outcome: StreamOutcome }> {
  try {
    return await collectHistory(work, gitTarget);
  } catch (error) {
    const isGap =
      error instanceof UnderstoryError && ['E_NETWORK', 'E_GIT', 'E_SHALLOW'].includes(error.code);
    if (!isGap) throw error;
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
      ? [`lines of ${outcome.damagedCommitCount} commits could not be counted`]
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

function gapsOf(
  { context }: Work,
  error: UnderstoryError,
  names: readonly GithubStreamName[],
): readonly StreamEnd[] {
  const startedAt = context.now();
  return streamsOf(names).map((stream) => ({
    stream,
    startedAt,
    reason: error.message,
    hint: error.hint ?? null,
    isWithheld: false,
  }));
}

async function recordEnd(work: Work, repoId: bigint, end: StreamEnd): Promise<StreamOutcome> {
  const outcome: StreamOutcome = {
    stream: end.stream.name,
    status: end.reason === null ? 'done' : 'incomplete',
    reason: end.reason,
    hint: end.hint,
    isWithheld: end.isWithheld,
  };
  await recordRun(work, { repoId, startedAt: end.startedAt, outcome, version: end.stream.version });
  return outcome;
}

interface Run {
  readonly repoId: bigint;
  readonly startedAt: Date;
  readonly outcome: StreamOutcome;
  readonly version: number;
}

async function recordRun({ store, target, gitTarget, context }: Work, run: Run): Promise<void> {
  const { repoId, startedAt, outcome, version } = run;
  await store.run(await readQuery('collect/record_run'), {
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

function onlyGit(target: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_USAGE',
    message: `\`${target}\` is not on GitHub, so git is all that can be collected of it`,
    hint: 'Leave `--only` away, or name `owner/repo`',
  });
}
