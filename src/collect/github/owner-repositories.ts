import { UnderstoryError } from '../../core/errors.ts';
import { type Asker, askPages } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { objectsAt, textAt, valueAt } from './read.ts';

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
  const path = ['repositoryOwner', 'repositories'];
  const pages = askPages(asker, {
    document: 'organization_repositories',
    variables: (after) => ({ login, first: PAGE, after }),
    path,
    isWhole: (answer) =>
      valueAt(answer, 'repositoryOwner') === null || Array.isArray(valueAt(answer, ...path, 'nodes')),
  });
  const found: OwnedRepository[] = [];
  for await (const { data } of pages) {
    if (valueAt(data, 'repositoryOwner') === null) throw nobody(login);
    found.push(...objectsAt(data, ...path, 'nodes').map(toRepository));
  }
  return found;
}

function nobody(login: string): UnderstoryError {
  return new UnderstoryError({
    code: 'E_NOT_FOUND',
    message: `GitHub has no organization or user \`${login}\``,
    hint: 'Check the name',
  });
}

function toRepository(node: JsonObject): OwnedRepository {
  return {
    fullName: textAt(node, 'nameWithOwner') ?? '',
    isFork: node['isFork'] === true,
    isArchived: node['isArchived'] === true,
  };
}
