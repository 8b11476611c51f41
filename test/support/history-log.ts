import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = process.env['UNDERSTORY_HISTORIES'];
const MAX_BYTES = 1024 ** 3;

/** A commit as `git log` gives it. */
export interface GitRecord {
  readonly sha: string;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly committerName: string;
  readonly committerEmail: string;
  readonly message: string;
}

/** Whether the folder of histories has a repository, named `owner+name`. */
export function hasHistory(repository: string): boolean {
  return FOLDER !== undefined && existsSync(join(FOLDER, repository, 'repo'));
}

function git(repository: string, args: readonly string[]): string {
  const directory = join(FOLDER ?? '', repository, 'repo');
  return execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: MAX_BYTES });
}

const FORMAT = ['%H', '%an', '%ae', '%cn', '%ce', '%B'].join('%x00');

/** Reads commits by git itself, not by our collector. */
export function readGitLog(repository: string, args: readonly string[]): readonly GitRecord[] {
  return git(repository, ['log', `--format=${FORMAT}%x01`, ...args])
    .split('\u0001')
    .map((record) => record.replace(/^\n/, '').split('\0'))
    .filter((fields) => fields.length >= 6)
    .map(
      ([
        sha = '',
        authorName = '',
        authorEmail = '',
        committerName = '',
        committerEmail = '',
        message = '',
      ]) => ({
        sha,
        authorName,
        authorEmail,
        committerName,
        committerEmail,
        message,
      }),
    );
}

const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  uml: '\u0308',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  caron: '\u030c',
  ring: '\u030a',
};
const LETTERS: Readonly<Record<string, string>> = {
  inodot: 'ı',
  lstrok: 'ł',
  oslash: 'ø',
  szlig: 'ß',
  aelig: 'æ',
};

/** The contributors whom curl's release notes at a tag list, separated by commas. */
export function readContributors(repository: string, tag: string): readonly string[] {
  const notes = git(repository, ['show', `${tag}:RELEASE-NOTES`]);
  const [, list = ''] = /friends like these:\s+([\s\S]*?)\s*\(\d+ contributors\)/.exec(notes) ?? [];
  return list.split(/,\s+/).map((name) => name.replace(/\s+/g, ' ').trim());
}

/** The people whom the release notes at a tag acknowledge. */
export function readAcknowledged(repository: string, release: string, tag: string): readonly string[] {
  const notes = git(repository, ['show', `${tag}:doc/src/sgml/release-${release}.sgml`]);
  const section = notes.slice(notes.search(/<title>Acknowledgments?/));
  return [...section.matchAll(/<member>([^<]*)<\/member>/g)].map(([, name = '']) =>
    decodeEntities(name).replace(/\s+/g, ' ').trim(),
  );
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (entity, name: string) => {
      const mark = MARKS[name.slice(1)];
      return LETTERS[name] ?? (mark === undefined ? entity : (name.slice(0, 1) + mark).normalize('NFC'));
    });
}

/** Makes something once, when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
