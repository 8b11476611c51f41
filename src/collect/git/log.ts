import pLimit from 'p-limit';
import type { Context } from '../../core/context.ts';
import type { Mirror } from './mirror.ts';
import { type GitExit, gitFailure, lastWords, startGit, throwIfAborted } from './process.ts';
import type { Shas } from './shas.ts';
import { readTokens } from './tokens.ts';

/** How one form of `git log -z` output is asked for and understood. */
export interface LogForm<Entry extends { readonly sha: string }> {
  /** Format and diff options of `git log`. */
  readonly options: readonly string[];
  /** A parser for one process's output: takes tokens in order, hands over each commit once it is whole. */
  readonly parser: (onEntry: (entry: Entry) => void) => LogParser;
}

export interface LogParser {
  readonly push: (token: Buffer) => void;
  /** Hands over the last commit; called only when git ended well. */
  readonly end: () => void;
}

/** What some neighbouring commits came to. */
export interface LogChunk<Entry> {
  readonly entries: readonly Entry[];
  /** Commits that git could not read, with its words. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Commits of a chunk, damaged ones too. */
export function sizeOf({ entries, problems }: LogChunk<unknown>): number {
  return entries.length + problems.size;
}

export interface ChunkSettings {
  /** How many git processes run side by side. */
  readonly jobs: number;
  /** Most commits that one git process reads, and that are stored at once. */
  readonly chunkSize: number;
}

export interface LogSource<Entry extends { readonly sha: string }> {
  readonly mirror: Mirror;
  readonly form: LogForm<Entry>;
  /** Commits in the order of the walk, so that neighbours stay together. */
  readonly shas: Shas;
}

/** Commits with their messages that are held until they are stored. */
const BATCH_SIZE = 1000;

type Hand<Entry> = (chunk: LogChunk<Entry>) => Promise<void>;

/**
 * Reads `shas` in chunks of neighbours, several git processes at a time, and hands them to `onChunk` as they come, one
 * batch at a time. Commits that git fails on are named there; all others are read.
 */
export async function readLog<Entry extends { readonly sha: string }>(
  source: LogSource<Entry>,
  settings: ChunkSettings,
  onChunk: Hand<Entry>,
  context: Context,
): Promise<void> {
  const lane = pLimit(settings.jobs);
  const writer = pLimit(1);
  const failed = new AbortController();
  const signal = AbortSignal.any([context.signal, failed.signal]);
  const inner: Context = { ...context, signal };
  const work = chunksOf(source.shas, settings).map(({ start, end }) =>
    lane(async () => {
      const shas = source.shas.slice(start, end);
      if (!signal.aborted) await readChunk(source, shas, (chunk) => writer(() => onChunk(chunk)), inner);
    }),
  );
  try {
    await Promise.all(work);
  } catch (error) {
    failed.abort();
    await Promise.allSettled(work);
    throw error;
  }
  throwIfAborted(context);
}

/** Chunks of equal size, as many for each process: starting git costs more than balance would give. */
function chunksOf(
  shas: Shas,
  { jobs, chunkSize }: ChunkSettings,
): readonly { readonly start: number; readonly end: number }[] {
  const rounds = Math.max(1, Math.ceil(shas.length / (jobs * chunkSize)));
  const size = Math.max(1, Math.ceil(shas.length / (jobs * rounds)));
  const count = Math.ceil(shas.length / size);
  return Array.from({ length: count }, (_, chunk) => ({
    start: chunk * size,
    end: Math.min((chunk + 1) * size, shas.length),
  }));
}

async function readChunk<Entry extends { readonly sha: string }>(
  source: LogSource<Entry>,
  shas: readonly string[],
  hand: Hand<Entry>,
  context: Context,
): Promise<void> {
  for (let rest = shas; rest.length > 0; ) {
    const read = await runLog(source, rest, hand, context);
    if (read.exit.status === 0) break;
    throwIfAborted(context);
    // The first commit that did not come out whole is either the one git died on or the one printed just before.
    const suspect = rest[read.entryCount];
    if (suspect === undefined) throw gitFailure(['log'], read.exit);
    const alone = rest.length === 1 ? read : await runLog(source, [suspect], hand, context);
    throwIfAborted(context);
    if (alone.exit.status !== 0) {
      await hand({ entries: [], problems: new Map([[suspect, damageOf(alone.exit)]]) });
    }
    rest = rest.slice(read.entryCount + 1);
  }
}

/** Says what is wrong with the objects of one commit; for a git that failed for another reason, throws `E_GIT`. */
export function damageOf(exit: GitExit): string {
  if (exit.status === null) return 'git was stopped while reading it';
  const said = lastWords(exit.stderr);
  if (/object|blob|tree|corrupt|inflate|unpack|unable to (read|find)|diffstat/i.test(said)) return said;
  throw gitFailure(['log'], exit);
}

async function runLog<Entry extends { readonly sha: string }>(
  { mirror, form }: LogSource<Entry>,
  shas: readonly string[],
  hand: Hand<Entry>,
  context: Context,
): Promise<{ entryCount: number; exit: GitExit }> {
  const args = ['log', '--no-walk=unsorted', '--stdin', '-z', ...form.options];
  const child = startGit(mirror.place, args, context);
  child.write(shas.map((sha) => `${sha}\n`).join(''));
  let entries: Entry[] = [];
  let entryCount = 0;
  const flush = async (size: number) => {
    if (entries.length < size) return;
    const batch = entries;
    entries = [];
    entryCount += batch.length;
    await hand({ entries: batch, problems: new Map() });
  };
  const parser = form.parser((entry) => entries.push(entry));
  for await (const tokens of readTokens(child.stdout)) {
    for (const token of tokens) parser.push(token);
    await flush(BATCH_SIZE);
  }
  const exit = await child.finished;
  if (exit.status === 0) parser.end();
  await flush(1);
  return { entryCount, exit };
}
