import { describe, expect, test } from 'vitest';
import { formatValue, shortName } from '../../../src/reports/format.ts';

describe('a short name', () => {
  test.each([
    ['Ada Byron', 15, 'Ada Byron'],
    ['Adelaide Constance Byron', 15, 'A. C. Byron'],
    ['Hubert "hubi" Zawada', 15, 'H. Zawada'],
    ['Margarete van der Aalst', 16, 'M. van der Aalst'],
    ['Margarete van der Aalst', 15, 'M. Aalst'],
    ['a_login_of_one_word', 10, 'a_login_o…'],
  ])('%s in %i', (name, limit, expected) => {
    expect(shortName(name, limit)).toBe(expected);
  });
});

describe('a number', () => {
  test.each([
    [99.94, '99.9'],
    [100.4, '100'],
    [2031.7, '2,032'],
    [-100.4, '\u2212100'],
  ])('%d has a digit after the point only where it says something', (value, expected) => {
    expect(formatValue(value, 'median_hours')).toBe(expected);
  });
});
