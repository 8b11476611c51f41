import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, forgetPeople, report, showPerson } from '../../../src/index.ts';
import { openReader } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Row } from '../../../src/store/value.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import type { Account } from '../../stand-in/world/records.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { githubContext } from '../../support/github.ts';
import { PLAIN } from '../../support/stand-in-client.ts';

const TARGET = 'orrery-db/orrery';
const PROFILE = {
  company: '@xylograph-works',
  location: 'Zzyzx Springs',
  bio: 'Knows quokkas',
  websiteUrl: 'https://quokka.apsis',
  twitterUsername: 'quokkafriend',
};

let standIn: StandIn;
let leaver: Account;
let folder: string;
let cleanup: () => void;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 4, scale: 0.1, only: ['orrery'] } });
  const { accounts, issues, sponsorships } = standIn.engine.world.records;
  const found = accounts.find(({ login }) => login === 'imarquardt');
  const [[issue], [sponsorship]] = [issues, sponsorships];
  if (!found || !issue || !sponsorship) throw new Error('Nobody to forget');
  leaver = Object.assign(found, PROFILE);
  Object.assign(issue, { authorId: leaver.id });
  Object.assign(sponsorship, { sponsorId: leaver.id, privacyLevel: 'PUBLIC' });
  folder = temporaryFolder((clean) => (cleanup = clean));
}, 120_000);
afterAll(async () => {
  cleanup();
  await standIn.close();
});

const contextOf = () =>
  githubContext({
    now: () => new Date(standIn.engine.clock.now()),
    env: { ...process.env, ...standIn.urls, GH_TOKEN: PLAIN },
  });
const input = () => ({ db: join(folder, 'cache', 'understory.duckdb'), currentDirectory: folder });

/** Opened once for many questions: opening takes longer than most answers. */
async function reading<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openReader(input().db);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

const query = (sql: string): Promise<readonly Row[]> =>
  reading(async (store) => (await store.query(sql)).rows);

/** Of names, addresses and the login, then of the account and its profile. */
function traces(): readonly RegExp[] {
  const { id, databaseId } = leaver;
  const profile = ['xylograph', 'zzyzx', 'quokka'].map((text) => new RegExp(text, 'i'));
  // Other things have the same numbers.
  const number = new RegExp(`(?:account_id":|/u/|"User"[^}]*"databaseId":)${databaseId}(?!\\d)`);
  return [/marquardt/i, new RegExp(id), number, ...profile];
}

/** Files that name the leaver, and tables, whose bytes in the file are packed. Git fetches a mirror whole. */
async function places(): Promise<readonly string[]> {
  const found: string[] = [];
  const isNaming = (text: string) => traces().some((trace) => trace.test(text));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile() && !name.includes('.git/') && isNaming(readFileSync(path, 'latin1')))
      found.push(name);
  }
  await reading(async (store) => {
    for (const { table_name } of (await store.query('select table_name from duckdb_tables()')).rows) {
      const { rows } = await store.query(`select to_json(t)::varchar as row from ${String(table_name)} as t`);
      const row = rows.map((one) => String(one['row'])).find(isNaming);
      if (row !== undefined) found.push(`${String(table_name)}: ${row}`);
    }
  });
  return found;
}

/** What everybody did, and how many of them there are. */
const counts = () =>
  query(`
    select
      (select count(*) from dim_person) as people,
      (select count(*) from dim_account) as accounts,
      (select count(*) from raw_github_account) as profiles,
      (select count(*) from fct_sponsorship) as sponsorships,
      (select count(distinct sponsor_account_id) from fct_sponsorship) as sponsors,
      (select list(n order by n) from (select count(*) as n from fct_issue group by author_person_id)) as issues,
      (select list(n order by n) from (select count(*) as n from fct_pull_request group by author_person_id)) as pulls,
      (select list(n order by n) from (select count(*) as n from fct_review group by author_person_id)) as reviews,
      (select list(n order by n) from (select count(*) as n from fct_comment group by author_person_id)) as comments,
      (select list(n order by n) from (select count(*) as n from fct_commit group by principal_person_id)) as commits`);

test('takes somebody with issues, reviews, comments, a profile and a sponsorship out of all that GitHub said', async () => {
  const targets = { ...input(), targets: [TARGET] };
  await collect(targets, contextOf());
  const before = await counts();
  const [acts] = await query(`
    select
      (select count(*) from stg_github__issue where author_login = 'imarquardt') > 0 as has_issues,
      (select count(*) from stg_github__review where author_login = 'imarquardt') > 0 as has_reviews,
      (select count(*) from stg_github__comment where author_login = 'imarquardt') > 0 as has_comments,
      (select count(*) from fct_sponsorship where sponsor_login = 'imarquardt') > 0 as is_sponsor`);
  expect(acts).toEqual({ has_issues: true, has_reviews: true, has_comments: true, is_sponsor: true });
  const written = { ...targets, isCollecting: false };
  const { reports } = await report(written, contextOf());
  expect((await places()).length).toBeGreaterThan(20);

  const result = await forgetPeople({ ...input(), names: ['imarquardt'] }, contextOf());
  expect(result.identities).toContain('imarquardt');
  expect(result.reports).toEqual(reports.map(({ directory }) => directory));
  await report(written, contextOf());
  expect(await places()).toEqual([]);
  expect(await counts()).toEqual(before);
  const [pseudonym = ''] = result.pseudonyms;
  const { identities } = await showPerson({ ...input(), name: pseudonym }, contextOf());
  expect(identities.map(({ name, login }) => [name, login])).toEqual([
    [pseudonym, pseudonym],
    ['', pseudonym],
  ]);

  for (const full of [false, true]) {
    await collect({ ...targets, full }, contextOf());
    expect(await places(), full ? 'with --full' : '').toEqual([]);
    expect(await counts()).toEqual(before);
  }
}, 240_000);
