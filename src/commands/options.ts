import { UnderstoryError } from '../core/errors.ts';
import { parseInstant } from '../core/time.ts';

/**
 * Reads the value of an option that is a date.
 *
 * Errors: `E_USAGE`.
 */
export function dateOption(text: string | undefined, option: string): Date | undefined {
  if (text === undefined) return undefined;
  const date = parseInstant(text);
  if (date) return date;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message: `Expected \`${option}\` to be a date, got \`${text}\``,
    hint: `Write it as \`2026-01-31\` or \`2026-01-31T12:00:00Z\``,
  });
}

/** Collects an option that may be given several times. */
export function several(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/**
 * Reads `name=value` pairs; a name given twice becomes a list.
 *
 * Errors: `E_USAGE` for a pair without `=`.
 */
export function pairOptions(
  pairs: readonly string[],
  option: string,
): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, readonly string[]>();
  for (const pair of pairs) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw new UnderstoryError({
        code: 'E_USAGE',
        message: `Expected \`${option}\` to be \`name=value\`, got \`${pair}\``,
        hint: `Such as \`${option} limit=10\``,
      });
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => [name, all.length === 1 ? String(all[0]) : all]),
  );
}
