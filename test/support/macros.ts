import type { Store } from '../../src/store/store.ts';
import { readSyntax } from '../../src/store/syntax.ts';
import { readSqlFiles, type SqlFile } from './sql-files.ts';

/** Queries of macros by name. */
export type Macros = ReadonlyMap<string, string>;

/** Picks the macros out of `files`; by default those of the project. */
export async function readMacros(files?: readonly SqlFile[]): Promise<Macros> {
  const all = files ?? (await readSqlFiles('macros'));
  return new Map(
    all.flatMap(({ path, sql }) => {
      const name = /^queries\/macros\/(\w+)\.sql$/.exec(path)?.[1];
      return name === undefined ? [] : [[name, sql] as const];
    }),
  );
}

/** Tables, views and macros that a query reads, and those that its macros read. */
export async function readTables(store: Store, sql: string, macros: Macros): Promise<readonly string[]> {
  const { tables, tableFunctions } = await readSyntax(store, sql);
  const called = tableFunctions.filter((name) => macros.has(name));
  const below = await Promise.all(called.map((name) => readTables(store, macros.get(name) ?? '', macros)));
  return [...new Set([...tables, ...called, ...below.flat()])];
}
