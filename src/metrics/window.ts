import { addDays, addMonths, earliest, formatInstant, startOfMonth } from '../core/time.ts';
import type { MetricWindow } from './header.ts';
import { paramError } from './params.ts';

/** A half-open span of time; `from` is the epoch where a metric looks at everything. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const EPOCH = new Date(0);

/**
 * The window that a metric looks at: what the caller says, else the header's, ending at the latest at `asOf`.
 *
 * Whole months end with the month before that of `asOf`; days and `all` end at `asOf` itself.
 * Errors: `E_PARAM` when it would end before it begins.
 */
export function computeSpan(
  window: MetricWindow,
  asOf: Date,
  given: { readonly from: Date | null; readonly to: Date | null },
): Span {
  const end = given.to ?? (window.unit === 'months' ? startOfMonth(asOf) : asOf);
  const from = given.from ?? startOf(window, end);
  if (from.getTime() >= asOf.getTime()) {
    throw paramError(
      `Expected \`from\` to be before the as-of date ${formatInstant(asOf)}, got ${formatInstant(from)}`,
      'Nothing at or after the as-of date is seen: give an earlier `from` or a later `--as-of`',
    );
  }
  if (from.getTime() >= end.getTime()) {
    throw paramError(
      `Expected \`from\` to be before \`to\`, got ${formatInstant(from)} and ${formatInstant(end)}`,
      'Give `from` and `to` so that at least a moment lies between them',
    );
  }
  return { from, to: earliest(end, asOf) ?? end };
}

function startOf(window: MetricWindow, end: Date): Date {
  if (window.unit === 'all') return EPOCH;
  return window.unit === 'months' ? addMonths(end, -window.length) : addDays(end, -window.length);
}
