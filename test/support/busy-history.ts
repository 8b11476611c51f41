import type { FixtureCommit } from './git-repository.ts';
import { seededRandom } from './seeded-random.ts';

/** A history with renames, merges, several people and release branches, made from a seed. */
export function busyHistory(count: number, seed: number): readonly FixtureCommit[] {
  const random = seededRandom(seed);
  const pick = (most: number) => Math.floor(random() * most);
  const lines = (size: number) => Array.from({ length: size }, () => `${pick(1e9)}\n`).join('');
  const people = ['Ada <ada@one.example>', 'Bo <bo@two.example>', 'Cy <cy@users.noreply.github.com>'];
  return Array.from({ length: count }, (_, index): FixtureCommit => {
    const onRelease = index > 10 && index % 17 === 0;
    const isMerge = index > 10 && index % 23 === 0 && !onRelease;
    const author = people[pick(people.length)];
    return {
      mark: `c${index}`,
      ...(author === undefined ? {} : { author }),
      branch: onRelease ? 'REL_1_STABLE' : 'main',
      ...(index === 0 ? {} : { parents: parentsOf(index, isMerge) }),
      message: `Change ${index}\n\nReviewed-by: Bo <bo@two.example>\n`,
      files: {
        [`src/f${pick(40)}.c`]: lines(30),
        [`src/g${pick(40)}.c`]: lines(3),
        [`docs/${index % 9}.md`]: lines(2),
      },
    };
  });
}

/** Commits of the release branch have no children, so that only the branch reaches them. */
function parentsOf(index: number, isMerge: boolean): readonly string[] {
  const main = (from: number): number => (from > 10 && from % 17 === 0 ? from - 1 : from);
  const parent = `c${main(index - 1)}`;
  return isMerge ? [parent, `c${main(index - 6)}`] : [parent];
}
