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
const LETTERS = /\p{L}/gu;
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

/** Whether a name in comparable form has two words or more, so that it can mean one person. */
export function isFullName(comparable: string): boolean {
  return comparable.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length >= 2;
}

/** How many letters of any script a name has. */
export function letterCount(name: string): number {
  return name.match(LETTERS)?.length ?? 0;
}
