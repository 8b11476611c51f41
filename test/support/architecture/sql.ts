import { shortType } from '../../../src/core/column.ts';
import { UnderstoryError } from '../../../src/core/errors.ts';
import { checkStatement } from '../../../src/metrics/contract.ts';
import { parseMetricHeader } from '../../../src/metrics/header.ts';
import type { Store } from '../../../src/store/store.ts';
import { readSyntax, type Syntax } from '../../../src/store/syntax.ts';
import { definitionSql } from '../../../src/transform/definition.ts';
import type { TableFile } from '../../../src/transform/graph.ts';
import { parseTableHeader, type TableHeader } from '../../../src/transform/table-header.ts';
import { readMacros, readTables } from '../macros.ts';
import type { SqlFile } from '../sql-files.ts';

/** What each layer of queries may read. */
const LAYERS: Readonly<Record<string, RegExp>> = {
  // Of the run tables only what was collected is data; the rest is book-keeping.
  staging: /^(raw_|seed_|run_collection$|run_github_stream$)/,
  facts: /^(stg_|map_|dim_|fct_|seed_)/,
  macros: /^(dim_|map_|fct_)/,
  metrics: /^(dim_|map_|fct_)/,
};

/** What the files of a layer make, as far as they make anything. */
const KINDS: Readonly<Record<string, TableFile['kind']>> = {
  staging: 'view',
  facts: 'table',
  macros: 'macro',
};

/** Functions, and words that parse as columns, whose value depends on when or how often one asks. */
const CLOCKS: ReadonlySet<string> = new Set([
  ...['now', 'today', 'current_date', 'current_timestamp', 'current_time', 'localtime', 'localtimestamp'],
  ...['get_current_timestamp', 'get_current_time', 'transaction_timestamp', 'current_localtime'],
  ...['current_localtimestamp', 'ago'],
]);
const CHANCE: ReadonlySet<string> = new Set([
  ...['random', 'uuid', 'gen_random_uuid', 'uuidv4', 'uuidv7', 'setseed', 'nextval', 'currval'],
]);

/** A query's layer is the folder below `queries/`. */
function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** Names each query that reads another layer, the clock or chance, or whose header breaks the contract. */
export async function findSqlViolations(store: Store, files: readonly SqlFile[]): Promise<readonly string[]> {
  const macros = await readMacros(files);
  const violations: string[] = [];
  for (const file of files) {
    const layer = layerOf(file.path);
    if (!(layer in LAYERS) && layer !== 'runner') continue;
    violations.push(...headerProblems(file, layer), ...styleProblems(file, layer));
    try {
      const syntax = await readSyntax(store, file.sql);
      violations.push(...syntaxProblems(file, layer, syntax));
      if (layer === 'metrics' || layer === 'macros') continue;
      for (const name of syntax.tableFunctions.filter((name) => macros.has(name))) {
        violations.push(`${file.path} reads ${name}, which ${layer} may not`);
      }
    } catch (error) {
      if (!(error instanceof UnderstoryError)) throw error;
      violations.push(`${file.path}: ${error.message}`);
    }
  }
  return violations;
}

function headerProblems({ path, sql }: SqlFile, layer: string): readonly string[] {
  if (layer === 'runner') return [];
  try {
    if (layer === 'metrics') parseMetricHeader(sql, path);
    else parseTableHeader(sql, path);
    return [];
  } catch (error) {
    if (error instanceof UnderstoryError) return [error.message];
    throw error;
  }
}

function styleProblems({ path, sql }: SqlFile, layer: string): readonly string[] {
  const body = sql.replace(/^--.*$/gm, '').replace(/^ +--.*$/gm, '');
  const text = body.replace(/'[^']*'/g, "''");
  return [
    ...(text.includes('/*') ? [`${path}: block comments lose their indentation; use \`--\``] : []),
    ...(text.includes(';') ? [`${path}: one statement and no semicolon`] : []),
    ...(/\$[a-z_]+\b(?!::)/.test(text) ? [`${path}: a parameter lacks its cast`] : []),
    ...(layer !== 'staging' && /\bselect\s+\*/.test(text) ? [`${path}: \`select *\` outside staging`] : []),
  ];
}

