import type { FixtureCommit } from './git-repository.ts';

/** Texts that some program would run, follow, fetch or be led astray by. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>globalThis.pwned = 1</script>',
  '<img src=http://attacker.invalid/a.png onerror=pwned=1>',
  '"><svg onload=pwned=1>',
  "=cmd|' /C calc'!A0",
  '[click](javascript:pwned=1) ![x](http://attacker.invalid/b.png)',
  '\u001b[31mred\u001b[0m \u0007',
  "Robert'); drop table fct_commit;--",
  '\u202egnp.exe\u202c',
  '</style><style>body{display:none}</style>',
  `W${'i'.repeat(180)}de`,
  'عمر {name} {x, plural, other {y}} | `code` \\',
  '&lt;b&gt; &amp; url(#unknown) #{1} http://attacker.invalid www.attacker.invalid',
];

/** A history whose names, addresses, messages and paths carry `HOSTILE_TEXTS`, over two years. */
export function hostileHistory(): readonly FixtureCommit[] {
  const start = Date.UTC(2024, 7, 1) / 1000;
  const commits: FixtureCommit[] = [];
  for (let month = 0; month < 24; month += 1) {
    for (const [index, text] of HOSTILE_TEXTS.entries()) {
      if ((month + index) % 3 === 0 && month < 21) continue;
      const at = `${start + month * 30 * 86_400 + index * 3600} +0000`;
      const name = text.replace(/[<>\n\0]/g, (character) => (character === '<' ? '‹' : '›'));
      commits.push({
        // git allows no angle brackets in a name, so these carry theirs in messages, paths and addresses.
        author: `${name} <a${index}"=@x${index}.example>`,
        committer: `${name} <a${index}"=@x${index}.example>`,
        authored: at,
        committed: at,
        message: `${text}\n\nReviewed-by: ${text} <b@x.example>\n`,
        files: {
          [`${text.replaceAll('/', '_').slice(0, 100)}/${text.replaceAll('/', '_').slice(0, 200)}.c`]:
            `int a${month};\n`.repeat(60),
        },
      });
    }
  }
  return commits;
}
