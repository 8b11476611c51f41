import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, escapeHtml, escapeMarkdown, folderName, visibleText } from '../../../src/reports/escape.ts';
import { makeProse } from '../../../src/reports/markdown.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](http://example.org/x.png)',
  'http://example.org and www.example.org and a@example.org',
  '`code` **bold** _it_ ~~gone~~ | cell | $x$',
  '# heading',
  '1. item',
  '- item',
  '=cmd()',
  '&lt;b&gt; &amp; &#x41;',
  'back\\slash \\[x]',
  '<https://example.org>',
];

/** What a reader of the page would read. */
function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('values in Markdown', () => {
  const prose = makeProse();

  test.each(HOSTILE)('%s is read as it is written, and is nothing else', (text) => {
    const markup = prose.inline(`by ${escapeMarkdown(text)}.`);
    expect(textOf(markup)).toBe(`by ${text}.`);
    expect(markup).not.toMatch(/<[a-z]/i);
  });

  test.each(HOSTILE)('%s begins a paragraph as text', (text) => {
    expect(prose.block(escapeMarkdown(text))).toMatch(/^<p>[^<]*<\/p>\s*$/);
  });

  test('any visible text comes through a sentence unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shown = visibleText(text).trim().replace(/\s+/g, ' ');
        expect(textOf(prose.inline(`x ${escapeMarkdown(shown)} y`))).toBe(`x ${shown} y`);
      }),
    );
  });

  test('raw HTML of a template is shown, a link of another scheme is only its text', () => {
    expect(prose.inline('<b onclick=x>hi</b> [a](javascript:b) [c](#d)')).toBe(
      '&#60;b onclick=x&#62;hi&#60;/b&#62; a <a href="#d">c</a>',
    );
  });
});

describe('other media', () => {
  test('hidden characters are written out, joiners of names stay', () => {
    expect(visibleText('a\u202eb\u0000c\u001b[31m\ufeff\ud800')).toBe(
      'a[U+202E]b[U+0000]c[U+001B][31m[U+FEFF][U+D800]',
    );
    expect(visibleText('\u0646\u200c\u0645')).toBe('\u0646\u200c\u0645');
  });

  test('HTML has no character of its own left', () => {
    expect(escapeHtml('<a href="x">\'&')).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;');
  });

  test('cut at characters, not at halves of them', () => {
    expect(cutText('a😀b😀c', 4)).toBe('a😀b…');
    expect(cutText('abc', 3)).toBe('abc');
  });
});

describe('folder of a scope', () => {
  test.each([
    ['pgvector/pgvector', 'pgvector--pgvector'],
    ['postgres', 'postgres'],
    ['a.b_c-d', 'a.b_c-d'],
  ])('%s is %s', (scope, folder) => {
    expect(folderName(scope)).toBe(folder);
  });

  test.each([
    '../../etc',
    'a/../b',
    '/',
    '..',
    '.git',
    'con',
    'nul.txt',
    'a--b',
    'a/b/c',
    'x\0y',
    '日本語',
    'x.',
    '',
    '-rf',
    'C:\\x',
  ])('%j is plain and its own', (scope) => {
    const folder = folderName(scope);
    expect(folder).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]*-[0-9a-f]{8}$/);
  });

  test('different scopes never share a folder', () => {
    expect(folderName('a/b-c')).not.toBe(folderName('a-b/c'));
    expect(folderName('x y')).not.toBe(folderName('x-y'));
    expect(folderName('a--b')).not.toBe(folderName('a/b'));
  });
});
