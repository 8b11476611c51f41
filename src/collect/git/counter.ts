import type { Context } from '../../core/context.ts';
import { CHUNK_END, type LinesEntry, type LinesParser, makeLinesParser } from './lines.ts';
import type { Mirror } from './mirror.ts';
import { type GitExit, type GitProcess, startGit } from './process.ts';
import { readTokens } from './tokens.ts';

/** A git process that counts the lines of commits, chunk after chunk, so that what it has unpacked stays at hand. */
export interface Counter {
  /** Counts one chunk; a next one may be asked for when this one is answered. */
  readonly count: (shas: readonly string[]) => Promise<CountReply>;
  readonly close: () => Promise<void>;
}

export interface CountReply {
  /** The commits that came out whole, in the order they were asked for. */
  readonly entries: readonly LinesEntry[];
  /** How the process ended before the chunk did; null when all of it is counted. */
  readonly exit: GitExit | null;
}

interface Request {
  readonly resolve: (reply: CountReply) => void;
  readonly reject: (error: unknown) => void;
}

const ARGUMENTS: readonly string[] = [
  'diff-tree',
  '--stdin',
  '--always',
  '--root',
  '-r',
  '-z',
  '--numstat',
  '-M',
  '-l0',
  '--no-ext-diff',
  '--no-textconv',
];

/** Starts a counter; the counts are those of `git log --numstat -M -l0`. */
export function startCounter(mirror: Mirror, settings: readonly string[], context: Context): Counter {
  const child = startGit(mirror.place, [...settings, ...ARGUMENTS], context);
  let entries: LinesEntry[] = [];
  let request: Request | null = null;
  let ended: GitExit | null = null;
  let failure: unknown;
  const reply = (exit: GitExit | null) => {
    request?.resolve({ entries, exit });
    request = null;
    entries = [];
  };
  const parser = makeLinesParser({
    onEntry: (entry) => entries.push(entry),
    onChunkEnd: () => reply(null),
  });
  const reading = parseOutput(child, parser).then(
    (exit) => {
      ended = exit;
      reply(exit);
    },
    (error: unknown) => {
      failure = error;
      request?.reject(error);
    },
  );
  return {
    count: (shas) =>
      new Promise((resolve, reject) => {
        request = { resolve, reject };
        if (failure !== undefined) reject(failure);
        else if (ended !== null) reply(ended);
        else child.send(`${shas.join('\n')}\n${CHUNK_END}`);
      }),
    close: async () => {
      child.write('');
      await reading;
    },
  };
}

async function parseOutput(child: GitProcess, parser: LinesParser): Promise<GitExit> {
  for await (const tokens of readTokens(child.stdout, 0, parser.isChunkEnd)) {
    for (const token of tokens) parser.push(token);
  }
  return await child.finished;
}
