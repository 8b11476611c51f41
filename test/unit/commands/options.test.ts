import { expect, test } from 'vitest';
import { dateOption, pairOptions, several } from '../../../src/commands/options.ts';

test('reads dates as 00:00 UTC', () => {
  expect(dateOption('2026-01-31', '--as-of')?.toISOString()).toBe('2026-01-31T00:00:00.000Z');
  expect(dateOption(undefined, '--as-of')).toBeUndefined();
});

test.each(['2026-02-30', '2026-1-1', 'yesterday', ''])('refuses %j as a date', (text) => {
  expect(() => dateOption(text, '--as-of')).toThrow(`Expected \`--as-of\` to be a date, got \`${text}\``);
});

test('collects repeated options, and pairs of one name as a list', () => {
  expect(several('b', several('a', undefined))).toEqual(['a', 'b']);
  expect(pairOptions(['limit=5', 'role=author', 'role=tester', 'text=a=b'], '--param')).toEqual({
    limit: '5',
    role: ['author', 'tester'],
    text: 'a=b',
  });
  expect(() => pairOptions(['limit'], '--param')).toThrow(
    'Expected `--param` to be `name=value`, got `limit`',
  );
});
