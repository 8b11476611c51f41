import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMailmap, parseMailmap } from '../../../src/core/mailmap.ts';

const entry = (name: string, email: string, commitName: string, commitEmail: string) => ({
  name,
  email,
  commitName,
  commitEmail,
});

test('reads the four forms of git, and leaves comments out', () => {
  const text = `# who is who
Ada Byron <ada@engine.io>
<ada@engine.io> <ada@old.io>
Ada Byron <ada@engine.io> <root@localhost> # her desk
Ada Byron <ada@engine.io> countess <shared@loom.io>
nonsense
`;
  expect(parseMailmap(text)).toEqual([
    entry('Ada Byron', 'ada@engine.io', '', 'ada@engine.io'),
    entry('', 'ada@engine.io', '', 'ada@old.io'),
    entry('Ada Byron', 'ada@engine.io', '', 'root@localhost'),
    entry('Ada Byron', 'ada@engine.io', 'countess', 'shared@loom.io'),
  ]);
});

test('never throws, and reads what it writes', () => {
  const word = fc.stringMatching(/^[a-zé.]{1,8}$/);
  fc.assert(fc.property(fc.string(), (text) => void parseMailmap(text)));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, fc.option(word, { nil: '' }), word)), (rows) => {
      const entries = rows.map((row) => entry(...row));
      const text = formatMailmap(entries);
      expect(formatMailmap(parseMailmap(text))).toBe(text);
    }),
  );
});
