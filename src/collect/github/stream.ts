import type { Context } from '../../core/context.ts';
import type { GithubStreamName } from '../../core/streams.ts';
import type { Store } from '../../store/store.ts';
import type { GithubCall, GithubClient, JsonObject } from './contract.ts';

/** The repository as GitHub knows it when a run begins. */
export interface GithubRepository {
  /** GitHub's `databaseId`. */
  readonly repoId: bigint;
  readonly nodeId: string;
  readonly owner: string;
  readonly name: string;
  /** The answer of the document `repository`: facts, counts and settings. */
  readonly body: JsonObject;
  /** What the token that asked may do there, such as `READ`; not stored, since it says nothing of the repository. */
  readonly viewerPermission: string | null;
  /** GitHub's clock. */
  readonly fetchedAt: Date;
}

/** What a run asks of a stream. */
export interface StreamRequest {
  /** Whether everything is read again, to find what was deleted or moved away. */
  readonly isFull: boolean;
  /** On the first run, only what changed at or after this; null for everything. */
  readonly since: Date | null;
}

/** What a stream works with; requests go on its account. */
export interface StreamWork extends GithubCall {
  readonly store: Store;
  readonly client: GithubClient;
  readonly repository: GithubRepository;
  readonly request: StreamRequest;
  /**
   * Stores what `write` writes, together with the log of the requests that brought it, in one transaction: rows and
   * the state of the stream go in the same call, so that a kill leaves both or none.
   */
  readonly commit: (write: () => Promise<void>) => Promise<void>;
  readonly context: Context;
}

/** What is known before anything is read, and whom to ask for a count that is not among it. */
export type EstimateWork = Pick<StreamWork, 'store' | 'repository' | 'request' | 'client'> & GithubCall;

/** What a stream will cost. */
export interface Estimate {
  readonly graphqlRequestCount: number;
  readonly points: number;
  readonly restRequestCount: number;
}

/** One part of what GitHub knows of a repository. Adding one: a file with this, and a line in `streams.ts`. */
export interface Stream {
  readonly name: GithubStreamName;
  /** Raised when rows are written in another form, so that everything is read again. */
  readonly version: number;
  /**
   * Brings the stream up to date. Returns what GitHub keeps from us although all requests went well, in words, such as
   * a list that is closed to outsiders; null for nothing.
   *
   * Errors: `UnderstoryError`s become the stream's gap, and the other streams go on.
   */
  readonly collect: (work: StreamWork) => Promise<string | null>;
  /** What `collect` would cost now; asks GitHub for no more than a count. */
  readonly estimate: (work: EstimateWork) => Promise<Estimate>;
}
