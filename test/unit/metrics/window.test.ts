import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../../src/core/time.ts';
import type { MetricWindow } from '../../../src/metrics/header.ts';
import { computeSpan } from '../../../src/metrics/window.ts';

const YEAR: MetricWindow = { unit: 'months', length: 12 };
const AS_OF = new Date('2024-05-17T08:00:00Z');

function span(window: MetricWindow, from?: string, to?: string): readonly string[] {
  const given = { from: from ? new Date(from) : null, to: to ? new Date(to) : null };
  const computed = computeSpan(window, AS_OF, given);
  return [formatInstant(computed.from), formatInstant(computed.to)];
}

describe('computeSpan', () => {
  test('takes the whole months before that of the as-of date', () => {
    expect(span(YEAR)).toEqual(['2023-05-01T00:00:00Z', '2024-05-01T00:00:00Z']);
    expect(span({ unit: 'months', length: 24 })).toEqual(['2022-05-01T00:00:00Z', '2024-05-01T00:00:00Z']);
  });

  test('counts days back from the as-of date', () => {
    expect(span({ unit: 'days', length: 90 })).toEqual(['2024-02-17T08:00:00Z', '2024-05-17T08:00:00Z']);
  });

  test('looks at everything before the as-of date', () => {
    expect(span({ unit: 'all' })).toEqual(['1970-01-01T00:00:00Z', '2024-05-17T08:00:00Z']);
  });

  test('takes what the caller says, and keeps the length where only the end is said', () => {
    expect(span(YEAR, '2024-01-01')).toEqual(['2024-01-01T00:00:00Z', '2024-05-01T00:00:00Z']);
    expect(span(YEAR, undefined, '2024-02-01')).toEqual(['2023-02-01T00:00:00Z', '2024-02-01T00:00:00Z']);
  });

  test('sees nothing at or after the as-of date', () => {
    expect(span(YEAR, '2024-01-01', '2025-01-01')).toEqual(['2024-01-01T00:00:00Z', '2024-05-17T08:00:00Z']);
  });

  test('refuses a window that ends before it begins, or begins after the as-of date', () => {
    expect(() => span(YEAR, '2024-02-01', '2024-02-01')).toThrow('Expected `from` to be before `to`');
    expect(() => span(YEAR, '2024-05-17T08:00:00Z', '2024-07-01')).toThrow(
      'before the as-of date 2024-05-17',
    );
    expect(() => computeSpan({ unit: 'all' }, new Date('1960-01-01'), { from: null, to: null })).toThrow(
      'Expected `from` to be before the as-of date 1960-01-01T00:00:00Z',
    );
    expect(() => span(YEAR, '2024-06-01', '2024-07-01')).toThrow('before the as-of date 2024-05-17');
  });
});
