import { giveBackMemory } from '../../store/frugal.ts';
import { readQuery } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { ask } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { bodyText, objectsAt, valueAt } from './read.ts';
import { withIds } from './rows.ts';
import type { EstimateWork, StreamWork } from './stream.ts';

/** Ids in one query, which is one point. */
export const PROFILES_PER_QUERY = 100;
/** Of those who do most of the work a profile is read again after this time: company and name change without a trace. */
const FRESH_MILLISECONDS = 25 * 86_400_000;
const CORE_COUNT = 300;
/** Raised when profiles are stored in another form. */
const VERSION = 1;

/** Notes which accounts the repository's rows speak of, and reads the profiles that are missing or old. */
export async function collectProfiles(work: StreamWork): Promise<void> {
  await noteUses(work);
  await giveBackMemory(work.store);
  const ids = await staleAccounts(work);
  for (let start = 0; start < ids.length; start += PROFILES_PER_QUERY) {
    const batch = ids.slice(start, start + PROFILES_PER_QUERY);
    const { data, date } = await ask(work, {
      document: 'accounts',
      variables: () => ({ ids: batch }),
      size: null,
      isWhole: (answer) => listLength(valueAt(answer, 'nodes')) === batch.length,
    });
    // An account that is gone is null: its acts stay, without a profile.
    await work.commit(() => putProfiles(work.store, objectsAt(data, 'nodes'), date));
    report(work, start + batch.length, ids.length);
  }
}

/** Accounts of the repository whose profile is to be read. */
export async function staleAccounts({
  store,
  repository,
  request,
}: EstimateWork): Promise<readonly string[]> {
  const core = await coreAccounts({ store, repository }, { count: CORE_COUNT, isListed: false });
  const { rows } = await store.query(readQuery('collect/github/stale_accounts'), {
    repo_id: repository.repoId,
    before: new Date(repository.fetchedAt.getTime() - FRESH_MILLISECONDS),
    core_ids: core.map(({ nodeId }) => nodeId),
    is_full: request.isFull,
  });
  return rows.map((row) => String(row['node_id']));
}

/** An account of the repository; the login is not known before its profile is read. */
interface CoreAccount {
  readonly nodeId: string;
  readonly login: string | null;
}

/** The accounts that do most of the work in a repository; `isListed` for people who can be sponsored only. */
export async function coreAccounts(
  { store, repository }: Pick<StreamWork, 'store' | 'repository'>,
  choice: { readonly count: number; readonly isListed: boolean },
): Promise<readonly CoreAccount[]> {
  const { rows } = await store.query(readQuery('collect/github/core_accounts'), {
    repo_id: repository.repoId,
    count: choice.count,
    is_listed: choice.isListed,
  });
  return rows.map(({ node_id, login }) => ({
    nodeId: String(node_id),
    login: typeof login === 'string' ? login : null,
  }));
}

async function noteUses({ store, repository, commit }: StreamWork): Promise<void> {
  await commit(async () =>
    store.run(readQuery('collect/github/put_account_use'), { repo_id: repository.repoId }),
  );
}

async function putProfiles(store: Store, nodes: readonly JsonObject[], date: Date): Promise<void> {
  const byId = withIds(nodes);
  const ids = [...byId.keys()];
  await store.run('delete from raw_github_account where list_contains($ids, node_id)', { ids });
  const appender = await store.append('raw_github_account');
  for (const [id, node] of byId) appender.add([id, bodyText(node), VERSION, date]);
  appender.close();
  await store.run(readQuery('collect/github/put_account_snapshot'), {
    ids,
    snapshot_date: date.toISOString().slice(0, 10),
  });
}

function listLength(value: unknown): number {
  return Array.isArray(value) ? value.length : -1;
}

function report({ context, repository }: StreamWork, done: number, total: number): void {
  const subject = `${repository.owner}/${repository.name}`;
  context.onProgress({ phase: 'collecting accounts', subject, done, total, unit: 'accounts' });
}
