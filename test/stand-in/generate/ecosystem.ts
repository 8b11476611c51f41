import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { createMint } from '../world/ids.ts';
import type { Account, PullRequest, Records, Repository } from '../world/records.ts';
import { createAssociate } from './association.ts';
import { MONTH } from './calendar.ts';
import { CAST, type CompanyKey, type RepositoryKey } from './cast.ts';
import { type Crowd, createCrowd, createMachines, createOnlookers } from './crowd.ts';
import { createExtras } from './extras.ts';
import { foldRecords } from './fold.ts';
import { type History, reveal, writeHistory } from './history.ts';
import { type Life, playLife } from './life.ts';
import { createSponsorships } from './money.ts';
import { createCast, createCompanies, monthsBefore, type Person, type Setting } from './people.ts';
import { PLANS, type RepositoryPlan } from './plans.ts';
import { fillPull } from './pull-commits.ts';
import { createRandom } from './random.ts';
import {
  createReleases,
  describeRepository,
  drawContributorForks,
  drawForks,
  drawStars,
} from './repositories.ts';
import { accountsOf, type CrewMember, type Scene } from './scene.ts';

export interface EcosystemOptions {
  readonly seed: number;
  /** 1 is 1,200 commits, 400 issues and 200 pull requests in the main repository; 50 is fifty times that. */
  readonly scale: number;
  /** End of the data as GitHub shows it, in milliseconds. */
  readonly until: number;
  /** Months drawn beyond the end, to be revealed later. */
  readonly monthsAhead: number;
  /** Folder for the bare repositories. */
  readonly gitRoot: string;
  /** Draws only these repositories; all when left out. */
  readonly only?: readonly RepositoryKey[];
}

/** What happened in one planned repository, with everything that tests compare against. */
export interface PlayedRepository {
  readonly plan: RepositoryPlan;
  readonly row: Repository;
  readonly fullName: string;
  readonly life: Life;
  readonly history: History;
}

/** A generated world, whole: also what is not shown yet. */
export interface Ecosystem {
  readonly options: EcosystemOptions;
  readonly people: readonly Person[];
  readonly companies: ReadonlyMap<CompanyKey, Account>;
  readonly played: readonly PlayedRepository[];
  readonly full: Records;
  /** Records as GitHub shows them at an instant; also moves the branches and tags of git there. */
  readonly showAt: (at: number) => Promise<Records>;
}

/** Draws a whole ecosystem and writes its git repositories. The same options give the same bytes. */
export async function generateEcosystem(options: EcosystemOptions): Promise<Ecosystem> {
  const setting: Setting = {
    random: createRandom(options.seed),
    mint: createMint(),
    until: options.until,
    scale: options.scale,
    ahead: options.monthsAhead * MONTH,
  };
  const companies = createCompanies(setting);
  const cast = createCast(setting, companies);
  const machines = createMachines(setting);
  const crowd = createCrowd(setting);
  const onlookers = createOnlookers(setting, Math.round(240 * options.scale));
  const stage: Stage = { options, setting, companies, cast, crowd, machines, onlookers };
  // All that draws numbers comes first, in one order; only then git writes, side by side.
  const plans = PLANS.filter((plan) => options.only?.includes(plan.key) ?? true);
  const acts = plans.map((plan) => play(stage, plan));
  const played = await writeAll(stage, acts);
  const people = [...cast, ...Object.values(machines), ...crowd.people];
  const full = await collectRecords(stage, people, played);
  const associate = createAssociate(full);
  return {
    options,
    people,
    companies,
    played,
    full,
    showAt: async (at) => {
      if (at !== options.until) await Promise.all(played.map((one) => reveal(one.history, at)));
      return foldRecords(full, at, associate);
    },
  };
}

interface Stage {
  readonly options: EcosystemOptions;
  readonly setting: Setting;
  readonly companies: ReadonlyMap<CompanyKey, Account>;
  readonly cast: readonly Person[];
  readonly crowd: Crowd;
  readonly machines: ReturnType<typeof createMachines>;
  readonly onlookers: readonly Account[];
}

function accountOf(stage: Stage, key: CompanyKey): Account {
  const account = stage.companies.get(key);
  if (account === undefined) throw new Error(`Expected company \`${key}\` to have an account`);
  return account;
}

/** A repository's life before git has given hashes to its commits. */
interface Act {
  readonly plan: RepositoryPlan;
  readonly owner: Account;
  readonly row: Repository;
  readonly life: Life;
}

function play(stage: Stage, plan: RepositoryPlan): Act {
  const owner = accountOf(stage, plan.owner);
  const row = describeRepository(stage.setting, plan, owner);
  const scene: Scene = {
    setting: stage.setting,
    plan,
    random: stage.setting.random.fork(`life ${plan.key}`),
    repositoryId: row.id,
    crew: castCrew(stage, plan),
    crowd: stage.crowd,
    machines: stage.machines,
    labels: row.labels,
    actors: new Map(),
  };
  const categories = row.discussionCategories.map((one) => one.id);
  return { plan, owner, row, life: playLife(scene, categories) };
}

