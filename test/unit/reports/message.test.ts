import { describe, expect, test } from 'vitest';
import { UnderstoryError } from '../../../src/core/errors.ts';
import { parseMessage } from '../../../src/reports/message.ts';

function write(text: string, slots: Parameters<ReturnType<typeof parseMessage>['write']>[0]): string {
  return parseMessage(text, 'a test').write(slots);
}

describe('prose with slots', () => {
  test.each([
    [0n, 'No commit'],
    [1n, '1 commit'],
    [1234n, '1,234 commits'],
  ])('%s commits', (commit_count, expected) => {
    const text = '{commit_count, plural, =0 {No commit} one {# commit} other {# commits}}';
    expect(write(text, { commit_count })).toBe(expected);
  });

  test('a word chooses the sentence, null has an option of its own', () => {
    const text = '{change, select, above {more} null {not said} other {the same}}';
    expect(write(text, { change: 'above' })).toBe('more');
    expect(write(text, { change: null })).toBe('not said');
    expect(write(text, { change: 'within' })).toBe('the same');
  });

  test('columns are written by their names', () => {
    const slots = {
      commit_share: 0.424,
      month: '2026-07-01',
      last_commit_at: '2026-07-31T23:59:59Z',
      test_to_code_ratio: 0.4567,
      is_shallow: true,
      login: null,
    };
    expect(
      write('{commit_share}; {month}; {last_commit_at}; {test_to_code_ratio}; {is_shallow}; {login}', slots),
    ).toBe('42\u202f%; July\u00a02026; 31\u00a0July\u00a02026; 0.46; yes; not known');
  });

  test('a share that rounding would make all or nothing says so', () => {
    expect(write('{a_share}, {b_share}, {c_share}', { a_share: 0.001, b_share: 0.999, c_share: 1 })).toBe(
      'Under 1\u202f%, over 99\u202f%, 100\u202f%',
    );
  });

  test('values are escaped, apostrophes of the prose stay', () => {
    expect(write("**{name}**'s year", { name: '*a* <b>' })).toBe("**\\*a\\* \\<b\\>**'s year");
  });

  test.each([
    ['{nobody}', /names `\{nobody\}`, which no row has/],
    ['{a, date, loud}', /asks for the format `loud`/],
  ])('%s is an error', (text, message) => {
    expect(() => write(text, { a: 1 })).toThrow(message);
    expect(() => write(text, { a: 1 })).toThrow(UnderstoryError);
  });

  test('a syntax error names the place', () => {
    expect(() => parseMessage('{a, plural, one {x}', 'the test')).toThrow(
      /The prose of the test can't be read/,
    );
  });
});
