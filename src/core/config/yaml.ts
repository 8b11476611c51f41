import type { Document, LineCounter, Node } from 'yaml';
import { UnderstoryError } from '../errors.ts';
import { parseInstant } from '../time.ts';

/** One value of a YAML file with its place, so that what is wrong with it can be said with the line. */
export interface YamlValue {
  readonly place: string;
  readonly isList: boolean;
  /** The entries of a map; none for a value left empty. Errors: `E_CONFIG` for anything else. */
  readonly entries: () => readonly (readonly [string, YamlValue])[];
  /** The items of a list; none for a value left empty. Errors: `E_CONFIG` for anything else. */
  readonly items: () => readonly YamlValue[];
  /** A text or a number, as text. Errors: `E_CONFIG` for anything else. */
  readonly text: () => string;
}

/**
 * Parses a YAML file.
 *
 * Errors: `E_CONFIG`, naming file and line.
 */
export async function parseYaml(text: string, path: string): Promise<YamlValue> {
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    throw configError(`${path} line ${lines.linePos(error.pos[0]).line}`, problemOf(error.message));
  }
  return wrap(yaml, { node: document.contents, document, lines, path });
}

/** The library's message without the place, which stands in front of ours, and without its drawing of the line. */
function problemOf(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

/** The error of a settings file that says something wrong. */
export function configError(place: string, problem: string, hint?: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_CONFIG',
    message: `${place}: ${problem}`,
    hint: hint ?? 'Correct that line; `understory init --config FILE` writes an example to compare with',
  });
}

/**
 * The entries of a map, each of which must have one of the names.
 *
 * Errors: `E_CONFIG`.
 */
export function knownEntries<Name extends string>(
  value: YamlValue,
  names: readonly Name[],
): Readonly<Partial<Record<Name, YamlValue>>> {
  const found: Partial<Record<Name, YamlValue>> = {};
  for (const [key, entry] of value.entries()) {
    const name = names.find((candidate) => candidate === key);
    if (name === undefined)
      throw configError(entry.place, `\`${key}\` is not known here; known are ${names.join(', ')}`);
    found[name] = entry;
  }
  return found;
}

/**
 * A day as `2024-01-31`, as it stands.
 *
 * Errors: `E_CONFIG` for any other text.
 */
export function readDay(text: string, place: string): string {
  if (text.length === 10 && parseInstant(text) !== null) return text;
  throw configError(place, `expected a day such as 2024-01-31, got \`${text}\``);
}

type Yaml = typeof import('yaml');

interface Place {
  readonly node: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly path: string;
}

function wrap(yaml: Yaml, at: Place): YamlValue {
  const node = yaml.isAlias(at.node) ? at.node.resolve(at.document) : at.node;
  const start = isNode(at.node) ? at.node.range?.[0] : undefined;
  const place = start === undefined ? at.path : `${at.path} line ${at.lines.linePos(start).line}`;
  const isEmpty = node === null || node === undefined || (yaml.isScalar(node) && node.value === null);
  const inner = (value: unknown) => wrap(yaml, { ...at, node: value });
  return {
    place,
    isList: yaml.isSeq(node),
    entries: () => {
      if (isEmpty) return [];
      if (!yaml.isMap(node)) throw configError(place, 'expected names with values');
      return node.items.map(({ key, value }) => [
        inner(key).text(),
        inner(value ?? (isNode(key) ? emptyAt(yaml, key) : null)),
      ]);
    },
    items: () => {
      if (isEmpty) return [];
      if (!yaml.isSeq(node)) throw configError(place, 'expected a list');
      return node.items.map(inner);
    },
    text: () => {
      if (yaml.isScalar(node) && (typeof node.value === 'string' || typeof node.value === 'number')) {
        return String(node.source ?? node.value);
      }
      throw configError(place, 'expected a text');
    },
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

/** A value left empty stands where its name does. */
function emptyAt(yaml: Yaml, key: Node): Node {
  const scalar = new yaml.Scalar(null);
  scalar.range = key.range ?? null;
  return scalar;
}
