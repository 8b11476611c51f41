import type {
  Account,
  Discussion,
  Issue,
  Label,
  PullRequest,
  Records,
  Release,
  Repository,
  Sponsorship,
} from './records.ts';

/** Rows that have a node id and stand on their own. */
export type Root = Account | Repository | Issue | PullRequest | Release | Discussion | Sponsorship;

/** What one repository holds, in creation order. */
export interface Holdings {
  issues: Issue[];
  pullRequests: PullRequest[];
  releases: Release[];
  discussions: Discussion[];
}

/** Records with the ways to find them. Mutable: faults change it between two requests, and call `changed` after that. */
export interface World {
  readonly records: Records;
  /** Folder with the bare repositories, `owner/name.git`. */
  readonly gitRoot: string;
  /** Rises with every change, so that sorted copies of lists know when they are stale. */
  readonly version: () => number;
  /** Rebuilds all look-ups after records were changed in place. */
  readonly changed: () => void;
  readonly node: (id: string) => Root | undefined;
  readonly account: (id: string | null | undefined) => Account | undefined;
  readonly accountByLogin: (login: string) => Account | undefined;
  readonly accountByNumber: (databaseId: number) => Account | undefined;
  readonly accountByEmail: (email: string) => Account | undefined;
  readonly repository: (id: string | null | undefined) => Repository | undefined;
  readonly repositoryByNumber: (databaseId: number) => Repository | undefined;
  /** By today's or an earlier full name; `isRenamed` when it was an earlier one. */
  readonly repositoryByName: (fullName: string) => { row: Repository; isRenamed: boolean } | undefined;
  readonly fullName: (repository: Repository) => string;
  readonly label: (id: string | undefined) => Label | undefined;
  readonly holdings: (repositoryId: string) => Holdings;
  readonly repositoriesOf: (ownerId: string) => readonly Repository[];
  readonly forksOf: (repositoryId: string) => readonly Repository[];
  readonly membersOf: (organizationId: string) => readonly Account[];
  readonly sponsorshipsFor: (maintainerId: string) => readonly Sponsorship[];
  readonly sponsorshipsBy: (sponsorId: string) => readonly Sponsorship[];
}

interface Index {
  readonly nodes: Map<string, Root>;
  readonly accounts: Map<string, Account>;
  readonly logins: Map<string, Account>;
  readonly accountNumbers: Map<number, Account>;
  readonly emails: Map<string, Account>;
  readonly repositories: Map<string, Repository>;
  readonly repositoryNumbers: Map<number, Repository>;
  readonly names: Map<string, { row: Repository; isRenamed: boolean }>;
  readonly labels: Map<string, Label>;
  readonly holdings: Map<string, Holdings>;
  readonly byOwner: Map<string, Repository[]>;
  readonly byParent: Map<string, Repository[]>;
  readonly members: Map<string, Account[]>;
  readonly byMaintainer: Map<string, Sponsorship[]>;
  readonly bySponsor: Map<string, Sponsorship[]>;
}

/** Address of an account that keeps its own private: `NUMBER+LOGIN@…`, or without the number for old accounts. */
const NOREPLY = /^(?:(\d+)\+)?([^@+]+)@users\.noreply\.github\.com$/;

