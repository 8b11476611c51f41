import { UnderstoryError } from '../core/errors.ts';
import type { Store } from './store.ts';

/** What a SELECT refers to, as DuckDB's own parser sees it. */
export interface Syntax {
  /** Tables and views that it reads, sorted; its own CTEs left out. */
  readonly tables: readonly string[];
  /** Functions that stand where a table would, macros among them; they are among `functions` too. */
  readonly tableFunctions: readonly string[];
  readonly functions: readonly SyntaxFunction[];
  /** Names of columns without a table before them; `current_date` and its like are among them. */
  readonly bareColumns: readonly string[];
  /** Whether it samples rows, which is chance. */
  readonly hasSample: boolean;
  /** Whether its rows, not only those of a part, come in an order. */
  readonly isOrdered: boolean;
}

export interface SyntaxFunction {
  readonly name: string;
  readonly argumentCount: number;
}

interface Found {
  readonly tables: Set<string>;
  readonly ctes: Set<string>;
  readonly tableFunctions: Set<string>;
  readonly functions: SyntaxFunction[];
  readonly bareColumns: Set<string>;
  hasSample: boolean;
}

/**
 * Parses one SELECT without running it; its tables need not exist.
 *
 * Errors: `E_QUERY` when it is no SELECT or does not parse.
 */
export async function readSyntax(store: Store, sql: string): Promise<Syntax> {
  const { rows } = await store.query('select json_serialize_sql($sql::varchar)::varchar as tree', { sql });
  const tree: unknown = JSON.parse(String(rows[0]?.['tree']));
  if (!isNode(tree) || tree['error'] === true) {
    const reason = isNode(tree) ? String(tree['error_message']) : 'no syntax tree';
    throw new UnderstoryError({ code: 'E_QUERY', message: `The query does not parse: ${reason}` });
  }
  const found: Found = {
    tables: new Set(),
    ctes: new Set(),
    tableFunctions: new Set(),
    functions: [],
    bareColumns: new Set(),
    hasSample: false,
  };
  visit(tree, found);
  return {
    tables: [...found.tables].filter((table) => !found.ctes.has(table)).sort(),
    tableFunctions: [...found.tableFunctions].sort(),
    functions: found.functions,
    bareColumns: [...found.bareColumns].sort(),
    hasSample: found.hasSample,
    isOrdered: isOrdered(tree),
  };
}

function isOrdered(tree: Node): boolean {
  const statement: unknown = Array.isArray(tree['statements']) ? tree['statements'][0] : undefined;
  const node = isNode(statement) ? statement['node'] : undefined;
  const modifiers = isNode(node) ? node['modifiers'] : undefined;
  return (
    Array.isArray(modifiers) &&
    modifiers.some((modifier) => isNode(modifier) && modifier['type'] === 'ORDER_MODIFIER')
  );
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function visit(value: unknown, found: Found): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, found);
    return;
  }
  if (!isNode(value)) return;
  note(value, found);
  for (const child of Object.values(value)) visit(child, found);
}

function note(node: Node, found: Found): void {
  const { type, function_name: name, children, column_names: columns, cte_map: ctes, sample } = node;
  if (type === 'BASE_TABLE') found.tables.add(tableName(node));
  if (type === 'TABLE_FUNCTION' && isNode(node['function'])) {
    found.tableFunctions.add(String(node['function']['function_name']));
  }
  if (typeof name === 'string') {
    found.functions.push({
      name: name.toLowerCase(),
      argumentCount: Array.isArray(children) ? children.length : 0,
    });
  }
  if (type === 'COLUMN_REF' && Array.isArray(columns) && columns.length === 1) {
    found.bareColumns.add(String(columns[0]).toLowerCase());
  }
  if (isNode(ctes) && Array.isArray(ctes['map'])) {
    for (const entry of ctes['map']) if (isNode(entry)) found.ctes.add(String(entry['key']));
  }
  if (isNode(sample)) found.hasSample = true;
}

function tableName(node: Node): string {
  const schema = String(node['schema_name'] ?? '');
  return schema === '' ? String(node['table_name']) : `${schema}.${String(node['table_name'])}`;
}
