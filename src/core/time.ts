const INSTANT = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const HAS_ZONE = /(Z|[+-]\d{2}:?\d{2})$/;
const DAY_MILLISECONDS = 86_400_000;

/** Reads `2026-01-31` (00:00 UTC of that day) or an ISO instant, UTC where it names no zone; null when it is neither. */
export function parseInstant(text: string): Date | null {
  if (!INSTANT.test(text)) return null;
  const hasTime = text.length > 10;
  const date = new Date(hasTime && !HAS_ZONE.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  if (Number.isNaN(date.getTime())) return null;
  // `Date` takes 2023-02-30 for 2 March.
  const isSameDay = HAS_ZONE.test(text) || date.toISOString().startsWith(text.slice(0, 10));
  return isSameDay ? date : null;
}

/** Writes an instant as `2026-01-31T00:00:00Z`, the way the store does. */
export function formatInstant(instant: Date): string {
  return instant.toISOString().replace(/\.000Z$/, 'Z');
}

/** The first instant of the UTC day that holds `instant`. */
export function startOfDay(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY_MILLISECONDS) * DAY_MILLISECONDS);
}

/** The first instant of the UTC month that holds `instant`. */
export function startOfMonth(instant: Date): Date {
  return new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), 1));
}

/** The same day `count` UTC months on; a day that the month lacks becomes its last one. */
export function addMonths(instant: Date, count: number): Date {
  const first = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth() + count, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(instant.getUTCDate(), lastDay) - 1;
  const timeOfDay = instant.getTime() - startOfDay(instant).getTime();
  return new Date(first.getTime() + day * DAY_MILLISECONDS + timeOfDay);
}

/** The instant `count` days of 86,400 s on. */
export function addDays(instant: Date, count: number): Date {
  return new Date(instant.getTime() + count * DAY_MILLISECONDS);
}

/** The earliest of the instants given; null among them stands for no bound. */
export function earliest(...instants: readonly (Date | null)[]): Date | null {
  const times = instants.flatMap((instant) => (instant ? [instant.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
