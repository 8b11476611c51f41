import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UnderstoryError } from '../core/errors.ts';
import { PACKAGE_ROOT, QUERIES_DIRECTORY } from '../core/paths.ts';
import type { Store } from '../store/store.ts';
import type { Row } from '../store/value.ts';
import type { Period } from './period.ts';

/** What stands around a report's figures: whose they are, how complete, and from what they were computed. */
export interface Provenance {
  /** One row of `queries/reports/scope.sql`. */
  readonly scope: Row;
  /** Rows of `queries/reports/repository.sql`. */
  readonly repositories: readonly Row[];
  readonly tables: readonly Row[];
  readonly seeds: readonly { readonly file: string; readonly hash: string }[];
  readonly version: string;
}

const HASH_DIGITS = 12;

/**
 * Reads what a report says about itself.
 *
 * Errors: `E_NOT_COLLECTED` for a scope without repositories.
 */
export async function readProvenance(
  store: Store,
  request: { readonly scopeId: bigint; readonly asOf: Date; readonly period: Period },
): Promise<Provenance> {
  const { scopeId, asOf, period } = request;
  const [scope] = await rowsOf(store, 'scope', {
    scope_id: scopeId,
    as_of: asOf,
    from: period.from,
    to: period.to,
  });
  if (!scope) {
    throw new UnderstoryError({
      code: 'E_NOT_COLLECTED',
      message: `Nothing is collected of scope ${request.scopeId}`,
      hint: 'Run `understory collect TARGET` first',
    });
  }
  return {
    scope,
    repositories: await rowsOf(store, 'repository', { scope_id: scopeId }),
    tables: await rowsOf(store, 'table_rows', {}),
    seeds: await readSeeds(),
    version: await readVersion(),
  };
}

async function rowsOf(
  store: Store,
  query: 'scope' | 'repository' | 'table_rows',
  params: Readonly<Record<string, bigint | Date>>,
): Promise<readonly Row[]> {
  const sql = await readFile(join(QUERIES_DIRECTORY, 'reports', `${query}.sql`), 'utf8');
  return (await store.query(sql, params)).rows;
}

async function readSeeds(): Promise<Provenance['seeds']> {
  const folder = join(QUERIES_DIRECTORY, 'seeds');
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.csv')).sort();
  return Promise.all(
    files.map(async (file) => {
      const hash = createHash('sha256').update(await readFile(join(folder, file)));
      return { file, hash: hash.digest('hex').slice(0, HASH_DIGITS) };
    }),
  );
}

async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
  return typeof version === 'string' ? version : 'not known';
}
