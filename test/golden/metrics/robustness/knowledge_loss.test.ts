import { metricTest, repeat } from '../../../support/metric-test.ts';

/** Paths of these tests differ in their last letter. */
const id = (path: string) => BigInt(path.charCodeAt(path.length - 1));
const to = '2024-01-01';
const old = { landed_at: '2020-05-01', authored_at: '2020-05-01' };
const recent = { landed_at: '2023-06-01', authored_at: '2023-06-01' };

const change = (sha: string, path: string, kind: string) => ({ sha, change: kind, file_id: id(path) });

metricTest('knowledge_loss', {
  name: 'each file has two active authors or more, one, none, or never had any',
  // 1 and 2 wrote a in 2020 and 2023 and are active (1 by a report of 2023); 3 wrote in 2020 only and signed off since.
  // a by 1 and 2: shared. b by 1 and 3: at risk. c by 3: orphaned. d: no author. e is no code, and 4, who once took b away,
  // is no author of it. Lines 100 + 200 + 300 + 400 = 1,000.
  given: {
    fct_commit: [
      { sha: 'x', principal_person_id: 1n, ...old },
      { sha: 'y', principal_person_id: 2n, ...recent },
      { sha: 'z', principal_person_id: 3n, ...old },
      { sha: 'r', principal_person_id: null, ...recent },
      { sha: 'v', principal_person_id: 4n, ...recent },
    ],
    fct_credit: [
      { sha: 'y', person_id: 2n, role: 'author' },
      { sha: 'z', person_id: 3n, role: 'author' },
      { sha: 'r', person_id: 1n, role: 'reporter' },
      { sha: 'r', person_id: 3n, role: 'signer' },
    ],
    fct_file: [
      { file_id: id('a'), path: 'a', file_class: 'code', line_count: 100 },
      { file_id: id('b'), path: 'b', file_class: 'code', line_count: 200 },
      { file_id: id('c'), path: 'c', file_class: 'code', line_count: 300 },
      { file_id: id('d'), path: 'd', file_class: 'code', line_count: 400 },
      { file_id: id('e'), path: 'e', file_class: 'docs', line_count: 500 },
    ],
    fct_file_change: [
      change('x', 'a', 'added'),
      change('y', 'a', 'added'),
      change('x', 'b', 'added'),
      change('z', 'b', 'added'),
      change('z', 'c', 'added'),
      change('v', 'b', 'deleted'),
      change('x', 'e', 'added'),
    ],
  },
  params: { to },
  expect: [
    {
      scope_id: 1n,
      file_count: 4n,
      shared_file_count: 1n,
      at_risk_file_count: 1n,
      orphaned_file_count: 1n,
      authorless_file_count: 1n,
      at_risk_file_share: 0.25,
      orphaned_file_share: 0.25,
      line_count: 1000n,
      at_risk_line_share: 0.2,
      orphaned_line_share: 0.3,
      author_count: 3n,
      active_author_count: 2n,
    },
  ],
});

metricTest('knowledge_loss', {
  name: 'with a half-life old changes fade and their author is passed by a newer one',
  // 1 created x and changed it 20 times in 2013, 2 changed it 10 times on the last day. Without fading: 1 has 4.391 + 3.28 − 0.321 ln 11 =
  // 6.901, 2 has 3.293 + 1.64 − 0.321 ln 21 = 3.956, a share of 0.573: only 1 is an author and long gone, so x is orphaned.
  // With a half-life of a year the 20 changes weigh almost nothing: 1 has about 4.391 − 0.321 ln 11 = 3.622 and 2 about 4.933 − 0.001:
  // 3.622 / 4.93 = 0.735, so only 2 is an author, and active.
  given: {
    fct_commit: [
      { sha: 'x', principal_person_id: 1n, landed_at: '2013-01-01', authored_at: '2013-01-01' },
      { sha: 'y', principal_person_id: 2n, landed_at: '2023-12-31', authored_at: '2023-12-31' },
    ],
    fct_credit: [{ sha: 'y', person_id: 2n, role: 'author' }],
    fct_file: [{ file_id: id('x'), path: 'x', file_class: 'code', line_count: 10 }],
    fct_file_change: [
      change('x', 'x', 'added'),
      ...repeat(20, change('x', 'x', 'modified')),
      ...repeat(10, change('y', 'x', 'modified')),
    ],
  },
  params: { to, half_life_days: '365' },
  expect: [{ scope_id: 1n, at_risk_file_count: 1n, orphaned_file_count: 0n, author_count: 1n }],
});

metricTest('knowledge_loss', {
  name: 'without a half-life nothing fades, and a shorter pause counts as gone when asked',
  // As above without fading: 1 is the only author. Somebody whose last commit is seven months old is gone after six.
  given: {
    fct_commit: [{ sha: 'x', principal_person_id: 1n, ...recent }],
    fct_credit: [{ sha: 'x', person_id: 1n, role: 'author' }],
    fct_file: [{ file_id: id('x'), path: 'x', file_class: 'code', line_count: null }],
    fct_file_change: [change('x', 'x', 'added')],
  },
  params: { to, inactive_months: '6' },
  expect: [
    {
      scope_id: 1n,
      file_count: 1n,
      orphaned_file_count: 1n,
      orphaned_file_share: 1,
      line_count: null,
      orphaned_line_share: null,
      author_count: 1n,
      active_author_count: 0n,
    },
  ],
});

metricTest('knowledge_loss', {
  name: 'nothing fades unless a half-life is given',
  // 1 created x, 2 changed it ten times: 4.391 − 0.321 ln 11 = 3.621 over 3.293 + 1.64 = 4.933 is 0.734, so 2 is the only author,
  // and active. Without these changes 1 would be.
  given: {
    fct_commit: [
      { sha: 'x', principal_person_id: 1n, ...old },
      { sha: 'y', principal_person_id: 2n, ...old },
      { sha: 'r', principal_person_id: null, ...recent },
    ],
    fct_credit: [{ sha: 'r', person_id: 2n, role: 'reporter' }],
    fct_file: [{ file_id: id('x'), path: 'x', file_class: 'code', line_count: 10 }],
    fct_file_change: [change('x', 'x', 'added'), ...repeat(10, change('y', 'x', 'modified'))],
  },
  params: { to },
  expect: [{ at_risk_file_count: 1n, orphaned_file_count: 0n, author_count: 1n, active_author_count: 1n }],
});
