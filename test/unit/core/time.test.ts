import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  earliest,
  formatInstant,
  parseInstant,
  startOfDay,
  startOfMonth,
} from '../../../src/core/time.ts';

describe('parseInstant', () => {
  test.each([
    ['2026-01-31', '2026-01-31T00:00:00Z'],
    ['2026-01-31T12:30', '2026-01-31T12:30:00Z'],
    ['2026-01-31 12:30:05', '2026-01-31T12:30:05Z'],
    ['2026-01-31T12:30:05.250Z', '2026-01-31T12:30:05.250Z'],
    ['2026-01-31T23:30:00+01:00', '2026-01-31T22:30:00Z'],
    ['2026-01-31T23:30:00-0500', '2026-02-01T04:30:00Z'],
  ])('reads %s in UTC', (text, instant) => {
    const date = parseInstant(text);
    expect(date && formatInstant(date)).toBe(instant);
  });

  test.each(['', 'soon', '2026', '2026-13-01', '2026-02-30', '31.01.2026', '2026-01-31T25:00', '1e3'])(
    'takes %s for no instant',
    (text) => expect(parseInstant(text)).toBeNull(),
  );
});

describe('calendar', () => {
  const at = new Date('2024-03-31T22:15:00Z');

  test('days and months begin in UTC', () => {
    expect(formatInstant(startOfDay(at))).toBe('2024-03-31T00:00:00Z');
    expect(formatInstant(startOfMonth(at))).toBe('2024-03-01T00:00:00Z');
  });

  test('a day that a month lacks becomes its last', () => {
    expect(formatInstant(addMonths(at, -1))).toBe('2024-02-29T22:15:00Z');
    expect(formatInstant(addMonths(at, 11))).toBe('2025-02-28T22:15:00Z');
    expect(formatInstant(addMonths(startOfMonth(at), -12))).toBe('2023-03-01T00:00:00Z');
  });

  test('days have 86,400 seconds', () => {
    expect(formatInstant(addDays(at, 2))).toBe('2024-04-02T22:15:00Z');
  });

  test('the earliest leaves out what is not known', () => {
    expect(earliest(null, at, addDays(at, -1))).toEqual(addDays(at, -1));
    expect(earliest(null, null)).toBeNull();
  });
});
