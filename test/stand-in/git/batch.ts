import { type ChildProcessByStdio, execFile } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export interface GitObject {
  readonly oid: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A running `git cat-file --batch`: answers come in the order of the questions. */
export interface Batch {
  /** The object an expression names; null when there is none. */
  readonly read: (expression: string) => Promise<GitObject | null>;
  readonly close: () => void;
}

/** Talks to a child started as `git cat-file --batch`. */
export function openBatch(child: ChildProcessByStdio<Writable, Readable, null>): Batch {
  const waiting: ((found: GitObject | null) => void)[] = [];
  let buffer = Buffer.alloc(0);
  const answer = (found: GitObject | null, used: number): void => {
    buffer = buffer.subarray(used);
    waiting.shift()?.(found);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const lineEnd = buffer.indexOf(10);
      if (lineEnd < 0) return;
      const line = buffer.subarray(0, lineEnd).toString('utf8');
      const [oid = '', type = '', size = ''] = line.split(' ');
      // "… missing", "… ambiguous": everything that is not "hash type size".
      if (!/^[0-9a-f]{40} \w+ \d+$/.test(line)) {
        answer(null, lineEnd + 1);
        continue;
      }
      const end = lineEnd + 1 + Number(size);
      if (buffer.length < end + 1) return;
      answer({ oid, type, content: Buffer.from(buffer.subarray(lineEnd + 1, end)) }, end + 1);
    }
  });
  child.on('close', () => {
    for (const resolve of waiting.splice(0)) resolve(null);
  });
  return {
    read: (expression) =>
      new Promise((resolve) => {
        // A line break would be a second question.
        if (expression.includes('\n')) return resolve(null);
        waiting.push(resolve);
        child.stdin.write(`${expression}\n`);
      }),
    close: () => {
      child.stdin.end();
      child.kill();
    },
  };
}

/** Lines that a git command prints; none when it fails, as for an empty repository. */
export function runGit(path: string, args: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve) => {
    execFile('git', ['-C', path, ...args], { maxBuffer: 2 ** 30, encoding: 'utf8' }, (error, stdout) => {
      resolve(error ? [] : stdout.split('\n').filter((line) => line !== ''));
    });
  });
}
