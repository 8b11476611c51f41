import { formatInstant } from '../../core/time.ts';
import { readQuery } from '../../store/sql.ts';
import type { GithubVariables, JsonObject, RestAnswer } from './contract.ts';
import { notAsDocumented } from './failure.ts';
import { bodyText, numberAt, objectsAt, textAt, valueAt } from './read.ts';
import { deleteNodes, forgetSeen, markSeen, withIds } from './rows.ts';
import {
  beginScan,
  begunBy,
  finished,
  readState,
  type StateKey,
  type StreamState,
  stateKey,
  writeState,
} from './state.ts';
import type { Estimate, EstimateWork, Stream, StreamWork } from './stream.ts';

type Named = Pick<Stream, 'name' | 'version'>;

const ROUTE = 'GET /repos/{owner}/{repo}/pulls/comments';
const PAGE = 100;
const TABLE = 'raw_github_review_comment';
const PART = 'review_comments';
const BY_LINK = 'by link';

/**
 * Brings the comments on the code of all pull requests up to date: a hundred a request, where a query for each pull
 * request would cost a point for every few of them.
 *
 * The oldest change comes first, and the next page begins at the last change of this one. Pages by number would shift
 * under the reader when a comment is deleted or edited, and GitHub refuses high ones.
 */
export async function collectReviewComments(work: StreamWork, stream: Named): Promise<void> {
  const key = stateKey(stream, work.repository.repoId, PART);
  let state = await readState(work.store, key);
  if (state.phase === 'done') state = beginScan(work.request, state);
  const started = state;
  for (;;) {
    const answer = await fetchPage(work, state);
    const next = advance(state, answer);
    await work.commit(async () => {
      await putPage(work, key, state, answer);
      if (next.phase === 'done' && state.phase === 'full') await dropUnseen(work, key);
      await writeState(work.store, key, next);
    });
    state = next;
    if (state.phase === 'done') break;
  }
  // What changed before this run began may be older than what an earlier run had read already.
  if (started.cursor !== null) await collectReviewComments(work, stream);
}

async function fetchPage(work: StreamWork, state: StreamState): Promise<RestAnswer> {
  work.context.signal.throwIfAborted();
  const answer = await requestPage(work, state);
  if (!Array.isArray(answer.data)) throw notAsDocumented(ROUTE);
  return answer;
}

async function requestPage(work: StreamWork, state: StreamState): Promise<RestAnswer> {
  if (state.cursor?.startsWith('http')) return await work.client.rest(state.cursor, {}, work);
  const { owner, name } = work.repository;
  const since = sinceOf(state);
  const parameters: GithubVariables = {
    owner,
    repo: name,
    sort: 'updated',
    direction: 'asc',
    per_page: PAGE,
    ...(since === null ? {} : { since }),
  };
  return await work.client.rest(ROUTE, parameters, work);
}

/** From when on a page was asked for; null from the beginning. */
function sinceOf({ cursor, phase, watermark }: StreamState): string | null {
  if (cursor?.startsWith('http')) return new URL(cursor).searchParams.get('since');
  return cursor ?? (phase === 'update' && watermark ? formatInstant(watermark) : null);
}

function advance(state: StreamState, answer: RestAnswer): StreamState {
  const { next, date } = answer;
  const begun = begunBy(state, date);
  if (next === null) return { ...finished(begun, date), step: null };
  const comments = objectsAt(answer, 'data');
  // A server that does not filter and sort as asked is followed from link to link.
  if (state.step === BY_LINK || !isInOrder(comments, sinceOf(state)))
    return { ...begun, step: BY_LINK, cursor: next };
  const last = textAt(comments.at(-1), 'updated_at');
  // More comments of one second than a page holds: only GitHub's own link leads on.
  const isStuck =
    last === null || last === state.cursor || state.cursor?.includes(encodeURIComponent(last)) === true;
  return { ...begun, cursor: isStuck ? next : last };
}

function isInOrder(comments: readonly JsonObject[], since: string | null): boolean {
  const instants = comments.map((comment) => Date.parse(textAt(comment, 'updated_at') ?? ''));
  const earliest = since === null ? Number.NEGATIVE_INFINITY : Date.parse(since);
  return instants.every((instant, index) => instant >= (instants[index - 1] ?? earliest));
}

async function putPage(
  work: StreamWork,
  key: StateKey,
  state: StreamState,
  answer: RestAnswer,
): Promise<void> {
  const { store } = work;
  const byId = withIds(objectsAt(answer, 'data'), 'node_id');
  const ids = [...byId.keys()];
  await deleteNodes(store, TABLE, 'node_id', key.repoId, ids);
  const appender = await store.append(TABLE);
  for (const [id, comment] of byId) {
    appender.add([key.repoId, id, pullNumber(comment), bodyText(kept(comment)), key.version, answer.date]);
  }
  appender.close();
  if (state.phase !== 'full') return;
  if (state.cursor === null) await forgetSeen(store, key.stream, key.repoId);
  await markSeen(store, key.stream, key.repoId, ids);
}

const KEPT = [
  'id',
  'node_id',
  'pull_request_review_id',
  'in_reply_to_id',
  'path',
  'line',
  'commit_id',
  'created_at',
  'updated_at',
  'author_association',
] as const;

/** Without the text, the code around it and links. */
function kept(comment: JsonObject): JsonObject {
  const user = valueAt(comment, 'user');
  return {
    ...Object.fromEntries(KEPT.map((name) => [name, comment[name] ?? null])),
    user: user && {
      login: textAt(user, 'login'),
      id: numberAt(user, 'id'),
      node_id: textAt(user, 'node_id'),
      type: textAt(user, 'type'),
    },
  };
}

function pullNumber(comment: JsonObject): number {
  return Number(/\d+$/.exec(textAt(comment, 'pull_request_url') ?? '')?.[0] ?? 0);
}

async function dropUnseen(work: StreamWork, key: StateKey): Promise<void> {
  await work.store.run(readQuery('collect/github/drop_unseen_review_comments'), {
    repo_id: key.repoId,
    stream: key.stream,
  });
  await forgetSeen(work.store, key.stream, key.repoId);
}

/** What large projects have, where GitHub does not say how many comments there are. */
const COMMENTS_PER_PULL = 3;

/** What `collectReviewComments` would cost: nothing counts the comments but the pages of their list. */
export async function estimateReviewComments(
  work: EstimateWork,
  stream: Named,
): Promise<Pick<Estimate, 'restRequestCount'>> {
  const { store, repository, request } = work;
  const state = await readState(store, stateKey(stream, repository.repoId, PART));
  if (!request.isFull && state.watermark !== null) return { restRequestCount: 1 };
  const pullCount = numberAt(repository.body, 'allPullRequests', 'totalCount') ?? 0;
  if (pullCount === 0) return { restRequestCount: 1 };
  const count = (await countComments(work)) ?? pullCount * COMMENTS_PER_PULL;
  // A page begins with the last comment of the one before.
  return { restRequestCount: Math.max(1, Math.ceil((count - 1) / (PAGE - 1))) };
}

/** As many as there are pages of one; null where GitHub does not say which is the last. */
async function countComments(work: EstimateWork): Promise<number | null> {
  const { owner, name } = work.repository;
  const { isFull, since } = work.request;
  const changed = isFull || since === null ? {} : { since: formatInstant(since) };
  const parameters = { owner, repo: name, per_page: 1, ...changed };
  const { data, next, last } = await work.client.rest(ROUTE, parameters, work);
  if (next === null) return objectsAt({ data }, 'data').length;
  const page = last === null ? null : new URL(last).searchParams.get('page');
  return page === null ? null : Number(page);
}
