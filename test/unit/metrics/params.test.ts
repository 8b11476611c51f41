import { describe, expect, test } from 'vitest';
import { type ParamInput, readParamInputs } from '../../../src/metrics/params.ts';
import type { Value } from '../../../src/store/value.ts';
import { sampleMetric } from './sample-metric.ts';

const { header } = sampleMetric();

/** Reads one input for a parameter of `type` that may be `allowed`. */
function readAs(type: string, input: ParamInput, allowed = ''): Value | undefined {
  const need = `optional ${/^(BIGINT|INTEGER|DOUBLE)$/.test(type) ? allowed || '0..' : allowed}`.trim();
  const typed = sampleMetric([/least {6}INTEGER {6}default=1 0../, `least      ${type}      ${need}`]).header;
  return readParamInputs(typed, { least: input }).get('least');
}

describe('readParamInputs', () => {
  test('fills defaults and nulls, and leaves scopes and window to the runner', () => {
    expect([...readParamInputs(header, {})]).toEqual([
      ['least', 1],
      ['names', null],
    ]);
  });

  test('takes one value or several for a list', () => {
    expect(readParamInputs(header, { names: 'Ada' }).get('names')).toEqual(['Ada']);
    expect(readParamInputs(header, { names: ['Ada', 'Grace'] }).get('names')).toEqual(['Ada', 'Grace']);
    expect(readParamInputs(header, { names: [] }).get('names')).toEqual([]);
  });

  test.each<[string, ParamInput, Value]>([
    ['BIGINT', '9007199254740993', 9007199254740993n],
    ['BIGINT', 7, 7n],
    ['INTEGER', '3', 3],
    ['DOUBLE', '0.25', 0.25],
    ['BOOLEAN', 'false', false],
    ['DATE', '2026-01-31', '2026-01-31'],
    ['TIMESTAMPTZ', '2026-01-31', '2026-01-31T00:00:00Z'],
    ['TIMESTAMPTZ', new Date(0), '1970-01-01T00:00:00Z'],
    ['VARCHAR', "'; drop table x", "'; drop table x"],
    ['REF', 'v1.0', 'v1.0'],
    ['BIGINT[]', ['1', 2, 3n], [1n, 2n, 3n]],
  ])('reads %s from %s', (type, input, value) => {
    expect(readAs(type, input)).toEqual(value);
  });

  test.each<[string, ParamInput]>([
    ['BIGINT', '1.5'],
    ['BIGINT', 'one'],
    ['INTEGER', '3000000000'],
    ['DOUBLE', ''],
    ['DOUBLE', 'NaN'],
    ['BOOLEAN', 'yes'],
    ['DATE', '2026-02-30'],
    ['TIMESTAMPTZ', 'yesterday'],
    ['VARCHAR', 5],
    ['REF', ''],
    ['INTEGER', ['1', '2']],
    ['BIGINT[]', ['1', 'x']],
  ])('refuses %s given as %s', (type, input) => {
    expect(() => readAs(type, input)).toThrow(expect.objectContaining({ code: 'E_PARAM' }));
  });

  test.each<[string, string, ParamInput, string]>([
    ['INTEGER', '0..', 'many', 'a whole number, 0 or more'],
    ['INTEGER', '0..', '-1', 'a whole number, 0 or more'],
    ['BIGINT', '1..120', '121', 'a whole number, 1 to 120'],
    ['DOUBLE', '0..1', '1.01', 'a number, 0 to 1'],
    ['VARCHAR', 'then|today', 'Then', 'text, then or today'],
  ])('names the parameter, what it should be and what it got: %s %s', (type, allowed, input, words) => {
    expect(() => readAs(type, input, allowed)).toThrow(`Expected \`least\` to be ${words}, got \`${input}\``);
  });

  test.each<[string, string, ParamInput, Value]>([
    ['INTEGER', '0..', '0', 0],
    ['BIGINT', '1..120', '120', 120n],
    ['DOUBLE', '0..1', '1', 1],
    ['VARCHAR', 'then|today', 'today', 'today'],
  ])('takes the ends: %s %s', (type, allowed, input, value) => {
    expect(readAs(type, input, allowed)).toBe(value);
  });

  test('offers the nearest name for an unknown one', () => {
    expect(() => readParamInputs(header, { lest: '1' })).toThrow(
      expect.objectContaining({
        code: 'E_PARAM',
        message: '`commit_tally` has no parameter `lest`',
        hint: 'Did you mean `least`? `understory metrics commit_tally` lists its parameters',
      }),
    );
  });

  test('asks for one that is missing', () => {
    const strict = sampleMetric(['default=1 0.. ', 'required 0.. ']).header;
    expect(() => readParamInputs(strict, {})).toThrow('`commit_tally` needs the parameter `least`');
  });

  test('refuses those that the runner fills', () => {
    expect(() => readParamInputs(header, { scope_ids: '1' })).toThrow(
      '`scope_ids` is not given as a parameter',
    );
    expect(() => readParamInputs(header, { as_of: '2026-01-01' })).toThrow(
      expect.objectContaining({ hint: 'Use `--as-of DATE` instead' }),
    );
  });
});
