import type { NamedPeriod } from '../core/period.ts';
import { formatInstant, startOfMonth } from '../core/time.ts';
import { formatTime } from './format.ts';

/** The span that a report is about; its name is the folder's. */
export type Period = NamedPeriod;

const NO_BREAK = '\u00a0';
const QUARTERS = ['First', 'Second', 'Third', 'Fourth'];

/** First day of the period's last month, such as `2026-07-01`. */
export function lastMonthOf(period: Period): string {
  return formatInstant(startOfMonth(lastMoment(period.to))).slice(0, 10);
}

/** Whether the period is one calendar month, so that the metrics' own windows end with it. */
export function isOneMonth(period: Period): boolean {
  return monthsBetween(period.from, period.to) === 1;
}

/** Names a period: `July 2026`, `Third quarter of 2026`, `2026`, or its first and last day. */
export function periodText(period: Period): string {
  const months = monthsBetween(period.from, period.to);
  const first = period.from.getUTCMonth();
  const year = period.from.getUTCFullYear();
  if (months === 12 && first === 0) return String(year);
  if (months === 3 && first % 3 === 0) return `${QUARTERS[first / 3]} quarter of${NO_BREAK}${year}`;
  return spanText(formatInstant(period.from), formatInstant(period.to));
}

/** Names a half-open span by what lies in it: whole months by month, else by first and last day. */
export function spanText(from: string | null, to: string): string {
  const last = formatInstant(lastMoment(new Date(to)));
  if (from === null) return `all up to ${formatTime(last, 'day')}`;
  const months = monthsBetween(new Date(from), new Date(to));
  if (months === 1) return formatTime(from, 'month');
  if (months !== null) return `${formatTime(from, 'month')} to ${formatTime(last, 'month')}`;
  return `${formatTime(from, 'day')} to ${formatTime(last, 'day')}`;
}

function lastMoment(to: Date): Date {
  return new Date(to.getTime() - 1);
}

/** Whole calendar months between two instants; null where one of them is no month's beginning. */
function monthsBetween(from: Date, to: Date): number | null {
  const isWhole = [from, to].every((edge) => startOfMonth(edge).getTime() === edge.getTime());
  if (!isWhole) return null;
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}
