import { closingBracket } from './list.ts';
import { joinWords, withoutHonorific } from './names.ts';
import { isMark, type Token } from './tokenizer.ts';

const ENCODED_WORD = /=\?utf-8\?q\?(?<text>[^?\s]*)\?=/giu;

/** A name as mail headers write it, "=?UTF-8?q?Erik=20Nordstr=C3=B6m?=", as it is read. */
function decodeName(text: string): string {
  return text.replace(ENCODED_WORD, (whole, encoded: string) => {
    try {
      return decodeURIComponent(
        encoded
          .replace(/%/gu, '%25')
          .replace(/_/gu, ' ')
          .replace(/=(?=[\da-f]{2})/giu, '%'),
      );
    } catch {
      return whole;
    }
  });
}

const QUOTED_INVERTED = /^["“]?(?<family>[^,"“]+), *(?<given>[^ ,"”][^,"”]*)["”]?$/u;

/** The name without quotes, "Lane, Tom" turned round, and the honorific "-san" dropped. */
export function nameOf(words: readonly Token[], latin: string | null): string {
  const text = decodeName(latin ?? joinWords(words));
  const inverted = QUOTED_INVERTED.exec(text)?.groups;
  const name = inverted === undefined ? text : `${inverted['given']} ${inverted['family']}`;
  return withoutHonorific(name.replace(/["“”]/gu, '')).trim();
}

const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M} .'-]*$/u;
const HAS_LATIN = /\p{Script=Latin}/u;

/** A name in other letters often has its Latin form in brackets beside it, which more messages use. */
export function latinRemark(tokens: readonly Token[], at: number): string | null {
  const written = tokens[at - 1];
  if (!isMark(tokens[at], '(') || written === undefined || HAS_LATIN.test(written.text)) return null;
  const end = closingBracket(tokens, at);
  const remark = joinWords(tokens.slice(at + 1, (end ?? at + 1) - 1));
  return LATIN_NAME.test(remark) && remark.includes(' ') ? remark : null;
}
