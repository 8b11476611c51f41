import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { DuckDB, Value } from './value.ts';

/** Values of a statement's parameters by name. */
export type Params = Readonly<Record<string, Value>>;

/** Values by name, and types where the values tell none. */
type Bindings = [values?: Record<string, DuckDBValue>, types?: Record<string, DuckDBType>];

/**
 * Parameters as DuckDB takes them; nothing for a statement without, which it need not prepare.
 *
 * It infers a type from each JavaScript value; lists and times need wrapping first.
 */
export function bind(duckdb: DuckDB, params: Params | undefined): Bindings {
  if (params === undefined) return [];
  const entries = Object.entries(params);
  // An empty list names no type of its own; as text it casts to any other.
  const emptyLists = entries.filter(([, value]) => Array.isArray(value) && value.length === 0);
  return [
    Object.fromEntries(entries.map(([name, value]) => [name, boundValue(duckdb, value)])),
    Object.fromEntries(emptyLists.map(([name]) => [name, duckdb.LIST(duckdb.VARCHAR)])),
  ];
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
