import { UnderstoryError } from '../core/errors.ts';
import { formatInstant, parseInstant } from '../core/time.ts';
import type { Value } from '../store/value.ts';
import { isAllowed } from './allowed.ts';
import type { MetricHeader, MetricParam } from './header.ts';
import { nearest } from './registry.ts';

/** A parameter as callers give it: text from a command line, or a value; several values for a list. */
export type ParamInput = string | number | bigint | boolean | Date | null | readonly ParamInput[];

export type ParamInputs = Readonly<Record<string, ParamInput | undefined>>;

/** Parameters that the runner fills: callers name targets and `--as-of` instead. */
const OWN_PARAMS: ReadonlyMap<string, string> = new Map([
  ['scope_ids', 'Name the targets instead: `understory query METRIC TARGET`'],
  ['as_of', 'Use `--as-of DATE` instead'],
]);

const INTEGER_LIMIT = 2_147_483_647n;

/**
 * Turns what a caller gave into typed values, defaults filled in; parameters that the runner fills are left out.
 *
 * Errors: `E_PARAM` for one that is missing, unknown or does not fit its type.
 */
export function readParamInputs(header: MetricHeader, inputs: ParamInputs): ReadonlyMap<string, Value> {
  const given = new Map(Object.entries(inputs).filter(([, value]) => value !== undefined));
  for (const name of given.keys()) checkKnown(header, name);
  const values = new Map<string, Value>();
  for (const param of header.params) {
    if (OWN_PARAMS.has(param.name) || (isWindowParam(param) && !given.has(param.name))) continue;
    values.set(param.name, readParam(header.metric, param, given.get(param.name)));
  }
  return values;
}

/** Whether the runner computes the parameter from `as_of` and the metric's window when the caller does not give it. */
export function isWindowParam(param: MetricParam): boolean {
  return (param.name === 'from' || param.name === 'to') && param.type === 'TIMESTAMPTZ';
}

function checkKnown(header: MetricHeader, name: string): void {
  const own = OWN_PARAMS.get(name);
  if (own) throw paramError(`\`${name}\` is not given as a parameter`, own);
  if (header.params.some((param) => param.name === name)) return;
  const names = header.params.map((param) => param.name).filter((known) => !OWN_PARAMS.has(known));
  throw paramError(
    `\`${header.metric}\` has no parameter \`${name}\``,
    `${nearest(name, names)}\`understory metrics ${header.metric}\` lists its parameters`,
  );
}

function readParam(metric: string, param: MetricParam, input: ParamInput | undefined): Value {
  const isList = param.type.endsWith('[]');
  if (input === undefined || input === null) {
    if (param.isRequired) {
      throw paramError(
        `\`${metric}\` needs the parameter \`${param.name}\`: ${param.description}`,
        `Add \`--param ${param.name}=VALUE\``,
      );
    }
    if (param.defaultText === null) return null;
    return readParam(metric, param, isList ? param.defaultText.split(',') : param.defaultText);
  }
  if (isList) {
    const items = Array.isArray(input) ? input : [input];
    return items.map((item) => readScalar(param, param.type.slice(0, -2), item));
  }
  if (!Array.isArray(input)) return readScalar(param, param.type, input);
  if (input.length === 1) return readScalar(param, param.type, input[0]);
  throw paramError(`Expected \`${param.name}\` to be one value, got ${input.length}`, 'Give it once');
}

function readScalar(param: MetricParam, type: string, input: ParamInput | undefined): Value {
  const value = input === undefined ? null : SCALARS[type]?.(input);
  const fits = value !== undefined && value !== null && (!param.allowed || isAllowed(param.allowed, value));
  if (fits) return value;
  const words = [TYPE_WORDS[type] ?? type, ...(param.allowed ? [param.allowed.text] : [])];
  throw paramError(
    `Expected \`${param.name}\` to be ${words.join(', ')}, got \`${String(input)}\``,
    `It is: ${param.description}`,
  );
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  BIGINT: 'a whole number',
  INTEGER: 'a whole number',
  DOUBLE: 'a number',
  BOOLEAN: '`true` or `false`',
  DATE: 'a date such as `2026-01-31`',
  TIMESTAMPTZ: 'a date such as `2026-01-31` or an instant such as `2026-01-31T12:00:00Z`',
  VARCHAR: 'text',
  REF: 'a tag or a commit',
};

/** Each returns null for an input that does not fit. */
const SCALARS: Readonly<Record<string, (input: ParamInput) => Value>> = {
  BIGINT: readWhole,
  INTEGER: (input) => {
    const whole = readWhole(input);
    return whole !== null && whole <= INTEGER_LIMIT && whole >= -INTEGER_LIMIT ? Number(whole) : null;
  },
  DOUBLE: (input) => {
    if (typeof input === 'string' && input.trim() === '') return null;
    const number = typeof input === 'string' || typeof input === 'number' ? Number(input) : Number.NaN;
    return Number.isFinite(number) ? number : null;
  },
  BOOLEAN: (input) => {
    if (typeof input === 'boolean') return input;
    return input === 'true' ? true : input === 'false' ? false : null;
  },
  DATE: (input) => readInstant(input)?.toISOString().slice(0, 10) ?? null,
  TIMESTAMPTZ: (input) => {
    const instant = readInstant(input);
    return instant ? formatInstant(instant) : null;
  },
  VARCHAR: (input) => (typeof input === 'string' ? input : null),
  REF: (input) => (typeof input === 'string' && input !== '' ? input : null),
};

function readWhole(input: ParamInput): bigint | null {
  if (typeof input === 'bigint') return input;
  if (typeof input === 'number') return Number.isSafeInteger(input) ? BigInt(input) : null;
  return typeof input === 'string' && /^-?\d{1,18}$/.test(input) ? BigInt(input) : null;
}

function readInstant(input: ParamInput): Date | null {
  if (input instanceof Date) return Number.isNaN(input.getTime()) ? null : input;
  return typeof input === 'string' ? parseInstant(input) : null;
}

/** An error about one parameter, with the next thing to type. */
export function paramError(message: string, hint: string): UnderstoryError {
  return new UnderstoryError({ code: 'E_PARAM', message, hint });
}
