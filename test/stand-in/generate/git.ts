import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Writable } from 'node:stream';
import type { GitIdentity } from '../world/records.ts';
import type { Change } from './tree.ts';

/** A commit to write. `from` and `merge` are marks, or a hash that the repository has already. */
export interface CommitDraft {
  readonly ref: string;
  readonly author: GitIdentity;
  readonly authoredAt: number;
  readonly authorOffset: number;
  readonly committer: GitIdentity;
  readonly committedAt: number;
  readonly committerOffset: number;
  readonly message: string;
  readonly from?: number | string;
  readonly merge?: number;
  readonly changes: readonly Change[];
}

export interface TagDraft {
  readonly name: string;
  readonly from: number | string;
  readonly tagger: GitIdentity;
  readonly at: number;
  readonly message: string;
}

/** A bare repository being written through `git fast-import`, which makes equal bytes from equal input. */
export interface GitWriter {
  /** Queues a commit and returns its mark. */
  readonly commit: (draft: CommitDraft) => Promise<number>;
  readonly reset: (ref: string, from: number | string) => Promise<void>;
  readonly tag: (draft: TagDraft) => Promise<void>;
  /** Ends the import; returns the hash of each mark. */
  readonly finish: () => Promise<ReadonlyMap<number, string>>;
}

/** Ref under which history is imported before any of it is shown. */
export const HIDDEN_REF = 'refs/import/main';

/** Makes an empty bare repository; `alternate` is another one whose objects it may use. */
export async function createBare(path: string, alternate?: string): Promise<void> {
  for (const folder of ['objects/pack', 'objects/info', 'refs/heads', 'refs/tags']) {
    await mkdir(join(path, folder), { recursive: true });
  }
  await writeFile(join(path, 'HEAD'), 'ref: refs/heads/main\n');
  const config = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n';
  await writeFile(join(path, 'config'), config);
  if (alternate !== undefined) {
    // Relative, so that the data folder can be moved and has the same bytes everywhere.
    const objects = relative(join(path, 'objects'), join(alternate, 'objects'));
    await writeFile(join(path, 'objects/info/alternates'), `${objects}\n`);
  }
}

/** Characters that are collected before they go to git. */
const WRITE_SIZE = 262_144;

/**
 * Makes glibc keep freed memory. Otherwise each object's compression state (268 KB) is mapped and unmapped:
 * 1,200 commits then take 3.6 s of processor time instead of 0.1 s. Other C libraries ignore the variables.
 */
const KEEP_MEMORY = {
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '134217728',
  MALLOC_TOP_PAD_: '16777216',
} as const;

/** Opens an import into the bare repository at `path`. */
export function openImport(path: string): GitWriter {
  const marksFile = join(path, 'marks');
  // No fsync: what a crash would lose is drawn again in seconds, and on a busy disk it is most of the time.
  const options = ['core.compression=1', 'core.fsync=none', 'fastimport.unpackLimit=0'].flatMap((one) => [
    '-c',
    one,
  ]);
  const args = [
    '-C',
    path,
    ...options,
    'fast-import',
    '--quiet',
    '--force',
    '--done',
    '--export-marks=marks',
  ];
  const env = { ...process.env, ...KEEP_MEMORY };
  const child = spawn('git', args, { stdio: ['pipe', 'ignore', 'inherit'], env });
  const ended = once(child, 'close');
  const { send, flush } = makeSender(child.stdin);
  let mark = 0;
  return {
    commit: async (draft) => {
      mark += 1;
      await send(formatCommit(draft, mark));
      return mark;
    },
    reset: (ref, from) => send(`reset ${ref}\nfrom ${point(from)}\n\n`),
    tag: (draft) => send(formatTag(draft)),
    finish: async () => {
      await send('done\n');
      await flush();
      child.stdin.end();
      const [code]: unknown[] = await ended;
      if (code !== 0) throw new Error(`git fast-import ended with ${String(code)} in ${path}`);
      const marks = parseMarks(await readFile(marksFile, 'utf8'));
      await rm(marksFile);
      await rm(join(path, 'refs/import'), { recursive: true, force: true });
      return marks;
    },
  };
}

/** Few large writes: one for each commit would be a fifth of all the time. */
function makeSender(stdin: Writable): {
  readonly send: (text: string) => Promise<void>;
  readonly flush: () => Promise<void>;
} {
  let pending: string[] = [];
  let pendingLength = 0;
  const flush = async (): Promise<void> => {
    const text = pending.join('');
    pending = [];
    pendingLength = 0;
    if (!stdin.write(text)) await once(stdin, 'drain');
  };
  const send = async (text: string): Promise<void> => {
    pending.push(text);
    pendingLength += text.length;
    if (pendingLength > WRITE_SIZE) await flush();
  };
  return { send, flush };
}

function parseMarks(text: string): ReadonlyMap<number, string> {
  const lines = text.split('\n').filter((line) => line.startsWith(':'));
  return new Map(
    lines.map((line) => [Number(line.slice(1, line.indexOf(' '))), line.slice(line.indexOf(' ') + 1)]),
  );
}

function point(from: number | string): string {
  return typeof from === 'number' ? `:${from}` : from;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function stamp(who: GitIdentity, at: number, offset: number): string {
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const zone = `${sign}${String(hours).padStart(2, '0')}${String(minutes).padStart(2, '0')}`;
  return `${who.name} <${who.email}> ${Math.floor(at / 1000)} ${zone}`;
}

function formatCommit(draft: CommitDraft, mark: number): string {
  const { author, authoredAt, authorOffset, committer, committedAt, committerOffset } = draft;
  return [
    `commit ${draft.ref}\nmark :${mark}\n`,
    `author ${stamp(author, authoredAt, authorOffset)}\n`,
    `committer ${stamp(committer, committedAt, committerOffset)}\n`,
    data(`${draft.message}\n`),
    draft.from === undefined ? '' : `from ${point(draft.from)}\n`,
    draft.merge === undefined ? '' : `merge :${draft.merge}\n`,
    ...draft.changes.map(formatChange),
    '\n',
  ].join('');
}

function formatChange(change: Change): string {
  if (change.kind === 'rename') return `R ${change.from} ${change.to}\n`;
  if (change.kind === 'delete') return `D ${change.path}\n`;
  return `M 100644 inline ${change.path}\n${data(change.text)}`;
}

function formatTag(draft: TagDraft): string {
  const head = `tag ${draft.name}\nfrom ${point(draft.from)}\ntagger ${stamp(draft.tagger, draft.at, 0)}\n`;
  return `${head}${data(`${draft.message}\n`)}`;
}
