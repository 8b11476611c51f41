import { join } from 'node:path';
import { UnderstoryError } from '../core/errors.ts';
import { QUERIES_DIRECTORY } from '../core/paths.ts';
import { readTexts } from '../core/read-texts.ts';
import type { Store } from './store.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

const MIGRATIONS_DIRECTORY = join(QUERIES_DIRECTORY, 'migrations');

/**
 * Applies the migrations that the database lacks, in one transaction.
 *
 * Errors: `E_DATABASE_NEWER` when a newer understory has written the file.
 */
export async function migrate(store: Store): Promise<void> {
  const known = readMigrations();
  const applied = await appliedVersion(store);
  checkNewest(store, applied, known);
  const missing = known.filter(({ version }) => version > applied);
  if (missing.length === 0) return;
  await store.transaction(async () => {
    for (const { version, name, sql } of missing) {
      await store.run(sql);
      await store.run('insert into run_migration values ($version, $name)', { version, name });
    }
  });
}

/**
 * Refuses a database that this version cannot read as it stands.
 *
 * Errors: `E_DATABASE_NEWER`; `E_DATABASE` when it is older or not one of ours.
 */
export async function checkVersion(store: Store): Promise<void> {
  const known = readMigrations();
  const applied = await appliedVersion(store);
  checkNewest(store, applied, known);
  if (applied === known.length) return;
  throw new UnderstoryError({
    code: 'E_DATABASE',
    message:
      applied === 0
        ? `\`${store.path}\` is a DuckDB database, but not one of understory's`
        : `\`${store.path}\` has the tables of an older version (${applied} of ${known.length} migrations)`,
    hint:
      applied === 0
        ? 'Name another file with `--db FILE`'
        : 'Run `understory collect TARGET` once, with any target it holds, to bring it up to date',
  });
}

function checkNewest(store: Store, applied: number, known: readonly Migration[]): void {
  if (applied <= known.length) return;
  throw new UnderstoryError({
    code: 'E_DATABASE_NEWER',
    message: `\`${store.path}\` was written by a newer version of understory (schema ${applied}, this one knows ${known.length})`,
    hint: 'Update understory, or name another file with `--db FILE`',
  });
}

function readMigrations(): readonly Migration[] {
  return readTexts(MIGRATIONS_DIRECTORY, '.sql').map(({ name, text }) => {
    return { version: Number.parseInt(name, 10), name, sql: text };
  });
}

async function appliedVersion(store: Store): Promise<number> {
  const tables = await store.query(
    "select count(*)::integer as found from duckdb_tables() where table_name = 'run_migration'",
  );
  if (tables.rows[0]?.['found'] !== 1) return 0;
  const { rows } = await store.query(
    'select coalesce(max(version), 0)::integer as version from run_migration',
  );
  return Number(rows[0]?.['version'] ?? 0);
}
