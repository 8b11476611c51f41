import { distance } from 'fastest-levenshtein';
import { type IdentityLink, pair, SURE } from './components.ts';
import type { Known } from './known.ts';
import { isFullName, letterCount } from './name.ts';
import { handleOnPlatform } from './platform.ts';
import { isSwapOf } from './swap.ts';

const FEWEST_LETTERS_OF_TYPO = 9;
/** From so many letters on a few uses are enough to believe in a slip. */
const LETTERS_OF_LONG_NAME = 11;
const FEWEST_LETTERS_OF_TWO_TYPOS = 15;
/** A misspelt name is rare beside the right one. */
const TYPO_USE_RATIO = 5;
const TYPO_USE_RATIO_OF_SHORT_NAME = 50;
/** One n for two is the commonest slip of all (Hoffman, Hoffmann). */
const USE_RATIO_OF_DOUBLED = 2;

/**
 * Joins a name with one letter wrong, or two of a long one, to the same name spelt right much oftener.
 *
 * `people` come in order of their uses, the most first; null where nobody fits, or several do.
 */
export function linkMisspeltName(person: Known, people: readonly Known[]): IdentityLink[] | null {
  const [name, ...more] = person.names;
  if (
    name === undefined ||
    more.length > 0 ||
    !isFullName(name) ||
    handleOnPlatform(name) !== null ||
    letterCount(name) < FEWEST_LETTERS_OF_TYPO
  )
    return null;
  const most = letterCount(name) >= FEWEST_LETTERS_OF_TWO_TYPOS ? 2 : 1;
  const near: Known[] = [];
  for (const other of people) {
    if (other.uses < person.uses * USE_RATIO_OF_DOUBLED) break;
    // First what tells nearly all apart at a glance: each name is held against thousands.
    const isMeant = (right: string): boolean =>
      isTypoOf(name, right, most) && other.uses >= person.uses * useRatio(name, right);
    if (other !== person && [...other.names].some(isMeant)) near.push(other);
  }
  const [other] = near;
  return other === undefined || near.length > 1
    ? null
    : [pair(person.root, other.root, 'misspelt_name', SURE)];
}

/** How much commoner the right spelling must be. */
function useRatio(name: string, right: string): number {
  if (letterCount(name) < LETTERS_OF_LONG_NAME) return TYPO_USE_RATIO_OF_SHORT_NAME;
  const isDoubled = name.replace(DOUBLED, '$1') === right.replace(DOUBLED, '$1');
  return isDoubled ? USE_RATIO_OF_DOUBLED : TYPO_USE_RATIO;
}

const DOUBLED = /(\p{L})\1/gu;

function isTypoOf(name: string, right: string, most: number): boolean {
  if (name[0] !== right[0] || Math.abs(name.length - right.length) > most) return false;
  const [words, others] = [name.split(' '), right.split(' ')];
  // The letters that begin the words are seldom wrong; other ones there mean other people.
  if (words.length !== others.length || words.some((word, at) => word[0] !== others[at]?.[0])) return false;
  return distance(name, right) <= most || isSwapOf(name, right);
}
