import { isRecord, type JsonObject, read, readText, readTexts } from '../../stand-in/json.ts';

/**
 * What a value has against an OpenAPI 3.0 schema: the parts of it that GitHub's description uses for answers.
 *
 * `at` is the path to the value; stops at the first twenty complaints.
 */
export function complain(schemas: JsonObject, schema: unknown, value: unknown, at = '$'): string[] {
  const reference = readText(schema, '$ref');
  if (reference !== undefined) {
    return complain(schemas, schemas[reference.replace('#/components/schemas/', '')], value, at);
  }
  if (value === null) return allowsNull(schemas, schema) ? [] : [`${at} is null`];
  const kinds = ['anyOf', 'oneOf'].map((key) => read(schema, key)).find(Array.isArray);
  if (kinds) {
    const all = kinds.map((one) => complain(schemas, one, value, at));
    return all.some((one) => one.length === 0) ? [] : (all.toSorted((a, b) => a.length - b.length)[0] ?? []);
  }
  const parts = read(schema, 'allOf');
  const inherited = Array.isArray(parts) ? parts.flatMap((one) => complain(schemas, one, value, at)) : [];
  return [...inherited, ...complainOfType(schemas, schema, value, at)].slice(0, 20);
}

function allowsNull(schemas: JsonObject, schema: unknown): boolean {
  const reference = readText(schema, '$ref');
  if (reference !== undefined)
    return allowsNull(schemas, schemas[reference.replace('#/components/schemas/', '')]);
  if (read(schema, 'nullable') === true) return true;
  const kinds = ['anyOf', 'oneOf'].map((key) => read(schema, key)).find(Array.isArray);
  return kinds?.some((one) => allowsNull(schemas, one)) ?? false;
}

function complainOfType(schemas: JsonObject, schema: unknown, value: unknown, at: string): string[] {
  const type = readText(schema, 'type');
  const allowed = readTexts(schema, 'enum');
  if (allowed.length > 0 && typeof value === 'string' && !allowed.includes(value))
    return [`${at} is ${value}`];
  if (type === 'array') {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, index) => complain(schemas, read(schema, 'items'), item, `${at}[${index}]`));
  }
  if (type === 'integer') return Number.isSafeInteger(value) ? [] : [`${at} is no whole number`];
  if (type !== undefined && type !== 'object') return typeof value === type ? [] : [`${at} is no ${type}`];
  const properties = read(schema, 'properties');
  if (!isRecord(properties)) return [];
  if (!isRecord(value)) return [`${at} is no object`];
  const missing = readTexts(schema, 'required').filter((key) => !(key in value));
  const inside = Object.entries(value).flatMap(([key, part]) => {
    if (part === undefined || properties[key] === undefined) return [];
    return complain(schemas, properties[key], part, `${at}.${key}`);
  });
  return [...missing.map((key) => `${at}.${key} is missing`), ...inside];
}
