/**
 * Widths of characters in parts of the font's size, as the common system faces have them (Segoe UI, San Francisco,
 * Roboto, Noto Sans) and DejaVu Sans, the widest of them: a gap is seen by nobody, a cut word by all. Vega counts every character alike without a canvas, which
 * leaves gaps beside short names and cuts long ones.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^\p{M}$/u, 0],
  [/^[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\p{Emoji_Presentation}]/u, 1],
  [/^[ijlI.,:;'|!`]$/, 0.29],
  [/^[ftr()[\]{}/\\\- \u202f\u00a0]$/, 0.36],
  [/^[mwMW@%−]$/, 0.9],
  [/^[A-Z\u00c0-\u00de…]$/, 0.71],
];
const OTHER = 0.62;
const BOLD = 1.1;

/** Estimates how wide a text is drawn, in the unit of `fontSize`. */
export function estimateTextWidth(text: string, fontSize: number, isBold: boolean): number {
  let width = 0;
  for (const character of text) {
    width += WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
  }
  return width * fontSize * (isBold ? BOLD : 1);
}
