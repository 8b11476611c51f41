import type { Context } from '../../core/context.ts';
import { type ErrorCode, UnderstoryError } from '../../core/errors.ts';
import type { GithubStreamName } from '../../core/streams.ts';
import { giveBackMemory } from '../../store/frugal.ts';
import type { Store } from '../../store/store.ts';
import type { GithubClient } from './contract.ts';
import { findRepository, putRepository } from './repository.ts';
import type { RequestLog } from './request-log.ts';
import type { Estimate, GithubRepository, Stream, StreamRequest, StreamWork } from './stream.ts';
import { STREAMS } from './streams.ts';

/** An open connection to GitHub, for one repository. */
export interface GithubSession {
  readonly store: Store;
  readonly client: GithubClient;
  readonly log: RequestLog;
  readonly repository: GithubRepository;
  readonly context: Context;
}

/** How a stream ended: `reason` is null when it is complete. */
export interface StreamEnd {
  readonly stream: Stream;
  readonly reason: string | null;
  /** What to do about it. */
  readonly hint: string | null;
  /** Whether nothing failed, and GitHub shows the rest to others only. */
  readonly isWithheld: boolean;
  readonly startedAt: Date;
}

/**
 * Asks GitHub for the repository, by which its id becomes known.
 *
 * Errors: those of `findRepository`.
 */
export async function openSession(
  parts: Omit<GithubSession, 'repository'>,
  target: { readonly owner: string; readonly name: string },
): Promise<GithubSession> {
  const asker = { ...parts, stream: 'repository', repoId: null };
  const repository = await findRepository(asker, target.owner, target.name);
  return { ...parts, repository };
}

/** The streams of these names, in the order in which they are to be read. */
export function streamsOf(names: readonly GithubStreamName[]): readonly Stream[] {
  return STREAMS.filter(({ name }) => names.includes(name));
}

/** Failures after which no other stream would fare better. */
const COMMON: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['E_TOKEN', 'E_RATE_LIMIT', 'E_NETWORK']);
/** Failures that are none of GitHub's: the run ends. */
const FATAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'E_INTERRUPTED',
  'E_DATABASE',
  'E_DATABASE_LOCKED',
  'E_DISK_FULL',
]);

/**
 * Reads streams one after the other; one that can't be finished is named, and the others go on.
 *
 * Errors: `E_INTERRUPTED`, those of the store, and faults of our own.
 */
export async function collectStreams(
  session: GithubSession,
  streams: readonly Stream[],
  request: StreamRequest,
): Promise<readonly StreamEnd[]> {
  // Also where only other streams are read: without it, what they bring belongs to nothing that has a name.
  if (streams.length > 0) await committer(session)(() => putRepository(session));
  const ends: StreamEnd[] = [];
  let common: UnderstoryError | undefined;
  for (const stream of streams) {
    const startedAt = session.context.now();
    const end = common ? asGap(common) : await collectStream(session, stream, request);
    if (end.error && COMMON.has(end.error.code)) common = end.error;
    const isWithheld = end.reason !== null && end.error === undefined;
    ends.push({ stream, startedAt, reason: end.reason, hint: end.error?.hint ?? null, isWithheld });
  }
  return ends;
}

interface End {
  readonly reason: string | null;
  readonly error?: UnderstoryError;
}

async function collectStream(session: GithubSession, stream: Stream, request: StreamRequest): Promise<End> {
  try {
    await giveBackMemory(session.store);
    const call = { stream: stream.name, repoId: session.repository.repoId };
    return { reason: await stream.collect({ ...session, ...call, request, commit: committer(session) }) };
  } catch (error) {
    if (!(error instanceof UnderstoryError) || FATAL.has(error.code)) throw error;
    return asGap(error);
  } finally {
    await session.store.transaction(() => session.log.flush(session.store));
  }
}

function asGap(error: UnderstoryError): End {
  return { reason: error.message, error };
}

function committer({ store, log }: GithubSession): StreamWork['commit'] {
  return async (write) => {
    await store.transaction(async () => {
      // Facts may be older than the rows from now on: building them finds out.
      await store.run('update run_build set is_stale = true where not is_stale');
      await write();
      await log.flush(store);
    });
  };
}

/** What streams would cost now. */
export async function estimateStreams(
  session: Pick<GithubSession, 'store' | 'repository' | 'client'>,
  streams: readonly Stream[],
  request: StreamRequest,
): Promise<readonly (Estimate & { readonly stream: GithubStreamName })[]> {
  const estimates = [];
  for (const stream of streams) {
    const call = { stream: stream.name, repoId: session.repository.repoId };
    estimates.push({ stream: stream.name, ...(await stream.estimate({ ...session, ...call, request })) });
  }
  return estimates;
}
