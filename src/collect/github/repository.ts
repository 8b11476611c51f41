import { UnderstoryError } from '../../core/errors.ts';
import { readQuery } from '../../store/sql.ts';
import { type Asker, ask } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { numberAt, objectAt, textAt } from './read.ts';
import { putNodes, type RowStamp } from './rows.ts';
import { readAt, stateKey, writeState } from './state.ts';
import type { GithubRepository, Stream, StreamWork } from './stream.ts';

const NAMED = { name: 'repository', version: 1 } as const;

/**
 * Finds a repository by its name of today or of the past, with what GitHub says of it.
 *
 * Errors: `E_NOT_FOUND`, `E_PERMISSION` and those of `ask`.
 */
export async function findRepository(asker: Asker, owner: string, name: string): Promise<GithubRepository> {
  const { data, date } = await ask(asker, {
    document: 'repository',
    variables: () => ({ owner, name }),
    size: null,
    isWhole: (answer) => numberAt(answer, 'repository', 'databaseId') !== null,
    // A part of so many that fails for one repository, such as its code owners, must not hide all of it.
    takesHoles: true,
  });
  const { viewerPermission, ...body } = objectAt(data, 'repository') ?? {};
  const fullName = textAt(body, 'nameWithOwner')?.split('/');
  const nodeId = textAt(body, 'id');
  if (nodeId === null) throw new Error('the answer was checked to be whole');
  return {
    repoId: BigInt(numberAt(body, 'databaseId') ?? 0),
    nodeId,
    owner: fullName?.[0] ?? owner,
    name: fullName?.[1] ?? name,
    body,
    viewerPermission: typeof viewerPermission === 'string' ? viewerPermission : null,
    fetchedAt: date,
  };
}

/** The counts of the day, which are there when a run begins, and the community profile; facts are stored by any run. */
export const repository: Stream = {
  ...NAMED,
  collect: async (work) => {
    const profile = await fetchProfile(work);
    await work.commit(async () => {
      const stamp = stampOf(work);
      const rows = profile === null ? [] : [{ ...profile, id: work.repository.nodeId }];
      await putNodes(work.store, 'raw_github_community_profile', rows, stamp);
      await putSnapshot(work);
      await writeState(work.store, stateKey(NAMED, stamp.repoId), readAt(stamp.fetchedAt));
    });
    return null;
  },
  estimate: async () => ({ graphqlRequestCount: 1, points: 1, restRequestCount: 1 }),
};

/**
 * Stores what GitHub said of the repository when the run began, and takes its name from those that had it before.
 * Belongs into a transaction.
 */
export async function putRepository(work: Pick<StreamWork, 'store' | 'repository'>): Promise<void> {
  const { repoId, body } = work.repository;
  await work.store.run(readQuery('collect/github/give_up_name'), {
    repo_id: repoId,
    url: textAt(body, 'url'),
  });
  await putNodes(work.store, 'raw_github_repository', [work.repository.body], stampOf(work));
}

function stampOf({ repository: { repoId, fetchedAt } }: Pick<StreamWork, 'repository'>): RowStamp {
  return { repoId, fetchedAt, version: NAMED.version };
}

/** GitHub has no profile of forks. */
async function fetchProfile(work: StreamWork): Promise<JsonObject | null> {
  const { owner, name, body } = work.repository;
  if (body['isFork'] === true) return null;
  try {
    const answer = await work.client.rest(
      'GET /repos/{owner}/{repo}/community/profile',
      { owner, repo: name },
      work,
    );
    return objectAt(answer, 'data');
  } catch (error) {
    if (error instanceof UnderstoryError && error.code === 'E_NOT_FOUND') return null;
    throw error;
  }
}

/** Counts have no history at GitHub: one row a day makes one. */
async function putSnapshot({ store, repository: { repoId, body, fetchedAt } }: StreamWork): Promise<void> {
  const total = (field: string): number | null => numberAt(body, field, 'totalCount');
  const hasIssues = body['hasIssuesEnabled'] !== false;
  await store.run(readQuery('collect/github/put_snapshot'), {
    repo_id: repoId,
    snapshot_date: fetchedAt.toISOString().slice(0, 10),
    star_count: numberAt(body, 'stargazerCount'),
    fork_count: numberAt(body, 'forkCount'),
    watcher_count: total('watchers'),
    open_issue_count: hasIssues ? total('openIssues') : null,
    issue_count: hasIssues ? total('allIssues') : null,
    open_pull_request_count: total('openPullRequests'),
    pull_request_count: total('allPullRequests'),
    release_count: total('releases'),
    discussion_count: total('discussions'),
    mentionable_count: total('mentionableUsers'),
  });
}
