import type { Context } from '../../core/context.ts';
import type { Mirror } from './mirror.ts';
import { gitFailure, lastWords, startGit, throwIfAborted, tryGit } from './process.ts';
import { decodePath, decodeText } from './text.ts';

/** One entry of `git ls-tree -r` at the head. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly objectSha: string;
}

/** What a blob's content says; null where the object is missing. */
export interface BlobFacts {
  readonly byteCount: number;
  /** Null for a binary file. */
  readonly lineCount: number | null;
  readonly isBinary: boolean;
}

export interface BlobReading {
  readonly facts: ReadonlyMap<string, BlobFacts>;
  /** Content of the blobs whose text was asked for, but for those that are binary or larger than the limit. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Community documents larger than this are not kept. */
const TEXT_LIMIT = 1_048_576;
/** git takes a file for binary when a NUL stands among its first bytes. */
const BINARY_PROBE = 8000;
const NEWLINE = 0x0a;

export interface TreeReading {
  readonly entries: readonly TreeEntry[];
  /** Why some entries are missing, such as a damaged tree; null when all are there. */
  readonly problem: string | null;
}

/** Lists the files at the head, submodules and symbolic links too; git goes on past a tree that it cannot read. */
export async function readTree(mirror: Mirror, context: Context): Promise<TreeReading> {
  if (mirror.headSha === null) return { entries: [], problem: null };
  const args = ['ls-tree', '-r', '-z', '--full-tree', mirror.headSha];
  const { output, exit } = await tryGit(mirror.place, args, context);
  throwIfAborted(context);
  const entries: TreeEntry[] = [];
  for (let start = 0, end = output.indexOf(0); end !== -1; start = end + 1, end = output.indexOf(0, start)) {
    const tab = output.indexOf(0x09, start);
    const [mode = '', type = '', objectSha = ''] = output.toString('latin1', start, tab).split(' ');
    entries.push({ path: decodePath(output.subarray(tab + 1, end)), mode, type, objectSha });
  }
  return { entries, problem: exit.status === 0 ? null : lastWords(exit.stderr) || 'git was stopped' };
}

/**
 * Reads blobs through one `git cat-file --batch`: sizes, lines, and the text of those in `wantedTexts`. Content passes
 * through without being held. A missing object is left out of the result.
 */
export async function readBlobs(
  mirror: Mirror,
  shas: readonly string[],
  wantedTexts: ReadonlySet<string>,
  context: Context,
): Promise<BlobReading> {
  const facts = new Map<string, BlobFacts>();
  const texts = new Map<string, string>();
  if (shas.length === 0) return { facts, texts };
  const args = ['cat-file', '--batch', '--buffer'];
  const child = startGit(mirror.place, args, context);
  child.write(shas.map((sha) => `${sha}\n`).join(''));
  const parser = batchParser(wantedTexts, (blob) => {
    facts.set(blob.sha, blob.facts);
    if (blob.text !== null) texts.set(blob.sha, decodeText(blob.text));
  });
  for await (const bytes of child.stdout) parser(bytes);
  const exit = await child.finished;
  throwIfAborted(context);
  if (exit.status !== 0) throw gitFailure(args, exit);
  return { facts, texts };
}

interface BatchBlob {
  readonly sha: string;
  readonly facts: BlobFacts;
  readonly text: Buffer | null;
}

interface OpenBlob {
  readonly sha: string;
  readonly size: number;
  remaining: number;
  newlines: number;
  lastByte: number;
  isBinary: boolean;
  readonly kept: Buffer[] | null;
}

/** Output: `<sha> blob <size>` and a newline, the content, a newline; `<sha> missing` for what is not there. */
function batchParser(
  wanted: ReadonlySet<string>,
  onBlob: (blob: BatchBlob) => void,
): (bytes: Buffer) => void {
  let header = '';
  let blob: OpenBlob | null = null;
  const finish = (done: OpenBlob) => {
    const lines = done.newlines + (done.size > 0 && done.lastByte !== NEWLINE ? 1 : 0);
    onBlob({
      sha: done.sha,
      facts: { byteCount: done.size, lineCount: done.isBinary ? null : lines, isBinary: done.isBinary },
      text: done.kept !== null && !done.isBinary ? Buffer.concat(done.kept) : null,
    });
  };
  return (bytes) => {
    let position = 0;
    while (position < bytes.length) {
      if (blob === null) {
        const end = bytes.indexOf(NEWLINE, position);
        header += bytes.toString('latin1', position, end === -1 ? bytes.length : end);
        if (end === -1) return;
        blob = openBlob(header, wanted);
        header = '';
        position = end + 1;
      } else if (blob.remaining > 0) {
        const piece = bytes.subarray(position, position + blob.remaining);
        takeContent(blob, piece);
        position += piece.length;
      } else {
        finish(blob);
        blob = null;
        position += 1;
      }
    }
  };
}

function openBlob(header: string, wanted: ReadonlySet<string>): OpenBlob | null {
  const [sha = '', type, size = '0'] = header.split(' ');
  if (type !== 'blob') return null;
  const bytes = Number(size);
  const kept = wanted.has(sha) && bytes <= TEXT_LIMIT ? [] : null;
  return { sha, size: bytes, remaining: bytes, newlines: 0, lastByte: NEWLINE, isBinary: false, kept };
}

function takeContent(blob: OpenBlob, piece: Buffer): void {
  const offset = blob.size - blob.remaining;
  if (offset < BINARY_PROBE && piece.subarray(0, BINARY_PROBE - offset).includes(0)) blob.isBinary = true;
  if (!blob.isBinary) {
    for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, at + 1)) blob.newlines += 1;
  }
  blob.lastByte = piece[piece.length - 1] ?? NEWLINE;
  blob.remaining -= piece.length;
  blob.kept?.push(Buffer.from(piece));
}
