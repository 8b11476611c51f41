import type { Store } from '../../src/store/store.ts';
import type { Value } from '../../src/store/value.ts';
import { type Given, readFactHeaders } from './fact-tables.ts';
import { readTableColumns, type SparseRow, type TableColumn } from './sparse-rows.ts';

/** Rows for every fact table, plausible by the columns' names and types only, so that new tables need no line here. */
export interface GenericRows {
  readonly rows: Given;
  /** One more event in each table of events, with all its times at `at`; `other` keeps it apart from the rest. */
  readonly eventAt: (at: Date) => Given;
}

const ROWS = 24;
const PEOPLE = 5;
const ORGANIZATIONS = 3;
const FILES = 6;
const FIRST_EVENT = Date.UTC(2022, 11, 3, 10);
const STEP = 16 * 86_400_000;

/** Tables that `insertGiven` fills from the others. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['dim_repo', 'dim_scope', 'map_scope_repo', 'fct_stream']);
/** Tables that hold what is there now; their dates are no events of theirs. */
const PRESENT: ReadonlySet<string> = new Set([
  'fct_document',
  'fct_funding_link',
  'fct_head_file',
  'fct_owner_document',
  'fct_path',
  'fct_repo_profile',
]);
/** Each of these is a list of its own: one row for each id. */
const DIMENSIONS: Readonly<Record<string, number>> = { dim_person: PEOPLE, dim_organization: ORGANIZATIONS };

/** Makes the same rows each time it is called. */
export async function makeGenericRows(store: Store): Promise<GenericRows> {
  const grains = new Map((await readFactHeaders()).map(({ table, grain }) => [table, grain]));
  const tables = [...(await readTableColumns(store))].filter(
    ([table]) => /^(dim_|fct_|map_)/.test(table) && !SURROUNDINGS.has(table),
  );
  const rows: Record<string, readonly SparseRow[]> = {};
  for (const [table, columns] of tables) {
    // Two files for each commit, so that there is something to couple.
    const perCommit = columns.some(({ name }) => name === 'sha') && columns.some(isPath) ? 2 : 1;
    const count = DIMENSIONS[table] ?? ROWS * perCommit;
    const all = Array.from({ length: count }, (_, index) => ({
      ...makeRow(table, columns, index),
      ...(perCommit === 2 ? { sha: `sha-${Math.floor(index / 2) + 1}` } : {}),
    }));
    rows[table] = distinctBy(all, grains.get(table) ?? columns.map(({ name }) => name));
  }
  const eventAt = (at: Date): Given =>
    Object.fromEntries(
      tables
        .filter(([table, columns]) => isEventTable(table, columns))
        .map(([table, columns]) => [table, [atInstant(makeRow(table, columns, ROWS), columns, at)]]),
    );
  return { rows, eventAt };
}

function isPath({ name }: TableColumn): boolean {
  return name === 'path' || name === 'head_path';
}

function isEventTable(table: string, columns: readonly TableColumn[]): boolean {
  if (!table.startsWith('fct_') || PRESENT.has(table)) return false;
  return columns.some(({ name, type }) => type === 'TIMESTAMPTZ' || name === 'sha');
}

function atInstant(row: SparseRow, columns: readonly TableColumn[], at: Date): SparseRow {
  const times = columns.filter(({ type }) => type === 'TIMESTAMPTZ').map(({ name }) => [name, at]);
  return { ...row, ...Object.fromEntries(times) };
}

