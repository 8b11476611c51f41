import type { Value } from '../store/value.ts';
import { cutText, visibleText } from './escape.ts';

/** How a value is written; `auto` follows the column's name (style: names say their unit). */
export type Format =
  | 'auto'
  | 'text'
  | 'code'
  | 'integer'
  | 'decimal'
  | 'percent'
  | 'ratio'
  | 'day'
  | 'month'
  | 'quarter'
  | 'year'
  | 'instant'
  | 'iso'
  | 'hash';

export const FORMATS: readonly Format[] = [
  'auto',
  'text',
  'code',
  'integer',
  'decimal',
  'percent',
  'ratio',
  'day',
  'month',
  'quarter',
  'year',
  'instant',
  'iso',
  'hash',
];

const TIMES: ReadonlySet<Format> = new Set<Format>(['day', 'month', 'quarter', 'year', 'instant', 'iso']);

export const NOT_KNOWN = 'not known';

/** Longest text shown of one value; tables as CSV have the whole. */
const TEXT_LIMIT = 90;
/** Digits shown of a hash: enough to find the commit. */
const HASH_LIMIT = 10;
/** Between a number and its percent sign: narrow, and no line breaks there. */
export const THIN = '\u202f';
const NO_BREAK = '\u00a0';
/** From here on a digit after the point says nothing. */
const LEAST_WITHOUT_DIGIT = 100;

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const ONE_DIGIT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const TWO_DIGITS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Writes a value for people as plain text: nothing is escaped yet, hidden characters are made visible. */
export function formatValue(value: Value | undefined, column: string, format: Format = 'auto'): string {
  if (value === null || value === undefined) return NOT_KNOWN;
  if (Array.isArray(value)) {
    return value.length === 0
      ? 'none'
      : value.map((item: Value) => formatValue(item, column, format)).join(', ');
  }
  const chosen = format === 'auto' ? formatOf(column, value) : format;
  if (chosen === 'hash') return visibleText(String(value)).slice(0, HASH_LIMIT);
  if (typeof value === 'string' && !isTime(chosen)) return shownText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return isTime(chosen) ? formatTime(String(value), chosen) : formatNumber(Number(value), chosen);
}

/** Text of any origin as it is shown: hidden characters visible, cut at a length that no layout breaks on. */
export function shownText(text: string): string {
  return cutText(visibleText(text), TEXT_LIMIT);
}

function isTime(format: Format): boolean {
  return TIMES.has(format);
}

const TIME_BY_NAME: readonly (readonly [RegExp, Format])[] = [
  [/(^|_)month$/, 'month'],
  [/(^|_)quarter$/, 'quarter'],
  [/(^|_)year$/, 'year'],
  [/(_at|_date|^day|_day)$/, 'day'],
];

function formatOf(column: string, value: Value): Format {
  const time = TIME_BY_NAME.find(([pattern]) => pattern.test(column))?.[1];
  if (time && (time === 'year' || typeof value === 'string')) return time;
  if (/_share(_low|_high)?$|^share$/.test(column)) return 'percent';
  if (/_ratio(_low|_high)?$/.test(column)) return 'ratio';
  if (typeof value === 'bigint' || Number.isInteger(value)) return 'integer';
  return typeof value === 'number' ? 'decimal' : 'text';
}

/** Writes a number for people: thousands parted by commas, percent after a narrow no-break space. */
function formatNumber(value: number, format: Format): string {
  if (!Number.isFinite(value)) return NOT_KNOWN;
  if (format === 'percent') return formatPercent(value);
  if (format === 'ratio') return TWO_DIGITS.format(value);
  const isWhole = format === 'integer' || Math.abs(value) >= LEAST_WITHOUT_DIGIT;
  return (isWhole ? WHOLE : ONE_DIGIT).format(value).replace(/^-/, '\u2212');
}

/** A share as percent; what rounding would make all or nothing says so instead. */
function formatPercent(share: number): string {
  if (share > 0 && share < 0.005) return `under 1${THIN}%`;
  if (share >= 0.995 && share < 1) return `over 99${THIN}%`;
  return `${WHOLE.format(share * 100)}${THIN}%`;
}

/** Writes `2026-07-31…` as `31 July 2026`, `July 2026`, `Q3 2026` or `2026`. */
export function formatTime(iso: string, format: Format): string {
  const [year = '', month = '1', day = '1'] = iso.slice(0, 10).split('-');
  if (!/^\d{4,6}$/.test(year)) return NOT_KNOWN;
  const name = MONTHS[Number(month) - 1] ?? '';
  if (format === 'year') return year;
  if (format === 'iso') return iso.slice(0, 10);
  if (format === 'quarter') return `Q${Math.ceil(Number(month) / 3)}${NO_BREAK}${year}`;
  if (format === 'month') return `${name}${NO_BREAK}${year}`;
  const date = `${Number(day)}${NO_BREAK}${name}${NO_BREAK}${year}`;
  return format === 'instant' ? `${date}, ${iso.slice(11, 16) || '00:00'}${NO_BREAK}UTC` : date;
}

/**
 * A name short enough for a narrow picture: initials and the last word of a name of several words, else its beginning.
 * A nickname in quotes has no initial, and particles such as "van der" stay whole where there is room, else fall out.
 */
export function shortName(name: string, limit: number): string {
  if (Array.from(name).length <= limit) return name;
  const words = name.split(' ').filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.length > 4) return cutText(name, limit);
  const shorten = (isParticleKept: boolean) =>
    [...words.slice(0, -1).flatMap((word) => initialOf(word, isParticleKept)), last].join(' ');
  const whole = shorten(true);
  return cutText(Array.from(whole).length <= limit ? whole : shorten(false), limit);
}

function initialOf(word: string, isParticleKept: boolean): readonly string[] {
  if (/^\p{Ll}/u.test(word)) return isParticleKept ? [word] : [];
  return [`${Array.from(word)[0] ?? ''}.`];
}

/** The end of a path, which tells more than its beginning, after an ellipsis. */
export function shortPath(path: string, limit: number): string {
  const characters = Array.from(path);
  return characters.length <= limit ? path : `…${characters.slice(characters.length - limit + 1).join('')}`;
}

/** Limits are written as a clause or as sentences: begin with a capital, but for the name of a file, and end with a stop. */
export function sentence(text: string): string {
  const [first = '', ...rest] = text;
  return `${/^\w+\.\w/.test(text) ? first : first.toUpperCase()}${rest.join('')}`.replace(/([^.!?])$/, '$1.');
}
