import { rename, stat } from 'node:fs/promises';
import { isSystemError } from '../core/errors.ts';
import { bigintOf } from '../store/cell.ts';
import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { mirrorDirectory } from './git/mirror.ts';
import { deleteRepository } from './git/repository.ts';
import type { UrlTarget } from './git/target.ts';

/** Ids that repositories had before GitHub's was known, with the one they have now. */
export async function readRepoAliases(store: Store): Promise<ReadonlyMap<bigint, bigint>> {
  const { rows } = await store.query('select old_repo_id, repo_id from map_repo_alias');
  return new Map(rows.map((row) => [bigintOf(row, 'old_repo_id'), bigintOf(row, 'repo_id')]));
}

/**
 * Gives a repository a better id, such as GitHub's: rows that were stored under the hash of its address or path move
 * there in one transaction, and its mirror moves along. A hash that is noted already costs nothing.
 */
export async function rekey(store: Store, oldId: bigint, repoId: bigint, gitFolder: string): Promise<void> {
  const aliases = await readRepoAliases(store);
  if (oldId === repoId || aliases.get(oldId) === repoId) return;
  const { rows } = await store.query(readQuery('collect/repository_table'));
  // Before the rows: a kill between the two leaves a mirror that the next run moves no more, and no row without one.
  await moveMirror(mirrorDirectory(gitFolder, oldId), mirrorDirectory(gitFolder, repoId));
  await store.transaction(async () => {
    const params = { old_repo_id: oldId, repo_id: repoId };
    for (const { table_name } of rows) {
      await store.run(`update ${table_name} set repo_id = $repo_id where repo_id = $old_repo_id`, params);
    }
    await store.run(readQuery('collect/put_repo_alias'), params);
    await store.run('delete from run_build');
  });
}

/**
 * Gives what was read of a clone, before the settings joined it to a repository, to that repository; where the
 * repository's history is stored already, what the clone had of its own goes.
 */
export async function joinClone(store: Store, target: UrlTarget, gitFolder: string): Promise<void> {
  if (target.clone === null) return;
  const repoId = (await readRepoAliases(store)).get(target.origin.repoId) ?? target.origin.repoId;
  const { rows } = await store.query(
    'select repo_id, path = $clone and repo_id <> $repo_id as is_other from raw_git_repository where path = $clone or repo_id = $repo_id',
    { clone: target.clone, repo_id: repoId },
  );
  const others = rows.filter((row) => row['is_other'] === true).map((row) => bigintOf(row, 'repo_id'));
  let isStored = rows.length > others.length;
  for (const other of others) {
    if (isStored) await forgetHistory(store, other);
    else await rekey(store, other, repoId, gitFolder);
    isStored = true;
  }
}

async function forgetHistory(store: Store, repoId: bigint): Promise<void> {
  await store.transaction(async () => {
    await deleteRepository(store, repoId);
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
