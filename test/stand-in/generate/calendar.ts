import type { Random } from './random.ts';

/** A mean month (365.25 days ÷ 12), an hour and a day in milliseconds. */
export const MONTH = 2_629_800_000;
export const HOUR = 3_600_000;
export const DAY: number = 24 * HOUR;

/** ISO text in UTC without fractions, as GitHub writes it. */
export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Draws `count` instants of a span in ascending order.
 *
 * `growth` 1 is an even rate, 2 one that rises from nothing in a straight line, below 1 one that dies away.
 */
export function drawInstants(random: Random, count: number, span: Span, growth: number): number[] {
  const width = span.to - span.from;
  const draws = Array.from({ length: count }, () => span.from + width * random.next() ** (1 / growth));
  return draws.map((at) => Math.floor(at / 1000) * 1000).sort((a, b) => a - b);
}

/**
 * Moves an instant within its week to a time at which the person works: the paid on weekdays from 9 to 17 local time,
 * others in evenings and on weekends. `offset` in minutes east of UTC.
 */
export function atWorkingTime(random: Random, at: number, isPaid: boolean, offset: number): number {
  const shift = offset * 60_000;
  const day = Math.floor((at + shift) / DAY);
  // 1970-01-01 was a Thursday: day number modulo 7 is 2 on Saturdays and 3 on Sundays.
  const isWeekend = day % 7 === 2 || day % 7 === 3;
  const monday = isPaid && isWeekend ? day - 2 : day;
  const hour = isPaid ? 9 + 8 * random.next() : isWeekend ? 10 + 12 * random.next() : 18 + 5 * random.next();
  return Math.floor((monday * DAY + hour * HOUR - shift) / 1000) * 1000;
}
