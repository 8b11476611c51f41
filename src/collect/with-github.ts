import { UnderstoryError } from '../core/errors.ts';
import type { GithubStreamName } from '../core/streams.ts';
import { frugallyAtFirst } from '../store/frugal.ts';
import type { GitOutcome } from './git/collect.ts';
import type { GitTarget } from './git/target.ts';
import { type Connection, connect } from './github/connect.ts';
import { collectStreams, type GithubSession, openSession, type StreamEnd, streamsOf } from './github/run.ts';
import type { GithubTarget } from './github/target.ts';
import { tryHistory } from './history.ts';
import { recordRun, type StreamOutcome, type TargetOutcome, type Work } from './outcome.ts';
import { rekey } from './rekey.ts';

/** Enough for thirty thousand issues and pull requests; many more, or such of hundreds of commits each, need more. */
const ALLOWANCE = { mebibytes: 40, threads: 1 };

/**
 * Collects what GitHub says of the repository, by which its id becomes known, then its git history, then the streams of
 * GitHub that are named.
 */
export async function collectWithGithub(
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
    const history = await tryHistory(work, known(work.gitTarget, github, repository), repository !== null);
    git = history.git;
    streams.push(history.outcome);
  }
  const repoId = repository?.repoId ?? git?.repoId;
  if (repoId === undefined) throw opened instanceof UnderstoryError ? opened : new Error('no id is known');
  const ends =
    opened instanceof UnderstoryError
      ? gapsOf(work, opened, names)
      : await frugallyAtFirst(store, ALLOWANCE, () => collectStreams(opened, streamsOf(names), settings));
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
function known(
  target: GitTarget,
  asked: GithubTarget,
  repository: GithubSession['repository'] | null,
): GitTarget {
  if (target.kind !== 'url' || repository === null) return target;
  const { repoId, owner, name } = repository;
  const fullName = `${owner}/${name}`;
  return {
    ...target,
    url: readdressed(target.url, asked, fullName),
    origin: { ...target.origin, repoId, name, fullName },
  };
}

/** The address with the name of today: a server of files knows no other. */
function readdressed(url: string, asked: GithubTarget, fullName: string): string {
  const askedName = `${asked.owner}/${asked.name}`;
  if (askedName.toLowerCase() === fullName.toLowerCase()) return url;
  const end = url.endsWith('.git') ? '.git' : '';
  const start = url.slice(0, url.length - end.length);
  return start.endsWith(askedName) ? `${start.slice(0, -askedName.length)}${fullName}${end}` : url;
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
