import { rename, stat } from 'node:fs/promises';
import { isSystemError } from '../core/errors.ts';
import { bigintOf } from '../store/cell.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { mirrorDirectory } from './git/mirror.ts';

/** Ids that repositories had before GitHub's was known, with the one they have now. */
export async function readRepoAliases(store: Store): Promise<ReadonlyMap<bigint, bigint>> {
  const { rows } = await store.query('select old_repo_id, repo_id from map_repo_alias');
  return new Map(rows.map((row) => [bigintOf(row, 'old_repo_id'), bigintOf(row, 'repo_id')]));
}

/**
 * Gives a repository the id that GitHub has for it: rows that were stored under the hash of its address move there in
 * one transaction, and its mirror moves along. A hash that is noted already costs nothing.
 */
export async function rekey(store: Store, oldId: bigint, repoId: bigint, gitFolder: string): Promise<void> {
  const aliases = await readRepoAliases(store);
  if (oldId === repoId || aliases.get(oldId) === repoId) return;
  const { rows } = await store.query(await readQuery('collect/repository_table'));
  // Before the rows: a kill between the two leaves a mirror that the next run moves no more, and no row without one.
  await moveMirror(mirrorDirectory(gitFolder, oldId), mirrorDirectory(gitFolder, repoId));
  await store.transaction(async () => {
    const params = { old_repo_id: oldId, repo_id: repoId };
    for (const { table_name } of rows) {
      await store.run(`update ${table_name} set repo_id = $repo_id where repo_id = $old_repo_id`, params);
    }
    await store.run(await readQuery('collect/put_repo_alias'), params);
    await store.run('delete from run_build');
  });
}

async function moveMirror(from: string, to: string): Promise<void> {
  const exists = await stat(to).then(
    () => true,
    () => false,
  );
  if (exists) return;
  try {
    await rename(from, to);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}
