import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';

/** A TypeScript file with what it imports. */
export interface SourceFile {
  /** Path below the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** `type` is erased, `dynamic` runs when its line is reached, `static` when the module is loaded. */
  readonly kind: 'type' | 'dynamic' | 'static';
}

/** Folders and files directly below `src/`, and which others each may import; its own is always allowed. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['commands', 'index.ts', 'core'],
  commands: ['index.ts', 'core'],
  'index.ts': ['api', 'reports', 'metrics', 'collect', 'transform', 'store', 'core'],
  api: ['reports', 'metrics', 'collect', 'transform', 'store', 'core'],
  reports: ['metrics', 'store', 'core'],
  metrics: ['store', 'core'],
  collect: ['store', 'core'],
  transform: ['resolve', 'store', 'core'],
  resolve: ['core'],
  store: ['core'],
  core: [],
  generated: [],
};

/** Packages that are slow to load, and the one place that may reach each. */
const CONFINED: readonly { readonly name: RegExp; readonly place: string }[] = [
  { name: /^@duckdb\//, place: 'src/store/' },
  { name: /^(@octokit\/|octokit$)/, place: 'src/collect/github/' },
  { name: /^(vega|vega-lite)$/, place: 'src/reports/chart.ts' },
];

const FROM = /^[ \t]*(?:import|export)(\s+type)?\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC =
  /(?<!typeof )(?:\bimport|\brequire|createRequire\(import\.meta\.url\))\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Reads all of `src/` below `root`, sorted by path. */
export async function readSourceFiles(root: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(join(root, 'src'), { recursive: true })).filter((name) =>
    name.endsWith('.ts'),
  );
  const paths = names.map((name) => `src/${name.split(sep).join('/')}`).sort();
  return Promise.all(
    paths.map(async (path) => {
      const text = await readFile(join(root, path), 'utf8');
      return { path, text, imports: readImports(text) };
    }),
  );
}

/** Finds the imports of a module, those in the middle of its code too. */
export function readImports(text: string): readonly Import[] {
  const code = text.replace(/^\s*(\*|\/\/).*$/gm, '');
  return [
    ...[...code.matchAll(FROM)].map(
      (match): Import => ({
        specifier: match[2] ?? '',
        kind: match[1] ? 'type' : 'static',
      }),
    ),
    ...[...code.matchAll(BARE)].map((match): Import => ({ specifier: match[1] ?? '', kind: 'static' })),
    ...[...code.matchAll(DYNAMIC)].map((match): Import => ({ specifier: match[1] ?? '', kind: 'dynamic' })),
  ];
}

/** Names each import that goes against the arrows, leaves `src/`, or reaches a confined package. */
export function findImportViolations(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    file.imports.flatMap(({ specifier, kind }) => {
      const problem = specifier.startsWith('.')
        ? arrowProblem(file.path, specifier)
        : packageProblem(file.path, specifier, kind);
      return problem ? [`${file.path} imports ${specifier}: ${problem}`] : [];
    }),
  );
}

function arrowProblem(path: string, specifier: string): string | undefined {
  const target = posix.join(dirname(path), specifier);
  if (!target.startsWith('src/')) return 'it lies outside src';
  const from = levelOf(path);
  const to = levelOf(target);
  if (!(from in ARROWS)) return `${from} has no place among the layers`;
  if (from === to || to === 'generated' || ARROWS[from]?.includes(to)) return undefined;
  return `${from} may not import ${to}`;
}

function levelOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function packageProblem(path: string, specifier: string, kind: Import['kind']): string | undefined {
  const rule = CONFINED.find(({ name }) => name.test(specifier));
  if (!rule) return undefined;
  if (!path.startsWith(rule.place)) return `only ${rule.place} may`;
  return kind === 'static'
    ? 'it is loaded with the module; use `await import()` or `import type`'
    : undefined;
}
