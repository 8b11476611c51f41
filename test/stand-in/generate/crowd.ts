import type { Account } from '../world/records.ts';
import { iso, MONTH } from './calendar.ts';
import { COMPANIES, MAIL_PROVIDER } from './cast.ts';
import { drawLocation, drawName, toLatin } from './names.ts';
import {
  createAccount,
  identityAt,
  type Job,
  monthsBefore,
  noreply,
  type Person,
  type Setting,
} from './people.ts';
import type { Random } from './random.ts';

/** People around the projects, in the order in which they came; most come once, some stay. */
export interface Crowd {
  readonly people: readonly Person[];
  /** Somebody who is around at an instant: mostly one who came lately. */
  readonly pick: (random: Random, at: number) => Person;
}

/** Draws the crowd; one in sixty has deleted the account since. */
export function createCrowd(setting: Setting): Crowd {
  const random = setting.random.fork('crowd');
  const count = Math.round(160 * setting.scale);
  const first = monthsBefore(setting, 60);
  const width = setting.until + setting.ahead - first;
  const people = Array.from({ length: count }, (_, index) =>
    // The crowd grows: half of all come in the last 38 % of the time.
    createPasserBy(setting, random, index, first + width * ((index + 0.5) / count) ** 0.7),
  );
  const pick = (draw: Random, at: number): Person => {
    const arrived = Math.max(0, Math.min(1, (at - first) / width)) ** (1 / 0.7) * count;
    const back = Math.floor(-Math.log(1 - draw.next()) * Math.max(2, count * 0.03));
    const index = Math.max(0, Math.min(count - 1, Math.floor(arrived) - back));
    const person = people[index];
    if (person === undefined) throw new Error('Expected a crowd of at least one');
    return person;
  };
  return { people, pick };
}

/** Who may have sent somebody: not what was bought meanwhile, and not the foundation. */
const EMPLOYERS = COMPANIES.filter((one) => one.kind !== 'foundation' && one.key !== 'tessarine');

function createPasserBy(setting: Setting, random: Random, index: number, cameAt: number): Person {
  const name = drawName(random);
  const isGhost = index % 60 === 59;
  const company = random.chance(0.45) ? random.pick(EMPLOYERS) : null;
  const account = isGhost ? null : createPerson(setting, random, name, index, cameAt);
  const job: Job = { company: company?.key ?? null, from: cameAt - 24 * MONTH, to: Number.POSITIVE_INFINITY };
  const mail = company && random.chance(0.5) ? 'work' : random.chance(0.5) ? 'noreply' : 'private';
  const person: Person = {
    key: `crowd-${index}`,
    kind: 'person',
    name,
    earlierName: null,
    account,
    jobs: [job],
    work: [],
    offset: random.pick([-480, -300, -180, 0, 60, 60, 120, 330, 480, 540]),
    mail,
    isGhost,
  };
  if (account) {
    account.emails = [...new Set([identityAt(person, cameAt).email, noreply(account)])];
    if (company && random.chance(0.6)) account.company = random.pick(company.spellings);
    if (mail === 'private' && random.chance(0.2)) account.email = identityAt(person, cameAt).email;
  }
  return person;
}

function createPerson(
  setting: Setting,
  random: Random,
  name: string,
  index: number,
  cameAt: number,
): Account {
  const words = toLatin(name).split(' ').filter(Boolean);
  const [given = 'x', family = 'y'] = [words[0], words.at(-1)];
  const login = random.pick([`${given}${family}`, `${given[0]}${family}`, `${family}-${given}`]);
  const account = createAccount(
    setting,
    'User',
    `${login}${index}`,
    cameAt - 2 * MONTH - random.around(20 * MONTH),
  );
  account.name = random.chance(0.8) ? name : null;
  account.location = drawLocation(random);
  account.followerCount = Math.floor(random.around(6, 1.4));
  account.isHireable = random.chance(0.05);
  account.updatedAt = iso(cameAt);
  return account;
}

/** Accounts that only star: they have no other trace. */
export function createOnlookers(setting: Setting, count: number): readonly Account[] {
  const random = setting.random.fork('onlookers');
  return Array.from({ length: count }, (_, index) => {
    const account = createAccount(
      setting,
      'User',
      `onlooker-${index}`,
      monthsBefore(setting, 62) - random.around(10 * MONTH),
    );
    account.name = random.chance(0.3) ? drawName(random) : null;
    account.location = drawLocation(random);
    return account;
  });
}

/** Machines: a dependency bot, a bot that is a `User` to GitHub, one that closes what is stale, and a coding agent. */
export function createMachines(setting: Setting): {
  readonly dependabot: Person;
  readonly ci: Person;
  readonly stale: Person;
  readonly agent: Person;
} {
  const make = (key: string, login: string, type: 'Bot' | 'User', kind: 'bot' | 'agent'): Person => {
    const account = createAccount(setting, type, login, monthsBefore(setting, 80));
    const suffix = type === 'Bot' ? '[bot]' : '';
    account.name = type === 'User' ? login : null;
    account.emails = [noreply(account), `${key}@${MAIL_PROVIDER}`];
    return {
      key,
      kind,
      name: `${login}${suffix}`,
      earlierName: null,
      account,
      jobs: [],
      work: [],
      offset: 0,
      mail: 'noreply',
      isGhost: false,
    };
  };
  return {
    dependabot: make('dependabot', 'dependabot', 'Bot', 'bot'),
    ci: make('jenkins', 'jenkins-orrery', 'User', 'bot'),
    stale: make('stale', 'orrery-stale', 'Bot', 'bot'),
    agent: make('agent', 'copilot-swe-agent', 'Bot', 'agent'),
  };
}
