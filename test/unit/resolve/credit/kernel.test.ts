import { describe, expect, test } from 'vitest';
import { creditsOf, summarize } from '../../../support/credit-rules.ts';

const body = (text: string): string => `mm: fix a leak\n\nThe page was never put.\n\n${text}`;

// Messages written for this test, in the manner of the Linux kernel.
const MESSAGES: readonly (readonly [string, readonly string[]])[] = [
  [body('Signed-off-by: Ada Byron <ada@engine.example>'), ['signer Ada Byron']],
  [body('Reviewed-by: Ada Byron <ada@engine.example> # for the page part'), ['reviewer Ada Byron']],
  [body('Acked-by: Ada Byron <ada@engine.example>    [arm64]'), ['acker Ada Byron']],
  [body('Tested-by: Ada Byron <ada@engine.example>'), ['tester Ada Byron']],
  [
    body('Reported-by: Ada Byron <ada@engine.example>\nCloses: https://lists.example/1'),
    ['reporter Ada Byron'],
  ],
  [
    body('Reported-and-tested-by: Ada Byron <ada@engine.example>'),
    ['reporter Ada Byron', 'tester Ada Byron'],
  ],
  [body('Suggested-by: Ada Byron <ada@engine.example>'), ['suggester Ada Byron']],
  [body('Debugged-by: Ada Byron <ada@engine.example>'), ['diagnoser Ada Byron']],
  [body('Bisected-by: Ada Byron <ada@engine.example>'), ['diagnoser Ada Byron']],
  [body('Reported-by: kernel test robot <lkp@engine.example>'), []],
  [body('Reported-by: syzbot+abcdef@syzkaller.example'), []],
  [body('Reported-by: Hulk Robot <hulkci@engine.example>'), []],
  [body('Cc: stable@vger.example'), []],
  [body('Cc: Ada Byron <ada@engine.example>'), []],
  [body('Fixes: 0123456789ab ("mm: leak a page")'), []],
  [body('Link: https://lists.example/1'), []],
  [body('Message-ID: <20240101.1@engine.example>'), []],
  [
    body('Link: https://lists.example/1\nReviewed-by: Ada Byron <ada@engine.example>'),
    ['reviewer Ada Byron'],
  ],
  [
    body('Co-developed-by: Ada Byron <ada@engine.example>\nSigned-off-by: Ada Byron <ada@engine.example>'),
    ['co_author Ada Byron', 'signer Ada Byron'],
  ],
  [
    body(
      'Signed-off-by: Ada Byron <ada@engine.example>\n[grace: split the line]\nSigned-off-by: Grace Hopper <grace@navy.example>',
    ),
    ['signer Ada Byron', 'signer Grace Hopper'],
  ],
  [body('Originally-by: Ada Byron <ada@engine.example>'), ['author Ada Byron']],
  [body('Requested-by: Ada Byron <ada@engine.example>'), ['suggester Ada Byron']],
  [body('Noticed-by: Ada Byron <ada@engine.example>'), ['reporter Ada Byron']],
  [body('Assisted-by: Claude:claude-opus [tool]'), ['assist Claude']],
  [body('Assisted-by: Ada Byron <ada@engine.example>'), ['assist Ada Byron']],
  [body('Reviewed-by: J. R. Hacker <jr@engine.example>'), ['reviewer J. R. Hacker']],
  [body('Reviewed-by: Vignesh C <vc@engine.example>'), ['reviewer Vignesh C']],
  [body('Inspired-by: Ada Byron <ada@engine.example>'), ['suggester Ada Byron']],
  [
    body('Reported-by: Ada Byron <ada@engine.example>\nReported-by: Ada Byron <ada@engine.example>'),
    ['reporter Ada Byron'],
  ],
  ['From: Ada Byron <ada@engine.example>\n\nmm: fix a leak', ['author Ada Byron']],
  [
    body('commit 0123456789abcdef upstream.\n\nReviewed-by: Ada Byron <ada@engine.example>'),
    ['reviewer Ada Byron'],
  ],
  [
    body('Tested-by: Ada Byron <ada@engine.example> (v2)\nTested-by: Alan Turing <alan@bletchley.example>'),
    ['tester Ada Byron', 'tester Alan Turing'],
  ],
];

describe('messages in the manner of the Linux kernel', () => {
  test.each(MESSAGES)('%j', (message, expected) => {
    expect(summarize(creditsOf(message, 'linux_kernel'))).toEqual(expected);
  });
});
