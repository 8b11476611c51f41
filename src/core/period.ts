import { addMonths, parseInstant, startOfMonth } from './time.ts';

/** A half-open span of time with the name of its folder. */
export interface NamedPeriod {
  /** `2026-07`, `2026-Q3`, `2026` or `2026-07-01..2026-07-15`. */
  readonly name: string;
  readonly from: Date;
  /** End, exclusive. */
  readonly to: Date;
}

const MONTHS_IN_QUARTER = 3;
const MONTHS_IN_YEAR = 12;

/** Reads `2026-07`; null when it is no month. */
export function parseMonth(text: string): NamedPeriod | null {
  if (!/^\d{4}-\d{2}$/.test(text)) return null;
  const from = parseInstant(`${text}-01`);
  return from && { name: text, from, to: addMonths(from, 1) };
}

/** Reads a month, a quarter `2026-Q3`, a year, or two days `2026-07-01..2026-07-15` of which the second is the end, exclusive. */
export function parsePeriod(text: string): NamedPeriod | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) {
    const first = new Date(Date.UTC(Number(quarter[1]), (Number(quarter[2]) - 1) * MONTHS_IN_QUARTER));
    return { name: text, from: first, to: addMonths(first, MONTHS_IN_QUARTER) };
  }
  if (/^\d{4}$/.test(text)) {
    const first = parseInstant(`${text}-01-01`);
    return first && { name: text, from: first, to: addMonths(first, MONTHS_IN_YEAR) };
  }
  const [from, to, more] = text.split('..').map(parseInstant);
  if (from && to && more === undefined && from < to) {
    const day = (date: Date) => date.toISOString().slice(0, 10);
    return { name: `${day(from)}..${day(to)}`, from, to };
  }
  return parseMonth(text);
}

/** The last whole month that ends at or before `asOf`. */
export function lastMonthBefore(asOf: Date): NamedPeriod {
  const to = startOfMonth(asOf);
  const from = addMonths(to, -1);
  return { name: from.toISOString().slice(0, 7), from, to };
}
