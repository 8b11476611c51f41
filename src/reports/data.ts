import type { Row, Value } from '../store/value.ts';
import type { Json, JsonObject } from './chart.ts';
import { cutText } from './escape.ts';
import { shortName, shortPath, shownText } from './format.ts';
import type { DataSpec, LabelSpec, RowCondition, RowFilter, RowPick } from './spec.ts';

export interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly unit: string;
  readonly description: string;
}

/** What a metric gave for the report's scope, with what its header says of it. */
export interface Dataset {
  readonly name: string;
  readonly metric: string;
  readonly title: string;
  readonly ids: readonly string[];
  readonly question: string;
  readonly source: string;
  readonly limits: string;
  readonly path: string;
  readonly params: Readonly<Record<string, Value>>;
  /** What the rows were computed over; null where no window applies. */
  readonly window: { readonly from: string | null; readonly to: string } | null;
  readonly columns: readonly ColumnInfo[];
  readonly rows: readonly Row[];
  readonly gap: {
    readonly reason: 'not_collected' | 'no_data';
    readonly stream: string | null;
    readonly detail: string;
    readonly hint: string | null;
  } | null;
}

export interface ReportData {
  readonly sets: ReadonlyMap<string, Dataset>;
  /** First day of the report's month, such as `2026-07-01`, which `$month` stands for. */
  readonly month: string;
}

/** The rows of a metric that meet all conditions, in their order. */
export function selectRows(data: ReportData, filter: RowFilter): readonly Row[] {
  const rows = data.sets.get(filter.from)?.rows ?? [];
  return rows.filter((row) => filter.where.every((condition) => meets(row, condition, data.month)));
}

function meets(row: Row, condition: RowCondition, month: string): boolean {
  const value = row[condition.column];
  if ('atMost' in condition || 'atLeast' in condition) {
    if (value === null || value === undefined) return false;
    return 'atMost' in condition ? Number(value) <= condition.atMost : Number(value) >= condition.atLeast;
  }
  if (condition.equals === '$month') return String(value).slice(0, 10) === month;
  return condition.equals === null ? value === null : String(value) === String(condition.equals);
}

/** The slots of some picked rows together, null for columns of an optional one that is not there; null when another has no row. */
export function pickSlots(data: ReportData, picks: readonly RowPick[]): Record<string, Value> | null {
  const slots: Record<string, Value> = {};
  for (const pick of picks) {
    const rows = selectRows(data, pick);
    const row = rows.at(pick.at === 'first' ? 0 : -1);
    if (!row && !pick.isOptional) return null;
    for (const { name } of data.sets.get(pick.from)?.columns ?? [])
      slots[pick.as + name] = row?.[name] ?? null;
    slots[`${pick.as}row_count`] = rows.length;
  }
  return slots;
}

/** The rows of a chart by data name, as JSON, with the texts that label them at one width. */
export function chartData(
  data: ReportData,
  specs: readonly DataSpec[],
  look: { readonly labels: readonly LabelSpec[]; readonly isNarrow: boolean },
): Record<string, readonly JsonObject[]> {
  const sets: Record<string, readonly JsonObject[]> = {};
  for (const spec of specs) {
    sets[spec.as] = [...(sets[spec.as] ?? []), ...sortRows(chartRows(data, spec), spec.order).map(toJsonRow)];
  }
  for (const [name, rows] of Object.entries(sets)) sets[name] = withLabels(rows, look);
  return sets;
}

/** The rows of a metric that a chart shows, with the columns that its spec sets. */
export function chartRows(data: ReportData, spec: DataSpec): readonly Row[] {
  return selectRows(data, spec).map((row) => ({ ...row, ...valuesSet(row, spec.set) }));
}

/** Rows by the numbers or times of a column, downwards after a `-`, ties as they were; unsorted for null. */
export function sortRows(rows: readonly Row[], order: string | null): readonly Row[] {
  if (order === null) return rows;
  const [column, sign] = order.startsWith('-') ? [order.slice(1), -1] : [order, 1];
  return [...rows].sort((a, b) => sign * compare(a[column] ?? 0, b[column] ?? 0));
}

function compare(left: Value, right: Value): number {
  const isText = typeof left === 'string' && typeof right === 'string';
  // Times are texts of one form, which sort as such.
  return isText ? (left < right ? -1 : left > right ? 1 : 0) : Number(left) - Number(right);
}

function valuesSet(row: Row, set: DataSpec['set']): Row {
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('$') ? (row[value.slice(1)] ?? null) : value,
    ]),
  );
}

function toJsonRow(row: Row): JsonObject {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toJson(value)]));
}

/** A value as JSON has it: BIGINT as a number (all of ours are below 2^53), bytes as text. */
export function toJson(value: Value): Json {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (typeof value === 'object' && value !== null) return toJsonRow(value as Row);
  return value;
}

function withLabels(
  rows: readonly JsonObject[],
  look: { readonly labels: readonly LabelSpec[]; readonly isNarrow: boolean },
): readonly JsonObject[] {
  return look.labels.reduce((labelled, spec) => {
    const known = new Map<string, string>();
    const taken = new Set<string>();
    return labelled.map((row) => {
      if (!(spec.column in row)) return row;
      const key = String(row[spec.key] ?? row[spec.column]);
      const label =
        known.get(key) ?? freeLabel(labelText(row[spec.column] ?? null, spec, look.isNarrow), taken);
      known.set(key, label);
      taken.add(label);
      return { ...row, [spec.field]: label };
    });
  }, rows);
}

function labelText(value: Json, spec: LabelSpec, isNarrow: boolean): string {
  const limit = isNarrow ? spec.narrow : spec.wide;
  const text = value === null ? 'not known' : shownText(String(value));
  if (spec.kind === 'text') return cutText(text, limit);
  return spec.kind === 'path' ? shortPath(text, limit) : shortName(text, limit);
}

/** Two people of one name would share a bar: the second becomes `Name (2)`. */
function freeLabel(text: string, taken: ReadonlySet<string>): string {
  if (!taken.has(text)) return text;
  let count = 2;
  while (taken.has(`${text} (${count})`)) count += 1;
  return `${text} (${count})`;
}
