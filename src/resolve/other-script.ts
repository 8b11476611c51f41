import { haveSimilarAddress, indexBy, LIKELY } from './bearers.ts';
import { type IdentityLink, pair, SURE } from './components.ts';
import type { Known } from './known.ts';
import { isFullName, letterCount } from './name.ts';
import { spellingKey } from './script.ts';

/** With fewer letters an equal name is no proof where both have addresses. */
const FEWEST_LETTERS_OF_PROOF = 10;

/**
 * Joins names in other letters, such as Cyrillic, to the same name in Latin ones, on the same grounds as equal names:
 * whoever has no address where everybody else of that name is one person, people with addresses where it is long too.
 */
export function linkScripts(people: readonly Known[]): readonly IdentityLink[] {
  const writers = new Map<string, Map<Known, Form>>();
  for (const person of people) {
    for (const [name, latin] of person.latinNames) {
      const key = spellingKey(latin);
      writers.set(key, (writers.get(key) ?? new Map()).set(person, { name, latin }));
    }
  }
  if (writers.size === 0) return [];
  const bearers = indexBy(people, (name) => spellingKey(name));
  return [...writers].flatMap(([key, forms]) => linkForms(forms, bearers.get(key) ?? []));
}

/** A name as written, and the same in Latin letters. */
interface Form {
  readonly name: string;
  readonly latin: string;
}

/** Links of those who write a name in other letters to whoever is known best of those who write it in Latin ones. */
function linkForms(forms: ReadonlyMap<Known, Form>, bearers: readonly Known[]): readonly IdentityLink[] {
  const addressed = bearers.filter(({ emails }) => emails.size > 0);
  const lead = addressed[0] ?? bearers[0];
  // Several names of one sound, as in Chinese, are several people's.
  const names = new Set([...forms.values()].map(({ name }) => name));
  if (lead === undefined || names.size > 1) return [];
  const writers = [...forms.keys()].filter(({ emails }) => emails.size > 0);
  const areOne =
    addressed.every((person) => person === lead || haveSimilarAddress(lead, person)) &&
    writers.every((person) => person === writers[0]);
  return [...forms].flatMap(([person, { latin }]) => {
    if (person === lead) return [];
    const isSure = areOne && (person.emails.size === 0 || isProof(latin) || haveSimilarAddress(lead, person));
    return [pair(person.root, lead.root, 'other_script', isSure ? SURE : LIKELY)];
  });
}

const isProof = (name: string): boolean => isFullName(name) && letterCount(name) >= FEWEST_LETTERS_OF_PROOF;
