import { type GitDate, parseDate } from './date.ts';
import type { LogForm, LogParser } from './log.ts';
import { decodePath, decodeText } from './text.ts';

/** One commit as git prints it, with the paths that it changes where they were asked for. */
export interface CommitEntry {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly authorName: string;
  readonly authorEmail: string;
  readonly authored: GitDate;
  readonly committerName: string;
  readonly committerEmail: string;
  readonly committed: GitDate;
  readonly subject: string;
  readonly message: string;
  readonly paths: readonly ChangedPath[];
}

export interface ChangedPath {
  readonly path: string;
  /** `A`, `M`, `D` or `T`; a rename is a `D` and an `A`. */
  readonly status: string;
  readonly oldMode: string;
  readonly newMode: string;
}

const FIELDS = ['%H', '%P', '%an', '%ae', '%ad', '%cn', '%ce', '%cd', '%s', '%B'] as const;
const FORMAT = ['--date=raw', `--format=${FIELDS.join('%x00')}`];

/** Commits with the paths they change: trees are compared, contents are not read. */
export const COMMITS_WITH_PATHS: LogForm<CommitEntry> = {
  options: [...FORMAT, '--raw', '--no-renames', '--no-abbrev'],
  parser: commitParser,
};

/** Commits alone. */
export const COMMITS_ONLY: LogForm<CommitEntry> = {
  options: [...FORMAT, '--no-patch'],
  parser: commitParser,
};

const COLON = 0x3a;
const NEWLINE = 0x0a;

/**
 * Tokens: the fields in order, then for each path `:oldmode newmode oldsha newsha status` and the path; the first of
 * these after a newline.
 */
function commitParser(onEntry: (entry: CommitEntry) => void): LogParser {
  let fields: Buffer[] = [];
  let paths: ChangedPath[] = [];
  let header: string | null = null;
  const flush = () => {
    if (fields.length === FIELDS.length) onEntry(toEntry(fields, paths));
    fields = [];
    paths = [];
  };
  return {
    push: (token) => {
      if (header !== null) {
        paths.push(toPath(header, token));
        header = null;
        return;
      }
      if (fields.length < FIELDS.length) {
        // A token is a view on a buffer that the stream may reuse once we return to it.
        fields.push(Buffer.from(token));
        return;
      }
      const start = token[0] === NEWLINE ? 1 : 0;
      if (token[start] === COLON) {
        header = token.toString('latin1', start);
        return;
      }
      flush();
      fields.push(Buffer.from(token));
    },
    end: flush,
  };
}

function toEntry(fields: readonly Buffer[], paths: readonly ChangedPath[]): CommitEntry {
  const texts = fields.map(decodeText);
  const [sha = '', parents = '', authorName = '', authorEmail = '', authored = '', ...rest] = texts;
  const [committerName = '', committerEmail = '', committed = '', subject = '', message = ''] = rest;
  return {
    sha,
    parents: parents === '' ? [] : parents.split(' '),
    authorName,
    authorEmail,
    authored: parseDate(authored),
    committerName,
    committerEmail,
    committed: parseDate(committed),
    subject,
    message,
    paths,
  };
}

function toPath(header: string, path: Buffer): ChangedPath {
  const [oldMode = '', newMode = '', , , status = ''] = header.slice(1).split(' ');
  return { path: decodePath(path), status: status.slice(0, 1), oldMode, newMode };
}
