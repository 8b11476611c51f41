import { expect, test } from 'vitest';
import { creditsOf, summarize } from '../../../support/credit-rules.ts';

const END = '\n\nReviewed-by: Ada Byron <ada@engine.example>';
const LENGTH = 200_000;

// Anybody can push any message. What takes time with the square of the length would take hours for these.
const HOSTILE: readonly (readonly [string, string])[] = [
  ['', 'by '],
  ['Fix\n\n', 'by\n'],
  ['Fix\n\n', 'By: '],
  ['Fix\n\n', ': '],
  ['Fix\n\n', '--\n'],
  ['Fix\n\n', 'Ann Author, '],
  ['Fix\n\n', 'Ann Author,\n'],
  ['Fix\n\n', 'Coverity,\n'],
  ['Fix\n\n', ' Foo-by: x\n'],
  ['Fix\n\n', `${'_'.repeat(60)}a\n`],
  ['Fix\n\n', `the${'_the'.repeat(2000)}_by: x\n`],
  ['Fix\n\n', `author: ${' '.repeat(9000)}x\u2028x\n`],
  ['Fix\n\n', 'thanks Ann Author, report by Ann Author, '],
  ['Fix\n\na@b ', '.'],
  ['Fix\n\nReviewed-by: ', '('],
  ['Fix\n\nReviewed-by: ', '  (,\n'],
  ['Fix\n\nReviewed-by: ', '  <a@b.example>\n'],
  ['Fix\n\nReviewed-by: ', '  x on github on github\n'],
  ['Fix\n\nReviewed-by: ', `  e${'\u0301\u0316'.repeat(4000)}\n`],
  ['Fix\n\nReviewed by Ann ', 'I'],
];

test.each(HOSTILE)('%j and many times %j hold nobody up', (head, piece) => {
  const message = head + piece.repeat(LENGTH / piece.length) + END;
  expect(summarize(creditsOf(message, 'plain'))).toContain('reviewer Ada Byron');
});

test('a line is read up to a limit, and what stands below it still is', () => {
  const spaces = `Fix\n${' '.repeat(50_000_000)}${END}`;
  expect(summarize(creditsOf(spaces, 'plain'))).toEqual(['reviewer Ada Byron']);
  const long = `Fix\n\n${'word '.repeat(2000)} reported by Grace Hopper.${END}`;
  expect(summarize(creditsOf(long, 'plain'))).toEqual(['reviewer Ada Byron']);
});
