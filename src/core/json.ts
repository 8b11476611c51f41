/**
 * Writes a value as JSON: whole numbers beyond 2^53 as strings, since readers would round them, bytes in hexadecimal.
 *
 * The one place that decides how BIGINT looks in JSON.
 */
export function stringifyJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, replaceValue, indent);
}

function replaceValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return jsonNumber(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}

function jsonNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
