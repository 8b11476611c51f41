import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { storeError } from './failure.ts';
import type { Connected } from './query.ts';
import { toDuckDB, type Value } from './value.ts';

/** Appends rows to one table in batches; nothing is promised to be stored before `close`. */
export interface Appender {
  add(row: readonly Value[]): void;
  close(): void;
}

const APPEND_ROWS = 2048;

/** Opens an appender; rows go to DuckDB a batch at a time. */
export async function openAppender(
  { duckdb, connection, path }: Connected,
  table: string,
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
