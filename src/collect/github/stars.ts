import { UnderstoryError } from '../../core/errors.ts';
import { estimateItems } from './estimate-items.ts';
import { endsAtOlder, type ItemList } from './item-list.ts';
import { collectItems } from './items.ts';
import { numberAt, objectsAt, valueAt } from './read.ts';
import type { Estimate, Stream, StreamWork } from './stream.ts';

const NAMED = { name: 'stars', version: 1 } as const;

/** Stars are kept by account: whoever takes his star back is gone from the list at the next `--full`. */
const STARS: ItemList = {
  stream: NAMED,
  document: 'stargazers',
  field: 'stargazers',
  table: 'raw_github_star',
  children: [],
  planned: { first: 100, inner: 1 },
  variables: ({ phase }) => ({ direction: phase === 'full' ? 'ASC' : 'DESC' }),
  endsUpdate: endsAtOlder('starredAt'),
  itemsOf: (connection) =>
    objectsAt(connection, 'edges').map((edge) => ({ ...edge, id: valueAt(edge, 'node', 'id') })),
  homePath: null,
  countExpected: (repository) => numberAt(repository, 'stargazerCount'),
};

const CLOSED = 'GitHub shows who gave stars to admins and collaborators only; the daily count stands instead';

/** Who starred the repository and when, where GitHub shows it. */
export const stars: Stream = {
  ...NAMED,
  collect: async (work) => {
    try {
      await collectItems(work, STARS);
    } catch (error) {
      if (error instanceof UnderstoryError && REFUSALS.has(error.code)) return CLOSED;
      throw error;
    }
    if (!(await isRefused(work))) return null;
    await forget(work);
    return CLOSED;
  },
  estimate: async (work) =>
    NO_COLLABORATOR.has(work.repository.viewerPermission) ? REFUSAL : await estimateItems(work, STARS),
};

/** What GitHub says that a token may do which has no say in the repository; null where it can't tell. */
const NO_COLLABORATOR: ReadonlySet<string | null> = new Set([null, 'READ']);
const REFUSAL: Estimate = { graphqlRequestCount: 1, points: 1, restRequestCount: 0 };

const REFUSALS: ReadonlySet<string> = new Set(['E_PERMISSION', 'E_NOT_FOUND']);

/** An empty list beside a count above zero is a refusal, and no news of stars that are gone. */
async function isRefused({ store, repository: { repoId, body } }: StreamWork): Promise<boolean> {
  if ((numberAt(body, 'stargazerCount') ?? 0) === 0) return false;
  const { rows } = await store.query(
    'select 1 as found from raw_github_star where repo_id = $repo_id limit 1',
    { repo_id: repoId },
  );
  return rows.length === 0;
}

/** What was refused is not known until any time. */
async function forget({ store, repository: { repoId }, commit }: StreamWork): Promise<void> {
  await commit(() =>
    store.run('delete from run_github_stream where repo_id = $repo_id and stream = $stream', {
      repo_id: repoId,
      stream: NAMED.name,
    }),
  );
}
