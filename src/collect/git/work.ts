import type { Context } from '../../core/context.ts';
import type { Store } from '../../store/store.ts';
import type { CommitGraph } from './graph.ts';
import type { Sweeper } from './heap.ts';
import type { Mirror } from './mirror.ts';

export interface GitSettings {
  /** Folder of git directories, such as `cache/git`. */
  readonly directory: string;
  readonly branch: string | undefined;
  /** Ids that repositories had before GitHub's was known, with the one they have now. */
  readonly repoIds: ReadonlyMap<bigint, bigint>;
  /** Whether a history that is cut off is taken as it is. */
  readonly allowShallow: boolean;
  readonly jobs: number;
  readonly chunkSize: number;
  /** Begins work that needs commits alone; a short piece of it is done after each storing of lines, while git counts on. */
  readonly beginMeanwhile?: () => AsyncIterator<void>;
}

/** What the steps of collecting one repository share. */
export interface Work {
  readonly store: Store;
  readonly mirror: Mirror;
  readonly settings: GitSettings;
  readonly context: Context;
  readonly sweep: Sweeper;
  /** Gives back what DuckDB has freed, where it is much. */
  readonly giveBack: () => Promise<void>;
}

/** What refs reach now: all of it, or only what is new. */
export interface Walk {
  readonly graph: CommitGraph;
  readonly isRefresh: boolean;
}

/** Tells the user how far a phase is. */
export function report(
  context: Context,
  phase: string,
  subject: string,
  count?: { done: number; total: number },
): void {
  context.onProgress({ phase, subject, unit: 'commits', ...(count ?? { done: 0 }) });
}
