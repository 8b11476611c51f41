import { describe, expect, test } from 'vitest';
import { parseTableHeader } from '../../../src/transform/table-header.ts';

const PATH = 'queries/facts/fct_visit.sql';
const GOOD = [
  '-- table: fct_visit',
  '-- title: Visits',
  '-- limits: only those',
  '--   that somebody wrote down',
  '-- grain: repo_id, visited_at',
  '-- columns:',
  '--   repo_id     BIGINT       key      dim_repo.repo_id',
  '--   visited_at  TIMESTAMPTZ  instant  when somebody came,',
  '--                                     to the second',
  '--   parts       STRUCT(a INTEGER, b VARCHAR[])[]  parts  what was seen',
  'select 1',
].join('\n');

describe('parseTableHeader', () => {
  test('reads fields, lists and lines that go on', () => {
    expect(parseTableHeader(GOOD, PATH)).toEqual({
      table: 'fct_visit',
      title: 'Visits',
      source: null,
      limits: 'only those that somebody wrote down',
      grain: ['repo_id', 'visited_at'],
      params: [],
      columns: [
        { name: 'repo_id', type: 'BIGINT', unit: 'key', description: 'dim_repo.repo_id' },
        {
          name: 'visited_at',
          type: 'TIMESTAMPTZ',
          unit: 'instant',
          description: 'when somebody came, to the second',
        },
        {
          name: 'parts',
          type: 'STRUCT(a INTEGER, b VARCHAR[])[]',
          unit: 'parts',
          description: 'what was seen',
        },
      ],
    });
  });

  test('reads the parameters of a macro in order', () => {
    const params =
      '-- params:\n--   until  DATE  required  the end\n--   least  BIGINT  required  how many\n';
    const sql = GOOD.replace('-- columns:', `${params}-- columns:`);
    expect(parseTableHeader(sql, PATH).params).toEqual(['until', 'least']);
  });

  test.each([
    [
      'another name',
      '-- table: fct_visit',
      '-- table: fct_stay',
      "line 1: `table: fct_stay` is not the file's name",
    ],
    ['no title', '-- title: Visits', '-- title:', 'line 2: `title:` is missing'],
    [
      'a field nobody reads',
      '-- title: Visits',
      '-- title: Visits\n-- owner: me',
      'line 3: `owner:` is not a field',
    ],
    [
      'a field twice',
      '-- title: Visits',
      '-- title: Visits\n-- title: Stays',
      'line 3: `title:` stands twice',
    ],
    [
      'text without a field',
      '-- title: Visits',
      '--title',
      'line 2: expected `-- name: text` or an indented line',
    ],
    [
      'a grain that is no column',
      'repo_id, visited_at',
      'repo_id, day',
      'line 5: no column `day` to be grain',
    ],
    ['no columns', /-- columns:[\s\S]*(?=select)/, '-- columns:\n', 'line 6: `columns:` lists no column'],
    [
      'too few parts',
      '  key      dim_repo',
      ' key dim_repo',
      'line 7: expected `name  TYPE  unit  description`',
    ],
    ['a column twice', '--   visited_at', '--   repo_id', 'line 8: `repo_id` stands twice in `columns:`'],
    ['a type in lower case', 'BIGINT  ', 'bigint  ', 'line 7: `bigint` is not a type in upper case'],
    ['a name that is none', '--   repo_id ', '--   repoId ', 'line 7: `repoId` is not a name in snake_case'],
  ])('names file and line of %s', (_, find, replacement, message) => {
    const sql = GOOD.replace(find, replacement);
    expect(sql).not.toBe(GOOD);
    expect(() => parseTableHeader(sql, PATH)).toThrow(`\`${PATH}\` ${message}`);
    expect(() => parseTableHeader(sql, PATH)).toThrow(expect.objectContaining({ code: 'E_QUERY_CONTRACT' }));
  });
});
