import type { CommitRow, CommitSize } from '../../git/store.ts';
import { readText } from '../../json.ts';
import type { GitIdentity, Repository } from '../../world/records.ts';
import { connect } from '../connection.ts';
import { asUser, type FieldTable, type Query, serve } from '../serve.ts';

/** A person of a commit; `user` only where a verified address belongs to a person's account. */
function toGitActor(query: Query, who: GitIdentity, date: string): unknown {
  return { ...who, date, user: asUser(query.world.accountByEmail(who.email)) };
}

const CO_AUTHOR = /^co-authored-by: *(.*?) *<([^<>]+)>\s*$/gim;

/** The author, then those the message names as co-authors. */
function listAuthors(row: CommitRow): GitIdentity[] {
  const others = [...row.message.matchAll(CO_AUTHOR)];
  return [row.author, ...others.map(([, name = '', email = '']) => ({ name, email }))];
}

function nameOf(query: Query, row: CommitRow): string {
  const repository = query.world.repository(row.repositoryId);
  return repository ? query.world.fullName(repository) : '';
}

const sizeOf = (query: Query, row: CommitRow): Promise<CommitSize> =>
  query.git.size(nameOf(query, row), row.oid);

/** Looks a commit up; null where the repository has none of that hash. */
export async function findCommit(
  query: Query,
  repository: Repository,
  oid: string,
): Promise<CommitRow | null> {
  const found = await query.git.object(query.world.fullName(repository), repository.id, oid);
  return found?.__typename === 'Commit' ? found : null;
}

export const COMMIT: FieldTable = serve('Commit', {
  id: (row) => `C_kwDO${Buffer.from(`${row.repositoryId}${row.oid}`).toString('base64url')}`,
  abbreviatedOid: (row) => row.oid.slice(0, 7),
  url: (row, _args, query) => `https://github.com/${nameOf(query, row)}/commit/${row.oid}`,
  repository: (row, _args, query) => query.world.repository(row.repositoryId),
  messageHeadline: (row) => row.message.split('\n')[0],
  messageBody: (row) => row.message.split('\n').slice(1).join('\n').trim(),
  authoredDate: (row) => new Date(row.authoredDate).toISOString().replace('.000', ''),
  committedDate: (row) => new Date(row.committedDate).toISOString().replace('.000', ''),
  author: (row, _args, query) => toGitActor(query, row.author, row.authoredDate),
  committer: (row, _args, query) => toGitActor(query, row.committer, row.committedDate),
  committedViaWeb: (row) => row.committer.email === 'noreply@github.com',
  authoredByCommitter: (row) => row.author.email === row.committer.email,
  authors: (row, args, query) => {
    const [author, ...others] = listAuthors(row);
    const nodes = author ? [author, ...others] : others;
    return connect(query, args, { items: nodes, node: (one) => toGitActor(query, one, row.authoredDate) });
  },
  parents: (row, args, query) => {
    const repository = query.world.repository(row.repositoryId);
    const node = (oid: string): unknown => (repository ? findCommit(query, repository, oid) : null);
    return connect(query, args, { items: row.parentOids, node });
  },
  additions: async (row, _args, query) => (await sizeOf(query, row)).additions,
  deletions: async (row, _args, query) => (await sizeOf(query, row)).deletions,
  changedFilesIfAvailable: async (row, _args, query) => (await sizeOf(query, row)).files,
  onBehalfOf: () => null,
  signature: () => null,
  statusCheckRollup: () => null,
  history: async (row, args, query) => {
    const repository = query.world.repository(row.repositoryId);
    const all = await query.git.history(nameOf(query, row), row.oid);
    const node = (oid: string): unknown => (repository ? findCommit(query, repository, oid) : null);
    const bounds = ['since', 'until'].some((name) => readText(args, name) !== undefined);
    const items = bounds && repository ? await within(query, repository, all, args) : all;
    return connect(query, args, { items, node });
  },
  associatedPullRequests: (row, args, query) => {
    const pulls = query.world.holdings(row.repositoryId).pullRequests;
    const items = pulls.filter(
      (pull) => pull.mergeCommitOid === row.oid || pull.commits.some((commit) => commit.oid === row.oid),
    );
    return connect(query, args, { items, id: (one) => one.id });
  },
});

async function within(
  query: Query,
  repository: Repository,
  oids: readonly string[],
  args: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const since = Date.parse(readText(args, 'since') ?? '1970-01-01');
  const until = Date.parse(readText(args, 'until') ?? '9999-01-01');
  const kept: string[] = [];
  for (const oid of oids) {
    const at = Date.parse((await findCommit(query, repository, oid))?.committedDate ?? '');
    if (at >= since && at <= until) kept.push(oid);
  }
  return kept;
}
