import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openMemory } from '../../../../src/store/open.ts';
import type { Store } from '../../../../src/store/store.ts';
import { type StandIn, startStandIn } from '../../../stand-in/start.ts';
import { comparableTables, temporaryFolder } from '../../../support/collect.ts';
import { collectFrom } from '../../../support/github.ts';
import { createClient, MAINTAINER } from '../../../support/stand-in-client.ts';

const MAIN = 'orrery-db/orrery';
const cleanups: (() => void)[] = [];
let standIn: StandIn;
let store: Store;
let folder: string;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 3, scale: 0.2 } });
  folder = temporaryFolder((clean) => cleanups.push(clean));
  store = await openMemory();
  await collectFrom({ standIn, store, folder });
});

afterAll(async () => {
  store.close();
  for (const clean of cleanups) clean();
  await standIn.close();
});

function planted() {
  const { world } = standIn.engine;
  const row = world.repositoryByName(MAIN)?.row;
  if (row === undefined) throw new Error(`${MAIN} is not there`);
  return { row, ...world.holdings(row.id), records: world.records };
}

async function values(sql: string, from: Store = store): Promise<readonly (readonly unknown[])[]> {
  return (await from.query(sql)).rows.map((row) => Object.values(row));
}

const sorted = (rows: readonly (readonly unknown[])[]) =>
  [...rows].sort((a, b) => (String(a) < String(b) ? -1 : 1));

describe('what was planted is stored, item by item', () => {
  test('releases with their assets', async () => {
    const rows = await values(
      `select node_id, body ->> '$.tagName', (body ->> '$.releaseAssets.totalCount')::integer from raw_github_release`,
    );
    const expected = planted().releases.map(({ id, tagName, assets }) => [id, tagName, assets.length]);
    expect(expected.length).toBeGreaterThan(0);
    expect(sorted(rows)).toEqual(sorted(expected));
  });

  test('forks with their dates', async () => {
    const { row, records } = planted();
    const expected = records.repositories
      .filter(({ parentId }) => parentId === row.id)
      .map(({ id, createdAt }) => [id, createdAt]);
    expect(expected.length).toBeGreaterThan(0);
    expect(sorted(await values(`select node_id, body ->> '$.createdAt' from raw_github_fork`))).toEqual(
      sorted(expected),
    );
  });

  test('as many forks as their list counts, while the repository counts those of the whole network', async () => {
    const direct = planted().records.repositories.filter(({ parentId }) => parentId === planted().row.id);
    expect(
      await values(
        "select expected_count, (select count(*)::integer from raw_github_fork), (select max(fork_count) from raw_github_snapshot) from run_github_stream where stream = 'forks'",
      ),
    ).toEqual([[direct.length, direct.length, direct.length + planted().row.otherForkCount]]);
    expect(planted().row.otherForkCount).toBeGreaterThan(0);
  });

  test('discussions with their comments', async () => {
    const { discussions } = planted();
    expect(discussions.length).toBeGreaterThan(0);
    expect(sorted(await values('select node_id from raw_github_discussion'))).toEqual(
      sorted(discussions.map(({ id }) => [id])),
    );
    expect(sorted(await values('select node_id, parent_node_id from raw_github_discussion_comment'))).toEqual(
      sorted(discussions.flatMap(({ id, comments }) => comments.map((comment) => [comment.id, id]))),
    );
  });

  test('packages that it depends on', async () => {
    const names = planted().row.dependencies.map(({ packageName }) => packageName);
    const rows = await values(`select body ->> '$.name' from raw_github_dependency`);
    for (const name of names) expect(rows.some(([stored]) => String(stored).includes(name))).toBe(true);
  });

  test('profiles of everybody whom the rows speak of', async () => {
    const byId = new Map(planted().records.accounts.map((account) => [account.id, account]));
    const rows = await values(
      `select node_id, body ->> '$.login', body ->> '$.company' from raw_github_account`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const [id, login, company] of rows) {
      const account = byId.get(String(id));
      expect([login, company]).toEqual([
        account?.login,
        account?.__typename === 'User' ? account.company : null,
      ]);
    }
    const missing = await values(
      `select body ->> '$.author.login' from raw_github_issue where body ->> '$.author.id' is not null and not exists (select 1 from raw_github_account where node_id = (raw_github_issue.body ->> '$.author.id'))`,
    );
    expect(missing).toEqual([]);
  });

  test('the account behind each identity of commits, asked for once', async () => {
    const owners = new Map(
      planted()
        // GitHub gives commits to people's accounts only, never to a bot's.
        .records.accounts.filter(({ __typename }) => __typename === 'User')
        .flatMap(({ id, emails }) => emails.map((email) => [email, id] as const)),
    );
    const rows = await values('select email, node_id from raw_github_commit_account');
    expect(rows.length).toBeGreaterThan(5);
    for (const [email, id] of rows) expect([email, id]).toEqual([email, owners.get(String(email)) ?? null]);
    const queries = standIn.engine.log.filter(({ operation }) => operation === 'CommitAccounts');
    expect(queries).toHaveLength(1);
  });

  test('sponsors by name where they are public, and as a count where they are not', async () => {
    const { row, records } = planted();
    const all = records.sponsorships.filter(({ maintainerId }) => maintainerId === row.ownerId);
    const open = all.filter(({ privacyLevel }) => privacyLevel === 'PUBLIC');
    expect(open.length).toBeGreaterThan(0);
    expect(
      sorted(
        await values(
          `select node_id, body ->> '$.sponsorEntity.id' from raw_github_sponsorship where parent_node_id = '${row.ownerId}'`,
        ),
      ),
    ).toEqual(sorted(open.map(({ id, sponsorId }) => [id, sponsorId])));
    const active = all.filter(({ isActive }) => isActive).length;
    expect(
      await values(`select sponsor_count from raw_github_sponsor_snapshot where node_id = '${row.ownerId}'`),
    ).toEqual([[active]]);
    expect(await values('from raw_github_sponsor_income')).toEqual([]);
    expect(standIn.engine.log.filter(({ operation }) => operation === 'SponsorsOwn')).toEqual([]);
  });

  test("the owner's profile and `.github`", async () => {
    expect(await values(`select body ->> '$.login' from raw_github_organization`)).toEqual([['orrery-db']]);
    expect(await values(`select body ->> '$.nameWithOwner' from raw_github_owner_default`)).toEqual([
      ['orrery-db/.github'],
    ]);
  });
});

