import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRedactor } from '../../../../src/core/redact/redactor.ts';
import { hashTraits, pseudonymOf } from '../../../../src/core/redact/trait.ts';

const SALT = 'aa';
const HASHES = hashTraits(SALT, [
  { kind: 'name', text: 'Ada Byron' },
  { kind: 'name', text: 'ada1815' },
  { kind: 'email', text: 'ada@engine.io' },
  { kind: 'identity', name: 'Ada', email: 'root@localhost' },
]);
const NAME = pseudonymOf(SALT, HASHES);
const redactor = makeRedactor({ salt: SALT, people: [{ pseudonym: NAME, hashes: HASHES }] });

describe('text', () => {
  test.each([
    ['a trailer', 'Reviewed-by: Ada Byron <ada@engine.io>\n', `Reviewed-by: ${NAME}\n`],
    ['another spelling', 'per ADA  Byrón.', `per ${NAME}.`],
    ['a name over two lines', 'thanks to Ada\nByron for testing', `thanks to ${NAME} for testing`],
    ['a possessive', "Ada Byron's patch", `${NAME}'s patch`],
    ['an address alone', 'from ada@engine.io, today', `from ${NAME}, today`],
    ['an address behind another name', 'Author: Ada B. <Ada@Engine.io>', `Author: ${NAME}`],
    ['a handle', '(@ada1815)', `(@${NAME})`],
    ['a first name alone, which may be anybody’s', 'Ada said so', 'Ada said so'],
    ['a longer name', 'Ada Byronson', 'Ada Byronson'],
    ['another address', 'ada@engine.ion', 'ada@engine.ion'],
  ])('%s', (_, text, expected) => {
    expect(redactor?.text(text)).toBe(expected);
  });

  test('leaves any text alone that names nobody', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/ada/i.test(text.normalize('NFKD')));
        expect(redactor?.text(text)).toBe(text);
      }),
    );
  });

  test('takes a name out of any surroundings, and finds nothing more in what it wrote', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const once = redactor?.text(`${before} Ada Byron ${after}`) ?? '';
        expect(once).toContain(NAME);
        expect(once).not.toContain('Ada Byron');
        expect(redactor?.text(once)).toBe(once);
      }),
    );
  });
});

test('recognises a person by address, by name, or by both together only', () => {
  expect(redactor?.person('Whoever', 'ADA@engine.io')).toEqual([NAME, '']);
  expect(redactor?.person('ada byron', 'new@loom.io')).toEqual([NAME, '']);
  expect(redactor?.person('Ada', 'root@localhost')).toEqual([NAME, '']);
  expect(redactor?.person('Bo', 'root@localhost')).toEqual(['Bo', 'root@localhost']);
  expect(redactor?.person('', '')).toEqual(['', '']);
});

test('is none where nobody was forgotten', () => {
  expect(makeRedactor({ salt: '', people: [] })).toBeNull();
});
