/** Whether two letters side by side changed places, which is one slip though it changes two letters. */
export function isSwapOf(text: string, right: string): boolean {
  const at = [...text].findIndex((letter, index) => letter !== right[index]);
  const swapped = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
  return at >= 0 && swapped === right;
}
