import type { Redactor } from '../core/redact.ts';
import type { Appender, Store } from './store.ts';
import type { Value } from './value.ts';

/** Where a table holds what can tell who somebody is. A table that is not listed, nor like `raw_github_*`, holds nothing. */
interface PersonalColumns {
  /** Pairs of a name and an address that belong together. */
  readonly people?: readonly (readonly [string, string])[];
  readonly texts?: readonly string[];
  /** JSON documents; every text in them counts. */
  readonly documents?: readonly string[];
  /** Whether rows that become equal are one row. */
  readonly isDistinct?: boolean;
}

const PERSONAL: Readonly<Record<string, PersonalColumns>> = {
  raw_git_commit: {
    people: [
      ['author_name', 'author_email'],
      ['committer_name', 'committer_email'],
    ],
    texts: ['subject', 'message'],
  },
  raw_git_identity: {
    people: [
      ['name', 'email'],
      ['mapped_name', 'mapped_email'],
    ],
    isDistinct: true,
  },
  raw_git_ref: { people: [['tagger_name', 'tagger_email']], texts: ['subject'] },
  raw_git_document: { texts: ['text'] },
  raw_github_account_snapshot: { texts: ['login', 'company'] },
  raw_github_commit_account: { people: [['name', 'email']], texts: ['login'] },
  raw_request: { texts: ['route'] },
};

/** Tables that GitHub's nodes lie in. */
const OF_NODES: PersonalColumns = { documents: ['body'] };
/** Of an account of somebody who is forgotten only this is left. */
const KEPT_OF_ACCOUNT = new Set(['__typename', 'id', 'login', 'createdAt']);

/** The personal columns of a table. */
function personalColumns(table: string): PersonalColumns | undefined {
  return PERSONAL[table] ?? (table.startsWith('raw_github_') ? OF_NODES : undefined);
}

/** Takes forgotten people out of a row; null for a row that is there already. */
export type RowFilter = (row: readonly Value[]) => readonly Value[] | null;

/** Makes the filter for rows of `table`, whose columns stand in the given order; null where it holds nothing personal. */
export function rowFilter(table: string, columns: readonly string[], redactor: Redactor): RowFilter | null {
  const personal = personalColumns(table);
  if (personal === undefined) return null;
  const people = (personal.people ?? []).map(([name, email]) => [
    columns.indexOf(name),
    columns.indexOf(email),
  ]);
  const texts = (personal.texts ?? []).map((name) => columns.indexOf(name));
  const documents = (personal.documents ?? []).map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const seen = new Set<string>();
  return (row) => {
    const cells = [...row];
    for (const [nameAt = -1, emailAt = -1] of people) {
      const [name, email] = [cells[nameAt], cells[emailAt]];
      if (typeof name !== 'string' && typeof email !== 'string') continue;
      [cells[nameAt], cells[emailAt]] = redactor.person(textOf(name), textOf(email));
    }
    for (const at of texts) cells[at] = redactCell(cells[at], redactor.text);
    for (const at of documents) {
      cells[at] = redactCell(cells[at], (text) =>
        redactDocument(text, redactor, table === 'raw_github_account'),
      );
    }
    return personal.isDistinct && isRepeated(cells, seen) ? null : cells;
  };
}

function isRepeated(cells: readonly Value[], seen: Set<string>): boolean {
  const key = cells.map(String).join('\0');
  const isKnown = seen.has(key);
  seen.add(key);
  return isKnown;
}

/** A store that takes forgotten people out of every row that is appended. */
export function redactingStore(store: Store, redactor: Redactor): Store {
  return {
    ...store,
    append: async (table) => {
      const appender = await store.append(table);
      if (personalColumns(table) === undefined) return appender;
      const { columns } = await store.describe(`select * from ${table}`);
      const filter = rowFilter(
        table,
        columns.map(({ name }) => name),
        redactor,
      );
      return filter === null ? appender : filtered(appender, filter);
    },
  };
}

function filtered(appender: Appender, filter: RowFilter): Appender {
  return {
    add: (row) => {
      const cells = filter(row);
      if (cells !== null) appender.add(cells);
    },
    close: () => appender.close(),
  };
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

function redactCell(value: Value | undefined, redact: (text: string) => string): Value {
  return typeof value === 'string' ? redact(value) : (value ?? null);
}

/** Texts of JSON are escaped, so that a name is only seen once they are read; what is unchanged stays byte for byte. */
function redactDocument(json: string, redactor: Redactor, isAccount: boolean): string {
  let isChanged = false;
  const document: unknown = JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    const text = redactor.text(value);
    isChanged ||= text !== value;
    return text;
  });
  if (!isChanged) return json;
  const isObject = typeof document === 'object' && document !== null;
  return JSON.stringify(
    isAccount && isObject
      ? Object.fromEntries(Object.entries(document).filter(([key]) => KEPT_OF_ACCOUNT.has(key)))
      : document,
  );
}
