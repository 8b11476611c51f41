import { UnderstoryError } from '../core/errors.ts';

/** A value of a JSON file whose shape is not known yet, with the place it stands at. */
export interface Unchecked {
  readonly value: unknown;
  /** Such as `reports/community/report.json` or `reports/community/report.json: charts.activity.title`. */
  readonly place: string;
}

/** The error of a report's file that does not say what it should. */
export function specError(place: string, problem: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_REPORT_SPEC',
    message: `\`${place}\`: ${problem}`,
    hint: 'Compare it with the report `community`',
  });
}

/**
 * Checks that a value is an object with no other fields than `known`, and returns the way to its fields.
 *
 * Errors: `E_REPORT_SPEC`, here and in all functions below.
 */
export function readFields(
  input: Unchecked,
  known: readonly string[],
): (name: string) => Unchecked & { readonly isThere: boolean } {
  const entries = new Map(readEntries(input));
  const surplus = [...entries.keys()].find((name) => !known.includes(name));
  if (surplus !== undefined)
    throw specError(input.place, `\`${surplus}\` is not a field; known are ${known.join(', ')}`);
  return (name) => ({
    value: entries.get(name)?.value,
    place: placeOf(input.place, name),
    isThere: entries.has(name),
  });
}

/** Reads an object with free names, in the file's order. */
export function readEntries(input: Unchecked): readonly (readonly [string, Unchecked])[] {
  const { value, place } = input;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw specError(place, `expected an object, got ${kindOf(value)}`);
  }
  return Object.entries(value).map(([name, item]) => [name, { value: item, place: placeOf(place, name) }]);
}

/** Reads a list; an absent one is empty. */
export function readList(input: Unchecked): readonly Unchecked[] {
  const { value, place } = input;
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw specError(place, `expected a list, got ${kindOf(value)}`);
  return value.map((item: unknown, index) => ({ value: item, place: `${place}[${index}]` }));
}

export function readText(input: Unchecked): string {
  if (typeof input.value === 'string' && input.value !== '') return input.value;
  throw specError(input.place, `expected a text, got ${kindOf(input.value)}`);
}

/** Reads a text that may be absent. */
export function readOptionalText(input: Unchecked): string | null {
  return input.value === undefined ? null : readText(input);
}

/** Reads one of a few words; an absent one is the first of them. */
export function readWord<Word extends string>(input: Unchecked, words: readonly Word[]): Word {
  const word = input.value === undefined ? words[0] : words.find((known) => known === input.value);
  if (word !== undefined) return word;
  throw specError(input.place, `expected one of ${words.join(', ')}, got ${kindOf(input.value)}`);
}

/** Reads a whole number above 0; an absent one is `fallback`. */
export function readCount(input: Unchecked, fallback: number): number {
  const { value } = input;
  if (value === undefined) return fallback;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw specError(input.place, `expected a whole number above 0, got ${kindOf(value)}`);
}

export function readNumber(input: Unchecked): number {
  if (typeof input.value === 'number') return input.value;
  throw specError(input.place, `expected a number, got ${kindOf(input.value)}`);
}

/** Reads a text, number, truth value or null. */
export function readScalar(input: Unchecked): string | number | boolean | null {
  const { value } = input;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw specError(input.place, `expected a text, number, truth value or null, got ${kindOf(value)}`);
}

function placeOf(place: string, name: string): string {
  return place.endsWith('.json') ? `${place}: ${name}` : `${place}.${name}`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `${typeof value} \`${String(value).slice(0, 40)}\``;
}
