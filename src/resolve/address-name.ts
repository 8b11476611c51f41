import { noreplyAccount } from '../core/noreply.ts';
import { type IdentityLink, pair, SURE } from './components.ts';
import { splitEmail } from './email.ts';
import type { Known } from './known.ts';
import { comparableName, isFullName, letterCount } from './name.ts';

/** As for equal full names: a shorter one is too likely two people's. */
const FEWEST_LETTERS_OF_NAME = 10;

/**
 * Joins people who never give a full name to the one whose full name their address spells: `jcoleman
 * <james.coleman@one.io>`, `bruce <bruce@momjian.us>`, `Bharathy <satish.8483@two.io>`, or a login.
 */
export function linkAddressNames(people: readonly Known[]): IdentityLink[] {
  const bearers = indexBySpelling(people);
  return people.flatMap((person) => {
    if ([...person.names].some(isFullName)) return [];
    const owners = new Set(
      spellingsOf(person)
        .filter((spelling) => letterCount(spelling) >= FEWEST_LETTERS_OF_NAME)
        .flatMap((spelling) => withoutInitial(spelling).flatMap((known) => [...(bearers.get(known) ?? [])])),
    );
    const [owner, ...others] = owners;
    return owner === undefined || others.length > 0
      ? []
      : [pair(person.root, owner.root, 'address_name', SURE)];
  });
}

const FEWEST_LETTERS_OF_WORD = 3;
/** The longest that a part before @ may be by the rules of mail. */
const MOST_LETTERS_OF_SPELLING = 64;

/**
 * A spelling, and what it may be without an initial between first and last name: "onurctirtir" is "Onur Tirtir" with a
 * letter that stands for a name of his own. Keys of two words hold a space, so that these meet no other spelling.
 */
function withoutInitial(spelling: string): readonly string[] {
  if (spelling.includes(' ')) return [spelling];
  const letters = [...spelling];
  if (letters.length <= FEWEST_LETTERS_OF_NAME || letters.length > MOST_LETTERS_OF_SPELLING)
    return [spelling];
  const parted = letters.flatMap((_, at) => {
    const isInside = at >= FEWEST_LETTERS_OF_WORD && letters.length - at > FEWEST_LETTERS_OF_WORD;
    return isInside ? [`${letters.slice(0, at).join('')}  ${letters.slice(at + 1).join('')}`] : [];
  });
  return [spelling, ...parted];
}

/** People by their full names without spaces, of two words with two spaces between them, and with the words in order of the alphabet. */
function indexBySpelling(people: readonly Known[]): ReadonlyMap<string, ReadonlySet<Known>> {
  const index = new Map<string, Set<Known>>();
  for (const person of people) {
    for (const name of person.names) {
      if (!isFullName(name)) continue;
      const words = name.split(' ');
      const parted = words.length === 2 ? [words.join('  ')] : [];
      for (const key of [words.join(''), sorted(words), ...parted])
        index.set(key, (index.get(key) ?? new Set()).add(person));
    }
  }
  return index;
}

function spellingsOf(person: Known): readonly string[] {
  return [...person.emails].flatMap((email) => {
    const login = noreplyAccount(email)?.login;
    const [local, domain] = splitEmail(email);
    const words = wordsOf(login ?? local);
    const letters = words.join('');
    const label = login === undefined ? wordsOf(domain.split('.')[0] ?? '').join('') : '';
    return [letters, `${letters}${label}`, ...[...person.names].map((name) => sorted([name, ...words]))];
  });
}

const wordsOf = (text: string): string[] =>
  comparableName(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);

const sorted = (words: readonly string[]): string => [...words].sort().join(' ');
