import type { SourceFile } from './imports.ts';

/** A file longer than this does more than its name says. */
const MAX_LINES = 300;

const IMPURE: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bprocess\.hrtime\b/, what: 'the clock' },
  { pattern: /\bMath\.random\(|\brandomUUID\b|\brandomBytes\b/, what: 'chance' },
  { pattern: /\bprocess\.(env|argv|cwd|stdin|stdout|stderr|exit|exitCode|on|once)\b/, what: 'the process' },
];

/** The only modules that meet the outside: they hand it to all others. */
const EDGES: readonly string[] = ['src/cli.ts'];

/** Names each file below `src/` that takes clock, chance, environment or terminal for itself, or is too long. */
export function findSourceViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    if (path.startsWith('src/generated/')) return [];
    const lines = text.split('\n').length;
    const code = withoutComments(text);
    return [
      ...(lines > MAX_LINES ? [`${path} has ${lines} lines; split it before ${MAX_LINES}`] : []),
      ...IMPURE.filter(({ pattern }) => !EDGES.includes(path) && pattern.test(code)).map(
        ({ what }) => `${path} reads ${what}; take it from Context`,
      ),
      ...(hasLongQuery(code) ? [`${path} holds a query of several lines; move it to queries/`] : []),
    ];
  });
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function hasLongQuery(code: string): boolean {
  return [...code.matchAll(/`[^`]*`/g)].some(
    ([literal]) =>
      literal.includes('\n') && /\b(select|insert into|create (or replace )?table)\b/i.test(literal),
  );
}
