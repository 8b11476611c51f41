import { join } from 'node:path';
import { makeFolder } from '../core/make-folder.ts';
import { bigintOf } from './cell.ts';
import { openReader, openScratch } from './open.ts';
import { copyTo } from './parquet.ts';
import { quoteName, quoteText } from './sql.ts';

export interface ExportedTable {
  readonly table_name: string;
  readonly row_count: bigint;
  readonly path: string;
}

/**
 * Writes every table of a database to `directory` as `<table>.parquet`, its rows sorted by all columns.
 *
 * The same database gives the same bytes. Files of the same names are replaced, others stay.
 * Errors: those of `openReader`; `E_PERMISSION`, `E_DISK_FULL`; `E_INTERRUPTED` between two tables.
 */
export async function exportTables(
  path: string,
  directory: string,
  onTable: (done: number, total: number) => void,
): Promise<readonly ExportedTable[]> {
  // The reader's door says what is wrong with a file that is no database of ours.
  (await openReader(path)).close();
  await makeFolder(directory, 'Name a folder that may be written to; a file of that name is not one');
  // Threads would share the rows out among row groups differently from run to run.
  const store = await openScratch({ threads: 1 });
  try {
    await store.run(`attach ${quoteText(path)} as source (read_only)`);
    const { rows } = await store.query(
      "select table_name from duckdb_tables() where database_name = 'source' order by table_name",
    );
    const exported: ExportedTable[] = [];
    for (const [index, row] of rows.entries()) {
      onTable(index, rows.length);
      const name = String(row['table_name']);
      const file = join(directory, `${name}.parquet`);
      await copyTo(store, `from source.${quoteName(name)} order by all`, file);
      const counted = await store.query(`select count(*) as row_count from source.${quoteName(name)}`);
      exported.push({
        table_name: name,
        row_count: bigintOf(counted.rows[0] ?? {}, 'row_count'),
        path: file,
      });
    }
    return exported;
  } finally {
    store.close();
  }
}
