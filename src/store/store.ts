import type { DuckDBInstance } from '@duckdb/node-api';
import { type Appender, openAppender } from './append.ts';
import type { Params } from './bind.ts';
import { storeError } from './failure.ts';
import {
  type Connected,
  type Description,
  describe,
  type Result,
  readAll,
  readBatches,
  runAll,
} from './query.ts';
import type { Row } from './value.ts';

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

/** Makes a `Store` of an open connection; `open.ts` opens it. */
export function makeStore(connected: Connected, instance: DuckDBInstance): Store {
  const { connection, path } = connected;
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storeError(error, path);
    }
  };
  const run = (sql: string, params?: Params) => guard(() => runAll(connected, sql, params));
  return {
    path,
    run,
    query: (sql, params) => guard(() => readAll(connected, sql, params)),
    stream: (sql, params) => readBatches(connected, sql, params),
    describe: (sql) => guard(() => describe(connected, sql)),
    append: (table) => guard(() => openAppender(connected, table)),
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
