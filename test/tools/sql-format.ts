/** Checks that every `.sql` file is formatted as the house has it; `--write` formats them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/core/paths.ts';
import { readSqlFiles } from '../support/sql-files.ts';
import { formatSql } from '../support/sql-format.ts';

async function main(): Promise<void> {
  const isWriting = process.argv.includes('--write');
  const unformatted: string[] = [];
  for (const { path, sql } of await readSqlFiles()) {
    // DDL reads better in groups, each table with its comments; and a migration that is out never changes.
    if (path.startsWith('queries/migrations/')) continue;
    const formatted = formatSql(sql, path);
    if (formatted === sql) continue;
    unformatted.push(path);
    if (isWriting) await writeFile(join(PACKAGE_ROOT, path), formatted);
  }
  for (const path of unformatted) {
    console.error(isWriting ? `Formatted ${path}` : `Not formatted: ${path}; run npm run format`);
  }
  if (unformatted.length > 0 && !isWriting) process.exitCode = 1;
}

await main();
