import { readQuery } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { makeHistoryReader, type ReadHistory } from './history.ts';
import { paramError } from './params.ts';

/** What a REF parameter means. */
export interface ResolvedRef {
  /** Name of a tag or branch, or a full hash, to be shown. */
  readonly ref: string;
  /**
   * What the metric compares, a line each: that name alone, or the hashes of the commit and of all that it builds on. One
   * text, since a list of so many takes longer to bind than to compare.
   */
  readonly members: string;
}

/** Turns the text of a REF parameter into what its metric compares. */
export type ResolveRef = (ref: string, scopeIds: readonly bigint[]) => Promise<ResolvedRef>;

/** Asks elsewhere, such as git, for the hash of the commit that a text means; null where it means none. */
export type AskForCommit = (ref: string, scopeIds: readonly bigint[]) => Promise<string | null>;

/**
 * Makes the resolver that looks in the database: names of tags and branches, and hashes of collected commits. What it
 * does not know, such as `HEAD~3`, it asks `askForCommit`, whose answer must be a collected commit.
 *
 * The resolver's errors: `E_PARAM` when nothing has that name, or several commits begin with that hash.
 */
export function makeStoredRefResolver(store: Store, askForCommit?: AskForCommit): ResolveRef {
  const readHistory = makeHistoryReader(store);
  return async (ref, scopeIds) => {
    const stored = await findStored({ store, readHistory }, ref, scopeIds);
    if (stored !== null) return stored;
    const sha = (await askForCommit?.(ref, scopeIds)) ?? null;
    const commit = sha === null ? null : await findStored({ store, readHistory }, sha, scopeIds);
    if (commit !== null) return commit;
    throw paramError(
      sha === null
        ? `No tag, branch or commit \`${ref}\` is collected`
        : `\`${ref}\` is the commit \`${sha}\`, which no tag, release branch or default branch reaches`,
      'Give a tag, a branch, or a commit as git names it, such as at least seven of its digits',
    );
  };
}

/** Rank of names in `queries/runner/ref.sql`; hashes have another. */
const NAME_RANK = 1;

interface Reading {
  readonly store: Store;
  readonly readHistory: ReadHistory;
}

async function findStored(
  { store, readHistory }: Reading,
  ref: string,
  scopeIds: readonly bigint[],
): Promise<ResolvedRef | null> {
  const { rows } = await store.query(readQuery('runner/ref'), { ref, scope_ids: scopeIds });
  const [first, second] = rows;
  if (!first) return null;
  // A name wins over a hash that begins alike.
  if (second && first['rank'] === second['rank']) {
    throw paramError(`Several commits begin with \`${ref}\``, 'Give more of its digits');
  }
  const found = String(first['ref']);
  if (first['rank'] === NAME_RANK) return { ref: found, members: found };
  return { ref: found, members: [...(await readHistory(found, scopeIds))].join('\n') };
}
