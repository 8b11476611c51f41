import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../generate/random.ts';
import type { IdMint } from '../world/ids.ts';
import type { Account, Comment, Issue, Item, Repository } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** Where a change happens: the world, the instant (ISO), chance, and ids for what is new. */
export interface ChangeInput {
  readonly world: World;
  readonly now: string;
  readonly random: Random;
  readonly mint: IdMint;
  /** Full name of the repository it strikes; one with issues when left out. */
  readonly repository?: string;
}

/** What people do to the data while a collector reads it. Each returns false when there was nothing to change. */
export const CHANGES: Readonly<Record<string, (input: ChangeInput) => boolean>> = {
  /** A comment on an issue: it jumps to the front of everything sorted by update. */
  'touch-issue': (input) => comment(input, pickItem(input, 'issues')),
  'touch-pull': (input) => comment(input, pickItem(input, 'pullRequests')),
  'edit-comment': (input) => {
    const item = pickItem(input, 'issues', (one) => one.comments.length > 0);
    const edited = item && input.random.pick(item.comments);
    if (!item || !edited) return false;
    edited.body = `${edited.body} (edited)`;
    edited.updatedAt = input.now;
    item.updatedAt = input.now;
    return true;
  },
  /** Does not change the issue's own date, as on GitHub. */
  'delete-comment': (input) => {
    const item = pickItem(input, 'issues', (one) => one.comments.length > 0);
    if (!item) return false;
    item.comments.splice(input.random.between(0, item.comments.length - 1), 1);
    return true;
  },
  'open-issue': (input) => {
    const repository = home(input);
    if (!repository) return false;
    input.world.records.issues.push(createIssue(input, repository, pickAuthor(input)));
    return true;
  },
  'close-issue': (input) => {
    const item = pickItem(input, 'issues', (one) => one.closedAt === null);
    const issue = item && input.world.records.issues.find((one) => one.id === item.id);
    if (!issue) return false;
    const event = { ...input.mint.next('Event'), createdAt: input.now, actorId: pickAuthor(input).id };
    issue.timeline.push({ __typename: 'ClosedEvent', ...event, stateReason: 'COMPLETED' });
    Object.assign(issue, {
      state: 'CLOSED',
      stateReason: 'COMPLETED',
      closedAt: input.now,
      updatedAt: input.now,
    });
    return true;
  },
  /** Taking labels off leaves no trace but the event. */
  'unlabel-issue': (input) => {
    const item = pickItem(input, 'issues', (one) => one.labelIds.length > 0);
    const labelId = item?.labelIds.pop();
    if (!item || labelId === undefined) return false;
    const event = { ...input.mint.next('Event'), createdAt: input.now, actorId: pickAuthor(input).id };
    item.timeline.push({ __typename: 'UnlabeledEvent', ...event, labelId });
    item.updatedAt = input.now;
    return true;
  },
  'delete-issue': (input) => {
    const item = pickItem(input, 'issues');
    const { issues } = input.world.records;
    const index = issues.findIndex((one) => one.id === item?.id);
    if (index < 0) return false;
    issues.splice(index, 1);
    return true;
  },
  /** Keeps its node id, gets another repository and number. */
  'transfer-issue': (input) => {
    const item = pickItem(input, 'issues');
    const { issues, repositories } = input.world.records;
    const index = issues.findIndex((one) => one.id === item?.id);
    const issue = issues[index];
    const target = repositories.find((one) => one.id !== issue?.repositoryId && hasIssues(input.world, one));
    if (!issue || !target) return false;
    const event = { ...input.mint.next('Event'), createdAt: input.now, actorId: pickAuthor(input).id };
    issue.timeline.push({ __typename: 'TransferredEvent', ...event, fromRepositoryId: issue.repositoryId });
    const moved = {
      ...issue,
      repositoryId: target.id,
      number: nextNumber(input.world, target),
      labelIds: [],
    };
    issues.splice(index, 1, { ...moved, updatedAt: input.now });
    return true;
  },
  /** The number is gone from the issues and is a discussion's now. */
  'convert-issue': (input) => {
    const item = pickItem(input, 'issues');
    const { issues, discussions } = input.world.records;
    const index = issues.findIndex((one) => one.id === item?.id);
    const category = input.world.repository(item?.repositoryId)?.discussionCategories[0];
    if (!item || index < 0 || !category) return false;
    issues.splice(index, 1);
    discussions.push({
      __typename: 'Discussion',
      ...input.mint.next('Discussion'),
      number: item.number,
      repositoryId: item.repositoryId,
      categoryId: category.id,
      authorId: item.authorId,
      authorAssociation: item.authorAssociation,
      title: item.title,
      body: item.body,
      createdAt: input.now,
      updatedAt: input.now,
      closedAt: null,
      answerChosenAt: null,
      answerChosenById: null,
      upvoteCount: 1,
      comments: [],
    });
    return true;
  },
  star: (input) => {
    const repository = home(input);
    const known = new Set(repository?.stargazers.map((one) => one.accountId));
    const fresh = input.world.records.accounts.filter(
      (one) => one.__typename === 'User' && !known.has(one.id),
    );
    if (!repository || fresh.length === 0) return false;
    repository.stargazers.push({ accountId: input.random.pick(fresh).id, starredAt: input.now });
    return true;
  },
  unstar: (input) => {
    const stars = home(input)?.stargazers;
    if (!stars || stars.length === 0) return false;
    stars.splice(input.random.between(0, stars.length - 1), 1);
    return true;
  },
  'delete-fork': (input) => {
    const { repositories } = input.world.records;
    const forks = input.world.forksOf(home(input)?.id ?? '').filter((one) => !hasIssues(input.world, one));
    if (forks.length === 0) return false;
    repositories.splice(repositories.indexOf(input.random.pick(forks)), 1);
    return true;
  },
  /** The login changes, the account stays. */
  'rename-login': (input) => {
    const account = pickAuthor(input);
    account.login = `${account.login}-new`;
    account.updatedAt = input.now;
    return true;
  },
  /** The owner of the repository changes its login: the full name changes, old links lead on. */
  'rename-owner': (input) => {
    const repository = home(input);
    const owner = input.world.account(repository?.ownerId);
    if (!owner) return false;
    for (const row of input.world.repositoriesOf(owner.id)) row.previousNames.push(input.world.fullName(row));
    const login = `${owner.login}-hq`;
    symlinkSync(owner.login, join(input.world.gitRoot, login));
    owner.login = login;
    return true;
  },
  /** Somebody else takes a login that was given up: equal login, another account. */
  'reuse-login': (input) => {
    const account = pickAuthor(input);
    const login = account.login;
    account.login = `${login}-gave-it-up`;
    const other = {
      ...account,
      ...input.mint.next('User'),
      login,
      emails: [],
      name: null,
      createdAt: input.now,
    };
    input.world.records.accounts.push({
      ...other,
      updatedAt: input.now,
      memberships: [],
      sponsorsListing: null,
    });
    return true;
  },
  /** What the account wrote has no author any more. */
  'delete-account': (input) => {
    const account = pickAuthor(input);
    const { accounts, issues, pullRequests } = input.world.records;
    accounts.splice(accounts.indexOf(account), 1);
    for (const item of [...issues, ...pullRequests]) forget(item, account.id);
    return true;
  },
  /** Text that breaks careless readers: NUL, half a surrogate pair, a quarter of a megabyte. */
  'hostile-title': (input) => {
    const item = pickItem(input, 'issues');
    if (!item) return false;
    Object.assign(item, {
      title: 'a\u0000b \ud83d c </script> \u2028',
      body: 'x'.repeat(262_144),
      updatedAt: input.now,
    });
    return true;
  },
  'block-repository': (input) => {
    const repository = home(input);
    if (repository) repository.blockedFor = 'dmca';
    return repository !== undefined;
  },
};

