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
  ['Fix a leak\n\nPer bug# 1234 from Ada Byron.', ['reporter Ada Byron']],
  ['Fix a leak\n\nAda Byron, somewhat modified by me.', ['author Ada Byron', 'co_author Pat Pusher']],
  ['Fix a leak\n\nAda Byron, substantially revised by me.', ['author Ada Byron', 'co_author Pat Pusher']],
  [
    'Fix a leak\n\nPatch by me; thanks to Ada Byron for having built a test\ncase, and to Grace Hopper for review.',
    ['author Pat Pusher', 'reporter Ada Byron', 'reviewer Grace Hopper'],
  ],
  ['Remove the penalty from Incremental Sort', []],
  ['Make it quick\n\nNobody lives there, per Wikipedia.', []],
  ['Make it quick\n\nEngine Ltd', []],
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
  // Initials that are words elsewhere, and full stops that end no sentence.
  ['Fix a leak\n\nPer report from Ada A. Byron.', ['reporter Ada A. Byron']],
  ['Fix a leak\n\nPer bug #7 from Ada B A, by waiting.', ['reporter Ada B A']],
  ['Fix a leak\n\nAda B. was looking at this for long.', []],
  ['Fix a leak\n\nAda B. reported that it leaks.', ['reporter Ada B']],
  ['Fix a leak\n\nPer report from Ada B. van der Berg.', ['reporter Ada B. van der Berg']],
  ['Fix a leak\n\nThe other concept was authored by Byron-san.', ['author Byron']],
  ['Fix a leak\n\nReport by Ada Byron Grace M. Hopper.', []],
  ['Fix a leak\n\nReport by Ada Maria Josefa de la Torre.', ['reporter Ada Maria Josefa de la Torre']],
  // Remarks before the names, and groups among them.
  ['Fix a leak\n\nReviewed and tested by (at least) Ada Byron.', ['reviewer Ada Byron', 'tester Ada Byron']],
  ['Fix a leak\n\nIt had review at various times from Grace Hopper.', ['reviewer Grace Hopper']],
  [
    'Fix a leak\n\nThanks to the Engine project, Ada Byron and Grace Hopper for the report.',
    ['reporter Ada Byron', 'reporter Grace Hopper'],
  ],
  [
    'Speed up sorting\n\nReviewers have included (in no particular order) Ada Byron and Grace Hopper.',
    ['reviewer Ada Byron', 'reviewer Grace Hopper'],
  ],
  [
    'Speed up sorting\n\nReviewers have included:\n\nAda Byron, Grace Hopper',
    ['reviewer Ada Byron', 'reviewer Grace Hopper'],
  ],
  // A line may begin with "commit" and a hash without being a log.
  ['Fix a leak\n\nThis was forgotten in\ncommit 00896ddaf41f.\n\nAuthor: Ada Byron', ['author Ada Byron']],
  ['Fix a leak\n\nThis ports what follows.\n\ncommit 00896ddaf41f\nAuthor: Ada Byron\n\n    Fix a leak', []],
  // Things and machines.
  ['Fix a leak\n\nReported-by: Ada Byron, BF animals lemur and ferret', ['reporter Ada Byron']],
  ['Fix a leak, as reported by lemur, our valgrind animal.', []],
  ['Keep a table, identified by a relfilenode.', []],
  ['Cure the problem by configuration.', []],
  ['Deadlocks can be detected by Ada Byron.', []],
  ['Save a few bytes per CacheEntry.', []],
  ['Let the rest of the tree compile with\n-Werror.', []],
  ['Merge pull request #7 from AdaByron/fix-leak', []],
  ['Fix: prepare_upgrade idempotency', []],
  // Work of several.
  ['Speed up sorting\n\nAda Byron, with Grace Hopper.', ['author Ada Byron', 'co_author Grace Hopper']],
  [
    'Speed up sorting\n\nPatch by Ada Byron with Grace Hopper and me.',
    ['author Ada Byron', 'co_author Grace Hopper', 'co_author Pat Pusher'],
  ],
  ['Speed up sorting\n\nPatch by Ada Byron with debug output.', ['author Ada Byron']],
  ['Speed up sorting\n\nJoint work with Ada Byron.', ['co_author Ada Byron']],
  [
    'Speed up sorting, written jointly with Ada Byron and Grace Hopper.',
    ['co_author Ada Byron', 'co_author Grace Hopper'],
  ],
  ['Speed up sorting\n\nDeveloped in collaboration with Ada Byron.', ['co_author Ada Byron']],
  ['Speed up sorting\n\nMade in cooperation with Windows.', []],
  [
    'Speed up sorting\n\nAda Byron, with further improvements by Grace Hopper',
    ['author Ada Byron', 'co_author Grace Hopper'],
  ],
  ['Speed up sorting with a patch from Ada Byron.', ['author Ada Byron']],
  [
    'Speed up sorting\n\nPatch by me, with many fixes by Ada Byron.\n\nAuthor: Pat Pusher, Ada Byron',
    ['author Pat Pusher', 'author Ada Byron'],
  ],
  [
    'Speed up sorting\n\nBased on earlier work by Ada Byron.\n\nCo-authored-by: Ada Byron <ada@engine.example>',
    ['co_author Ada Byron'],
  ],
  // What the rest of the message says about a name.
  ['Fix a leak\n\nPer bug #7 from Ada Byron.  Patch by Ada.', ['reporter Ada Byron', 'author Ada Byron']],
  [
    'Fix a leak\n\nReported by Ada Byron and Ada Lovelace.  Patch by Ada.',
    ['reporter Ada Byron', 'reporter Ada Lovelace', 'author Ada'],
  ],
];

describe('messages in the manner of PostgreSQL', () => {
  test.each(MESSAGES)('%j', (message, expected) => {
    expect(summarize(creditsOf(message, 'postgresql'))).toEqual(expected);
  });
});
