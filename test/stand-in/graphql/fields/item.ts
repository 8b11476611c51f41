import { readText, readTexts } from '../../json.ts';
import type { Comment, Item, PullRequest, Review, TimelineEvent } from '../../world/records.ts';
import { connect } from '../connection.ts';
import { type Arguments, asInt, asUser, type FieldTable, type Query, type Rows, serve } from '../serve.ts';
import { findCommit } from './commit.ts';

/** A number as `BigInt` is on the wire. */
const asText = (row: { readonly databaseId: number }): string => String(row.databaseId);

const author = (row: { readonly authorId: string | null }, _args: Arguments, query: Query): unknown =>
  query.world.account(row.authorId) ?? null;

/** What issues and pull requests have in common. */
export const ITEM: Readonly<
  Record<string, (row: Item & { readonly __typename: string }, args: Arguments, query: Query) => unknown>
> = {
  databaseId: (row: Item) => asInt(row.databaseId),
  fullDatabaseId: asText,
  url: (row: Item & { readonly __typename: string }, _args: Arguments, query: Query) => {
    const repository = query.world.repository(row.repositoryId);
    const kind = row.__typename === 'Issue' ? 'issues' : 'pull';
    return `https://github.com/${repository ? query.world.fullName(repository) : ''}/${kind}/${row.number}`;
  },
  closed: (row: Item) => row.closedAt !== null,
  author,
  editor: () => null,
  repository: (row: Item, _args: Arguments, query: Query) => query.world.repository(row.repositoryId),
  milestone: (row: Item, _args: Arguments, query: Query) =>
    query.world.repository(row.repositoryId)?.milestones.find((one) => one.id === row.milestoneId) ?? null,
  labels: (row: Item, args: Arguments, query: Query) => {
    const items = row.labelIds.flatMap((id) => query.world.label(id) ?? []);
    return connect(query, args, { items, id: (one) => one.id });
  },
  assignees: (row: Item, args: Arguments, query: Query) => {
    const items = row.assigneeIds.flatMap((id) => asUser(query.world.account(id)) ?? []);
    return connect(query, args, { items, id: (one) => one.id });
  },
  comments: (row: Item, args: Arguments, query: Query) => connectComments(query, args, row.comments),
  participants: (row: Item, args: Arguments, query: Query) => {
    const ids = new Set([row.authorId, ...row.comments.map((one) => one.authorId)]);
    return connect(query, args, { items: [...ids].flatMap((id) => asUser(query.world.account(id)) ?? []) });
  },
  timelineItems: (row: Item, args: Arguments, query: Query) => connectTimeline(query, args, row),
};

function connectComments(query: Query, args: Arguments, comments: readonly Comment[]): unknown {
  const isByUpdate = readText(args['orderBy'], 'field') === 'UPDATED_AT';
  return connect(query, args, {
    items: comments,
    key: (one) => (isByUpdate ? one.updatedAt : one.createdAt),
    id: (one) => String(one.databaseId).padStart(16, '0'),
    isDescending: readText(args['orderBy'], 'direction') === 'DESC',
  });
}

type Entry = TimelineEvent | Comment | Review;

/** `LabeledEvent` → `LABELED_EVENT`, as the filter's values are spelled. */
function toItemType(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

function connectTimeline(
  query: Query,
  args: Arguments,
  row: Item & Partial<Pick<PullRequest, 'reviews'>>,
): unknown {
  const types = args['itemTypes'] == null ? null : readTexts(args, 'itemTypes');
  const since = readText(args, 'since');
  const all: Entry[] = [...row.timeline, ...row.comments, ...(row.reviews ?? [])];
  const items = all
    .filter((one) => types === null || types.includes(toItemType(one.__typename)))
    .filter((one) => since === undefined || Date.parse(one.createdAt) >= Date.parse(since));
  const more = { filteredCount: items.length, pageCount: items.length, updatedAt: row.updatedAt };
  return connect(query, args, {
    items,
    key: (one) => one.createdAt,
    id: (one) => String(one.databaseId).padStart(16, '0'),
    // Events alone don't know where they happened.
    node: (one) => ({ ...one, repositoryId: row.repositoryId }),
    more,
  });
}

export const ISSUE: FieldTable = serve('Issue', {
  ...ITEM,
  parent: () => null,
  activeLockReason: () => null,
});

export const ISSUE_COMMENT: FieldTable = serve('IssueComment', {
  databaseId: (row) => asInt(row.databaseId),
  fullDatabaseId: asText,
  author,
  editor: () => null,
  lastEditedAt: () => null,
});

export const MILESTONE: FieldTable = serve('Milestone', {
  state: (row) => (row.closedAt === null ? 'OPEN' : 'CLOSED'),
  closed: (row) => row.closedAt !== null,
});

export const LABEL: FieldTable = serve('Label', {
  description: () => null,
  isDefault: () => false,
});

/** All kinds of timeline events; a field that a kind lacks is never asked of it. */
export const EVENT: FieldTable = serve('Event', {
  actor: (row, _args, query) => query.world.account(row.actorId) ?? null,
  label: (row, _args, query) => query.world.label(row.labelId) ?? null,
  assignee: (row, _args, query) => query.world.account(row.subjectId) ?? null,
  user: (row, _args, query) => asUser(query.world.account(row.subjectId)),
  stateReason: (row) => row.stateReason ?? null,
  closer: (row, _args, query) => findCloser(query, row),
  commit: async (row, _args, query) => {
    const repository = query.world.repository(row.repositoryId);
    return repository && row.oid ? findCommit(query, repository, row.oid) : null;
  },
  mergeRefName: () => 'main',
  requestedReviewer: (row, _args, query) =>
    row.team === undefined ? (query.world.account(row.subjectId) ?? null) : toTeam(row.team),
  fromRepository: (row, _args, query) => query.world.repository(row.fromRepositoryId) ?? null,
  discussion: (row, _args, query) => query.world.node(row.discussionId ?? '') ?? null,
});

/** A team, as far as it can be seen. */
export function toTeam(slug: string): unknown {
  return { __typename: 'Team', id: `T_${slug}`, databaseId: 4_100_001, name: slug, slug };
}

function findCloser(query: Query, event: Rows['Event']): unknown {
  if (event.closerNumber === undefined || event.repositoryId === undefined) return null;
  const pulls = query.world.holdings(event.repositoryId).pullRequests;
  return pulls.find((pull) => pull.number === event.closerNumber) ?? null;
}
