import { describe, expect, test } from 'vitest';
import { parseMetricHeader } from '../../../src/metrics/header.ts';
import { SAMPLE_PATH, SAMPLE_SQL, sampleMetric } from './sample-metric.ts';

describe('parseMetricHeader', () => {
  test('reads what a metric promises', () => {
    const { header } = sampleMetric();
    expect(header).toMatchObject({
      metric: 'commit_tally',
      ids: ['B1', 'B2'],
      family: 'vitality',
      status: 'experimental',
      needs: ['git'],
      grain: ['scope_id', 'author_name'],
      window: { unit: 'months', length: 12 },
    });
    expect(header.params.map(({ name, isRequired, defaultText }) => [name, isRequired, defaultText])).toEqual(
      [
        ['scope_ids', true, null],
        ['from', true, null],
        ['to', true, null],
        ['least', false, '1'],
        ['names', false, null],
      ],
    );
    expect(header.columns.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      'scope_id key',
      'author_name name',
      'commit_count commits',
    ]);
  });

  test.each([
    ['24 months', { unit: 'months', length: 24 }],
    ['90 days', { unit: 'days', length: 90 }],
    ['all', { unit: 'all' }],
  ])('reads the window %s', (text, window) => {
    const { header } = sampleMetric(['-- params:', `-- window: ${text}\n-- params:`]);
    expect(header.window).toEqual(window);
  });

  test.each([
    [
      'a name that is not the file',
      '-- metric: commit_tally',
      '-- metric: tally',
      'line 1: `metric: tally` differs',
    ],
    [
      'a family that is not the folder',
      '-- family: vitality',
      '-- family: impact',
      'line 5: `family: impact` differs',
    ],
    [
      'an unknown status',
      'experimental',
      'beta',
      'line 6: expected `status:` to be one of experimental, stable',
    ],
    ['a stream that is none', 'needs: git', 'needs: git, stories', 'line 8: `stories` is not a stream'],
    ['no limits', '-- limits: none that matter here\n', '', 'line 1: `limits:` is missing'],
    [
      'a grain without a scope',
      'grain: scope_id, ',
      'grain: ',
      'line 9: the grain of a metric begins with `scope_id`',
    ],
    [
      'a window that is none',
      '-- params:',
      '-- window: a year\n-- params:',
      'line 10: expected `window:` to be',
    ],
    ['no scopes', /-- {3}scope_ids.*\n/, '', 'line 10: `params:` lacks `scope_ids  BIGINT[]  required`'],
    [
      'a type that no parameter has',
      'INTEGER      default=1 0.. ',
      'TEXT         default=1 0.. ',
      'line 14: `TEXT` is not',
    ],
    ['a need that is none', 'default=1 0.. ', 'sometimes ', 'line 14: expected `required`, `optional` or'],
    ['a number without bounds', 'default=1 0.. ', 'default=1 ', 'line 14: expected `default=1` and `1..`'],
    ['bounds that are none', 'default=1 0.. ', 'default=1 few ', 'line 14: expected `default=1` and `1..`'],
  ])('refuses %s', (_, find, replacement, message) => {
    const sql = SAMPLE_SQL.replace(find, replacement);
    expect(() => parseMetricHeader(sql, SAMPLE_PATH)).toThrow(`\`${SAMPLE_PATH}\` ${message}`);
  });
});
