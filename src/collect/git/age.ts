import type { Context } from '../../core/context.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import type { Mirror } from './mirror.ts';

/**
 * Stores until when a repository's data is complete: our fetch, or for a clone read in place the later of its last fetch
 * and its newest commit.
 */
export async function touchFetchedAt(store: Store, mirror: Mirror, context: Context): Promise<void> {
  const now = context.now();
  const repository = { repo_id: mirror.repoId };
  const { rows } = await store.query(readQuery('collect/git/newest_commit'), { ...repository, now });
  const newest = rows[0]?.['committed_at'];
  const fetched = mirror.fetchedAt?.getTime() ?? 0;
  const committed = typeof newest === 'string' ? Date.parse(newest) : 0;
  await store.run(readQuery('collect/git/touch'), {
    ...repository,
    fetched_at: new Date(mirror.path === null ? fetched : Math.max(fetched, committed) || now.getTime()),
  });
}