test('a second run reads no account and no package twice, and changes no row', async () => {
  const before = await comparableTables(store);
  const from = standIn.engine.log.length;
  await collectFrom({ standIn, store, folder });
  expect(await comparableTables(store)).toEqual(before);
  const operations = standIn.engine.log.slice(from).map(({ operation }) => operation);
  expect(operations).not.toContain('Accounts');
  expect(operations).not.toContain('CommitAccounts');
});

test('a month later only the profiles of those who do the work are read again', async () => {
  const [[active, all] = []] = await values(
    `select count(*) filter (where node_id in (select node_id from raw_github_commit_account))::integer, count(*)::integer from raw_github_account_use`,
  );
  standIn.engine.clock.advance(26 * 86_400_000);
  await collectFrom({ standIn, store, folder });
  const [[read] = []] = await values(
    'select count(*)::integer from raw_github_account where fetched_at > (select min(fetched_at) + interval 20 days from raw_github_account)',
  );
  expect(Number(read)).toBeGreaterThanOrEqual(Number(active));
  expect(Number(read)).toBeLessThan(Number(all));
});

describe('lists of who gave stars', () => {
  test.each(['empty', 'forbidden'])(
    '%s to an outsider are no news of stars that are gone',
    async (closedLists) => {
      await createClient(standIn).control('PUT', 'options', { closedLists });
      const outcome = await collectFrom({ standIn, store, folder });
      const stars = outcome.streams.find(({ stream }) => stream === 'stars');
      expect(stars).toMatchObject({ status: 'incomplete', isWithheld: true });
      expect(await values(`select * from run_github_stream where stream = 'stars'`)).toEqual([]);
      expect(await values('select bool_and(star_count > 0) from raw_github_snapshot')).toEqual([[true]]);
    },
  );

  test('are read with the token of a maintainer', async () => {
    const own = await openMemory();
    onTestFinished(() => own.close());
    await collectFrom({ standIn, store: own, folder, tokens: [MAINTAINER] });
    const expected = planted().row.stargazers.map(({ accountId, starredAt }) => [accountId, starredAt]);
    expect(sorted(await values(`select node_id, body ->> '$.starredAt' from raw_github_star`, own))).toEqual(
      sorted(expected),
    );
  });
});