/** Writes all repositories; the fork waits for what it forks. */
async function writeAll(stage: Stage, acts: readonly Act[]): Promise<PlayedRepository[]> {
  const own = acts.filter((act) => act.plan.key !== 'fork');
  const played = await Promise.all(own.map((act) => writeAct(stage, act)));
  const parent = played.find((one) => one.plan.key === 'orrery');
  for (const act of acts) if (act.plan.key === 'fork') played.push(await writeAct(stage, act, parent));
  for (const one of played) {
    for (const draft of one.life.pulls) fillPull(one.row, draft, one.history);
  }
  return played;
}

async function writeAct(stage: Stage, act: Act, parent?: PlayedRepository): Promise<PlayedRepository> {
  const { plan, owner, row, life } = act;
  const fullName = `${owner.login}/${row.name}`;
  const path = join(stage.options.gitRoot, `${fullName}.git`);
  const fork = parent && findForkPoint(stage, plan, parent);
  const request = { setting: stage.setting, plan, life, owner: owner.login, path };
  const history = await writeHistory(fork ? { ...request, parent: fork } : request);
  await linkOldNames(stage.options.gitRoot, row, path);
  return { plan, row: finishRow(stage, row, parent, history), fullName, life, history };
}

function castCrew(stage: Stage, plan: RepositoryPlan): CrewMember[] {
  return stage.cast.flatMap((person) => {
    const script = CAST.find((member) => member.key === person.key);
    const work = script?.work.find((one) => one.repository === plan.key);
    if (!work) return [];
    const first = person.jobs[0]?.from ?? 0;
    const last = person.jobs.at(-1)?.to ?? Number.POSITIVE_INFINITY;
    return [
      {
        person,
        weight: work.weight,
        canMerge: work.canMerge,
        from: work.from === undefined ? first : monthsBefore(stage.setting, work.from),
        to: work.to === undefined ? last : monthsBefore(stage.setting, work.to),
      },
    ];
  });
}

function findForkPoint(
  stage: Stage,
  plan: RepositoryPlan,
  parent: PlayedRepository,
): { readonly path: string; readonly oid: string } | undefined {
  const at = monthsBefore(stage.setting, plan.from);
  const commit = parent.history.commits.findLast((one) => one.at <= at);
  return commit && { path: parent.history.path, oid: commit.oid };
}

/** A clone by an old name works, as GitHub redirects it. */
async function linkOldNames(gitRoot: string, row: Repository, path: string): Promise<void> {
  for (const name of row.previousNames) {
    const link = join(gitRoot, `${name}.git`);
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), path), link);
  }
}

function finishRow(
  stage: Stage,
  row: Repository,
  parent: PlayedRepository | undefined,
  history: History,
): Repository {
  const plan = PLANS.find((one) => one.name === row.name && accountOf(stage, one.owner).id === row.ownerId);
  const last = history.commits.findLast((one) => one.at <= stage.options.until);
  const stars = [...stage.onlookers, ...accountsOf(stage.crowd.people)];
  const pushers = plan
    ? castCrew(stage, plan).filter((one) => one.canMerge && one.to > stage.options.until)
    : [];
  return Object.assign(row, {
    parentId: parent?.row.id ?? null,
    stargazers: plan ? drawStars(stage.setting, plan, stars) : [],
    watcherIds: stage.onlookers.slice(0, Math.round(9 * stage.options.scale)).map((one) => one.id),
    collaborators: accountsOf(pushers.map((one) => one.person)).map((account) => ({
      accountId: account.id,
      permission: 'WRITE' as const,
    })),
    pushedAt: new Date(last?.at ?? stage.options.until).toISOString().replace('.000', ''),
    updatedAt: new Date(last?.at ?? stage.options.until).toISOString().replace('.000', ''),
  });
}

/** Everything as records, in creation order within each repository. */
async function collectRecords(
  stage: Stage,
  people: readonly Person[],
  played: readonly PlayedRepository[],
): Promise<Records> {
  const foundation = accountOf(stage, 'foundation');
  const { setting, cast, options } = stage;
  const extra = await createExtras({ setting, foundation, cast, gitRoot: options.gitRoot });
  const accounts = [...stage.companies.values(), ...accountsOf(people), ...stage.onlookers];
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const forks = played.flatMap(({ plan, row, life }) => {
    const pulls = life.pulls.map((draft) => draft.pull);
    const used = drawContributorForks(setting, plan, row, pulls, byId);
    return [
      ...used,
      ...drawForks(setting, plan, row, stage.crowd.people, new Set(used.map((one) => one.ownerId))),
    ];
  });
  return {
    accounts,
    repositories: [...played.map((one) => one.row), ...extra, ...forks],
    issues: played.flatMap((one) => one.life.issues),
    pullRequests: played.flatMap((one) => one.life.pulls.map((draft): PullRequest => draft.pull)),
    releases: played.flatMap((one) => createReleases(stage.setting, one.row, one.history)),
    discussions: played.flatMap((one) => one.life.discussions),
    sponsorships: createSponsorships(stage.setting, stage.companies, stage.cast, stage.crowd),
  };
}
