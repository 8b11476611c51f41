import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { paramError } from './params.ts';

/** Turns the text of a REF parameter into what its metric compares: a ref's name or a full hash. */
export type ResolveRef = (ref: string, scopeIds: readonly bigint[]) => Promise<string>;

/**
 * Makes the resolver that knows only the database: names of tags and branches, and hashes of collected commits.
 *
 * The resolver's errors: `E_PARAM` when nothing has that name, or several commits begin with that hash.
 */
export function makeStoredRefResolver(store: Store): ResolveRef {
  return async (ref, scopeIds) => {
    const { rows } = await store.query(await readQuery('runner/ref'), { ref, scope_ids: scopeIds });
    const [first, second] = rows;
    if (!first) {
      throw paramError(
        `No tag, branch or commit \`${ref}\` is collected`,
        'Give a tag, a branch or at least seven digits of a commit',
      );
    }
    // A name wins over a hash that begins alike.
    if (second && first['rank'] === second['rank']) {
      throw paramError(`Several commits begin with \`${ref}\``, 'Give more of its digits');
    }
    return String(first['ref']);
  };
}
