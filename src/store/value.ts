import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';

/** What a cell may hold on our side of the store; times go in as `Date` or ISO text and come out as ISO text. */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Uint8Array
  | readonly Value[]
  | ValueRecord;

export interface ValueRecord {
  readonly [field: string]: Value;
}

export type Row = Readonly<Record<string, Value>>;

/** The module of DuckDB's client, which is loaded only where a database is opened. */
export type DuckDB = typeof import('@duckdb/node-api');

const MICROSECONDS = 1000n;

/**
 * Turns one of our values into DuckDB's for a column of `type`.
 *
 * Errors: a plain `TypeError` where the value does not fit; callers know the column's name.
 */
export function toDuckDB(duckdb: DuckDB, value: Value, type: DuckDBType): DuckDBValue {
  if (value === null) return null;
  const ids = duckdb.DuckDBTypeId;
  switch (type.typeId) {
    case ids.BIGINT:
    case ids.HUGEINT:
    case ids.UBIGINT:
      if (typeof value === 'bigint') return value;
      if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
      break;
    case ids.TIMESTAMP_TZ: {
      const milliseconds = value instanceof Date ? value.getTime() : Date.parse(String(value));
      if (Number.isNaN(milliseconds)) break;
      return new duckdb.DuckDBTimestampTZValue(BigInt(milliseconds) * MICROSECONDS);
    }
    case ids.DATE:
      if (typeof value === 'string') return duckdb.DuckDBDateValue.fromParts(dateParts(value));
      break;
    case ids.BLOB:
      if (value instanceof Uint8Array) return new duckdb.DuckDBBlobValue(value);
      break;
    case ids.LIST:
      if (Array.isArray(value)) {
        const item = (type as import('@duckdb/node-api').DuckDBListType).valueType;
        return new duckdb.DuckDBListValue(value.map((entry: Value) => toDuckDB(duckdb, entry, item)));
      }
      break;
    default:
      if (typeof value === 'bigint') return Number(value);
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  }
  throw new TypeError(`${describe(value)} does not fit a column of type ${type}`);
}

function dateParts(text: string): { year: number; month: number; day: number } {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  if (!year || !month || !day) throw new TypeError(`\`${text}\` is not a date`);
  return { year, month, day };
}

function describe(value: Value): string {
  return typeof value === 'object' ? 'an object' : `${typeof value} \`${String(value).slice(0, 40)}\``;
}

/**
 * Turns one of DuckDB's values into ours: BIGINT and wider to `bigint`, smaller numbers, DOUBLE and DECIMAL to
 * `number`, TIMESTAMPTZ to `2026-01-31T23:59:59Z`, DATE to `2026-01-31`, lists and structs to plain ones.
 */
export function fromDuckDB(duckdb: DuckDB, value: DuckDBValue): Value {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return value;
  if (value instanceof duckdb.DuckDBTimestampTZValue || value instanceof duckdb.DuckDBTimestampValue) {
    return isoInstant(value.micros);
  }
  if (value instanceof duckdb.DuckDBDecimalValue) return value.toDouble();
  if (value instanceof duckdb.DuckDBListValue || value instanceof duckdb.DuckDBArrayValue) {
    return value.items.map((item) => fromDuckDB(duckdb, item));
  }
  if (value instanceof duckdb.DuckDBStructValue) {
    return Object.fromEntries(
      Object.entries(value.entries).map(([key, item]) => [key, fromDuckDB(duckdb, item)]),
    );
  }
  if (value instanceof duckdb.DuckDBBlobValue) return value.bytes;
  return String(value);
}

function isoInstant(micros: bigint): string {
  const milliseconds = Number(micros / MICROSECONDS);
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return micros > 0n ? 'infinity' : '-infinity';
  return date.toISOString().replace(/\.000Z$/, 'Z');
}
