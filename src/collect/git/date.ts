/** A date as git keeps it: an instant and the offset of whoever made it. */
export interface GitDate {
  readonly at: Date | null;
  readonly offsetMinutes: number | null;
}

const RAW = /^(-?\d+) ([+-])(\d{2,})(\d{2})$/;
/** 9999-12-31: what lies beyond is damage, not a date. */
const LAST_SECOND = 253_402_300_799;

/** Reads git's raw form, seconds since 1970 and an offset such as `+0530`; nulls where it is none. */
export function parseDate(text: string): GitDate {
  const match = RAW.exec(text);
  if (match === null) return { at: null, offsetMinutes: null };
  const [, seconds = '', sign, hours, minutes] = match;
  const offset = Number(hours) * 60 + Number(minutes);
  const at = Number(seconds);
  return {
    at: Math.abs(at) <= LAST_SECOND ? new Date(at * 1000) : null,
    offsetMinutes: sign === '-' ? -offset : offset,
  };
}
