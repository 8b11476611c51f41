import { redactJson } from '../core/redact/json.ts';
import type { Redactor } from '../core/redact/redactor.ts';
import type { Appender } from './append.ts';
import type { Store } from './store.ts';
import type { Value } from './value.ts';

/** Where a table holds what can tell who somebody is. A table that is not listed, nor like `raw_github_*`, holds nothing. */
interface PersonalColumns {
  /** Pairs of a name and an address that belong together. */
  readonly people?: readonly (readonly [string, string])[];
  readonly texts?: readonly string[];
  /** JSON documents; every text in them counts. */
  readonly documents?: readonly string[];
  /** Ids of nodes, which may be those of accounts. */
  readonly nodeIds?: readonly string[];
  /** A login, the columns that get the pseudonym with it, and what stands in those that say more of the account. */
  readonly account?: {
    readonly login: string;
    readonly pseudonymous: readonly string[];
    readonly erased: Readonly<Record<string, Value>>;
  };
  /** Of rows that become equal in these columns only the first stays. */
  readonly key?: readonly string[];
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
    key: ['repo_id', 'name', 'email'],
  },
  raw_git_ref: { people: [['tagger_name', 'tagger_email']], texts: ['subject'] },
  raw_git_document: { texts: ['text'] },
  raw_github_account: { documents: ['body'], nodeIds: ['node_id'], key: ['node_id'] },
  raw_github_account_use: { nodeIds: ['node_id'], key: ['repo_id', 'node_id'] },
  raw_github_account_snapshot: {
    account: { login: 'login', pseudonymous: [], erased: { company: null } },
    texts: ['company'],
    nodeIds: ['node_id'],
    key: ['node_id', 'snapshot_date'],
  },
  raw_github_commit_account: {
    account: { login: 'login', pseudonymous: ['name'], erased: { email: '' } },
    people: [['name', 'email']],
    nodeIds: ['node_id'],
    key: ['repo_id', 'sha', 'role', 'name', 'email'],
  },
  raw_request: { texts: ['route'] },
};

/** Tables that GitHub's nodes lie in; those of stars and sponsors go by the ids of accounts. */
const OF_NODES: PersonalColumns = { documents: ['body'], nodeIds: ['node_id', 'parent_node_id'] };

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
  const edits = editsOf(personal, columns, redactor);
  const keyAt = (personal.key ?? []).map((name) => columns.indexOf(name));
  const seen = new Set<string>();
  return (row) => {
    const cells = [...row];
    for (const edit of edits) edit(cells);
    return keyAt.length > 0 &&
      isRepeated(
        keyAt.map((at) => cells[at]),
        seen,
      )
      ? null
      : cells;
  };
}

/** Changes some cells of a row. */
type Edit = (cells: Value[]) => void;

function editsOf(personal: PersonalColumns, columns: readonly string[], redactor: Redactor): readonly Edit[] {
  const at = (name: string): number => columns.indexOf(name);
  const inTexts = (names: readonly string[] | undefined, redact: (text: string) => string): readonly Edit[] =>
    (names ?? [])
      .map(at)
      .filter((index) => index >= 0)
      .map((index) => (cells) => {
        const cell = cells[index];
        if (typeof cell === 'string') cells[index] = redact(cell);
      });
  // Of the accounts that the row's document speaks of.
  let ids: ReadonlyMap<string, string> = new Map();
  return [
    ...accountEdits(personal, at, redactor),
    ...(personal.people ?? []).map(([name, email]) => personEdit(at(name), at(email), redactor)),
    ...inTexts(personal.texts, redactor.text),
    ...inTexts(personal.documents, (json) => {
      const redacted = redactJson(json, redactor);
      ids = redacted.ids;
      return redacted.json;
    }),
    ...inTexts(personal.nodeIds, (id) => ids.get(id) ?? redactor.account({ id })?.pseudonym ?? id),
  ];
}

function personEdit(nameAt: number, emailAt: number, redactor: Redactor): Edit {
  return (cells) => {
    const [name, email] = [cells[nameAt], cells[emailAt]];
    if (typeof name !== 'string' && typeof email !== 'string') return;
    [cells[nameAt], cells[emailAt]] = redactor.person(textOf(name), textOf(email));
  };
}

function accountEdits(
  { account, nodeIds: [idColumn = ''] = [] }: PersonalColumns,
  at: (name: string) => number,
  redactor: Redactor,
): readonly Edit[] {
  if (account === undefined) return [];
  const [idAt, loginAt] = [at(idColumn), at(account.login)];
  return [
    (cells) => {
      const [id, login] = [textOf(cells[idAt]), textOf(cells[loginAt])];
      const found = redactor.account({ id, login });
      if (found === null) return;
      for (const index of [idAt, loginAt, ...account.pseudonymous.map(at)]) cells[index] = found.pseudonym;
      for (const [name, value] of Object.entries(account.erased)) cells[at(name)] = value;
    },
  ];
}

function isRepeated(cells: readonly (Value | undefined)[], seen: Set<string>): boolean {
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
