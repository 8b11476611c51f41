import type { LogForm, LogParser } from './log.ts';
import { decodePath } from './text.ts';

/** The files of one commit as `git log --numstat -M -l0` counts them; none for a merge. */
export interface LinesEntry {
  readonly sha: string;
  readonly files: readonly FileLines[];
}

export interface FileLines {
  readonly path: string;
  readonly previousPath: string | null;
  /** Null for a binary file. */
  readonly added: number | null;
  readonly deleted: number | null;
}

/** Added and deleted lines of each file: the whole cost of reading history. */
export const LINES: LogForm<LinesEntry> = {
  options: ['--format=%H', '--numstat', '-M', '-l0', '--no-ext-diff', '--no-textconv'],
  rounds: 4,
  parser: linesParser,
};

const TAB = 0x09;
const NEWLINE = 0x0a;

interface OpenRename {
  readonly counts: string;
  previousPath: string | null;
}

/**
 * Tokens: the hash, then for each file `added TAB deleted TAB path`, or for a rename the same without the path and
 * the two paths as tokens of their own; the first of these after a newline.
 */
function linesParser(onEntry: (entry: LinesEntry) => void): LogParser {
  let sha: string | null = null;
  let files: FileLines[] = [];
  let rename: OpenRename | null = null;
  const flush = () => {
    if (sha !== null) onEntry({ sha, files });
    files = [];
  };
  return {
    push: (token) => {
      if (rename !== null) {
        if (rename.previousPath === null) {
          rename.previousPath = decodePath(token);
          return;
        }
        files.push(toFile(rename.counts, decodePath(token), rename.previousPath));
        rename = null;
        return;
      }
      const start = token[0] === NEWLINE ? 1 : 0;
      const tab = token.indexOf(TAB, start);
      if (tab === -1) {
        flush();
        sha = token.toString('latin1', start);
        return;
      }
      const pathStart = token.indexOf(TAB, tab + 1) + 1;
      const counts = token.toString('latin1', start, pathStart - 1);
      if (pathStart === token.length) rename = { counts, previousPath: null };
      else files.push(toFile(counts, decodePath(token.subarray(pathStart)), null));
    },
    end: flush,
  };
}

function toFile(counts: string, path: string, previousPath: string | null): FileLines {
  const [added = '-', deleted = '-'] = counts.split('\t');
  return { path, previousPath, added: toCount(added), deleted: toCount(deleted) };
}

function toCount(text: string): number | null {
  return text === '-' ? null : Number(text);
}
