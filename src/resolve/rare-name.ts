import { type IdentityLink, pair, SURE } from './components.ts';
import type { IdentityUse } from './identity-use.ts';
import { groupByRepo, type Known } from './known.ts';
import { isFullName, letterCount } from './name.ts';

/** So many other people of the same name are to be expected at most for a name to mean one person. */
const MOST_NAMESAKES = 0.03;
const FEWEST_LETTERS_BESIDE_INITIAL = 5;

/**
 * Joins people of one repository whose full names are equal, where the name is rare in it: the number of namesakes to
 * expect, were first and last names drawn independently, is small. This is for names too short to be sure by length.
 */
export function linkRareNames(
  uses: readonly IdentityUse[],
  rootOf: ReadonlyMap<bigint, bigint>,
): readonly IdentityLink[] {
  return [...groupByRepo(uses, rootOf).values()].flatMap((people) => {
    const bearersOf = new Map<string, Known[]>();
    for (const person of people) {
      for (const name of person.names) bearersOf.set(name, [...(bearersOf.get(name) ?? []), person]);
    }
    const names = [...bearersOf.keys()].filter((name) => name.includes(' '));
    const firstWords = countBy(names, (words) => words[0]);
    const lastWords = countBy(names, (words) => words.at(-1));
    return names.flatMap((name) => {
      const words = name.split(' ');
      const [lead, ...others] = bearersOf.get(name) ?? [];
      const expected =
        ((firstWords.get(words[0] ?? '') ?? 0) * (lastWords.get(words.at(-1) ?? '') ?? 0)) / names.length;
      if (lead === undefined || !isTellingName(words) || expected > MOST_NAMESAKES) return [];
      return others.map((other) => pair(other.root, lead.root, 'rare_name', SURE));
    });
  });
}

function countBy(
  names: readonly string[],
  wordOf: (words: readonly string[]) => string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) {
    const word = wordOf(name.split(' '));
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Two words or more, of which one may be an initial beside a long one ("Vignesh C"). */
function isTellingName(words: readonly string[]): boolean {
  if (isFullName(words.join(' '))) return true;
  return words.length > 1 && words.some((word) => letterCount(word) >= FEWEST_LETTERS_BESIDE_INITIAL);
}
