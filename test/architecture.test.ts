import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../src/core/paths.ts';
import { openMemory } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { findImportViolations, readImports, readSourceFiles } from './support/architecture/imports.ts';
import { findSourceViolations } from './support/architecture/source.ts';
import {
  findContractViolations,
  findReferenceViolations,
  findSqlViolations,
} from './support/architecture/sql.ts';
import {
  exists,
  findSourcelessSeeds,
  findUndocumentedCodes,
  findUntestedMetrics,
} from './support/architecture/tree.ts';
import { readSqlFiles } from './support/sql-files.ts';

let store: Store;
beforeAll(async () => {
  store = await openMemory();
});
afterAll(() => store.close());

/** Files that git knows, as a second count that does not depend on how this test looks for them. */
function trackedFiles(folder: string, suffix: string): readonly string[] {
  return execFileSync('git', ['ls-files', '-z', '--', folder], { cwd: PACKAGE_ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path.endsWith(suffix));
}

describe('the project', () => {
  test('imports only along the arrows', async () => {
    const files = await readSourceFiles(PACKAGE_ROOT);
    expect(findImportViolations(files)).toEqual([]);
    // A file that still has `from '` without an import that was seen would slip through.
    for (const { path, text, imports } of files) {
      const lines = text.match(/^(import|\} from|export .* from) ?.*['"];$/gm) ?? [];
      expect(imports.length, path).toBeGreaterThanOrEqual(lines.length);
    }
    if (await exists(join(PACKAGE_ROOT, '.git'))) {
      const seen = new Set(files.map(({ path }) => path));
      const missed = trackedFiles('src', '.ts').filter((path) => !seen.has(path));
      // A tracked file may be deleted in the working tree; then it is no longer there to be read.
      const unread = await Promise.all(missed.map((path) => exists(join(PACKAGE_ROOT, path))));
      expect(missed.filter((_, index) => unread[index])).toEqual([]);
    }
    expect(files.length).toBeGreaterThan(10);
  });

  test('takes time, chance and environment from Context, and queries from files', async () => {
    expect(findSourceViolations(await readSourceFiles(PACKAGE_ROOT))).toEqual([]);
  });

  test('reads one layer of tables from the next, without clock or chance', async () => {
    const files = await readSqlFiles();
    expect(await findSqlViolations(store, files)).toEqual([]);
    expect(await findReferenceViolations(store, files)).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  test('returns the columns that its headers state', async () => {
    expect(await findContractViolations(store, await readSqlFiles())).toEqual([]);
  });

  test('tests every metric, explains every error code and knows the source of every seed', async () => {
    expect(await findUntestedMetrics(PACKAGE_ROOT, await readSqlFiles())).toEqual([]);
    expect(await findUndocumentedCodes(PACKAGE_ROOT)).toEqual([]);
    expect(await findSourcelessSeeds(store, PACKAGE_ROOT)).toEqual([]);
  });
});

describe('a planted violation', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'understory-architecture-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function plant(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  }

  test('of the arrows is found in every form of import', async () => {
    await plant({
      'src/collect/a.ts': "import {\n  runMetric,\n} from '../metrics/run.ts';\n",
      'src/core/b.ts': "export { open } from '../store/open.ts';\n",
      'src/resolve/c.ts':
        "export async function f(): Promise<void> {\n  await import('../store/open.ts');\n}\n",
      'src/store/d.ts': "import '../metrics/run.ts';\n",
      'src/commands/e.ts': "import type { Store } from '../store/store.ts';\n",
      'src/extra/f.ts': "import { a } from '../core/a.ts';\n",
      'src/metrics/g.ts': "import { given } from '../../test/support/given.ts';\n",
      'src/metrics/fine.ts':
        "import { a } from '../core/a.ts';\nimport type { B } from '../generated/b.ts';\n",
    });
    expect(findImportViolations(await readSourceFiles(root))).toEqual([
      'src/collect/a.ts imports ../metrics/run.ts: collect may not import metrics',
      'src/commands/e.ts imports ../store/store.ts: commands may not import store',
      'src/core/b.ts imports ../store/open.ts: core may not import store',
      'src/extra/f.ts imports ../core/a.ts: extra has no place among the layers',
      'src/metrics/g.ts imports ../../test/support/given.ts: it lies outside src',
      'src/resolve/c.ts imports ../store/open.ts: resolve may not import store',
      'src/store/d.ts imports ../metrics/run.ts: store may not import metrics',
    ]);
  });

  test('of where a slow package may be loaded is found', async () => {
    await plant({
      'src/metrics/a.ts': "import type { DuckDBType } from '@duckdb/node-api';\n",
      'src/store/b.ts': "import { DuckDBInstance } from '@duckdb/node-api';\n",
      'src/reports/render.ts': "const vega = await import('vega');\n",
      'src/collect/github/fine.ts': "const { Octokit } = await import('@octokit/rest');\n",
    });
    expect(findImportViolations(await readSourceFiles(root))).toEqual([
      'src/metrics/a.ts imports @duckdb/node-api: only src/store/ may',
      'src/reports/render.ts imports vega: only src/reports/chart.ts may',
      'src/store/b.ts imports @duckdb/node-api: it is loaded with the module; use `await import()` or `import type`',
    ]);
  });

  test('of purity, size and place of queries is found', async () => {
    await plant({
      'src/core/a.ts': 'export const at = Date.now();\n',
      'src/core/b.ts': 'export const home = process.env.HOME;\n',
      'src/core/c.ts': 'export const sql = `\n  select 1\n`;\n',
      'src/core/d.ts': '\n'.repeat(301),
      'src/core/fine.ts': '// Date.now() is not called here\nexport const at = new Date(0);\n',
    });
    expect(findSourceViolations(await readSourceFiles(root))).toEqual([
      'src/core/a.ts reads the clock; take it from Context',
      'src/core/b.ts reads the process; take it from Context',
      'src/core/c.ts holds a query of several lines; move it to queries/',
      'src/core/d.ts has 302 lines; split it before 300',
    ]);
  });

  test('of SQL layers, clock, chance and form is found', async () => {
    const header = (table: string): string =>
      `-- table: ${table}\n-- title: Some\n-- grain: a\n-- columns:\n--   a  INTEGER  key  a key\n`;
    await plant({
      'queries/staging/stg_a.sql': `${header('stg_a')}select a from fct_b`,
      'queries/facts/fct_b.sql': `${header('fct_b')}with raw_x as (select 1 as a) select a from raw_x join raw_y using (a)`,
      'queries/facts/fct_c.sql': `${header('fct_c')}select current_date - today() as a`,
      'queries/facts/fct_d.sql': `${header('fct_d')}select age(x) as a, age(x, y) as b, random() as c from fct_b using sample 3`,
      'queries/facts/fct_e.sql': `${header('fct_d')}select $a as a;`,
      'queries/facts/fct_f.sql': `${header('fct_f')}select a from fct_g where x <= $to::timestamptz`,
      'queries/facts/fct_g.sql': `${header('fct_g')}select a from fct_f`,
      'queries/facts/fct_h.sql': `${header('fct_h')}select a from some_a()`,
      'queries/macros/some_a.sql': `${header('some_a')}select a from stg_a`,
    });
    const files = await readSqlFiles(undefined, root);
    expect(await findSqlViolations(store, files)).toEqual([
      'queries/facts/fct_b.sql reads raw_y, which facts may not',
      'queries/facts/fct_c.sql reads the clock: today',
      'queries/facts/fct_c.sql reads the clock: current_date',
      'queries/facts/fct_d.sql reads the clock: age',
      'queries/facts/fct_d.sql reads chance: random',
      'queries/facts/fct_d.sql reads chance: using sample',
      "`queries/facts/fct_e.sql` line 1: `table: fct_d` is not the file's name",
      'queries/facts/fct_e.sql: one statement and no semicolon',
      'queries/facts/fct_e.sql: a parameter lacks its cast',
      'queries/facts/fct_h.sql reads some_a, which facts may not',
      'queries/macros/some_a.sql reads stg_a, which macros may not',
      'queries/staging/stg_a.sql reads fct_b, which staging may not',
    ]);
    await plant({ 'queries/metrics/vitality/m.sql': 'select a from (select a from dim_b order by a)' });
    expect(await findSqlViolations(store, await readSqlFiles('metrics', root))).toEqual([
      '`queries/metrics/vitality/m.sql` line 1: `metric:` is missing',
      'queries/metrics/vitality/m.sql: ends without an order',
    ]);
    expect(await findReferenceViolations(store, files)).toEqual([
      'fct_b reads raw_y, which nothing makes',
      'fct_f reads itself in the end',
      'fct_g reads itself in the end',
    ]);
  });

  test('of a header about its result is found', async () => {
    const columns = '-- columns:\n--   a  BIGINT  key  a key\n--   b  VARCHAR  text  a text\n';
    await plant({
      'queries/facts/fct_b.sql': `-- table: fct_b\n-- title: Some\n-- grain: a\n${columns}select 1 as a, 'x' as b`,
      'queries/facts/fct_c.sql': `-- table: fct_c\n-- title: Some\n-- grain: a\n${columns}select 1::bigint as a, b from fct_b`,
    });
    expect(await findContractViolations(store, await readSqlFiles(undefined, root))).toEqual([
      'fct_b has `a INTEGER` as column 1, its header says `a BIGINT`',
    ]);
  });

  test('of tests, error codes and seeds is found', async () => {
    await plant({
      'queries/metrics/vitality/age.sql': 'select 1',
      'test/golden/metrics/vitality/gone.test.ts': '',
      'test/golden/metrics/generic.test.ts': '',
      'src/core/errors.ts': "export type ErrorCode =\n  | 'E_ONE'\n  | 'E_TWO';\n",
      'docs/errors.md': '## E_ONE\n',
      'queries/seeds/bot.csv': 'login,source\nrenovate,its app page\nother,\n',
    });
    expect(await findUntestedMetrics(root, await readSqlFiles(undefined, root))).toEqual([
      'queries/metrics/vitality/age.sql has no test/golden/metrics/vitality/age.test.ts',
      'test/golden/metrics/vitality/gone.test.ts tests no metric',
    ]);
    expect(await findUndocumentedCodes(root)).toEqual(['docs/errors.md lacks E_TWO']);
    expect(await findSourcelessSeeds(store, root)).toEqual(['queries/seeds/bot.csv line 3 has no source']);
  });

  test('cannot hide in a comment, and a comment is no import', () => {
    expect(readImports(" * import { a } from './a.ts';\n// await import('./b.ts')\n")).toEqual([]);
  });
});
