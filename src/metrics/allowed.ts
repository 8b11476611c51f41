import type { Value } from '../store/value.ts';

/** What a parameter may be beyond its type, with that in words: a number between two, or one of some words. */
export type AllowedValues =
  | { readonly text: string; readonly least: number; readonly most: number | null }
  | { readonly text: string; readonly words: readonly string[] };

const RANGE = /^(\d+)\.\.(\d+)?$/;

/** Reads `1..`, `0..1` or `then|today`; null for anything else. */
export function parseAllowed(form: string): AllowedValues | null {
  if (/^\w+(\|\w+)+$/.test(form)) {
    const words = form.split('|');
    return { text: words.join(' or '), words };
  }
  const [, least, most] = RANGE.exec(form) ?? [];
  if (least === undefined) return null;
  return most === undefined
    ? { text: `${least} or more`, least: Number(least), most: null }
    : { text: `${least} to ${most}`, least: Number(least), most: Number(most) };
}

export function isAllowed(allowed: AllowedValues, value: Value): boolean {
  if ('words' in allowed) return allowed.words.some((word) => word === value);
  return Number(value) >= allowed.least && (allowed.most === null || Number(value) <= allowed.most);
}
