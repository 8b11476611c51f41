import { describe, expect, test } from 'vitest';
import { creditsOf, summarize } from '../../../support/credit-rules.ts';

// Messages written for this test, each in a form that PostgreSQL's history uses.
const MESSAGES: readonly (readonly [string, readonly string[]])[] = [
  ['Speed up sorting\n\nAda Byron', ['author Ada Byron']],
  ['Speed up sorting\n\nAda Byron and Grace Hopper', ['author Ada Byron', 'co_author Grace Hopper']],
  [
    'Speed up sorting\n\nAda Byron, reviewed by Grace Hopper and Alan Turing.\n\nDiscussion: https://lists.example/1',
    ['author Ada Byron', 'reviewer Grace Hopper', 'reviewer Alan Turing'],
  ],
  [
    'Speed up sorting\n\nAda Byron, with some adjustments by me',
    ['author Ada Byron', 'co_author Pat Pusher'],
  ],
  ['Fix a leak.  Per report from Ada Byron.', ['reporter Ada Byron']],
  ['Fix a leak\n\nPer bug #1234 from Ada Byron.  Back-patch to 9.4.', ['reporter Ada Byron']],
  ['Fix a leak\n\nPer gripe from Ada Byron and buildfarm member lemur.', ['reporter Ada Byron']],
  ['Fix a leak\n\nPer Ada Byron.', ['reporter Ada Byron']],
  ['Fix a leak\n\nPer buildfarm.', []],
  ['Fix a leak\n\nPer Coverity.', []],
  ['Fix a leak\n\nReport and patch by Ada Byron', ['reporter Ada Byron', 'author Ada Byron']],
  ['Fix a leak\n\nDiagnosis and fix from Ada Byron', ['diagnoser Ada Byron', 'author Ada Byron']],
  ['Fix a leak\n\nPatch by me, reviewed by Ada Byron', ['author Pat Pusher', 'reviewer Ada Byron']],
  ['Fix a leak, from Ada Byron.', ['author Ada Byron']],
  ['Update the manual from Ada B. Byron <ada@engine.example>', ['author Ada B. Byron']],
  ['Fix a path by ada@engine.example', ['author ada@engine.example']],
  ["Fix a leak\n\nOriginal patch by D'Arcy J.M. Cain", ["author D'Arcy J.M. Cain"]],
  ['Fix a leak\n\nReported by Hubert "depesz" Lubaczewski', ['reporter Hubert "depesz" Lubaczewski']],
  ['Fix a leak\n\nPointed out by Vincent van der Berg', ['reporter Vincent van der Berg']],
  ['Fix a leak\n\nPer suggestion from Ada Byron.', ['suggester Ada Byron']],
  ["Fix a leak\n\nPer Ada Byron's suggestion.", ['suggester Ada Byron']],
  ['Fix a leak\n\nThanks to Ada Byron for testing.', ['tester Ada Byron']],
  ['Fix a leak\n\nThanks to Ada Byron.', ['assist Ada Byron']],
  ['Fix a leak\n\nThis is done by mistake, and read from Windows.', []],
  ['Fix a leak\n\nAda Byron noticed that the test failed.', ['reporter Ada Byron']],
  ['Fix a leak\n\nAs Grace pointed out, this was wrong.', ['reporter Grace']],
  ['Fix a leak\n\nSubmitted by: Ada Byron <ada@engine.example>', ['author Ada Byron']],
  ['Fix a leak\n\nFrom: Ada Byron <ada@engine.example>', ['author Ada Byron']],
  ['Fix a leak\n\nFrom: the manual of the year', []],
  ['Fix a leak\n\nPrivate report from mrbean.  Back-patch to all.', ['reporter mrbean']],
  ['Fix a leak\n\nCommitted by Ada Byron.', []],
  ['Fix the cache broken by Ada Byron.', []],
  ['Fix a leak\n\nKarl O.  Pinc, reviewed by Ada Byron', ['author Karl O. Pinc', 'reviewer Ada Byron']],
  ['Fix a leak\n\nAuthor: Ada Byron, slightly edited by me', ['author Ada Byron', 'co_author Pat Pusher']],
  [
    'Fix a leak\n\nThat should not happen again here.  Patches and bug report from Ada\nByron, the second of them.',
    ['author Ada Byron', 'reporter Ada Byron'],
  ],
  ['Cope with a message reported by libxmlish.', []],
  ['Fix a race, as exhibited today by lemur.', []],
  ['Fix a leak\n\nReported again by lemur, which stopped.', []],
  ['Fix a leak\n\nReported again by lemur, who waited.', ['reporter lemur']],
  ['Fix a typo\n\nAuthor: Byron, Ada', ['author Ada Byron']],
  ['Fix a typo\n\nReviewers: ada, grace', ['reviewer ada', 'reviewer grace']],
  ['Fix a typo\n\nReviewed-by: Ada and Grace', ['reviewer Ada', 'reviewer Grace']],
  ['Fix a typo\n\nReviewed-by: Ada, Grace, Alan', ['reviewer Ada', 'reviewer Grace', 'reviewer Alan']],
  ['Parser works again.\n\n-- Ada', ['author Ada']],
];

describe('messages in the manner of PostgreSQL', () => {
  test.each(MESSAGES)('%j', (message, expected) => {
    expect(summarize(creditsOf(message, 'postgresql'))).toEqual(expected);
  });
});
