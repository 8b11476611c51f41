import { join } from 'node:path';
import { UnderstoryError } from '../core/errors.ts';
import { QUERIES_DIRECTORY } from '../core/paths.ts';
import { readTexts } from '../core/read-texts.ts';
import { parseTableHeader, type TableHeader } from './table-header.ts';

/** One `.sql` file of staging (a view), facts (a table) or macros (a table with parameters, computed where it is read). */
export interface TableFile {
  readonly kind: 'view' | 'table' | 'macro';
  readonly header: TableHeader;
  readonly sql: string;
}

/** Anything that makes tables out of others. */
export interface BuildNode {
  readonly name: string;
  /** Tables that it makes. */
  readonly writes: readonly string[];
  /** Tables that must be there before. */
  readonly reads: readonly string[];
}

/** Reads the files of `queries/staging/`, `facts/` and `macros/`, each sorted by name. Errors: `E_QUERY_CONTRACT`. */
export function readTableFiles(): readonly TableFile[] {
  return [
    ...readFolder('staging', 'view'),
    ...readFolder('facts', 'table'),
    ...readFolder('macros', 'macro'),
  ];
}

function readFolder(folder: string, kind: TableFile['kind']): readonly TableFile[] {
  return readTexts(join(QUERIES_DIRECTORY, folder), '.sql').map(({ name, text }) => {
    return { kind, header: parseTableHeader(text, `queries/${folder}/${name}`), sql: text };
  });
}

const COMMENT = /--.*$/gm;
const TEXT = /'(?:[^']|'')*'/g;
const WORD = /[a-z_][a-z0-9_]*/g;

/**
 * Names in `sql` that are among `known`: the tables it reads.
 *
 * A word is enough, since names of tables are used for nothing else; DuckDB's own parser would take a second for all files.
 */
export function namesIn(sql: string, known: ReadonlySet<string>): readonly string[] {
  const words = sql.replace(COMMENT, '').replace(TEXT, '').match(WORD) ?? [];
  return [...new Set(words)].filter((word) => known.has(word));
}

/**
 * Orders nodes so that each comes after those that make what it reads; ties by the order given.
 *
 * Errors: `E_QUERY_CONTRACT` when some wait for each other.
 */
export function orderNodes<Node extends BuildNode>(nodes: readonly Node[]): readonly Node[] {
  const makers = new Map(nodes.flatMap((node) => node.writes.map((table) => [table, node] as const)));
  const ordered = new Set<Node>();
  const visit = (node: Node, path: readonly Node[]): void => {
    if (ordered.has(node)) return;
    if (path.includes(node)) throw circleError([...path.slice(path.indexOf(node)), node]);
    for (const table of node.reads) {
      const maker = makers.get(table);
      if (maker && maker !== node) visit(maker, [...path, node]);
    }
    ordered.add(node);
  };
  for (const node of nodes) visit(node, []);
  return [...ordered];
}

function circleError(circle: readonly BuildNode[]): UnderstoryError {
  return new UnderstoryError({
    code: 'E_QUERY_CONTRACT',
    message: `Tables wait for each other: ${circle.map(({ name }) => `\`${name}\``).join(' reads ')}`,
    hint: 'Take one of these references out',
  });
}
