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

/** A line that is no commit: git repeats it and flushes, which tells where a chunk ends. */
export const CHUNK_END = 'end of chunk\n';

export interface LinesParser {
  readonly push: (token: Buffer) => void;
  /** Whether bytes without their NUL are the end of a chunk, and not the beginning of a path that looks like it. */
  readonly isChunkEnd: (tail: Buffer) => boolean;
}

interface Listener {
  readonly onEntry: (entry: LinesEntry) => void;
  readonly onChunkEnd: () => void;
}

const TAB = 0x09;

interface OpenRename {
  readonly counts: string;
  previousPath: string | null;
}

/**
 * Understands `git diff-tree --stdin --always -z --numstat -M`.
 *
 * Tokens: the hash, then for each file `added TAB deleted TAB path`, or for a rename the same without the path and the
 * two paths as tokens of their own. The end of a chunk has no NUL, so it stands before the next hash or alone.
 */
export function makeLinesParser(listener: Listener): LinesParser {
  let sha: string | null = null;
  let files: FileLines[] = [];
  let rename: OpenRename | null = null;
  const flush = () => {
    if (sha !== null) listener.onEntry({ sha, files });
    sha = null;
    files = [];
  };
  const open = (text: string) => {
    flush();
    const isEnd = text.startsWith(CHUNK_END);
    if (isEnd) listener.onChunkEnd();
    sha = (isEnd ? text.slice(CHUNK_END.length) : text) || null;
  };
  return {
    isChunkEnd: (tail) =>
      rename === null && tail.length === CHUNK_END.length && tail.toString('latin1') === CHUNK_END,
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
      const tab = token.indexOf(TAB);
      if (tab === -1) {
        open(token.toString('latin1'));
        return;
      }
      const pathStart = token.indexOf(TAB, tab + 1) + 1;
      const counts = token.toString('latin1', 0, pathStart - 1);
      if (pathStart === token.length) rename = { counts, previousPath: null };
      else files.push(toFile(counts, decodePath(token.subarray(pathStart)), null));
    },
  };
}

function toFile(counts: string, path: string, previousPath: string | null): FileLines {
  const [added = '-', deleted = '-'] = counts.split('\t');
  return { path, previousPath, added: toCount(added), deleted: toCount(deleted) };
}

function toCount(text: string): number | null {
  return text === '-' ? null : Number(text);
}
