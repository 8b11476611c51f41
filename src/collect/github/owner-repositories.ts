import { type Asker, ask } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { objectAt, objectsAt, textAt, valueAt } from './read.ts';

const PAGE = 100;

/** A public repository of an owner. */
export interface OwnedRepository {
  readonly fullName: string;
  readonly isFork: boolean;
  readonly isArchived: boolean;
}

/**
 * Lists the public repositories of an organization or a user, the oldest first.
 *
 * Errors: `E_NOT_FOUND` for a login that nobody has, and those of `ask`.
 */
export async function listRepositories(asker: Asker, login: string): Promise<readonly OwnedRepository[]> {
  const found: OwnedRepository[] = [];
  for (let after: string | null = null; ; ) {
    const cursor: string | null = after;
    const { data } = await ask(asker, {
      document: 'organization_repositories',
      variables: () => ({ login, first: PAGE, after: cursor }),
      size: null,
      isWhole: (answer) => Array.isArray(valueAt(answer, 'repositoryOwner', 'repositories', 'nodes')),
    });
    const list = objectAt(data, 'repositoryOwner', 'repositories');
    found.push(...objectsAt(list, 'nodes').map(toRepository));
    after = textAt(list, 'pageInfo', 'endCursor');
    if (valueAt(list, 'pageInfo', 'hasNextPage') !== true || after === null) return found;
  }
}

function toRepository(node: JsonObject): OwnedRepository {
  return {
    fullName: textAt(node, 'nameWithOwner') ?? '',
    isFork: node['isFork'] === true,
    isArchived: node['isArchived'] === true,
  };
}
