import { createHash } from 'node:crypto';

/** Hexadecimal digits kept of a SHA-256: 52 bits, so that an id is a safe integer everywhere. */
const ID_DIGITS = 13;

/**
 * Derives an id from content: the first 52 bits of the SHA-256 of `parts` joined by U+0000.
 *
 * SQL computes the same as `('0x' || left(sha256(concat_ws(chr(0), …)), 13))::bigint`.
 */
export function contentId(...parts: readonly string[]): bigint {
  const digest = createHash('sha256').update(parts.join('\0')).digest('hex');
  return BigInt(`0x${digest.slice(0, ID_DIGITS)}`);
}
