import { describe, expect, test } from 'vitest';
import { creditsOf, summarize } from '../../../support/credit-rules.ts';

const squash = (text: string): string => `Fix a leak (#12)\n\n* Fix a leak\n\n* Address review\n\n${text}`;

// Messages written for this test, in the manner of squash merges on GitHub.
const MESSAGES: readonly (readonly [string, readonly string[]])[] = [
  [squash('---------\n\nCo-authored-by: Ada Byron <ada@engine.example>'), ['co_author Ada Byron']],
  [squash('Co-authored-by: Ada Byron <1234+ada@users.noreply.github.com>'), ['co_author Ada Byron']],
  [squash('Co-authored-by: ada <ada@engine.example>'), ['co_author ada']],
  [
    squash(
      'Co-Authored-By: Ada Byron <ada@engine.example>\r\nCo-Authored-By: Grace Hopper <grace@navy.example>',
    ),
    ['co_author Ada Byron', 'co_author Grace Hopper'],
  ],
  [squash('Co-authored-by: Claude <noreply@anthropic.com>'), ['assist Claude']],
  [squash('Co-authored-by: Claude Monet <claude@giverny.example>'), ['co_author Claude Monet']],
  [squash('Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>'), ['assist Copilot']],
  [squash('Co-authored-by: Cursor <cursoragent@cursor.com>'), ['assist Cursor']],
  [
    squash(
      'Co-authored-by: Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>',
    ),
    ['assist Copilot Autofix powered by AI'],
  ],
  [squash('Co-authored-by: Format powered by CI <1+format[bot]@users.noreply.github.com>'), []],
  [squash('Signed-off-by: Ada Byron <ada@engine.example>'), ['signer Ada Byron']],
  [
    squash('* Apply suggestions from code review\n\nCo-authored-by: Ada Byron <ada@engine.example>'),
    ['co_author Ada Byron'],
  ],
  [squash('Reviewed-by: Ada Byron <ada@engine.example>'), ['reviewer Ada Byron']],
  [squash('Reported by @ada'), ['reporter ada']],
  [squash('Thanks @ada for testing'), ['tester ada']],
  [squash('patch by @ada, @grace; tests by @alan'), ['author ada', 'author grace', 'author alan']],
  [squash('Reported-by: @ada'), ['reporter ada']],
  [squash('Fixes #12'), []],
  [squash('Closes: #12'), []],
  [squash('Changelog: Added a thing'), []],
  [squash('Suggested by Ada Byron.'), ['suggester Ada Byron']],
  [squash('Thanks to Ada Byron for the patch.'), ['author Ada Byron']],
  [squash('Patch by Ada Byron, applied with minor changes.'), ['author Ada Byron']],
  [squash('Bumps the version from Red Hat.'), []],
  [squash('This was reported by Ada Byron in #11.'), ['reporter Ada Byron']],
  [squash('Built from Visual Studio Code by hand.'), []],
  [squash('Ada Byron'), []],
  [squash('Per Ada Byron.'), []],
  [squash('Generated with [Claude Code](https://claude.example/code)'), ['assist Claude Code']],
  [squash('Generated-by: Claude'), ['assist Claude']],
  [
    'Revert "Fix a leak by Ada Byron" (#13)\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
    [],
  ],
  ['Merge pull request #12 from ada/leak\n\nFix a leak', []],
  ['Bump lodash from 4.0.0 to 4.0.1\n\nSigned-off-by: dependabot[bot] <support@github.com>', []],
  [squash('Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>'), []],
  [squash('Approved-by: ada'), ['acker ada']],
  [squash('```\nReviewed-by: Ada Byron\n```'), []],
  [squash('> Reviewed-by: Ada Byron'), []],
];

describe('messages in the manner of squash merges on GitHub', () => {
  test.each(MESSAGES)('%j', (message, expected) => {
    expect(summarize(creditsOf(message, 'github_squash'))).toEqual(expected);
  });
});
