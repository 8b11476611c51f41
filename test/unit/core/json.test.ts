import { expect, test } from 'vitest';
import { stringifyJson } from '../../../src/core/json.ts';

test('writes whole numbers as numbers while they are exact, else as text', () => {
  const json = stringifyJson({
    small: 5n,
    largest: 9007199254740991n,
    beyond: 9007199254740992n,
    list: [-3n],
  });
  expect(json).toBe('{"small":5,"largest":9007199254740991,"beyond":"9007199254740992","list":[-3]}');
});

test('writes bytes in hexadecimal and null as null', () => {
  expect(stringifyJson([new Uint8Array([0, 255]), null])).toBe('["00ff",null]');
});
