import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMetric } from '../../../src/metrics/run.ts';
import { openMemory } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Row } from '../../../src/store/value.ts';
import { buildFacts } from '../../../src/transform/build.ts';
import { NO_SETTINGS } from '../../../src/transform/settings.ts';
import type { Truth } from '../../stand-in/generate/truth.ts';
import { type StandIn, startStandIn } from '../../stand-in/start.ts';
import { temporaryFolder } from '../../support/collect.ts';
import { collectFrom, githubContext } from '../../support/github.ts';

const MAIN = 'orrery-db/orrery';
const cleanups: (() => void)[] = [];
let standIn: StandIn;
let store: Store;
let truth: Truth;

beforeAll(async () => {
  standIn = await startStandIn({ generate: { seed: 5, scale: 0.2 } });
  truth = JSON.parse(JSON.stringify(standIn.engine.future?.truth ?? null));
  store = await openMemory();
  // Our clock at the end of the data, as GitHub's is.
  const context = githubContext({ now: () => new Date(truth.until) });
  const folder = temporaryFolder((clean) => cleanups.push(clean));
  await collectFrom({ standIn, store, folder, context });
  await buildFacts(store, NO_SETTINGS, context);
}, 180_000);

afterAll(async () => {
  store.close();
  for (const clean of cleanups) clean();
  await standIn.close();
});

function planted() {
  const repository = truth.repositories[MAIN];
  if (!repository) throw new Error(`Nothing is known of ${MAIN}`);
  return { ...repository, window: truth.window, people: truth.people };
}

async function rows(sql: string): Promise<readonly Row[]> {
  return (await store.query(sql)).rows;
}

async function metric(name: string): Promise<readonly Row[]> {
  const [scope] = await rows('select scope_id from dim_scope');
  const { from, to } = planted().window;
  const result = await runMetric(store, {
    metric: name,
    scopeIds: [BigInt(String(scope?.['scope_id']))],
    asOf: new Date(to),
    params: { from, to },
  });
  expect(result.gaps, name).toEqual([]);
  return result.rows;
}

