import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCredits } from '../../../../src/resolve/credit/read.ts';
import { creditsOf, shippedCreditRules, summarize } from '../../../support/credit-rules.ts';

const RULES = shippedCreditRules();
const COMMITTER = { committerName: 'Pat Pusher', committerEmail: 'pat@push.example' };
const read = (message: string) => readCredits({ message, ...COMMITTER }, RULES);

test('text that belongs to another commit is left out, with the reason', () => {
  const picked =
    'Fix a leak\n\nReviewed-by: Ada Byron\n(cherry picked from commit 0123456789abcdef)\nSigned-off-by: Alan Turing <alan@bletchley.example>';
  expect(summarize(creditsOf(picked, 'plain'))).toEqual(['signer Alan Turing']);
  expect(read(picked).leftOut.map((text) => text.reason)).toEqual(['cherry_pick', 'cherry_pick']);
});

test.each([
  ['Translation updates\n\nReviewed-by: Ada Byron\n\nSource-Git-Hash: 0123456789abcdef', 'translated_from'],
  [
    'Fix\n\ncommit 0123456789abcdef\nAuthor: Ada Byron <ada@engine.example>\nDate: today\n\n    Reported-by: Alan Turing',
    'embedded_log',
  ],
  ['Fix\n\nHere is the log:\n\n    Reported by Ada Byron', 'indented'],
  ['Fix\n\ndiff --git a/x b/x\n+Author: Ada Byron', 'diff'],
  ['Fix\n\n> Reported by Ada Byron', 'quoted'],
])('%j credits nobody', (message, reason) => {
  expect(summarize(creditsOf(message, 'postgresql'))).toEqual([]);
  expect(read(message).leftOut.map((text) => text.reason)).toContain(reason);
});

test('positions count from 1 in the order of the message', () => {
  const credits = read('Fix\n\nTested-by: Ada Byron\nAuthor: Alan Turing').credits;
  expect(credits.map(({ role, position }) => [role, position])).toEqual([
    ['tester', 1],
    ['author', 2],
  ]);
});

test('"me" is the committer, with the committer\'s address', () => {
  const [credit] = read('Fix\n\nReported by me.').credits;
  expect([credit?.name, credit?.email]).toEqual(['Pat Pusher', 'pat@push.example']);
});

test('an address beside a name counts wherever the message has the name', () => {
  const { credits } = read('Fix\n\nReported by zoebyron.\n\nAuthor: zoebyron <zoe@engine.example>');
  expect(credits.map(({ role, name, email }) => [role, name, email])).toEqual([
    ['reporter', 'zoebyron', 'zoe@engine.example'],
    ['author', 'zoebyron', 'zoe@engine.example'],
  ]);
});

test('a name as headers of mails write it is decoded', () => {
  const { credits } = read('Fix\n\nReviewed-by: =?UTF-8?q?Zo=C3=AB_Byron?= <zoe@engine.example>');
  expect(credits.map(({ name }) => name)).toEqual(['Zoë Byron']);
  const broken = read('Fix\n\nReviewed-by: =?UTF-8?q?Zo=C3_Byron?= <zoe@engine.example>');
  expect(broken.credits.map(({ name }) => name)).toEqual(['=?UTF-8?q?Zo=C3_Byron?=']);
});

test('a trailer is the evidence where prose names somebody for the same', () => {
  const [credit] = read('Fix\n\nReported by Ada Byron.\n\nReported-by: Ada Byron').credits;
  expect([credit?.source, credit?.position]).toEqual(['trailer', 1]);
});

const PHRASES = [
  'Reviewed-by: ',
  'per report from ',
  'Ada Byron',
  ' and ',
  ', ',
  '\n',
  '\n\n',
  '<a@b.example>',
  '(',
  ')',
  '"',
  "'s",
  'by ',
  'thanks to ',
  ' with ',
  '> ',
  '```',
  'Ädá Čapek',
  '山田 太郎',
  '.',
  '#12',
  'diff --git',
  '\r',
];
const messages = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PHRASES), fc.string({ maxLength: 5 })), { maxLength: 30 })
    .map((parts) => parts.join('')),
);

test('no message makes reading throw, and spans lie within the text', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const { credits, leftOut } = read(message);
      for (const { spanStart, spanEnd } of [...credits, ...leftOut]) {
        expect(spanStart).toBeGreaterThanOrEqual(0);
        expect(spanEnd).toBeGreaterThanOrEqual(spanStart);
        expect(spanEnd).toBeLessThanOrEqual(message.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a person is credited once per role', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const keys = read(message).credits.map((credit) =>
        `${credit.role} ${credit.name || credit.email}`.toLowerCase(),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
