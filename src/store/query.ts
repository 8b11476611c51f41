import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBValue } from '@duckdb/node-api';
import type { Column } from '../core/column.ts';
import { bind, type Params } from './bind.ts';
import { storeError } from './failure.ts';
import { type DuckDB, fromDuckDB, type Row, type Value } from './value.ts';

/** A connection with the module that it comes from. */
export interface Connected {
  readonly duckdb: DuckDB;
  readonly connection: DuckDBConnection;
  /** The file's path, for messages. */
  readonly path: string;
}

export interface Result {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** What a SELECT would return and which parameters it takes, found without running it. */
export interface Description {
  readonly columns: readonly Column[];
  readonly params: readonly string[];
}

/** Runs each statement of `sql` in turn, binding to each the parameters that it names. */
export async function runAll({ duckdb, connection }: Connected, sql: string, params?: Params): Promise<void> {
  if (params === undefined) {
    await connection.run(sql);
    return;
  }
  const statements = await connection.extractStatements(sql);
  for (let index = 0; index < statements.count; index += 1) {
    const prepared = await statements.prepare(index);
    try {
      const own = paramNames(prepared).flatMap((name) =>
        name in params ? [[name, params[name] ?? null] as const] : [],
      );
      const [values = {}, types] = bind(duckdb, Object.fromEntries(own));
      if (prepared.parameterCount > 0) prepared.bind(values, types);
      await prepared.run();
    } finally {
      prepared.destroySync();
    }
  }
}

/** Runs one statement and returns all its rows. */
export async function readAll(
  { duckdb, connection }: Connected,
  sql: string,
  params?: Params,
): Promise<Result> {
  const reader = await connection.runAndReadAll(sql, ...bind(duckdb, params));
  const names = reader.columnNames();
  return {
    columns: names.map((name, index) => ({ name, type: String(reader.columnType(index)) })),
    rows: reader.getRows().map((row) => toRow(duckdb, names, row)),
  };
}

/** Runs one statement and yields its rows as DuckDB hands them out, a chunk at a time. */
export async function* readBatches(
  { duckdb, connection, path }: Connected,
  sql: string,
  params?: Params,
): AsyncGenerator<readonly Row[]> {
  try {
    const result = await connection.stream(sql, ...bind(duckdb, params));
    const names = result.columnNames();
    for await (const rows of result.yieldRows()) yield rows.map((row) => toRow(duckdb, names, row));
  } catch (error) {
    throw storeError(error, path);
  }
}

function toRow(duckdb: DuckDB, names: readonly string[], values: readonly DuckDBValue[]): Row {
  const row: Record<string, Value> = {};
  for (const [index, name] of names.entries()) row[name] = fromDuckDB(duckdb, values[index] ?? null);
  return row;
}

/** Prepares one statement and says what it takes and returns. */
export async function describe({ connection }: Connected, sql: string): Promise<Description> {
  const prepared = await connection.prepare(sql);
  try {
    const columns = Array.from({ length: prepared.columnCount }, (_, index) => ({
      name: prepared.columnName(index),
      type: String(prepared.columnType(index)),
    }));
    return { columns, params: paramNames(prepared) };
  } finally {
    prepared.destroySync();
  }
}

/** In the order in which a statement first names them; DuckDB counts from 1. */
function paramNames(prepared: DuckDBPreparedStatement): readonly string[] {
  return Array.from({ length: prepared.parameterCount }, (_, index) => prepared.parameterName(index + 1));
}
