/** A JSON object as it comes from outside, before anything is known about it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether `value` is a JSON object: the one place where the stand-in looks into values it did not make. */
export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member `key` of `value`, or undefined where there is none. */
export function read(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

/** The member `key` as text, or undefined where it is none. */
export function readText(value: unknown, key: string): string | undefined {
  const member = read(value, key);
  return typeof member === 'string' ? member : undefined;
}

/** The member `key` as a number, or undefined where it is none. */
export function readNumber(value: unknown, key: string): number | undefined {
  const member = read(value, key);
  return typeof member === 'number' ? member : undefined;
}

/** The member `key` as a list of texts; members that are no texts are left out. */
export function readTexts(value: unknown, key: string): readonly string[] {
  const member = read(value, key);
  return Array.isArray(member) ? member.filter((item): item is string => typeof item === 'string') : [];
}
