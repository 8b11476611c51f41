import { describe, expect, test } from 'vitest';
import { creditsOf, summarize } from '../../../support/credit-rules.ts';

const trailer = (text: string): string => `Fix a leak\n\nIt leaked.\n\n${text}`;

// Messages written for this test: plain trailers, in all the forms that people write them.
const MESSAGES: readonly (readonly [string, readonly string[]])[] = [
  ['Remove unnecessary code from Continuous Aggregate', []],
  ['Tighten search_path\n\nFound by pgspot.', []],
  ['Check the row\n\nFlagged by LLM Fuzzer: https://example.org/1', []],
  ['Use the address after it is set\n\nFound by PostgresPro with Svace static analyzer.', []],
  [trailer('Reported-by: Ada Byron (PostgresPro)'), ['reporter Ada Byron']],
  [trailer('Author: Ada Byron'), ['author Ada Byron']],
  [trailer('Author: Ada Byron <ada@engine.example>'), ['author Ada Byron']],
  [trailer('Authors: Ada Byron, Grace Hopper'), ['author Ada Byron', 'author Grace Hopper']],
  [trailer('Author: Ada Byron and Grace Hopper'), ['author Ada Byron', 'author Grace Hopper']],
  [trailer('Author : Ada Byron'), ['author Ada Byron']],
  [trailer('author:Ada Byron'), ['author Ada Byron']],
  [trailer('Author: me'), ['author Pat Pusher']],
  [trailer('Author: Author: Ada Byron'), ['author Ada Byron']],
  [trailer('Patch by: Ada Byron'), ['author Ada Byron']],
  [trailer('Submitted by: Ada Byron'), ['author Ada Byron']],
  [trailer('Based-on-patch-by: Ada Byron'), ['author Ada Byron']],
  [trailer('Co-authored-by: Ada Byron <ada@engine.example>'), ['co_author Ada Byron']],
  [trailer('Co-Author: Ada Byron'), ['co_author Ada Byron']],
  [trailer('Co-developed-by: Ada Byron <ada@engine.example>'), ['co_author Ada Byron']],
  [
    trailer('Reviewed-by: Ada Byron, Grace Hopper, and Alan Turing'),
    ['reviewer Ada Byron', 'reviewer Grace Hopper', 'reviewer Alan Turing'],
  ],
  [
    trailer('Reviewed by: Ada Byron; Grace Hopper & Alan Turing'),
    ['reviewer Ada Byron', 'reviewer Grace Hopper', 'reviewer Alan Turing'],
  ],
  [
    trailer('Reviewed-by: Ada Byron (earlier version), Grace Hopper'),
    ['reviewer Ada Byron', 'reviewer Grace Hopper'],
  ],
  [
    trailer('Reviewed-by: Ada Byron,\n  Grace Hopper,\n  Alan Turing'),
    ['reviewer Ada Byron', 'reviewer Grace Hopper', 'reviewer Alan Turing'],
  ],
  [trailer('Reviewed-by: Ada Byron,\n\tGrace Hopper'), ['reviewer Ada Byron', 'reviewer Grace Hopper']],
  [trailer('Reviewers: Ada Byron'), ['reviewer Ada Byron']],
  [trailer('Reviwed-by: Ada Byron'), ['reviewer Ada Byron']],
  [trailer('Reprted-by: Ada Byron'), ['reporter Ada Byron']],
  [trailer('Acked-by: Ada Byron'), ['acker Ada Byron']],
  [trailer('Bug-reported-by: Ada Byron'), ['reporter Ada Byron']],
  [trailer('Reported-and-tested-by: Ada Byron'), ['reporter Ada Byron', 'tester Ada Byron']],
  [trailer('Author and Reporter: Ada Byron'), ['author Ada Byron', 'reporter Ada Byron']],
  [trailer('Bug report and patch: Ada Byron'), ['reporter Ada Byron', 'author Ada Byron']],
  [trailer('Suggested-by: Ada Byron'), ['suggester Ada Byron']],
  [trailer('Diagnosed-by: Ada Byron'), ['diagnoser Ada Byron']],
  [
    trailer('Analyzed-by: Ada Byron\nDebugged-by: Grace Hopper'),
    ['diagnoser Ada Byron', 'diagnoser Grace Hopper'],
  ],
  [
    trailer('Helped-by: Ada Byron\nMentored-by: Grace Hopper\nThanks-to: Alan Turing'),
    ['assist Ada Byron', 'assist Grace Hopper', 'assist Alan Turing'],
  ],
  [trailer('Reported-by: ada@engine.example'), ['reporter ada@engine.example']],
  [trailer('Reported-by: jian he <jian@engine.example>'), ['reporter jian he']],
  [trailer('Author: "Byron, Ada" <ada@engine.example>'), ['author Ada Byron']],
  [trailer('Author: Byron, Ada <byronada@engine.example>'), ['author Ada Byron']],
  [trailer('Author: 岩田 彩 (Aya Iwata) <aya@engine.example>'), ['author Aya Iwata']],
  [trailer('Author: Олег Иванов'), ['author Олег Иванов']],
  // Names that are other words, too.
  [trailer('Author: Kelly Byron'), ['author Kelly Byron']],
  [
    trailer('Author: Ada Byron.  Heavily reworked by Grace Hopper.'),
    ['author Ada Byron', 'co_author Grace Hopper'],
  ],
  [trailer('Reported-by: Dana How'), ['reporter Dana How']],
  [trailer('Reported-by: Paul A. Byron'), ['reporter Paul A. Byron']],
  [trailer('Reported-by: A. J. Byron'), ['reporter A. J. Byron']],
  [trailer('Reported-by: Per Byron'), ['reporter Per Byron']],
  [trailer('Reported-by: Travis Byron <travis@engine.example>'), ['reporter Travis Byron']],
  [trailer('Reported-by: Travis'), []],
  [trailer('Reported-by: J.M. Byron'), ['reporter J.M. Byron']],
  [trailer('Reported-by: Dr. Ada Byron'), ['reporter Ada Byron']],
  [trailer('Reported-by: The Usual Team'), []],
  [trailer('Reported-by: Ada Byron Discussion'), []],
  ['Mend it\n\nReported by Jun Byron and Paul A Byron.', ['reporter Jun Byron', 'reporter Paul A Byron']],
  ['Mend it\n\nReported by Dr. Ada Byron.', ['reporter Ada Byron']],
  ['Mend it\n\nReported by A. Byron.', ['reporter A. Byron']],
  ['Mend it\n\nReported by Ada St. Byron.', ['reporter Ada St. Byron']],
  ['Mend it\n\nReported by Ada King Jr.', ['reporter Ada King Jr']],
  ['Mend it\n\nReported by Ada Mae More.', ['reporter Ada Mae More']],
  [
    'Mend it\n\nA long line that says what was wrong here, reported by Ada Byron\nReferences #12',
    ['reporter Ada Byron'],
  ],
  ['Mend it\n\nReported by Ada L. How.', ['reporter Ada L. How']],
  ['Mend it\n\nBuilt by Travis again.', []],
  // Handles, and where somebody has them.
  [trailer('Reported-by: adab42 on github'), ['reporter adab42 on github']],
  [
    trailer('Reported-by: ada-b on HackerOne, Grace Hopper'),
    ['reporter ada-b on HackerOne', 'reporter Grace Hopper'],
  ],
  [trailer('Reported-by: the bot on call'), []],
  [trailer('Reported-by: Earnestly on github'), ['reporter Earnestly on github']],
  ['Mend it\n\nThe leak was found by t5516.', []],
  ['Mend it\n\nReported by adabyron on github', ['reporter adabyron']],
  [trailer('Reported-by: adab@users.noreply.github.com'), ['reporter adab']],
  // Keys that nobody has listed.
  [trailer('Trivially-acked-by: Ada Byron'), ['acker Ada Byron']],
  [trailer('Tested-on-mars-by: Ada Byron'), ['tester Ada Byron']],
  [trailer('Reminded-by: Ada Byron'), ['assist Ada Byron']],
  [trailer('Reminded-by: adab on github'), ['assist adab on github']],
  [trailer('Reviweed-by: Ada Byron'), ['reviewer Ada Byron']],
  [trailer('Merged-upstream-by: Ada Byron\nReminded-by: the calendar\nStand by: Ada Byron'), []],
  // Machines, and agents by a name that no person has.
  ['Mend it\n\nFound by CodeSonar', []],
  ['Mend it\n\nSpotted by Copilot.', []],
  [trailer('Assisted-by: Claude Opus 4.6'), ['assist Claude Opus 4.6']],
  [trailer('Reviewed-by: Claude Opus 4.6'), ['assist Claude Opus 4.6']],
  [trailer('Co-authored-by: Codex <codex@openai.com>'), ['assist Codex']],
  [trailer('Reviewed-by: Claude Byron'), ['reviewer Claude Byron']],
  // Thanks that go on.
  [
    'Mend it\n\nThanks to Ada Byron for the report, and to Grace Hopper for review.',
    ['reporter Ada Byron', 'reviewer Grace Hopper'],
  ],
  [
    trailer('Reviewed-by: Ada Byron\n\nReviewed-by: Grace Hopper\n\nTested-by: Ada Byron'),
    ['reviewer Ada Byron', 'reviewer Grace Hopper', 'tester Ada Byron'],
  ],
  [trailer('Author: Ada Byron, reviewed by Grace Hopper'), ['author Ada Byron', 'reviewer Grace Hopper']],
  [
    trailer('Reviewed-by: Ada Byron\r\nTested-by: Grace Hopper\r'),
    ['reviewer Ada Byron', 'tester Grace Hopper'],
  ],
];

