import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../../../src/core/errors.ts';
import type { Store } from '../../../src/store/store.ts';
import type { SqlFile } from '../sql-files.ts';

/** Names each metric without a golden test, and each golden test without a metric. */
export async function findUntestedMetrics(
  root: string,
  files: readonly SqlFile[],
): Promise<readonly string[]> {
  const metrics = files
    .filter(({ path }) => path.startsWith('queries/metrics/'))
    .map(({ path }) => path.slice('queries/metrics/'.length, -'.sql'.length));
  const folder = join(root, 'test/golden/metrics');
  const names = await ifThere(readdir(folder, { recursive: true }));
  const tests = (names ?? [])
    .filter((name) => name.endsWith('.test.ts') && /[/\\]/.test(name))
    .map((name) => name.replaceAll('\\', '/').slice(0, -'.test.ts'.length));
  return [
    ...metrics
      .filter((metric) => !tests.includes(metric))
      .map((metric) => `queries/metrics/${metric}.sql has no test/golden/metrics/${metric}.test.ts`),
    ...tests
      .filter((test) => !metrics.includes(test))
      .map((test) => `test/golden/metrics/${test}.test.ts tests no metric`),
  ];
}

/** Names each error code that `docs/errors.md` does not explain. */
export async function findUndocumentedCodes(root: string): Promise<readonly string[]> {
  const source = await readFile(join(root, 'src/core/errors.ts'), 'utf8');
  const docs = await ifThere(readFile(join(root, 'docs/errors.md'), 'utf8'));
  const union = /export type ErrorCode =([^;]+);/.exec(source)?.[1] ?? '';
  const codes = [...union.matchAll(/'(E_[A-Z_]+)'/g)].map((match) => match[1] ?? '');
  if (codes.length === 0) return ['src/core/errors.ts lists no error code'];
  return docs === undefined
    ? []
    : codes
        .filter((code) => !new RegExp(`\\b${code}\\b`).test(docs))
        .map((code) => `docs/errors.md lacks ${code}`);
}

/** Names each line of a seed that does not say where it is from. */
export async function findSourcelessSeeds(store: Store, root: string): Promise<readonly string[]> {
  const folder = join(root, 'queries/seeds');
  const names = ((await ifThere(readdir(folder))) ?? []).filter((name) => name.endsWith('.csv')).sort();
  const violations: string[] = [];
  for (const name of names) {
    const file = join(folder, name);
    const { columns, rows } = await store.query(
      'select * from read_csv($file::varchar, all_varchar = true)',
      {
        file,
      },
    );
    if (!columns.some((column) => column.name === 'source')) {
      violations.push(`queries/seeds/${name} has no column source`);
      continue;
    }
    for (const [index, row] of rows.entries()) {
      const source = row['source'];
      if (typeof source === 'string' && source.trim() !== '') continue;
      violations.push(`queries/seeds/${name} line ${index + 2} has no source`);
    }
  }
  return violations;
}

/** Whether a file or folder exists. */
export async function exists(path: string): Promise<boolean> {
  return (await ifThere(access(path).then(() => true))) === true;
}

async function ifThere<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
