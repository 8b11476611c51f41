import { rename, rm } from 'node:fs/promises';
import type { Redactor } from '../core/redact/redactor.ts';
import { openReader, openWriter } from './open.ts';
import { rowFilter } from './personal.ts';
import type { Store } from './store.ts';
import type { Value } from './value.ts';

/** What a build makes anew; beside it everything is copied. */
const REBUILT =
  /^(?:seed_|map_(?:commit_credit|identity_|email_domain)|run_(?:migration|build|seed|credit_rule|credit_message)$)/;

/**
 * Writes a database anew without the people whom `redactor` recognises and puts it in the place of the old one, since
 * DuckDB leaves deleted bytes in a file. `finish` runs on the new one before, such as to build its facts.
 *
 * Returns the ids of the repositories that named one of these people. Nobody else may have the database open.
 * Errors: those of opening it.
 */
export async function rewriteDatabase(
  path: string,
  redactor: Redactor,
  finish: (store: Store) => Promise<void>,
): Promise<ReadonlySet<bigint>> {
  const draft = `${path}.unfinished`;
  await removeDatabase(draft);
  const named = new Set<bigint>();
  const old = await openReader(path);
  try {
    const next = await openWriter(draft);
    try {
      for (const table of await tablesToCopy(next)) await copyTable(old, next, table, { redactor, named });
      await finish(next);
      await next.run('checkpoint');
    } finally {
      next.close();
    }
  } catch (error) {
    await removeDatabase(draft);
    throw error;
  } finally {
    old.close();
  }
  await rename(draft, path);
  await rm(`${path}.wal`, { force: true });
  return named;
}

async function removeDatabase(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

async function tablesToCopy(next: Store): Promise<readonly string[]> {
  const { rows } = await next.query('select table_name from duckdb_tables() order by table_name');
  return rows.map(({ table_name }) => String(table_name)).filter((table) => !REBUILT.test(table));
}

async function copyTable(
  old: Store,
  next: Store,
  table: string,
  { redactor, named }: { readonly redactor: Redactor; readonly named: Set<bigint> },
): Promise<void> {
  const { columns } = await next.describe(`select * from ${table}`);
  const names = columns.map(({ name }) => name);
  const filter = rowFilter(table, names, redactor);
  const appender = await next.append(table);
  const repoAt = names.indexOf('repo_id');
  for await (const rows of old.stream(`select ${names.join(', ')} from ${table}`)) {
    for (const row of rows) {
      const cells = names.map((name): Value => row[name] ?? null);
      const kept = filter === null ? cells : filter(cells);
      const repoId = cells[repoAt];
      if (typeof repoId === 'bigint' && kept?.some((cell, at) => cell !== cells[at])) named.add(repoId);
      if (kept !== null) appender.add(kept);
    }
  }
  appender.close();
}
