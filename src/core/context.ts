/** One step of work as the user may see it; commands draw it, libraries only report it. */
export interface ProgressEvent {
  /** What is being done, such as `reading lines`. */
  readonly phase: string;
  /** On which thing, such as a repository's name. */
  readonly subject: string;
  readonly done: number;
  /** Absent when the end is not known; 0 where nothing is counted. */
  readonly total?: number;
  /** What `done` and `total` count, such as `commits`. */
  readonly unit: string;
}

/** Everything that is not a pure function of its arguments. */
export interface Context {
  /** Current instant; only for `fetched_at`, run records, progress and log lines. */
  readonly now: () => Date;
  /** Uniform in [0, 1); seeded in tests; used for retry jitter and for the salt of people who are forgotten. */
  readonly random: () => number;
  /** Waits; tests hand in one that records the wish and returns at once. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly fetch: typeof globalThis.fetch;
  readonly onProgress: (event: ProgressEvent) => void;
  readonly signal: AbortSignal;
  /** The environment that child processes inherit and that tokens are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
}
