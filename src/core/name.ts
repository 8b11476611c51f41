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

/**
 * The form of a name by which two names are compared: one normal form of Unicode, no accents, no case, single spaces.
 *
 * NFKC alone keeps `é` apart from `e`; taking the marks off needs the decomposed form first.
 */
export function comparableName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNPLAIN, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(EDGES, '');
}
