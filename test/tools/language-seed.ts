import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as linguist from 'linguist-languages';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';

interface Language {
  readonly name: string;
  readonly type: string;
  readonly extensions: readonly string[];
  readonly filenames: readonly string[];
}

/** An extension of several languages means this one here; where none is named, only the language that lists it first. */
const PREFERRED: Readonly<Record<string, string>> = {
  '.1': 'Roff Manpage',
  '.2': 'Roff Manpage',
  '.3': 'Roff Manpage',
  '.4': 'Roff Manpage',
  '.5': 'Roff Manpage',
  '.6': 'Roff Manpage',
  '.7': 'Roff Manpage',
  '.8': 'Roff Manpage',
  '.9': 'Roff Manpage',
  '.as': 'ActionScript',
  '.asc': 'AsciiDoc',
  '.asm': 'Assembly',
  '.bb': 'BitBake',
  '.cfg': 'INI',
  '.cl': 'OpenCL',
  '.cls': 'TeX',
  '.cs': 'C#',
  '.cue': 'CUE',
  '.d': 'D',
  '.ddl': 'SQL',
  '.e': 'Eiffel',
  '.es': 'JavaScript',
  '.ex': 'Elixir',
  '.f': 'Fortran',
  '.for': 'Fortran',
  '.fr': 'Frege',
  '.frag': 'GLSL',
  '.fs': 'F#',
  '.gs': 'JavaScript',
  '.gd': 'GDScript',
  '.h': 'C',
  '.hh': 'C++',
  '.html': 'HTML',
  '.json': 'JSON',
  '.l': 'Lex',
  '.lean': 'Lean 4',
  '.lisp': 'Common Lisp',
  '.m': 'Objective-C',
  '.m4': 'M4',
  '.man': 'Roff Manpage',
  '.md': 'Markdown',
  '.ml': 'OCaml',
  '.mm': 'Objective-C++',
  '.ms': 'Roff',
  '.nu': 'Nushell',
  '.odin': 'Odin',
  '.p': 'OpenEdge ABL',
  '.php': 'PHP',
  '.pkl': 'Pkl',
  '.pl': 'Perl',
  '.plist': 'XML Property List',
  '.pm': 'Perl',
  '.pod': 'Pod',
  '.pp': 'Puppet',
  '.prc': 'SQL',
  '.pro': 'QMake',
  '.properties': 'Java Properties',
  '.r': 'R',
  '.re': 'Reason',
  '.rs': 'Rust',
  '.s': 'Unix Assembly',
  '.sc': 'Scala',
  '.sch': 'Scheme',
  '.sls': 'SaltStack',
  '.sol': 'Solidity',
  '.spec': 'RPM Spec',
  '.sql': 'SQL',
  '.star': 'Starlark',
  '.t': 'Perl',
  '.toc': 'TeX',
  '.ts': 'TypeScript',
  '.tsp': 'TypeSpec',
  '.txt': 'Text',
  '.v': 'Verilog',
  '.yaml': 'YAML',
  '.yml': 'YAML',
  '.yy': 'Yacc',
};

/** Linguist counts SQL as data; an extension of a database is written in it, so that here it is code. */
const TYPES: Readonly<Record<string, string>> = { SQL: 'programming' };

/** Writes `queries/seeds/language.csv`: what each file name and extension means, from the linguist-languages package. */
export async function renderLanguageSeed(): Promise<string> {
  const source = await packageName();
  const languages = readLanguages();
  const lines = [
    ...byPattern(languages, ({ filenames }) => filenames).map(([pattern, found]) =>
      line('filename', pattern, found[0], source),
    ),
    ...byPattern(languages, ({ extensions }) => extensions).map(([pattern, found]) =>
      line('extension', pattern, choose(pattern, found), found.length > 1 ? `${source}; house` : source),
    ),
  ];
  return `match_kind,pattern,language,type,source\n${lines.filter((text) => text !== '').join('\n')}\n`;
}

async function packageName(): Promise<string> {
  const path = join(PACKAGE_ROOT, 'node_modules/linguist-languages/package.json');
  const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
  const version = typeof manifest === 'object' && manifest && 'version' in manifest ? manifest.version : '';
  return `linguist-languages ${String(version)}`;
}

function readLanguages(): readonly Language[] {
  return Object.values(linguist)
    .map((language) => ({
      name: language.name,
      type: TYPES[language.name] ?? language.type,
      extensions: 'extensions' in language ? lowerCase(language.extensions) : [],
      filenames: 'filenames' in language ? lowerCase(language.filenames) : [],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function lowerCase(patterns: readonly string[] | undefined): readonly string[] {
  return (patterns ?? []).map((pattern) => pattern.toLowerCase());
}

function byPattern(
  languages: readonly Language[],
  patternsOf: (language: Language) => readonly string[],
): readonly (readonly [string, readonly Language[]])[] {
  const found = new Map<string, Language[]>();
  for (const language of languages) {
    for (const pattern of new Set(patternsOf(language))) {
      found.set(pattern, [...(found.get(pattern) ?? []), language]);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function choose(pattern: string, found: readonly Language[]): Language | undefined {
  const preferred = found.find(({ name }) => name === PREFERRED[pattern]);
  if (preferred || found.length === 1) return preferred ?? found[0];
  const owners = found.filter(({ extensions }) => extensions[0] === pattern);
  return owners.length === 1 ? owners[0] : undefined;
}

function line(kind: string, pattern: string, language: Language | undefined, source: string): string {
  if (!language) return '';
  return [kind, pattern, language.name, language.type, source].map(quote).join(',');
}

function quote(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
