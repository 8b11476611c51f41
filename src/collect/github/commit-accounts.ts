import { appendRows } from '../../store/put-rows.ts';
import { readQuery } from '../../store/sql.ts';
import { ask, isHidden } from './ask.ts';
import type { GithubVariables, JsonObject } from './contract.ts';
import { objectAt, objectsAt, textAt } from './read.ts';
import type { Stream, StreamWork } from './stream.ts';

/** Aliases `c1` to `c100` of the document, which together are one point. */
export const IDENTITIES_PER_QUERY = 100;

/** An identity as a commit carries it. */
export interface CommitIdentity {
  readonly name: string;
  readonly email: string;
  readonly role: 'author' | 'committer';
  readonly sha: string;
}

/**
 * Asks GitHub to which account each distinct name and address of commits belongs, through one commit of each: a few
 * queries for a history of any length. What was answered once is not asked again, unless everything is.
 */
export async function collectCommitAccounts(
  work: StreamWork,
  stream: Pick<Stream, 'name' | 'version'>,
): Promise<void> {
  const { repository, request, store } = work;
  if (request.isFull) {
    await work.commit(() =>
      store.run('delete from raw_github_commit_account where repo_id = $repo_id', {
        repo_id: repository.repoId,
      }),
    );
  }
  const identities = await unresolvedIdentities(work);
  for (let start = 0; start < identities.length; start += IDENTITIES_PER_QUERY) {
    const batch = identities.slice(start, start + IDENTITIES_PER_QUERY);
    const { data, date } = await ask(work, {
      document: 'commit_accounts',
      variables: () => ({ owner: repository.owner, name: repository.name, ...aliasVariables(batch) }),
      size: null,
      isWhole: (answer, errors) =>
        batch.every((_, index) => {
          const alias = `c${index + 1}`;
          return alias in (objectAt(answer, 'repository') ?? {}) && !isHidden(errors, 'repository', alias);
        }),
    });
    const commits = objectAt(data, 'repository');
    const rows = batch.flatMap((identity, index) =>
      accountsOf(identity, objectAt(commits, `c${index + 1}`)).map(({ role, name, email, user }) => [
        ...[repository.repoId, identity.sha, role, name, email, textAt(user, 'id'), textAt(user, 'login')],
        ...[stream.version, date],
      ]),
    );
    await work.commit(() => appendRows(store, 'raw_github_commit_account', rows));
  }
}

/** Identities of the stored commits that were not asked for yet. */
export async function unresolvedIdentities({
  store,
  repository,
}: Pick<StreamWork, 'store' | 'repository'>): Promise<readonly CommitIdentity[]> {
  const { rows } = await store.query(readQuery('collect/github/unresolved_identities'), {
    repo_id: repository.repoId,
  });
  return rows.map((row) => ({
    name: String(row['name']),
    email: String(row['email']),
    role: row['role'] === 'author' ? 'author' : 'committer',
    sha: String(row['sha']),
  }));
}

function aliasVariables(batch: readonly CommitIdentity[]): GithubVariables {
  const variables: Record<string, unknown> = {};
  for (let index = 0; index < IDENTITIES_PER_QUERY; index += 1) {
    // Hashes may not be null, so an alias that is switched off gets somebody else's.
    variables[`sha${index + 1}`] = (batch[index] ?? batch[0])?.sha;
    variables[`use${index + 1}`] = index < batch.length;
  }
  return variables;
}

interface CommitAccount {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly user: JsonObject | null;
}

/** The identity that was asked for, as we know it from git, and whoever else GitHub names as an author of the commit. */
function accountsOf(identity: CommitIdentity, commit: JsonObject | null): readonly CommitAccount[] {
  const { role, name, email } = identity;
  const own = { role, name, email, user: objectAt(commit, role, 'user') };
  if (role !== 'author') return [own];
  // The first of the authors is the author.
  const others = objectsAt(commit, 'authors', 'nodes').slice(1);
  return [
    own,
    ...others.map((other) => ({
      role: 'co_author',
      name: textAt(other, 'name') ?? '',
      email: textAt(other, 'email') ?? '',
      user: objectAt(other, 'user'),
    })),
  ];
}
