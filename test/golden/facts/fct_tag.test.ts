import { factTest } from '../../support/fact-test.ts';

const tag = (name: string, parts: number[] | null, series: string | null, isPrerelease = false) => ({
  name,
  is_version: parts !== null,
  is_prerelease: isPrerelease,
  version_parts: parts,
  series,
});

const TAGS = [
  tag('2.0.0-private-beta-1', [2, 0, 0], '2', true),
  tag('2.14.2', [2, 14, 2], '2'),
  tag('REL6_1', [6, 1], '6.1'),
  tag('REL7_1_BETA2', [7, 1], '7.1', true),
  tag('REL8_0_0RC1', [8, 0, 0], '8.0', true),
  tag('REL9_6_1', [9, 6, 1], '9.6'),
  tag('REL_10_BETA1', [10], '10', true),
  tag('REL_14_3', [14, 3], '14'),
  tag('latest', null, null),
  tag('nightly-20240101', null, null),
  tag('pgbouncer_1_12_0', [1, 12, 0], '1'),
  tag('pkg@1.2.3', [1, 2, 3], '1'),
  tag('v0.1.0', [0, 1, 0], '0'),
  tag('v1', null, null),
  tag('v1.0.0-alpha.1', [1, 0, 0], '1', true),
  tag('v2.0.0-rc1', [2, 0, 0], '2', true),
  tag('v2.0.0.Final', [2, 0, 0], '2'),
];

factTest({
  name: 'reads versions out of the names of tags',
  given: {
    raw_git_ref: [...TAGS.map(({ name }) => ({ name })), { name: 'REL_14_STABLE', kind: 'release_branch' }],
  },
  expect: { fct_tag: TAGS },
});

factTest({
  name: 'does not believe a tag date before 1990 or after the collection',
  given: {
    raw_git_repository: [{ fetched_at: '2020-06-01' }],
    raw_git_ref: [
      { name: 'a', tagged_at: '1970-01-01' },
      { name: 'b', tagged_at: '2020-06-01' },
      { name: 'c', tagged_at: '2037-01-01' },
    ],
  },
  expect: {
    fct_tag: [
      { name: 'a', tagged_at: null },
      { name: 'b', tagged_at: '2020-06-01T00:00:00Z' },
      { name: 'c', tagged_at: null },
    ],
  },
});
