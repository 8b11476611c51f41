import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/** Tells the hashes of a collected commit and of all that it builds on, as `git rev-list` gives them. */
export type ReadHistory = (sha: string, scopeIds: readonly bigint[]) => Promise<ReadonlySet<string>>;

/**
 * Makes the reader of histories, which reads the commits of the same scopes once however many histories are asked for.
 *
 * A walk from parent to parent is as long as the history, and each step of a recursive query takes DuckDB a millisecond.
 */
export function makeHistoryReader(store: Store): ReadHistory {
  let read: { readonly scopes: string; readonly parents: Promise<ReadonlyMap<string, string>> } | undefined;
  return async (sha, scopeIds) => {
    const scopes = scopeIds.join();
    if (read?.scopes !== scopes) read = { scopes, parents: readParents(store, scopeIds) };
    const parentsOf = await read.parents;
    const reached = new Set([sha]);
    // A set is walked in the order of insertion, and what is inserted meanwhile is walked too.
    for (const commit of reached) {
      const parents = parentsOf.get(commit);
      if (parents === undefined || parents === '') continue;
      for (const parent of parents.split(' ')) if (parentsOf.has(parent)) reached.add(parent);
    }
    return reached;
  };
}

/** The hashes of the parents of each commit, with a space between two. */
async function readParents(store: Store, scopeIds: readonly bigint[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await store.query(readQuery('runner/parent'), { scope_ids: scopeIds });
  const parents = new Map<string, string>();
  const lines = rows[0]?.['lines'];
  if (typeof lines !== 'string') return parents;
  for (const line of lines.split('\n')) {
    const end = line.indexOf(' ');
    parents.set(line.slice(0, end), line.slice(end + 1));
  }
  return parents;
}
