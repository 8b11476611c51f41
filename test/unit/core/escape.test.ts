import { marked } from 'marked';
import { expect, test } from 'vitest';
import { escapeMarkdown, visibleText } from '../../../src/core/escape.ts';

test('shows what could hide, reorder or steer text', () => {
  expect(visibleText('a\u001b[31mb\u202ec\u0000\n\ud800')).toBe(
    'a[U+001B][31mb[U+202E]c[U+0000][U+000A][U+D800]',
  );
  expect(visibleText('Zoë 漢字 👩‍🔬')).toBe('Zoë 漢字 👩‍🔬');
});

test.each([
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '![x](http://example.com/x.png)',
  'http://example.com www.example.com a@example.com',
  '**bold** _it_ `code` ~~gone~~',
  '# heading',
  '1. item',
  '- item',
  '&lt;b&gt;',
])('keeps Markdown from making anything of %s', async (text) => {
  const html = await marked.parse(escapeMarkdown(text), { gfm: true });
  const shown = html
    .replace(/^<p>|<\/p>\n$/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
  expect(shown).toBe(text);
});

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
