import type { Association, Records } from '../world/records.ts';
import type { Associate } from './fold.ts';

/** Members of the owner are MEMBER, others who may push COLLABORATOR, whoever has a merged pull request CONTRIBUTOR. */
export function createAssociate(full: Records): Associate {
  const merged = new Set<string>();
  for (const pull of full.pullRequests) {
    const isMerged = pull.timeline.some((event) => event.__typename === 'MergedEvent');
    if (isMerged && pull.authorId) merged.add(`${pull.repositoryId} ${pull.authorId}`);
  }
  const owners = new Map(full.repositories.map((row) => [row.id, row.ownerId]));
  const members = new Set(
    full.accounts.flatMap((account) =>
      account.memberships.map((one) => `${one.organizationId} ${account.id}`),
    ),
  );
  const pushers = new Set(
    full.repositories.flatMap((row) => row.collaborators.map((one) => `${row.id} ${one.accountId}`)),
  );
  return (repositoryId, accountId): Association => {
    if (accountId === null) return 'NONE';
    if (members.has(`${owners.get(repositoryId)} ${accountId}`)) return 'MEMBER';
    if (pushers.has(`${repositoryId} ${accountId}`)) return 'COLLABORATOR';
    return merged.has(`${repositoryId} ${accountId}`) ? 'CONTRIBUTOR' : 'NONE';
  };
}
