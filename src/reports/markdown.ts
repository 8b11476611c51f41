import { Marked } from 'marked';
import { escapeHtml } from './escape.ts';

/** Turns prose of templates, with values escaped in it, into markup. */
export interface Prose {
  readonly block: (markdown: string) => string;
  readonly inline: (markdown: string) => string;
}

/** Where a link may lead: a place in the page, a file beside it, or an address for a person to follow. */
const LINK = /^(?:#[\w-]+|data\/[\w.-]+|https:\/\/[^\s"'<>]+)$/;

/** Makes the renderer: raw HTML is shown as text, links lead only where a report's may, pictures become their text. */
export function makeProse(): Prose {
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text }) => escapeHtml(text),
      image: ({ text }) => escapeHtml(text),
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        return LINK.test(href) ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
      },
    },
  });
  return {
    block: (markdown) => marked.parse(markdown, { async: false }),
    inline: (markdown) => marked.parseInline(markdown, { async: false }),
  };
}
