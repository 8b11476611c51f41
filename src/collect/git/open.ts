import type { Context } from '../../core/context.ts';
import { borrowClone } from './borrow.ts';
import { fetchMirror } from './fetch.ts';
import type { Mirror, MirrorSettings } from './mirror.ts';
import type { GitTarget } from './target.ts';

/**
 * Makes or refreshes the mirror of `target`.
 *
 * Errors: `E_TARGET` (not a repository, no such branch), `E_OWNERSHIP`, `E_PERMISSION`, `E_NETWORK`, `E_NOT_FOUND`.
 */
export async function openMirror(
  target: GitTarget,
  settings: MirrorSettings,
  context: Context,
): Promise<Mirror> {
  if (target.kind === 'path') return await borrowClone(target.path, null, settings, context);
  if (target.clone !== null) return await borrowClone(target.clone, target.origin, settings, context);
  return await fetchMirror(target, settings, context);
}
