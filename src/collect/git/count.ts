import pLimit from 'p-limit';
import type { Context } from '../../core/context.ts';
import { type Counter, startCounter } from './counter.ts';
import { DELTA_CACHE_MEBIBYTES } from './delta-cache.ts';
import type { LinesEntry } from './lines.ts';
import { type ChunkSettings, damageOf, type LogChunk } from './log.ts';
import type { Mirror } from './mirror.ts';
import { gitFailure, throwIfAborted } from './process.ts';
import type { Shas } from './shas.ts';

export interface CountSource {
  readonly mirror: Mirror;
  /** Commits in the order of the walk, so that neighbours stay together. */
  readonly shas: Shas;
  /** Until this is done git counts ahead, and nothing is handed over; where it fails, so does counting. */
  readonly before: Promise<unknown>;
}

/** Deep histories are read nearly twice as fast with a large cache of delta bases; shallower ones only pay for the pages. */
const DEEP_HISTORY: { readonly commits: number; readonly settings: readonly string[] } = {
  commits: 20_000,
  settings: ['-c', `core.deltaBaseCacheLimit=${DELTA_CACHE_MEBIBYTES}m`],
};

/** Commits that are counted between two transactions: at most, and at least but for the very last. */
const MOST_COMMITS = 200;
const LEAST_COMMITS = 25;
/**
 * Commits after which a process makes way for a new one: git never lets go of commits and trees that it has seen, and
 * what it would find at hand is soon unpacked again.
 */
const MOST_PER_PROCESS = 8000;
/** Chunks of one process that may wait for being stored, so that it goes on counting while names are read. */
const MOST_WAITING = 10;

/**
 * Counts the lines of each commit, which is nearly all the work of reading a history, by several git processes side
 * by side. Each begins at its own part of the history and helps the others out at the end.
 *
 * Chunks are handed to `onChunk` one at a time. Commits that git fails on are named there; all others are counted.
 */
export async function countLines(
  { mirror, shas, before }: CountSource,
  settings: ChunkSettings,
  onChunk: (chunk: LogChunk<LinesEntry>) => Promise<void>,
  context: Context,
): Promise<void> {
  const failed = new AbortController();
  const inner: Context = { ...context, signal: AbortSignal.any([context.signal, failed.signal]) };
  const gitSettings = shas.length >= DEEP_HISTORY.commits ? DEEP_HISTORY.settings : [];
  const writer = pLimit(1);
  const parts = partsOf(shas, settings);
  const mostCommits = Math.min(MOST_COMMITS, settings.chunkSize);
  const lanes = parts.map((_, lane) => {
    const counting = makeCounting(mirror, gitSettings, inner);
    return runLane(
      () => takeChunk(shas, parts, lane, mostCommits),
      counting,
      async (chunk) => {
        await before;
        await writer(async () => {
          if (!inner.signal.aborted) await onChunk(chunk);
        });
      },
      inner,
    );
  });
  try {
    await Promise.all(lanes);
  } catch (error) {
    failed.abort();
    await Promise.allSettled(lanes);
    throw error;
  }
  throwIfAborted(context);
}

/** What is left of one process's part of the history. */
interface Part {
  start: number;
  end: number;
}

/** Neighbours stay together: one part of the history for each process. */
function partsOf(shas: Shas, { jobs }: ChunkSettings): readonly Part[] {
  const share = Math.ceil(shas.length / jobs);
  return Array.from({ length: jobs }, (_, lane) => ({
    start: lane * share,
    end: Math.min((lane + 1) * share, shas.length),
  })).filter(({ start, end }) => start < end);
}

/** The next chunk of the lane's own part, else the last one of the part that has most left. */
function takeChunk(
  shas: Shas,
  parts: readonly Part[],
  lane: number,
  mostCommits: number,
): readonly string[] | undefined {
  const own = parts[lane];
  if (own !== undefined && own.start < own.end) {
    const start = own.start;
    own.start += sizeOfNext(own, mostCommits);
    return shas.slice(start, own.start);
  }
  const most = parts.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  if (most.start === most.end) return undefined;
  const end = most.end;
  most.end -= sizeOfNext(most, mostCommits);
  return shas.slice(most.end, end);
}

/** Smaller towards the end, so that no process is left alone with a long one. */
function sizeOfNext({ start, end }: Part, mostCommits: number): number {
  const left = end - start;
  return Math.min(left, mostCommits, Math.max(LEAST_COMMITS, Math.ceil(left / 4)));
}

async function runLane(
  take: () => readonly string[] | undefined,
  counting: Counting,
  write: (chunk: LogChunk<LinesEntry>) => Promise<void>,
  context: Context,
): Promise<void> {
  // git goes on with the next chunks while the last ones are stored.
  const waiting: Promise<void>[] = [];
  try {
    for (let shas = take(); shas !== undefined && !context.signal.aborted; shas = take()) {
      const chunk = await counting.count(shas);
      if (waiting.length === MOST_WAITING) await waiting.shift();
      const writing = write(chunk);
      // Its failure is met when it is awaited, some chunks later.
      writing.catch(() => undefined);
      waiting.push(writing);
    }
    await Promise.all(waiting);
  } finally {
    await Promise.allSettled([...waiting, counting.close()]);
  }
}

interface Counting {
  readonly count: (shas: readonly string[]) => Promise<LogChunk<LinesEntry>>;
  readonly close: () => Promise<void>;
}

/** A counter that is started again where git dies on a commit, or has grown. */
function makeCounting(mirror: Mirror, gitSettings: readonly string[], context: Context): Counting {
  let counter: Counter | null = null;
  let countedCommits = 0;
  const countOnce = async (shas: readonly string[]) => {
    if (countedCommits >= MOST_PER_PROCESS) {
      await counter?.close();
      counter = null;
      countedCommits = 0;
    }
    counter ??= startCounter(mirror, gitSettings, context);
    countedCommits += shas.length;
    const reply = await counter.count(shas);
    if (reply.exit !== null) counter = null;
    throwIfAborted(context);
    return reply;
  };
  const count = async (shas: readonly string[]): Promise<LogChunk<LinesEntry>> => {
    const entries: LinesEntry[] = [];
    const problems = new Map<string, string>();
    for (let rest = shas; rest.length > 0; ) {
      const reply = await countOnce(rest);
      entries.push(...reply.entries);
      if (reply.exit === null) break;
      // The first commit that did not come out whole is either the one git died on or the one printed just before.
      const suspect = rest[reply.entries.length];
      if (suspect === undefined) throw gitFailure(['diff-tree'], reply.exit);
      const alone = rest.length === 1 ? reply : await countOnce([suspect]);
      if (alone.exit === null) entries.push(...alone.entries);
      else problems.set(suspect, damageOf(alone.exit));
      rest = rest.slice(reply.entries.length + 1);
    }
    return { entries, problems };
  };
  return { count, close: async () => await counter?.close() };
}
