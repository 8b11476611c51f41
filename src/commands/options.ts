import type { Command, Option } from 'commander';
import { UnderstoryError } from '../core/errors.ts';
import { type NamedPeriod, parseMonth, parsePeriod } from '../core/period.ts';
import { STREAM_NAMES, type StreamName } from '../core/streams.ts';
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
        hint: `Such as \`${option} top=10\``,
      });
    }
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...values].map(([name, all]) => [name, all.length === 1 ? String(all[0]) : all]),
  );
}

/**
 * Reads a number of minutes as milliseconds.
 *
 * Errors: `E_USAGE`.
 */
export function minutesOption(text: string): number {
  const minutes = Number(text);
  if (text.trim() !== '' && minutes >= 0 && Number.isFinite(minutes)) return minutes * 60_000;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message: `Expected a number of minutes, got \`${text}\``,
    hint: 'Such as `--max-wait 10`; 0 waits for nothing',
  });
}

/**
 * Reads the comma list of `--only`.
 *
 * Errors: `E_USAGE` for a stream that is not known.
 */
export function streamsOption(text: string): readonly StreamName[] {
  return listOption(text, '--only', STREAM_NAMES);
}

/**
 * Reads the comma list of `--include`.
 *
 * Errors: `E_USAGE`.
 */
export function kindsOption(text: string): readonly ('forks' | 'archived')[] {
  return listOption(text, '--include', ['forks', 'archived']);
}

/**
 * Reads the comma list of a report's `--format`.
 *
 * Errors: `E_USAGE`.
 */
export function reportFormats(text: string | undefined): readonly ('html' | 'md' | 'json')[] | undefined {
  return text === undefined ? undefined : listOption(text, '--format', ['html', 'md', 'json']);
}

function listOption<Name extends string>(
  text: string,
  option: string,
  known: readonly Name[],
): readonly Name[] {
  return text.split(',').map((part) => {
    const name = known.find((candidate) => candidate === part.trim());
    if (name !== undefined) return name;
    throw new UnderstoryError({
      code: 'E_USAGE',
      message: `\`${part}\` is nothing that \`${option}\` knows`,
      hint: `It takes a comma list of \`${known.join('`, `')}\``,
    });
  });
}

/**
 * Reads `--month` and `--period`, of which one may be given.
 *
 * Errors: `E_USAGE`.
 */
export function periodOption(options: {
  readonly month?: string;
  readonly period?: string;
}): NamedPeriod | undefined {
  const { month, period } = options;
  if (month !== undefined && period !== undefined) {
    throw new UnderstoryError({
      code: 'E_USAGE',
      message: 'Both `--month` and `--period` are given',
      hint: 'Give one of them',
    });
  }
  const text = month ?? period;
  if (text === undefined) return undefined;
  const parsed = month === undefined ? parsePeriod(text) : parseMonth(text);
  if (parsed) return parsed;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message: `Expected \`${month === undefined ? '--period' : '--month'}\` to be ${month === undefined ? 'a period' : 'a month'}, got \`${text}\``,
    hint:
      month === undefined
        ? 'Write it as `2026-Q3`, `2026` or `2026-07-01..2026-08-01`'
        : 'Write it as `2026-07`',
  });
}

/**
 * Reads an option that is a number of rows.
 *
 * Errors: `E_USAGE`.
 */
export function countOption(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new UnderstoryError({
    code: 'E_USAGE',
    message: `Expected a whole number above 0, got \`${text}\``,
    hint: 'Such as `--limit 20`',
  });
}

/**
 * Refuses arguments and options without text: a shell makes them of a variable that is not set, and a target that is
 * empty would be this folder.
 *
 * Errors: `E_USAGE`.
 */
export function refuseEmpty(command: Command): void {
  const values = command.optsWithGlobals();
  const given = [
    ...command.registeredArguments.map((argument, index) => [argument.name(), command.processedArgs[index]]),
    ...optionsOf(command).map((option) => [option.long, values[option.attributeName()]]),
  ];
  for (const [name, value] of given) {
    if (![value].flat().some((text) => typeof text === 'string' && text.trim() === '')) continue;
    throw new UnderstoryError({
      code: 'E_USAGE',
      message: `Expected \`${name}\` to have a value, got an empty text`,
      hint: 'Is a variable of the shell not set?',
    });
  }
}

function optionsOf(command: Command | null): readonly Option[] {
  return command === null ? [] : [...command.options, ...optionsOf(command.parent)];
}