/** Indexes records; look-ups by login, name and email ignore case, as GitHub's do. */
export function createWorld(records: Records, gitRoot: string): World {
  let index = buildIndex(records);
  let version = 0;
  const fullName = (row: Repository): string =>
    `${index.accounts.get(row.ownerId)?.login ?? '?'}/${row.name}`;
  return {
    records,
    gitRoot,
    version: () => version,
    changed: () => {
      index = buildIndex(records);
      version += 1;
    },
    node: (id) => index.nodes.get(id),
    account: (id) => (id ? index.accounts.get(id) : undefined),
    accountByLogin: (login) => index.logins.get(login.toLowerCase()),
    accountByNumber: (number) => index.accountNumbers.get(number),
    accountByEmail: (email) => findByEmail(index, email.toLowerCase()),
    repository: (id) => (id ? index.repositories.get(id) : undefined),
    repositoryByNumber: (number) => index.repositoryNumbers.get(number),
    repositoryByName: (name) => index.names.get(name.toLowerCase()),
    fullName,
    label: (id) => (id ? index.labels.get(id) : undefined),
    holdings: (id) => index.holdings.get(id) ?? emptyHoldings(),
    repositoriesOf: (id) => index.byOwner.get(id) ?? [],
    forksOf: (id) => index.byParent.get(id) ?? [],
    membersOf: (id) => index.members.get(id) ?? [],
    sponsorshipsFor: (id) => index.byMaintainer.get(id) ?? [],
    sponsorshipsBy: (id) => index.bySponsor.get(id) ?? [],
  };
}

function findByEmail(index: Index, email: string): Account | undefined {
  const own = index.emails.get(email);
  if (own) return own;
  const [, number, login] = NOREPLY.exec(email) ?? [];
  if (number !== undefined) return index.accountNumbers.get(Number(number));
  return login === undefined ? undefined : index.logins.get(login);
}

function emptyHoldings(): Holdings {
  return { issues: [], pullRequests: [], releases: [], discussions: [] };
}

function buildIndex(records: Records): Index {
  const index: Index = {
    nodes: new Map(),
    accounts: new Map(),
    logins: new Map(),
    accountNumbers: new Map(),
    emails: new Map(),
    repositories: new Map(),
    repositoryNumbers: new Map(),
    names: new Map(),
    labels: new Map(),
    holdings: new Map(),
    byOwner: new Map(),
    byParent: new Map(),
    members: new Map(),
    byMaintainer: new Map(),
    bySponsor: new Map(),
  };
  for (const account of records.accounts) addAccount(index, account);
  for (const repository of records.repositories) addRepository(index, repository);
  addHoldings(index, records);
  for (const row of records.sponsorships) {
    index.nodes.set(row.id, row);
    push(index.byMaintainer, row.maintainerId, row);
    if (row.sponsorId) push(index.bySponsor, row.sponsorId, row);
  }
  return index;
}

function addAccount(index: Index, account: Account): void {
  index.nodes.set(account.id, account);
  index.accounts.set(account.id, account);
  index.logins.set(account.login.toLowerCase(), account);
  index.accountNumbers.set(account.databaseId, account);
  for (const email of account.emails) index.emails.set(email.toLowerCase(), account);
  for (const membership of account.memberships) push(index.members, membership.organizationId, account);
}

function addRepository(index: Index, row: Repository): void {
  const owner = index.accounts.get(row.ownerId)?.login ?? '?';
  index.nodes.set(row.id, row);
  index.repositories.set(row.id, row);
  index.repositoryNumbers.set(row.databaseId, row);
  index.names.set(`${owner}/${row.name}`.toLowerCase(), { row, isRenamed: false });
  for (const name of row.previousNames) {
    const key = name.toLowerCase();
    if (!index.names.has(key)) index.names.set(key, { row, isRenamed: true });
  }
  for (const label of row.labels) index.labels.set(label.id, label);
  index.holdings.set(row.id, emptyHoldings());
  push(index.byOwner, row.ownerId, row);
  if (row.parentId) push(index.byParent, row.parentId, row);
}

function addHoldings(index: Index, records: Records): void {
  for (const kind of ['issues', 'pullRequests', 'releases', 'discussions'] as const) {
    for (const row of records[kind]) index.nodes.set(row.id, row);
  }
  for (const row of records.issues) index.holdings.get(row.repositoryId)?.issues.push(row);
  for (const row of records.pullRequests) index.holdings.get(row.repositoryId)?.pullRequests.push(row);
  for (const row of records.releases) index.holdings.get(row.repositoryId)?.releases.push(row);
  for (const row of records.discussions) index.holdings.get(row.repositoryId)?.discussions.push(row);
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