test('the maintainer’s own token shows income and how many sponsors hide, but nobody’s name', async () => {
  const own = await openMemory();
  onTestFinished(() => own.close());
  const settings = { streams: ['repository', 'sponsors'] as const };
  await collectFrom({ standIn, store: own, folder, tokens: [MAINTAINER], settings });
  const { row, records } = planted();
  const mine = records.sponsorships.filter(({ maintainerId }) => maintainerId === row.ownerId);
  const hidden = mine.filter(({ isActive, privacyLevel }) => isActive && privacyLevel === 'PRIVATE');
  const tiers = records.accounts.find(({ id }) => id === row.ownerId)?.sponsorsListing?.tiers ?? [];
  const cents = mine
    .filter(({ isActive, isOneTimePayment }) => isActive && !isOneTimePayment)
    .reduce((sum, { tierId }) => sum + (tiers.find(({ id }) => id === tierId)?.monthlyPriceInCents ?? 0), 0);
  expect(hidden.length).toBeGreaterThan(0);
  expect(cents).toBeGreaterThan(0);
  expect(
    await values(
      'select node_id, private_sponsor_count, monthly_income_cents from raw_github_sponsor_income',
      own,
    ),
  ).toEqual([[row.ownerId, hidden.length, cents]]);
  const stored = await values(`select node_id, body ->> '$.privacyLevel' from raw_github_sponsorship`, own);
  expect(stored.map(([, level]) => level)).not.toContain('PRIVATE');
  const ids = new Set(stored.map(([id]) => id));
  expect(hidden.filter(({ id }) => ids.has(id))).toEqual([]);
});

test('without the scopes for names, sponsors are counted and the gap is named', async () => {
  const own = await openMemory();
  onTestFinished(() => own.close());
  const outcome = await collectFrom({ standIn, store: own, folder, tokens: ['stand-in-token-no-scope'] });
  const sponsors = outcome.streams.find(({ stream }) => stream === 'sponsors');
  expect(sponsors?.reason).toContain('read:org');
  expect(await values('select count(*)::integer from raw_github_sponsorship', own)).toEqual([[0]]);
  expect(await values('select max(sponsor_count) > 0 from raw_github_sponsor_snapshot', own)).toEqual([
    [true],
  ]);
});

test('sponsors of a stranger who took over a login are nobody’s of the project', async () => {
  const own = await openMemory();
  onTestFinished(() => own.close());
  const { row, records, pullRequests } = planted();
  const [author] = records.accounts.filter(
    ({ id, __typename }) => __typename === 'User' && pullRequests.some(({ authorId }) => authorId === id),
  );
  const sponsorsListing = records.accounts.find((one) => one.sponsorsListing !== null)?.sponsorsListing;
  if (author === undefined) throw new Error('somebody opened a pull request');
  const before = { ...author };
  onTestFinished(() => {
    Object.assign(author, before);
    records.accounts.pop();
    standIn.engine.world.changed();
  });
  const listed = async () => {
    const settings = { streams: ['pulls', 'accounts', 'sponsors'] as const };
    await collectFrom({ standIn, store: own, folder, settings });
    return sorted(await values('select node_id from raw_github_sponsors_listing', own)).flat();
  };
  Object.assign(author, { sponsorsListing });
  expect(await listed()).toContain(author.id);
  Object.assign(author, { login: `${author.login}-gave-it-up` });
  const stranger = { ...author, ...standIn.engine.mint.next('User'), login: before.login, emails: [] };
  records.accounts.push(stranger);
  standIn.engine.world.changed();
  expect(await listed()).not.toContain(stranger.id);
  expect(await listed()).toContain(row.ownerId);
});
