import type { Context } from '../core/context.ts';
import { UnderstoryError } from '../core/errors.ts';
import type { Store } from '../store/store.ts';
import type { GithubSettings } from './github/settings.ts';

/** Which repositories of an owner are taken. */
export interface OwnerChoice {
  readonly includesForks: boolean;
  readonly includesArchived: boolean;
  /** `owner/name` or `name`, in lower case. */
  readonly excluded: readonly string[];
}

const FORM = /^org:(?<login>[\w.-]+)$/;

/** The login in a target such as `org:NAME`; null for any other. */
export function ownerOf(target: string): string | null {
  return FORM.exec(target)?.groups?.['login'] ?? null;
}

/**
 * Lists what a target `org:NAME` stands for, as `owner/name`.
 *
 * Errors: `E_TOKEN`, `E_NOT_FOUND`, those of GitHub; `E_TARGET` when nothing of it is to be taken.
 */
export async function expandOwner(
  store: Store,
  login: string,
  choice: OwnerChoice,
  github: GithubSettings | null,
  context: Context,
): Promise<readonly string[]> {
  const { connect } = await import('./github/connect.ts');
  const { listRepositories } = await import('./github/owner-repositories.ts');
  const connection = await connect(github, { owner: login, name: null }, context);
  const asker = { ...connection, stream: 'organization', repoId: null, context };
  const found = await listRepositories(asker, login);
  await store.transaction(() => connection.log.flush(store));
  const taken = found
    .filter(({ isFork }) => choice.includesForks || !isFork)
    .filter(({ isArchived }) => choice.includesArchived || !isArchived)
    .map(({ fullName }) => fullName)
    .filter((name) => !isExcluded(name.toLowerCase(), choice.excluded));
  if (taken.length > 0) return taken;
  throw new UnderstoryError({
    code: 'E_TARGET',
    message: `\`org:${login}\` has no repository to collect, of ${found.length} that are public`,
    hint: 'Forks and archived ones are left out unless `--include forks,archived` takes them in',
  });
}

function isExcluded(fullName: string, excluded: readonly string[]): boolean {
  return excluded.includes(fullName) || excluded.includes(fullName.split('/')[1] ?? '');
}