// What looks like a credit and is none.
const DECOYS: readonly string[] = [
  'Bug: Ada Byron',
  'Security: CVE-2020-1234',
  'Discussion: https://lists.example/Ada.Byron',
  'Discussion: Ada Byron',
  'Backpatch-through: 12',
  'Fixes: 1234abcd ("Teach Ada Byron to count")',
  'Error: Ada Byron was not found',
  'Note: Ada Byron',
  'Doc: Ada Byron',
  'Cc: Ada Byron <ada@engine.example>',
  'RHBZ: 1234',
  'Reported-by: Coverity',
  'Reported-by: buildfarm member lemur',
  'Reported-by: syzbot+0123456789abcdef@syzkaller.example',
  'Reported-by: kernel test robot <lkp@engine.example>',
  'Reviewed-by: nobody',
  'Reported-by: several people',
  'Thanks: it works',
  'Report: https://lists.example/1',
  'Patch: <1234.5678@engine.example>',
  'Committed-by: Ada Byron',
  'fix: Handle empty values',
  'Diagnosed-by: 20210425115726.GA2353095@engine.example',
];

describe('plain trailers', () => {
  test.each(MESSAGES)('%j', (message, expected) => {
    expect(summarize(creditsOf(message, 'plain'))).toEqual(expected);
  });

  test.each(DECOYS)('%j credits nobody', (text) => {
    expect(summarize(creditsOf(trailer(text), 'plain'))).toEqual([]);
  });

  test('a misspelt key is less sure than a known one', () => {
    expect(creditsOf(trailer('Reviwed-by: Ada Byron'), 'plain')[0]?.confidence).toBe(0.8);
    expect(creditsOf(trailer('Reviewed-by: Ada Byron'), 'plain')[0]?.confidence).toBe(0.95);
  });

  test('names that only close a message credit nobody where that is no custom', () => {
    expect(summarize(creditsOf('Fix a leak\n\nAda Byron', 'plain'))).toEqual([]);
  });

  test('the span is the name with its address', () => {
    const message = trailer('Author: Ada Byron <ada@engine.example>');
    const [credit] = creditsOf(message, 'plain');
    expect(message.slice(credit?.spanStart, credit?.spanEnd)).toBe('Ada Byron <ada@engine.example>');
    expect(credit?.email).toBe('ada@engine.example');
  });
});
