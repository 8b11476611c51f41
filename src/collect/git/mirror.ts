import { join } from 'node:path';
import type { GitPlace } from './process.ts';

/**
 * A git directory of our own through which a repository is read.
 *
 * For a URL it is a bare mirror; for a clone on this machine it only borrows that clone's objects, so that nothing is
 * written there and nothing in its configuration, hooks, attributes or working tree is obeyed.
 */
export interface Mirror {
  readonly place: GitPlace;
  readonly repoId: bigint;
  readonly name: string;
  readonly fullName: string | null;
  readonly originUrl: string | null;
  /** Real path of the clone that is read in place; null for a URL. */
  readonly path: string | null;
  readonly objectFormat: string;
  readonly isShallow: boolean;
  /** Name of the branch to read; null when HEAD is detached. */
  readonly branch: string | null;
  /** Its newest commit; null for an empty repository. */
  readonly headSha: string | null;
  /** Until when the data is complete: our fetch, or the clone's own last fetch; null when that is not known. */
  readonly fetchedAt: Date | null;
}

export interface MirrorSettings {
  /** Folder for git directories, such as `cache/git`. */
  readonly directory: string;
  /** Branch to read instead of the default one. */
  readonly branch: string | undefined;
  /** Ids that repositories had before a better one was known, with the one they have now. */
  readonly repoIds: ReadonlyMap<bigint, bigint>;
}

/** The folder of a repository's mirror; `remove` deletes it. */
export function mirrorDirectory(directory: string, repoId: bigint): string {
  return join(directory, `${repoId}.git`);
}
