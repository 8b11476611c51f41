import { isUtf8 } from 'node:buffer';

const REPLACEMENT = '\uFFFD';
/** What old messages without a declared encoding are written in, as a rule: Latin-1 and its Windows form. */
const WESTERN = new TextDecoder('windows-1252');

/** Decodes a name or message: UTF-8, or Windows-1252 where the bytes are no UTF-8. Never loses a byte silently. */
export function decodeText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes(REPLACEMENT) || isUtf8(bytes)) return text;
  return WESTERN.decode(bytes);
}

/**
 * Decodes a path: UTF-8, with each byte that is not part of it written as git quotes it (`\377`), so that two
 * different paths never become one.
 */
export function decodePath(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes(REPLACEMENT) || isUtf8(bytes)) return text;
  let decoded = '';
  for (let start = 0; start < bytes.length; ) {
    const length = sequenceLength(bytes, start);
    decoded +=
      length === 0
        ? `\\${(bytes[start] ?? 0).toString(8).padStart(3, '0')}`
        : bytes.toString('utf8', start, start + length);
    start += Math.max(length, 1);
  }
  return decoded;
}

/** Whether a decoded path holds bytes that git could not be told back. */
export function isEscapedPath(path: string): boolean {
  return /\\[2-3][0-7]{2}/.test(path);
}

/** Length of the valid UTF-8 sequence at `start`, or 0. */
function sequenceLength(bytes: Buffer, start: number): number {
  for (let length = 1; length <= 4 && start + length <= bytes.length; length += 1) {
    if (isUtf8(bytes.subarray(start, start + length))) return length;
  }
  return 0;
}
