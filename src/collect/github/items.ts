import { UnderstoryError } from '../../core/errors.ts';
import type { ItemList } from './item-list.ts';
import { fetchPage, type Page } from './item-page.ts';
import { makePageSize } from './page-size.ts';
import { textAt } from './read.ts';
import { dropMissing, dropUnseen } from './reconcile.ts';
import { forgetSeen, markSeen, putChildren, putNodes, type RowStamp } from './rows.ts';
import {
  beginScan,
  begunBy,
  finished,
  readState,
  type StateKey,
  type StreamState,
  stateKey,
  UNREAD,
  writeState,
} from './state.ts';
import type { StreamWork } from './stream.ts';

/** Pages that bring nothing or lead nowhere, one after the other, before the list is given up. */
const IDLE_PAGES = 5;
/** `step` of a scan that has met places where an item should be and is not shown. */
const HIDDEN = 'hidden';

/**
 * Brings a list of items up to date: first all of it in the order in which items were made, which nothing that happens
 * meanwhile can change; later what changed since.
 *
 * Each page is stored with the place of the next one. A scan that an earlier run began is followed by an update, since
 * what changed between the two runs may lie behind the reader.
 */
export async function collectItems(work: StreamWork, list: ItemList): Promise<null> {
  const key = stateKey(list.stream, work.repository.repoId);
  let state = await readState(work.store, key);
  if (list.isOff?.(work.repository.body)) return await passOver(work, key, state);
  const isResumed = state.phase !== 'done';
  if (!isResumed || (work.request.isFull && state.phase === 'update')) state = beginScan(work.request, state);
  state = await scan(work, list, key, state);
  if (isResumed) state = await scan(work, list, key, beginScan(NEXT, state));
  await dropMissing(work, list, state.expectedCount);
  return null;
}

/** What is switched off is shown to nobody, and not gone: what is stored stays, and all is read again once it is on. */
async function passOver(work: StreamWork, key: StateKey, { completeFrom }: StreamState): Promise<null> {
  const next: StreamState = { ...UNREAD, completeFrom, finishedAt: work.repository.fetchedAt };
  await work.commit(() => writeState(work.store, key, next));
  return null;
}

const NEXT = { isFull: false, since: null };

async function scan(
  work: StreamWork,
  list: ItemList,
  key: StateKey,
  start: StreamState,
): Promise<StreamState> {
  let state = start;
  const size = makePageSize(list.planned, state.pageSize);
  const counted = list.countExpected(work.repository.body);
  for (let idlePages = 0, done = 0; ; ) {
    const page = await fetchPage(work, list, state, size);
    idlePages = isIdle(page, state) ? idlePages + 1 : 0;
    if (idlePages >= IDLE_PAGES) throw stuck(list);
    const expectedCount = counted ?? page.totalCount;
    const isLast = page.isLast || isBehind(list, page, state);
    const step = page.hiddenCount > 0 ? HIDDEN : state.step;
    const next = advance({ ...state, expectedCount, pageSize: size.first(), step }, page, isLast);
    await work.commit(async () => {
      await putPage(work, list, page, state);
      if (isLast && state.phase === 'full' && step !== HIDDEN) await dropUnseen(work, list, key);
      await writeState(work.store, key, next);
    });
    if (isLast && step === HIDDEN) throw hidden(list);
    state = next;
    done += page.nodes.length;
    report(work, list, done, start.phase === 'full' ? expectedCount : null);
    if (isLast) return state;
  }
}

function hidden({ field }: ItemList): UnderstoryError {
  return new UnderstoryError({
    code: 'E_PERMISSION',
    message: `GitHub leaves out a part of the ${field}, which this token may not see`,
    hint: 'Allow the token to see the organization, on https://github.com/settings/tokens under “Configure SSO”',
  });
}

function isIdle(page: Page, state: StreamState): boolean {
  const isEmpty = page.nodes.length === 0;
  return !page.isLast && (isEmpty || page.endCursor === null || page.endCursor === state.cursor);
}

function advance(state: StreamState, page: Page, isLast: boolean): StreamState {
  const begun = begunBy(state, page.date);
  // As if it had not been read: whoever may see what was left out finds it with the next run.
  if (isLast && state.step === HIDDEN) return { ...begun, phase: 'done', cursor: null, startedAt: null };
  return isLast ? finished(begun, page.date) : { ...begun, cursor: page.endCursor ?? state.cursor };
}

function isBehind(list: ItemList, page: Page, { phase, watermark }: StreamState): boolean {
  return (
    phase === 'update' &&
    watermark !== null &&
    page.nodes.length > 0 &&
    list.endsUpdate(page.nodes, watermark)
  );
}

async function putPage(work: StreamWork, list: ItemList, page: Page, state: StreamState): Promise<void> {
  const { store, repository } = work;
  const stamp: RowStamp = { ...repository, version: list.stream.version, fetchedAt: page.date };
  await putNodes(store, list.table, page.nodes, stamp);
  for (const [{ table }, byItem] of page.children) await putChildren(store, table, byItem, stamp);
  if (state.phase !== 'full') return;
  if (state.cursor === null) await forgetSeen(store, list.stream.name, repository.repoId);
  const ids = page.nodes.flatMap((node) => textAt(node, 'id') ?? []);
  await markSeen(store, list.stream.name, repository.repoId, ids);
}

function report(work: StreamWork, list: ItemList, done: number, total: number | null): void {
  const subject = `${work.repository.owner}/${work.repository.name}`;
  work.context.onProgress({
    phase: `collecting ${list.stream.name}`,
    subject,
    done,
    ...(total === null ? {} : { total: Math.max(total, done) }),
    unit: list.stream.name,
  });
}

function stuck(list: ItemList): UnderstoryError {
  return new UnderstoryError({
    code: 'E_GITHUB',
    message: `GitHub says that more ${list.field} follow, but gives none`,
    hint: 'Run the same command again later; it goes on where it stopped',
  });
}
