import type { JsonObject } from './contract.ts';

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows keys into an answer; undefined where it ends early. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
}

/** The object there; null for anything else. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonObject | null {
  const found = valueAt(value, ...path);
  return isObject(found) ? found : null;
}

/** The objects of a list there; nulls, which stand for what may not be seen, are left out. */
export function objectsAt(value: unknown, ...path: readonly string[]): readonly JsonObject[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found.filter(isObject) : [];
}

/** The text there; null for anything else. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : null;
}

/** The number there; null for anything else. */
export function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = valueAt(value, ...path);
  return typeof found === 'number' ? found : null;
}

/**
 * A node as JSON text for a `body` column. Half surrogate pairs and U+0000, which a text column can't hold, become
 * U+FFFD.
 */
export function bodyText(node: unknown): string {
  return JSON.stringify(node).replace(UNSTORABLE, '$<before>\ufffd');
}

/** JSON writes whole pairs as they are, so every escaped surrogate is half of one; `\\ud83d` is a backslash and text. */
const UNSTORABLE = /(?<before>(?<!\\)(?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;