function syntaxProblems({ path }: SqlFile, layer: string, syntax: Syntax): readonly string[] {
  const allowed = LAYERS[layer];
  const names = [...syntax.functions.map(({ name }) => name), ...syntax.bareColumns];
  return [
    ...syntax.tables
      .filter((table) => allowed && !allowed.test(table))
      .map((table) => `${path} reads ${table}, which ${layer} may not`),
    ...names.filter((name) => CLOCKS.has(name)).map((name) => `${path} reads the clock: ${name}`),
    ...syntax.functions
      .filter(({ name, argumentCount }) => CHANCE.has(name) || (name === 'age' && argumentCount === 1))
      .map(({ name }) => `${path} reads ${name === 'age' ? 'the clock' : 'chance'}: ${name}`),
    ...(layer === 'metrics' && !syntax.isOrdered ? [`${path}: ends without an order`] : []),
    ...(syntax.hasSample ? [`${path} reads chance: using sample`] : []),
  ];
}

/** Names each table that a query reads and no file or migration makes, and each circle among facts. */
export async function findReferenceViolations(
  store: Store,
  files: readonly SqlFile[],
): Promise<readonly string[]> {
  const { rows } = await store.query(
    'select table_name from duckdb_tables() union select view_name from duckdb_views()',
  );
  const known = new Set(rows.map((row) => String(row['table_name'])));
  const reads = new Map<string, readonly string[]>();
  for (const { path, sql } of files.filter(({ path }) => layerOf(path) in LAYERS)) {
    reads.set(nameOf(path), await readTables(store, sql, await readMacros(files)));
  }
  const missing = [...reads].flatMap(([name, tables]) =>
    tables
      .filter((table) => !known.has(table) && !reads.has(table))
      .map((table) => `${name} reads ${table}, which nothing makes`),
  );
  const circles = [...reads.keys()]
    .filter((name) => reaches(name, name, reads))
    .map((name) => `${name} reads itself in the end`);
  return [...missing, ...circles];
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.sql$/, '');
}

/**
 * Makes all staging views and facts over empty raw tables and names each that differs from its header, then each metric.
 *
 * Files that do not even parse are left to `findSqlViolations`.
 */
export async function findContractViolations(
  store: Store,
  files: readonly SqlFile[],
): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const file of await inOrder(store, files)) {
    try {
      const header = parseTableHeader(file.sql, file.path);
      const kind = KINDS[layerOf(file.path)] ?? 'table';
      await store.run(definitionSql({ kind, header, sql: file.sql }));
      violations.push(...(await tableProblems(store, kind, header)));
    } catch (error) {
      violations.push(`${file.path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { path, sql } of files.filter((file) => layerOf(file.path) === 'metrics')) {
    try {
      await checkStatement(store, { header: parseMetricHeader(sql, path), sql, path });
    } catch (error) {
      violations.push(error instanceof Error ? error.message : String(error));
    }
  }
  return violations;
}

/** Staging, facts and macros, each after what it reads. */
async function inOrder(store: Store, files: readonly SqlFile[]): Promise<readonly SqlFile[]> {
  const built = files.filter(({ path }) => layerOf(path) in KINDS);
  const reads = new Map<string, readonly string[]>();
  for (const { path, sql } of built) {
    reads.set(nameOf(path), await readTables(store, sql, await readMacros(files)));
  }
  const depth = (name: string, above: readonly string[]): number => {
    if (above.includes(name)) return 0;
    const below = (reads.get(name) ?? []).filter((table) => reads.has(table));
    return 1 + Math.max(0, ...below.map((table) => depth(table, [...above, name])));
  };
  return [...built].sort((a, b) => depth(nameOf(a.path), []) - depth(nameOf(b.path), []));
}

async function tableProblems(
  store: Store,
  kind: TableFile['kind'],
  header: TableHeader,
): Promise<readonly string[]> {
  const call = kind === 'macro' ? `(${header.params.map(() => 'null').join(', ')})` : '';
  const { columns } = await store.describe(`select * from ${header.table}${call}`);
  const actual = columns.map(({ name, type }) => `${name} ${shortType(type)}`);
  const stated = header.columns.map(({ name, type }) => `${name} ${shortType(type)}`);
  return Array.from({ length: Math.max(actual.length, stated.length) }, (_, index) => index)
    .filter((index) => actual[index] !== stated[index])
    .slice(0, 1)
    .map(
      (index) =>
        `${header.table} has \`${actual[index]}\` as column ${index + 1}, its header says \`${stated[index]}\``,
    );
}

function reaches(
  from: string,
  goal: string,
  reads: ReadonlyMap<string, readonly string[]>,
  seen: Set<string> = new Set(),
): boolean {
  return (reads.get(from) ?? []).some((table) => {
    if (table === goal) return true;
    if (seen.has(table)) return false;
    seen.add(table);
    return reaches(table, goal, reads, seen);
  });
}
