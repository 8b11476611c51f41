import { rm } from 'node:fs/promises';
import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import { bigintOf, textOf } from '../store/cell.ts';
import type { Store } from '../store/store.ts';
import { type DatabaseInput, gitDirectory, requireFacts, withReader, withWriter } from './database.ts';
import { loadSettings, type SettingsInput } from './settings.ts';

export interface RemoveInput extends DatabaseInput, SettingsInput {
  readonly targets: readonly string[];
}

export interface RemovedRepository {
  readonly repo_id: bigint;
  readonly name: string;
  /** Rows that went, over all tables. */
  readonly row_count: number;
}

/**
 * Takes targets out of the database and of the cache, and builds the facts of what is left. Clones that were read in
 * place stay as they are.
 *
 * Errors: `E_TARGET`, `E_NOT_COLLECTED`, and those of opening the database.
 */
export async function remove(input: RemoveInput, context: Context): Promise<readonly RemovedRepository[]> {
  // Opened to read first: a database that is not there must not be made to find nothing in it.
  await withReader(input, requireFacts);
  const settings = await loadSettings(input);
  return await withWriter(input, async (store) => {
    const repositories = await findRepositories(store, input);
    const removed: RemovedRepository[] = [];
    for (const { repoId, name } of repositories) {
      removed.push({ repo_id: repoId, name, row_count: await deleteRows(store, repoId) });
      const { mirrorDirectory } = await import('../collect/git/mirror.ts');
      await rm(mirrorDirectory(gitDirectory(input), repoId), { recursive: true, force: true });
    }
    const { buildFacts } = await import('./collect.ts');
    await buildFacts(store, settings.build, context);
    return removed;
  });
}

async function findRepositories(
  store: Store,
  { targets, currentDirectory }: RemoveInput,
): Promise<readonly { readonly repoId: bigint; readonly name: string }[]> {
  const { findScopes } = await import('../metrics/scope.ts');
  const scopes = await findScopes(store, targets, currentDirectory).catch((error: unknown) => {
    throw unknownTarget(error);
  });
  const { readQuery } = await import('../store/sql.ts');
  const { rows } = await store.query(readQuery('commands/scope_repository'), {
    scope_ids: scopes.map(({ scopeId }) => scopeId),
  });
  return rows.map((row) => ({ repoId: bigintOf(row, 'repo_id'), name: textOf(row, 'name') }));
}

/** What is not there need not be collected to be removed. */
function unknownTarget(error: unknown): unknown {
  if (!(error instanceof UnderstoryError) || error.details['nearest'] === undefined) return error;
  const { code, message, details } = error;
  const names = String(details['nearest']);
  const hint = `${names === '' ? '' : `Did you mean ${names}? `}\`understory status\` lists what is`;
  return new UnderstoryError({ code, message, hint, details, cause: error });
}

async function deleteRows(store: Store, repoId: bigint): Promise<number> {
  const { readQuery } = await import('../store/sql.ts');
  const { rows } = await store.query(readQuery('collect/repository_table'));
  return await store.transaction(async () => {
    await store.run('delete from run_build');
    let count = 0;
    for (const row of rows) {
      const result = await store.query(`delete from ${row['table_name']} where repo_id = $repo_id`, {
        repo_id: repoId,
      });
      count += Number(result.rows[0]?.['Count'] ?? 0);
    }
    await store.run(readQuery('commands/drop_unused_accounts'));
    return count;
  });
}
