import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * The hashes of a collected commit and of all that it builds on, as `git rev-list` gives them.
 *
 * A walk from parent to parent is as long as the history, and each step of a recursive query takes DuckDB a millisecond.
 */
export async function readHistory(
  store: Store,
  sha: string,
  scopeIds: readonly bigint[],
): Promise<readonly string[]> {
  const { rows } = await store.query(await readQuery('runner/parent'), { sha, scope_ids: scopeIds });
  const parentsOf = new Map<string, readonly string[]>();
  for (const line of String(rows[0]?.['lines']).split('\n')) {
    const [commit = '', ...parents] = line.split(' ');
    parentsOf.set(commit, parents);
  }
  const reached = new Set([sha]);
  // A set is walked in the order of insertion, and what is inserted meanwhile is walked too.
  for (const commit of reached) {
    for (const parent of parentsOf.get(commit) ?? []) if (parentsOf.has(parent)) reached.add(parent);
  }
  return [...reached];
}
