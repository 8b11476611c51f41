import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/value.ts';
import type { Mirror } from './mirror.ts';

/** Raised when rows are written in another form, so that all of them are read again. */
export const GIT_COLLECTOR_VERSION = 1;

/** Takes all rows of a repository out of the tables that collecting git fills. */
export async function deleteRepository(store: Store, repoId: bigint): Promise<void> {
  const { rows } = await store.query(
    "select table_name from duckdb_tables() where starts_with(table_name, 'raw_git_') or starts_with(table_name, 'map_ref_')",
  );
  for (const row of rows)
    await store.run(`delete from ${row['table_name']} where repo_id = $repo_id`, { repo_id: repoId });
}

/** Replaces the repository's own row; it is marked as being worked on until `ref_fingerprint` is set. */
export async function putRepository(store: Store, mirror: Mirror, mailmap: string | null): Promise<void> {
  await store.run('delete from raw_git_repository where repo_id = $repo_id', repo(mirror));
  const appender = await store.append('raw_git_repository');
  appender.add([
    mirror.repoId,
    mirror.name,
    mirror.fullName,
    mirror.originUrl,
    mirror.path,
    mirror.branch,
    mirror.headSha,
    mirror.objectFormat,
    mirror.isShallow,
    null,
    mailmap,
    GIT_COLLECTOR_VERSION,
    null,
    mirror.fetchedAt ?? new Date(0),
  ]);
  appender.close();
}

/** The repository's own row; undefined where nothing is stored of it. */
export async function storedRepository(store: Store, mirror: Mirror): Promise<Row | undefined> {
  return (await store.query('select * from raw_git_repository where repo_id = $repo_id', repo(mirror)))
    .rows[0];
}

/** Takes over a new name or address of a repository whose history is the same as before. */
export async function renameRepository(store: Store, mirror: Mirror, stored: Row): Promise<void> {
  const names = {
    name: mirror.name,
    full_name: mirror.fullName ?? stored['full_name'] ?? null,
    origin_url: mirror.originUrl,
  };
  if (Object.entries(names).every(([column, value]) => stored[column] === value)) return;
  await store.transaction(async () => {
    await store.run('delete from run_build');
    await store.run(readQuery('collect/git/rename'), { ...repo(mirror), ...names });
  });
}

/** Whether what is stored can be added to, and need not be read again. */
export function isSameForm(stored: Row, mirror: Mirror): boolean {
  return (
    stored['collector_version'] === GIT_COLLECTOR_VERSION &&
    stored['is_shallow'] === mirror.isShallow &&
    stored['object_format'] === mirror.objectFormat &&
    stored['path'] === mirror.path
  );
}

/** The parameter by which statements are bound to a repository. */
export function repo(mirror: Mirror): { readonly repo_id: bigint } {
  return { repo_id: mirror.repoId };
}