function makeRow(table: string, columns: readonly TableColumn[], index: number): SparseRow {
  const values = columns.map(({ name, type }) => [name, plausibleValue(table, { name, type }, index)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

const TEXTS: Readonly<Record<string, (index: number, table: string) => Value>> = {
  sha: (index) => `sha-${index + 1}`,
  reverted_sha: () => null,
  path: (index) => `src/part${index % 2}/file${index % FILES}.c`,
  head_path: (index) => `src/part${index % 2}/file${index % FILES}.c`,
  previous_path: () => null,
  file_class: (index) => (index % FILES === 5 ? 'test' : 'code'),
  language: () => 'C',
  change: (index) => (index < FILES ? 'added' : 'modified'),
  role: (index) => ['author', 'reviewer', 'reporter'][index % 3] ?? null,
  source: () => 'git',
  kind: (index, table) =>
    table === 'dim_person'
      ? 'person'
      : table === 'dim_organization'
        ? 'commercial'
        : (['license', 'readme', 'contributing'][index % 3] ?? null),
  name: (index, table) => (table === 'fct_tag' ? `v1.${index}` : `name ${index}`),
  series: () => 'v1',
  mechanical_reason: () => null,
  fix_rule: (index) => (index % 4 === 0 ? 'subject' : null),
  bot_rule: () => null,
  target_type: () => 'commit',
  node_id: (index) => `node ${index}`,
  item_node_id: (index) => `node ${index}`,
  maintainer_node_id: (index) => `node ${index}`,
  item_kind: (index) => (index % 2 === 0 ? 'issue' : 'pull_request'),
  author_kind: () => 'person',
  merged_by_kind: () => 'person',
  closed_by_kind: () => 'person',
  sponsor_kind: () => 'user',
  privacy_level: () => 'public',
  author_group: (index) => ['outsider', 'contributor', 'member'][index % 3] ?? null,
  response_kind: (index) => (index % 2 === 0 ? 'comment' : 'review'),
  closed_reason: () => 'completed',
};

/** Undefined leaves the column to `insertGiven`. */
function plausibleValue(
  table: string,
  { name, type }: Pick<TableColumn, 'name' | 'type'>,
  index: number,
): Value | undefined {
  if (name === 'repo_id' || name === 'is_work' || name === 'is_line_work') return undefined;
  if (type === 'VARCHAR')
    return TEXTS[name]?.(index, table) ?? (name in TEXTS ? null : `${name} ${index % 3}`);
  if (/(^|_)person_id$/.test(name)) return BigInt(1 + (index % PEOPLE));
  if (name === 'organization_id') return BigInt(1 + (index % ORGANIZATIONS));
  if (type === 'TIMESTAMPTZ') {
    if (name === 'valid_from') return '2000-01-01T00:00:00Z';
    return /^(valid_to|closed_at|complete_from)$/.test(name) ? null : new Date(FIRST_EVENT + index * STEP);
  }
  if (name === 'is_version' || name === 'is_annotated') return true;
  if (type === 'DATE') return new Date(FIRST_EVENT + index * STEP).toISOString().slice(0, 10);
  if (type === 'BIGINT') return BigInt(name.endsWith('_id') ? index + 1 : (index % 7) + 1);
  if (type === 'INTEGER') return (index % 7) + 1;
  if (type === 'DOUBLE') return 1;
  if (type === 'INTEGER[]') return [1, index];
  return undefined;
}

function distinctBy(rows: readonly SparseRow[], grain: readonly string[]): readonly SparseRow[] {
  const byKey = new Map<string, SparseRow>();
  for (const row of rows) {
    const key = JSON.stringify(grain.map((name) => String(row[name])));
    if (!byKey.has(key)) byKey.set(key, row);
  }
  return [...byKey.values()];
}

/** All rows once more in repository 2, as a fork has them, and a scope 100 of both repositories. */
export function withFork(given: Given, columns: ReadonlyMap<string, readonly TableColumn[]>): Given {
  const forked = Object.entries(given).map(([table, rows]) => {
    const isPerRepository = columns.get(table)?.some(({ name }) => name === 'repo_id') === true;
    return [table, isPerRepository ? [...rows, ...rows.map((row) => ({ ...row, repo_id: 2n }))] : rows];
  });
  return {
    ...Object.fromEntries(forked),
    map_scope_repo: [
      { scope_id: 1n, repo_id: 1n },
      { scope_id: 100n, repo_id: 1n },
      { scope_id: 100n, repo_id: 2n },
    ],
  };
}

/** The same tables with their rows in the opposite order. */
export function reversed(given: Given): Given {
  return Object.fromEntries(Object.entries(given).map(([table, rows]) => [table, [...rows].reverse()]));
}

/** Two sets of tables as one. */
export function merged(left: Given, right: Given): Given {
  const tables = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return Object.fromEntries(
    tables.map((table) => [table, [...(left[table] ?? []), ...(right[table] ?? [])]]),
  );
}
