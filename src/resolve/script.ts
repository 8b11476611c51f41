import anyAscii from 'any-ascii';
import { clipName } from '../core/name.ts';

const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

/** A name in Latin letters, one of the ways to write it; null where it has no others. Chinese is read as pinyin. */
export function latinForm(name: string): string | null {
  // Marks of softness (Ольга is "Ol'ga") are left out by whoever writes their own name.
  return OTHER_LETTER.test(name) ? anyAscii(clipName(name).normalize('NFC')).replaceAll("'", '') : null;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[^\p{L}]/gu, ''],
  [/shch/gu, 'sch'],
  [/kh/gu, 'h'],
  [/ks/gu, 'x'],
  [/[jy]/gu, 'i'],
  [/(\p{L})\1+/gu, '$1'],
];

/** What the usual ways to write a foreign name in Latin letters have in common: Aleksey, Alexei and Alexej are one. */
export function spellingKey(name: string): string {
  return SPELLINGS.reduce((key, [from, to]) => key.replace(from, to), name);
}
