import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { UnderstoryError } from '../core/errors.ts';
import type { Value } from '../store/value.ts';
import { escapeMarkdown } from './escape.ts';
import { FORMATS, type Format, formatValue, THIN } from './format.ts';

/** What a sentence may name: columns of rows, by slot name. */
export type Slots = Readonly<Record<string, Value>>;

/**
 * One piece of prose in Markdown with slots in ICU message syntax: `{name}`, `{name, plural, one {…} other {…}}`,
 * `{name, select, above {…} other {…}}`. A missing value takes the option `null` of a select, else `other`.
 */
export interface Message {
  readonly slots: ReadonlySet<string>;
  /** Markdown with all values escaped in it; options that came out empty leave no gap. */
  readonly write: (slots: Slots) => string;
}

/**
 * Parses a piece of prose.
 *
 * Errors: `E_REPORT_SPEC` for a syntax error; `write` throws it for a slot that has no value, not even null.
 */
export function parseMessage(text: string, place: string): Message {
  const elements = parseElements(text, place);
  return {
    slots: new Set(namesOf(elements)),
    write: (slots) =>
      evaluate(elements, { slots, place, count: null })
        .replace(/ {2,}/g, ' ')
        .trim()
        .replace(SMALL_START, capital),
  };
}

/** A share such as `under 1 %` may stand first in a sentence; names and paths stay as they are. */
const SMALL_START = /^(\*\*)?(under|over) (?=\d)/;

function capital(start: string): string {
  return start.replace(/[a-z]/, (letter) => letter.toUpperCase());
}

function parseElements(text: string, place: string): readonly MessageFormatElement[] {
  try {
    return parse(text, { ignoreTag: true });
  } catch (error) {
    throw new UnderstoryError({
      code: 'E_REPORT_SPEC',
      message: `The prose of ${place} can't be read: ${error instanceof Error ? error.message : error}`,
      hint: 'Its slots follow the syntax of ICU messages',
      cause: error,
    });
  }
}

function namesOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => namesOf(option.value))];
    }
    return element.type === TYPE.tag ? [] : [element.value];
  });
}

interface Scope {
  readonly slots: Slots;
  readonly place: string;
  /** What `#` stands for. */
  readonly count: string | null;
}

function evaluate(elements: readonly MessageFormatElement[], scope: Scope): string {
  return elements.map((element) => evaluateOne(element, scope)).join('');
}

const PLURAL = new Intl.PluralRules('en-GB');

function evaluateOne(element: MessageFormatElement, scope: Scope): string {
  if (element.type === TYPE.literal) return element.value.replace(/(?<=\d) (?=%)/g, THIN);
  if (element.type === TYPE.pound) return scope.count ?? '#';
  if (element.type === TYPE.tag) return '';
  const value = slotValue(element.value, scope);
  if (element.type === TYPE.select) {
    const option = element.options[String(value)] ?? element.options['other'];
    return option ? evaluate(option.value, scope) : '';
  }
  if (element.type === TYPE.plural) {
    const count = escapeMarkdown(formatValue(value, element.value));
    const number = value === null ? Number.NaN : Number(value);
    const option =
      element.options[`=${number}`] ??
      element.options[Number.isNaN(number) ? 'other' : PLURAL.select(number)] ??
      element.options['other'];
    return option ? evaluate(option.value, { ...scope, count }) : '';
  }
  const style = 'style' in element && typeof element.style === 'string' ? element.style : 'auto';
  return escapeMarkdown(formatValue(value, element.value, readFormat(style, scope.place)));
}

function slotValue(name: string, scope: Scope): Value {
  const value = scope.slots[name];
  if (value !== undefined) return value;
  throw new UnderstoryError({
    code: 'E_REPORT_SPEC',
    message: `The prose of ${scope.place} names \`{${name}}\`, which no row has`,
    hint: `It may name ${Object.keys(scope.slots).sort().join(', ')}`,
  });
}

function readFormat(style: string, place: string): Format {
  const format = FORMATS.find((known) => known === style);
  if (format) return format;
  throw new UnderstoryError({
    code: 'E_REPORT_SPEC',
    message: `The prose of ${place} asks for the format \`${style}\``,
    hint: `Known are ${FORMATS.join(', ')}`,
  });
}