function hasIssues(world: World, row: Repository): boolean {
  return world.holdings(row.id).issues.length > 0 && !row.isPrivate;
}

/** The repository a change strikes. */
function home(input: ChangeInput): Repository | undefined {
  if (input.repository !== undefined) return input.world.repositoryByName(input.repository)?.row;
  return input.world.records.repositories.find((row) => hasIssues(input.world, row));
}

function pickItem(
  input: ChangeInput,
  kind: 'issues' | 'pullRequests',
  test: (item: Item) => boolean = () => true,
): Item | undefined {
  const repository = home(input);
  const all: readonly Item[] = repository ? input.world.holdings(repository.id)[kind] : [];
  const fit = all.filter(test);
  return fit.length === 0 ? undefined : input.random.pick(fit);
}

function pickAuthor(input: ChangeInput): Account {
  const active = new Set(input.world.records.issues.map((issue) => issue.authorId));
  return input.random.pick(
    input.world.records.accounts.filter((one) => one.__typename === 'User' && active.has(one.id)),
  );
}

function comment(input: ChangeInput, item: Item | undefined): boolean {
  if (!item) return false;
  const added: Comment = {
    __typename: 'IssueComment',
    ...input.mint.next('IssueComment'),
    authorId: pickAuthor(input).id,
    authorAssociation: 'NONE',
    body: 'One more thing.',
    createdAt: input.now,
    updatedAt: input.now,
    isMinimized: false,
  };
  item.comments.push(added);
  item.updatedAt = input.now;
  return true;
}

function nextNumber(world: World, repository: Repository): number {
  const { issues, pullRequests, discussions } = world.holdings(repository.id);
  return Math.max(0, ...[...issues, ...pullRequests, ...discussions].map((one) => one.number)) + 1;
}

function createIssue(input: ChangeInput, repository: Repository, author: Account): Issue {
  return {
    __typename: 'Issue',
    ...input.mint.next('Issue'),
    number: nextNumber(input.world, repository),
    repositoryId: repository.id,
    authorId: author.id,
    authorAssociation: 'NONE',
    title: 'Opened while you were reading',
    body: '',
    createdAt: input.now,
    updatedAt: input.now,
    closedAt: null,
    locked: false,
    labelIds: [],
    assigneeIds: [],
    milestoneId: null,
    comments: [],
    timeline: [],
    state: 'OPEN',
    stateReason: null,
    isPinned: false,
  };
}

function forget(item: Item, id: string): void {
  if (item.authorId === id) item.authorId = null;
  for (const one of item.comments) if (one.authorId === id) one.authorId = null;
  for (const event of item.timeline) if (event.actorId === id) event.actorId = null;
}
