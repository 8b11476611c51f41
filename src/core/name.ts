/** Letters that have no decomposed form but are written plainly where a keyboard lacks them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const UNPLAIN = /[łøđðħıßæœþ]/gu;
const MARKS = /\p{M}+/gu;
const EDGES = /^["'“”‘’<([]+|["'“”‘’>)\]]+$/gu;

/** Nobody has a longer name; putting marks in order takes the square of the length. */
const LONGEST_NAME = 500;

/** A name without what is beyond any name's length, which somebody may have written all the same. */
export function clipName(name: string): string {
  return name.slice(0, LONGEST_NAME);
}

/**
 * The form of a name by which two names are compared: one normal form of Unicode, no accents, no case, single spaces.
 *
 * NFKC alone keeps `é` apart from `e`; taking the marks off needs the decomposed form first.
 */
export function comparableName(name: string): string {
  return clipName(name)
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNPLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(EDGES, '');
}
