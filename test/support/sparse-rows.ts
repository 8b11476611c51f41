import { shortType } from '../../src/core/column.ts';
import type { Store } from '../../src/store/store.ts';
import type { Value } from '../../src/store/value.ts';

/** Rows with only the columns that matter; the rest is filled. */
export type SparseRow = Readonly<Record<string, Value>>;

export interface TableColumn {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/** Columns of every table that the database has, in order. */
export async function readTableColumns(store: Store): Promise<ReadonlyMap<string, readonly TableColumn[]>> {
  const { rows } = await store.query(
    'select table_name, column_name, data_type, is_nullable from duckdb_columns() where not internal order by table_name, column_index',
  );
  const tables = new Map<string, TableColumn[]>();
  for (const row of rows) {
    const table = String(row['table_name']);
    const column = {
      name: String(row['column_name']),
      type: shortType(String(row['data_type'])),
      isNullable: row['is_nullable'] === true,
    };
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}

/** JavaScript reads a time without a zone in the zone of the process; tests mean UTC. */
export function inUtc(text: string): string {
  const iso = text.replace(' ', 'T');
  return iso.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? `${iso}Z` : iso;
}
