import { escapeHtml } from './escape.ts';

/** Markup that is safe to stand in a page as it is. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Builds markup: strings among the values are escaped, markup and lists of it are not, nothing comes of null and false. */
export function html(texts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { markup: texts.map((text, index) => text + written(values[index])).join('') };
}

/** Declares text to be markup; only for what this package wrote or escaped itself. */
export function trusted(markup: string): Html {
  return { markup };
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  if ('markup' in part) return part.markup;
  return part.map(written).join('');
}
