import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';

/** How far a stream is read; written in the transaction of each page. */
export interface StreamState {
  /** `full` and `update` are scans that have begun, `done` is between two scans. */
  readonly phase: 'full' | 'update' | 'done';
  /** Part that is being read, where the stream has several. */
  readonly step: string | null;
  /** Where the next page begins; null for the first. */
  readonly cursor: string | null;
  /** Items to ask for at once; null for as many as planned. */
  readonly pageSize: number | null;
  /** Beginning of the scan by GitHub's clock; null before its first answer. */
  readonly startedAt: Date | null;
  /** Everything that changed before is stored; null before the first scan has ended. */
  readonly watermark: Date | null;
  readonly expectedCount: number | null;
  /** Items that did not change since are left out; null for none. */
  readonly completeFrom: Date | null;
  readonly finishedAt: Date | null;
}

/** A stream that was never read. */
export const UNREAD: StreamState = {
  phase: 'done',
  step: null,
  cursor: null,
  pageSize: null,
  startedAt: null,
  watermark: null,
  expectedCount: null,
  completeFrom: null,
  finishedAt: null,
};

/** A stream that was read whole in one go; `date` by GitHub's clock. */
export function readAt(date: Date, expectedCount: number | null = null): StreamState {
  return { ...UNREAD, watermark: date, expectedCount, finishedAt: date };
}

/** Whose state it is. */
export interface StateKey {
  readonly repoId: bigint;
  readonly stream: string;
  readonly version: number;
}

/** The key of a stream of a repository, or of a part of it that is read by itself. */
export function stateKey(
  stream: { readonly name: string; readonly version: number },
  repoId: bigint,
  part?: string,
): StateKey {
  const name = part === undefined ? stream.name : `${stream.name}/${part}`;
  return { repoId, stream: name, version: stream.version };
}

/**
 * What changed before a scan began is stored when it ends; equal timestamps, replicas that lag and clocks that differ a
 * little are covered by reading this much again.
 */
const OVERLAP_MILLISECONDS = 600_000;

/**
 * The state at the beginning of a scan: an update where something was read before, or where only what changed since an
 * instant is wanted; what is older is then left out.
 */
export function beginScan(
  { isFull, since }: { readonly isFull: boolean; readonly since: Date | null },
  state: StreamState,
): StreamState {
  const isFirst = state.watermark === null;
  const isUpdate = !isFull && (!isFirst || since !== null);
  return {
    ...state,
    phase: isUpdate ? 'update' : 'full',
    step: null,
    cursor: null,
    startedAt: null,
    watermark: isUpdate && isFirst ? since : state.watermark,
    completeFrom: isUpdate && isFirst ? since : state.completeFrom,
  };
}

/** A scan after an answer of `date`. The earliest clock counts: one answer with a wrong date must not leave a gap. */
export function begunBy(state: StreamState, date: Date): StreamState {
  return { ...state, startedAt: new Date(Math.min(date.getTime(), state.startedAt?.getTime() ?? Infinity)) };
}

/** A scan that has come to its end with an answer of `date`. */
export function finished(state: StreamState, date: Date): StreamState {
  const startedAt = state.startedAt ?? date;
  return {
    ...state,
    phase: 'done',
    cursor: null,
    startedAt: null,
    watermark: new Date(startedAt.getTime() - OVERLAP_MILLISECONDS),
    // Only what was read from the beginning to the end leaves nothing out.
    completeFrom: state.phase === 'full' ? null : state.completeFrom,
    finishedAt: date,
  };
}

/** Reads how far a stream is; `UNREAD` also where its rows have another form. */
export async function readState(store: Store, key: StateKey): Promise<StreamState> {
  const { rows } = await store.query(
    'select * from run_github_stream where repo_id = $repo_id and stream = $stream and collector_version = $version',
    { repo_id: key.repoId, stream: key.stream, version: key.version },
  );
  return rows[0] === undefined ? UNREAD : toState(rows[0]);
}

function toState(row: Row): StreamState {
  const date = (name: string): Date | null => (typeof row[name] === 'string' ? new Date(row[name]) : null);
  const text = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null);
  const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  const phase = row['phase'];
  return {
    phase: phase === 'full' || phase === 'update' ? phase : 'done',
    step: text('step'),
    cursor: text('cursor'),
    pageSize: number('page_size'),
    startedAt: date('started_at'),
    watermark: date('watermark'),
    expectedCount: number('expected_count'),
    completeFrom: date('complete_from'),
    finishedAt: date('finished_at'),
  };
}

/** Writes how far a stream is; belongs into the transaction of the rows it speaks of. */
export async function writeState(store: Store, key: StateKey, state: StreamState): Promise<void> {
  await store.run(readQuery('collect/github/put_state'), {
    repo_id: key.repoId,
    stream: key.stream,
    phase: state.phase,
    step: state.step,
    cursor: state.cursor,
    page_size: state.pageSize,
    started_at: state.startedAt,
    watermark: state.watermark,
    expected_count: state.expectedCount,
    complete_from: state.completeFrom,
    finished_at: state.finishedAt,
    collector_version: key.version,
  });
}