describe('facts and metrics of an invented ecosystem say what was planted', () => {
  test('who opened what, who answered first and who reviewed first', async () => {
    const found = await rows(`
      select number, 'issue' as kind, author_account_id, first_response_at, first_response_account_id, null as first_review_at
      from fct_issue
      union all
      select number, 'pull_request', author_account_id, first_response_at, first_response_account_id, first_review_at
      from fct_pull_request
      order by number`);
    const logins = new Map(
      (await rows('select account_id, login from dim_account')).map((row) => [
        row['account_id'],
        row['login'],
      ]),
    );
    const login = (id: unknown) => (typeof id === 'bigint' ? logins.get(id) : null);
    const { responses } = planted();
    expect(responses.length).toBeGreaterThan(0);
    expect(
      found.map((row) => ({
        number: row['number'],
        kind: row['kind'],
        author: login(row['author_account_id']),
        at: row['first_response_at'],
        by: login(row['first_response_account_id']),
      })),
    ).toEqual(
      responses.map((one) => ({
        number: one.number,
        kind: one.kind,
        author: one.author,
        at: one.firstResponseAt,
        by: one.firstResponseBy,
      })),
    );
  });

  test('every table has as many rows as there are things', async () => {
    const known = new Map(Object.entries(planted().counts));
    const [found] = await rows(`select
      (select count(*) from fct_issue) as issues,
      (select count(*) from fct_issue where state = 'open') as "openIssues",
      (select count(*) from fct_pull_request) as "pullRequests",
      (select count(*) from fct_pull_request where state = 'merged') as "mergedPullRequests",
      (select count(*) from fct_comment where comment_kind = 'issue_comment') as "issueComments",
      (select count(*) from fct_comment where comment_kind = 'pull_request_comment') as "pullRequestComments",
      (select count(*) from fct_comment where comment_kind = 'review_comment') as "reviewComments",
      (select count(*) from fct_review) as reviews,
      (select count(*) from fct_release) as releases,
      (select count(*) from fct_discussion) as discussions,
      (select max(star_count) from fct_repo_snapshot) as stars`);
    const expected = Object.keys(found ?? {}).map((name) => [name, known.get(name)]);
    expect(Object.entries(found ?? {}).map(([name, value]) => [name, Number(value)])).toEqual(expected);
  });

  test('an account is what the world has it for, and no two accounts are one person', async () => {
    const people = await rows('select account_id, login, person_id, actor_kind from dim_account');
    const seen = planted().people.filter(({ login }) => people.some((row) => row['login'] === login));
    expect(seen.length).toBeGreaterThan(5);
    for (const person of seen) {
      const account = people.find((row) => row['login'] === person.login);
      expect(account?.['actor_kind'], person.key).toBe(person.kind);
    }
    const known = people.filter((row) => row['person_id'] !== null);
    expect(new Set(known.map((row) => row['person_id'])).size).toBe(known.length);
  });

  test('names and addresses of git meet the account of whoever wrote under them', async () => {
    const links = await rows(`
      select identities.name, identities.email, people.person_id
      from dim_identity as identities
      join map_identity_person as people using (identity_id)
      where not identities.is_account
        -- GitHub knows whose an address is where somebody added it to an account; one that stands only in the
        -- words of messages is not asked for.
        and (identities.name, identities.email) in (
          select (name, email) from raw_github_commit_account where node_id is not null
        )`);
    const accounts = await rows('select login, person_id from dim_account');
    const apart = planted().people.flatMap(({ login, identities }) => {
      const account = accounts.find((row) => row['login'] === login);
      if (!account) return [];
      return links
        .filter((row) => identities.some(({ name, email }) => row['name'] === name && row['email'] === email))
        .filter((row) => row['person_id'] !== account['person_id'])
        .map((row) => `${String(row['name'])} <${String(row['email'])}>`);
    });
    expect(links.length).toBeGreaterThan(10);
    expect(apart).toEqual([]);
  });

  test('whoever works for a company is found there, through every change of jobs', async () => {
    const driver = await openMemory();
    const context = githubContext({ now: () => new Date(truth.until) });
    const folder = temporaryFolder((clean) => cleanups.push(clean));
    for (const target of [MAIN, 'orrery-db/orrery-py'])
      await collectFrom({ standIn, store: driver, folder, target, context });
    await buildFacts(driver, NO_SETTINGS, context);
    const { rows: found } = await driver.query(`
      select accounts.login, organizations.name, links.rule, commits.authored_at
      from fct_commit as commits
      join dim_account as accounts on accounts.person_id = commits.principal_person_id
      left join fct_commit_organization as links using (repo_id, sha)
      left join dim_organization as organizations using (organization_id)`);
    driver.close();
    const keys = new Map(
      truth.companies.flatMap(({ key, name, domain }) => [
        [name, key],
        [domain, key],
      ]),
    );
    const employerOf = (login: unknown, at: string) =>
      truth.people
        .find((person) => person.login === login)
        ?.jobs.find((job) => job.from <= at && (job.to === null || at < job.to))?.company;
    const told = found.flatMap(({ login, name, rule, authored_at }) => {
      const employer = employerOf(login, String(authored_at));
      if (employer === undefined) return [];
      return [{ login, rule, employer, company: keys.get(String(name)) ?? null }];
    });
    const rules = new Set(told.map(({ rule }) => rule));
    expect(rules).toEqual(new Set(['address', 'profile', null]));
    // Marisol Echeverría's address tells nothing; she works for Polder as her profile says, and did for nobody before.
    expect(told.filter(({ rule }) => rule === 'profile').map(({ company }) => company)).toContain('polder');
    expect(told.filter(({ rule, company, employer }) => rule !== null && company !== employer)).toEqual([]);
    // Only who left before the profile was read, and wrote from a private address, stays unknown.
    const unknown = told.filter(({ rule, employer }) => rule === null && employer !== null);
    expect(new Set(unknown.map(({ login }) => login))).toEqual(new Set(['yhoshino']));
  });

  test('reviews, merges and the numbers of the window', async () => {
    const { recent } = planted();
    expect(await metric('review_coverage')).toMatchObject([
      {
        merged_count: BigInt(recent.merged),
        reviewed_count: BigInt(recent.mergedReviewed),
        self_merged_count: BigInt(recent.selfMerged),
      },
    ]);
    const logins = await rows('select person_id, login from dim_person');
    const merged = (await metric('mergers')).map((row) => [
      logins.find((person) => person['person_id'] === row['person_id'])?.['login'],
      Number(row['merged_count']),
    ]);
    const machines = new Set(
      planted()
        .people.filter(({ kind }) => kind !== 'person')
        .map(({ login }) => login),
    );
    const expected = Object.entries(recent.mergers).filter(
      ([login]) => login !== 'ghost' && !machines.has(login),
    );
    expect(Object.fromEntries(merged)).toEqual(Object.fromEntries(expected));
    const closure = await metric('closure_ratio');
    expect(closure.map((row) => [row['item_kind'], Number(row['opened_count'])])).toEqual([
      ['issue', recent.issuesOpened],
      ['pull_request', recent.pullRequestsOpened],
    ]);
  });
});
