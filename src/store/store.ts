import type { DuckDBConnection, DuckDBInstance, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { storeError } from './failure.ts';
import { fromDuckDB, type Row, toDuckDB, type Value } from './value.ts';

export type Params = Readonly<Record<string, Value>>;

export interface Column {
  readonly name: string;
  /** DuckDB's name of the type, such as `BIGINT` or `VARCHAR[]`. */
  readonly type: string;
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

/** Appends rows to one table in batches; nothing is promised to be stored before `close`. */
export interface Appender {
  add(row: readonly Value[]): void;
  close(): void;
}

/** One open database: the only door to DuckDB for everything above `store/`. */
export interface Store {
  /** The file's path, or `:memory:`. */
  readonly path: string;
  /** Runs one statement or several without results; parameters are bound, never interpolated. */
  readonly run: (sql: string, params?: Params) => Promise<void>;
  /** Runs one statement and returns all its rows. */
  readonly query: (sql: string, params?: Params) => Promise<Result>;
  /** Runs one statement and yields its rows in batches of at most 2,048, so that memory stays flat. */
  readonly stream: (sql: string, params?: Params) => AsyncIterable<readonly Row[]>;
  readonly describe: (sql: string) => Promise<Description>;
  /** Opens an appender on a table; rows hold a value for each of its columns in order. */
  readonly append: (table: string) => Promise<Appender>;
  /** Runs `work` in a transaction: all of it is stored, or nothing. */
  readonly transaction: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

type DuckDB = typeof import('@duckdb/node-api');

const APPEND_ROWS = 2048;

/** Wraps an open DuckDB connection as a `Store`; `open.ts` makes the connection. */
export function makeStore(
  duckdb: DuckDB,
  instance: DuckDBInstance,
  connection: DuckDBConnection,
  path: string,
): Store {
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storeError(error, path);
    }
  };
  const query = (sql: string, params?: Params) => guard(() => readAll(duckdb, connection, sql, params));
  const run = (sql: string, params?: Params) => guard(() => runAll(duckdb, connection, sql, params));
  return {
    path,
    run,
    query,
    stream: (sql, params) => readBatches(duckdb, connection, { sql, params, path }),
    describe: (sql) => guard(() => describe(connection, sql)),
    append: (table) => guard(() => openAppender(duckdb, connection, table, path)),
    transaction: async (work) => {
      await run('begin transaction');
      try {
        const result = await work();
        await run('commit');
        return result;
      } catch (error) {
        // A failed statement may have ended the transaction already; the first error is the one that matters.
        await connection.run('rollback').catch(() => undefined);
        throw error;
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Runs each statement of `sql` in turn, binding to each the parameters that it names. */
async function runAll(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  sql: string,
  params?: Params,
): Promise<void> {
  if (params === undefined) {
    await connection.run(sql);
    return;
  }
  const statements = await connection.extractStatements(sql);
  for (let index = 0; index < statements.count; index += 1) {
    const prepared = await statements.prepare(index);
    try {
      const names = Array.from({ length: prepared.parameterCount }, (_, at) =>
        prepared.parameterName(at + 1),
      );
      const own = Object.fromEntries(
        names.flatMap((name) => (name in params ? [[name, params[name] ?? null]] : [])),
      );
      if (names.length > 0) prepared.bind(bound(duckdb, own) ?? {}, boundTypes(duckdb, own));
      await prepared.run();
    } finally {
      prepared.destroySync();
    }
  }
}

async function readAll(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  sql: string,
  params?: Params,
): Promise<Result> {
  const reader = await connection.runAndReadAll(sql, bound(duckdb, params), boundTypes(duckdb, params));
  const names = reader.columnNames();
  return {
    columns: names.map((name, index) => ({ name, type: String(reader.columnType(index)) })),
    rows: reader.getRows().map((row) => toRow(duckdb, names, row)),
  };
}

interface Statement {
  readonly sql: string;
  readonly params: Params | undefined;
  readonly path: string;
}

async function* readBatches(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  statement: Statement,
): AsyncGenerator<readonly Row[]> {
  try {
    const { sql, params } = statement;
    const result = await connection.stream(sql, bound(duckdb, params), boundTypes(duckdb, params));
    const names = result.columnNames();
    for await (const rows of result.yieldRows()) yield rows.map((row) => toRow(duckdb, names, row));
  } catch (error) {
    throw storeError(error, statement.path);
  }
}

function toRow(duckdb: DuckDB, names: readonly string[], values: readonly DuckDBValue[]): Row {
  const row: Record<string, Value> = {};
  for (const [index, name] of names.entries()) row[name] = fromDuckDB(duckdb, values[index] ?? null);
  return row;
}

/** DuckDB infers a bound value's type from the JS value; lists and times need wrapping first. */
function bound(duckdb: DuckDB, params: Params | undefined): Record<string, DuckDBValue> | undefined {
  if (!params) return undefined;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, boundValue(duckdb, value)]));
}

/** An empty list names no type of its own; as text it casts to any other. */
function boundTypes(duckdb: DuckDB, params: Params | undefined): Record<string, DuckDBType> | undefined {
  const lists = Object.entries(params ?? {}).filter(
    ([, value]) => Array.isArray(value) && value.length === 0,
  );
  return params && Object.fromEntries(lists.map(([name]) => [name, duckdb.LIST(duckdb.VARCHAR)]));
}

function boundValue(duckdb: DuckDB, value: Value): DuckDBValue {
  if (value instanceof Date) return new duckdb.DuckDBTimestampTZValue(BigInt(value.getTime()) * 1000n);
  if (Array.isArray(value))
    return new duckdb.DuckDBListValue(value.map((item: Value) => boundValue(duckdb, item)));
  if (value instanceof Uint8Array) return new duckdb.DuckDBBlobValue(value);
  if (value !== null && typeof value === 'object')
    throw new TypeError('A struct cannot be bound as a parameter');
  return value;
}

async function describe(connection: DuckDBConnection, sql: string): Promise<Description> {
  const prepared = await connection.prepare(sql);
  try {
    const params = Array.from({ length: prepared.parameterCount }, (_, index) =>
      prepared.parameterName(index + 1),
    );
    const columns = Array.from({ length: prepared.columnCount }, (_, index) => ({
      name: prepared.columnName(index),
      type: String(prepared.columnType(index)),
    }));
    return { columns, params };
  } finally {
    prepared.destroySync();
  }
}

async function openAppender(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  table: string,
  path: string,
): Promise<Appender> {
  const appender = await connection.createAppender(table);
  const types: DuckDBType[] = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
  let columns: DuckDBValue[][] = types.map(() => []);
  const flush = () => {
    const rowCount = columns[0]?.length ?? 0;
    if (rowCount === 0) return;
    const chunk = duckdb.DuckDBDataChunk.create(types, rowCount);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    columns = types.map(() => []);
  };
  return {
    add: (row) => {
      for (const [index, type] of types.entries()) {
        columns[index]?.push(toDuckDB(duckdb, row[index] ?? null, type));
      }
      if ((columns[0]?.length ?? 0) >= APPEND_ROWS) flush();
    },
    close: () => {
      try {
        flush();
        appender.closeSync();
      } catch (error) {
        throw storeError(error, path);
      }
    },
  };
}
