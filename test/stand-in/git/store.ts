import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GitIdentity } from '../world/records.ts';
import { type Batch, openBatch, runGit } from './batch.ts';

/** A commit as GraphQL and REST show it. Dates keep their offset. */
export interface CommitRow {
  readonly __typename: 'Commit';
  readonly oid: string;
  readonly repositoryId: string;
  readonly author: GitIdentity;
  readonly authoredDate: string;
  readonly committer: GitIdentity;
  readonly committedDate: string;
  readonly message: string;
  readonly parentOids: readonly string[];
}

/** A file or folder of a commit. */
export type TreePart =
  | {
      readonly __typename: 'Blob';
      readonly oid: string;
      readonly text: string;
      readonly byteSize: number;
      readonly isBinary: boolean;
      readonly isTruncated: boolean;
    }
  | {
      readonly __typename: 'Tree';
      readonly oid: string;
      readonly entries: readonly { name: string; type: string }[];
    };

export interface CommitSize {
  readonly additions: number;
  readonly deletions: number;
  readonly files: number;
}

/** Reads the bare repositories of a data folder; `name` is `owner/name`. One long-lived git process a repository. */
export interface GitStore {
  /** Any expression git understands, such as a hash or `HEAD:FUNDING.yml`; null where there is nothing. */
  readonly object: (
    name: string,
    repositoryId: string,
    expression: string,
  ) => Promise<CommitRow | TreePart | null>;
  /** Hashes reachable from a ref, newest first. */
  readonly history: (name: string, ref: string) => Promise<readonly string[]>;
  /** Tags with the hash they point to. */
  readonly tags: (name: string) => Promise<readonly { readonly name: string; readonly oid: string }[]>;
  /** Added and deleted lines and files of a commit. */
  readonly size: (
    name: string,
    oid: string,
  ) => Promise<{ additions: number; deletions: number; files: number }>;
  readonly close: () => void;
}

export function openGitStore(root: string): GitStore {
  const batches = new Map<string, Batch>();
  const sizes = new Map<string, Promise<ReadonlyMap<string, CommitSize>>>();
  const pathOf = (name: string): string => join(root, `${name}.git`);
  const batchOf = (name: string): Batch | null => {
    const known = batches.get(name);
    if (known) return known;
    if (!existsSync(pathOf(name))) return null;
    const batch = openBatch(
      spawn('git', ['-C', pathOf(name), 'cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    batches.set(name, batch);
    return batch;
  };
  return {
    object: async (name, repositoryId, expression) => {
      const found = await batchOf(name)?.read(expression);
      if (!found) return null;
      const { oid, type, content } = found;
      if (type === 'commit') return parseCommit(oid, repositoryId, content.toString('utf8'));
      if (type === 'blob') return toBlob(oid, content);
      return type === 'tree' ? await readTree(pathOf(name), oid) : null;
    },
    history: (name, ref) => runGit(pathOf(name), ['rev-list', ref]),
    tags: (name) => readTags(pathOf(name)),
    size: async (name, oid) => {
      // One walk over the whole history at the first question: one process a commit would take minutes.
      const known = sizes.get(name) ?? readSizes(pathOf(name));
      sizes.set(name, known);
      return (await known).get(oid) ?? { additions: 0, deletions: 0, files: 0 };
    },
    close: () => {
      for (const batch of batches.values()) batch.close();
      batches.clear();
    },
  };
}

function toBlob(oid: string, content: Buffer): TreePart {
  return {
    __typename: 'Blob',
    oid,
    text: content.toString('utf8'),
    byteSize: content.length,
    isBinary: content.includes(0),
    isTruncated: false,
  };
}

async function readTree(path: string, oid: string): Promise<TreePart> {
  const lines = await runGit(path, ['ls-tree', oid]);
  const entries = lines.map((line) => ({
    type: line.split(' ')[1] ?? '',
    name: line.slice(line.indexOf('\t') + 1),
  }));
  return { __typename: 'Tree', oid, entries };
}

async function readTags(path: string): Promise<readonly { readonly name: string; readonly oid: string }[]> {
  const format = '--format=%(refname:short) %(objectname) %(*objectname)';
  const lines = await runGit(path, ['for-each-ref', 'refs/tags', format]);
  return lines.map((line) => {
    const [name = '', own = '', target = ''] = line.split(' ');
    return { name, oid: target === '' ? own : target };
  });
}

async function readSizes(path: string): Promise<ReadonlyMap<string, CommitSize>> {
  const lines = await runGit(path, ['log', '--all', '--numstat', '--format=@%H']);
  const sizes = new Map<string, CommitSize>();
  let oid = '';
  for (const line of lines) {
    if (line.startsWith('@')) {
      oid = line.slice(1);
      sizes.set(oid, { additions: 0, deletions: 0, files: 0 });
      continue;
    }
    const [added, deleted] = line.split('\t');
    const { additions = 0, deletions = 0, files = 0 } = sizes.get(oid) ?? {};
    const sum = [additions + (Number(added) || 0), deletions + (Number(deleted) || 0)] as const;
    sizes.set(oid, { additions: sum[0], deletions: sum[1], files: files + 1 });
  }
  return sizes;
}

const PERSON = /^(.*) <(.*)> (-?\d+) ([+-]\d\d)(\d\d)$/;

function parseCommit(oid: string, repositoryId: string, text: string): CommitRow {
  const end = text.indexOf('\n\n');
  const head = text.slice(0, end).split('\n');
  const read = (key: string): string =>
    head.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1) ?? '';
  const [author, committer] = [parsePerson(read('author')), parsePerson(read('committer'))];
  return {
    __typename: 'Commit',
    oid,
    repositoryId,
    author: author.who,
    authoredDate: author.date,
    committer: committer.who,
    committedDate: committer.date,
    message: text.slice(end + 2).replace(/\n$/, ''),
    parentOids: head.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7)),
  };
}

function parsePerson(text: string): { who: GitIdentity; date: string } {
  const [, name = '', email = '', seconds = '0', hours = '+00', minutes = '00'] = PERSON.exec(text) ?? [];
  const sign = hours.startsWith('-') ? -1 : 1;
  const offset = sign * (Math.abs(Number(hours)) * 60 + Number(minutes));
  const local = new Date(Number(seconds) * 1000 + offset * 60_000).toISOString().slice(0, 19);
  return { who: { name, email }, date: `${local}${hours}:${minutes}` };
}
