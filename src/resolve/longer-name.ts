import { FEWEST_LETTERS } from './bearers.ts';
import { type IdentityLink, pair, SURE } from './components.ts';
import type { Known } from './known.ts';
import { isFullName, letterCount } from './name.ts';

/** A name of more words is no beginning of a longer one. */
const MOST_WORDS = 10;

/** So many other people with the same two words in their names are to be expected at most. */
const MOST_NAMESAKES = 0.03;

/** The full names of a repository, by the shorter names with which they begin, and how many have each word. */
export interface LongerNames {
  readonly byBeginning: ReadonlyMap<string, ReadonlySet<Known>>;
  readonly namesWithWord: ReadonlyMap<string, number>;
  readonly nameCount: number;
}

/** Indexes names of three words and more by what is left without their last words. */
export function indexLongerNames(people: readonly Known[]): LongerNames {
  const byBeginning = new Map<string, Set<Known>>();
  const namesWithWord = new Map<string, number>();
  let nameCount = 0;
  for (const person of people) {
    for (const name of person.names) {
      const words = name.split(' ');
      if (words.length < 2) continue;
      nameCount += 1;
      for (const word of new Set(words)) namesWithWord.set(word, (namesWithWord.get(word) ?? 0) + 1);
      for (let count = 2; count < words.length && count <= MOST_WORDS; count += 1) {
        const beginning = words.slice(0, count).join(' ');
        byBeginning.set(beginning, (byBeginning.get(beginning) ?? new Set()).add(person));
      }
    }
  }
  return { byBeginning, namesWithWord, nameCount };
}

/**
 * Joins a name without an address to the one person whose name is the same with another family name behind it, as in
 * Spanish or where a place is added, if its words are too rare in the repository for a namesake; else null.
 */
export function linkLongerName(person: Known, longer: LongerNames): IdentityLink[] | null {
  const [name, ...more] = person.names;
  if (name === undefined || more.length > 0 || !isFullName(name) || letterCount(name) < FEWEST_LETTERS)
    return null;
  const [other, ...others] = [...(longer.byBeginning.get(name) ?? [])].filter((known) => known !== person);
  if (other === undefined || others.length > 0) return null;
  const counts = name.split(' ').map((word) => longer.namesWithWord.get(word) ?? 0);
  const expected = counts.reduce((product, count) => (product * count) / longer.nameCount, longer.nameCount);
  return expected > MOST_NAMESAKES ? null : [pair(person.root, other.root, 'longer_name', SURE)];
}
