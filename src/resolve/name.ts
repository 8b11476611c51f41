export { comparableName } from '../core/name.ts';

const LETTERS = /\p{L}/gu;

/** Whether a name in comparable form has two words or more, so that it can mean one person. */
export function isFullName(comparable: string): boolean {
  return comparable.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length >= 2;
}

/** How many letters of any script a name has. */
export function letterCount(name: string): number {
  return name.match(LETTERS)?.length ?? 0;
}
