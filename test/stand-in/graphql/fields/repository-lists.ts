import { readText, readTexts } from '../../json.ts';
import type { Discussion, Issue, Item, PullRequest, Repository } from '../../world/records.ts';
import { connect, type Listing } from '../connection.ts';
import { refuse } from '../problem.ts';
import { type Arguments, asUser, type FieldTable, mayAdminister, type Query, serve } from '../serve.ts';

const direction = (args: Arguments): boolean => readText(args['orderBy'], 'direction') === 'DESC';

/** Node ids sort as numbers do, since their bytes are the number. */
function orderItems<Row extends Item>(
  args: Arguments,
  items: readonly Row[],
  isFiltered: boolean,
): Listing<Row> {
  const field = readText(args['orderBy'], 'field') ?? 'CREATED_AT';
  return {
    items,
    key: (one) => {
      if (field === 'COMMENTS') return one.comments.length;
      return field === 'UPDATED_AT' ? one.updatedAt : one.createdAt;
    },
    id: (one) => String(one.databaseId).padStart(16, '0'),
    isDescending: direction(args),
    isMain: true,
    ...(isFiltered ? {} : { orderName: field }),
  };
}

function listIssues(row: Repository, args: Arguments, query: Query): unknown {
  if (!row.hasIssuesEnabled) return connect(query, args, { items: [] });
  const filter = args['filterBy'];
  const since = readText(filter, 'since');
  const states = readTexts(args['states'] == null ? filter : args, 'states');
  const labels = readTexts(args, 'labels');
  const all = query.world.holdings(row.id).issues;
  const isFiltered = since !== undefined || states.length > 0 || labels.length > 0;
  const keep = (issue: Issue): boolean =>
    (since === undefined || Date.parse(issue.updatedAt) >= Date.parse(since)) &&
    (states.length === 0 || states.includes(issue.state)) &&
    (labels.length === 0 || issue.labelIds.some((id) => labels.includes(query.world.label(id)?.name ?? '')));
  return connect(query, args, orderItems(args, isFiltered ? all.filter(keep) : all, isFiltered));
}

function listPulls(row: Repository, args: Arguments, query: Query): unknown {
  const states = readTexts(args, 'states');
  const all = query.world.holdings(row.id).pullRequests;
  const keep = (pull: PullRequest): boolean => states.includes(pull.state);
  const isFiltered = states.length > 0;
  return connect(query, args, orderItems(args, isFiltered ? all.filter(keep) : all, isFiltered));
}

/** Lists of who starred or watches: since July 2026 only for those who administer the repository. */
function closed<Item>(
  row: Repository,
  args: Arguments,
  query: Query,
  listing: Listing<Item>,
  field: string,
): unknown {
  const mayRead = mayAdminister(query, row) && query.token.kind === 'classic';
  if (mayRead) return connect(query, args, listing);
  if (query.token.kind === 'fine-grained' || query.closedLists !== 'empty') {
    const reads = ['nodes', 'edges'].some((part) => query.fields.has(`${field}Connection.${part}`));
    if (reads && query.closedLists === 'not-found') throw refuse('NOT_FOUND', 'Not Found');
    if (reads) throw refuse('FORBIDDEN', 'Resource not accessible by personal access token');
  }
  return connect(query, args, { ...listing, items: [], total: listing.items.length });
}

function listForks(row: Repository, args: Arguments, query: Query): unknown {
  const field = readText(args['orderBy'], 'field') ?? 'CREATED_AT';
  return connect(query, args, {
    items: query.world.forksOf(row.id),
    key: (one) => {
      if (field === 'STARGAZERS') return one.stargazers.length;
      if (field === 'NAME') return one.name;
      if (field === 'PUSHED_AT') return one.pushedAt ?? '';
      return field === 'UPDATED_AT' ? one.updatedAt : one.createdAt;
    },
    id: (one) => one.id,
    isDescending: direction(args),
    isMain: true,
  });
}

function listDiscussions(row: Repository, args: Arguments, query: Query): unknown {
  const all: readonly Discussion[] = row.hasDiscussionsEnabled
    ? query.world.holdings(row.id).discussions
    : [];
  const isByCreation = readText(args['orderBy'], 'field') === 'CREATED_AT';
  return connect(query, args, {
    items: all,
    key: (one) => (isByCreation ? one.createdAt : one.updatedAt),
    id: (one) => one.id,
    // GitHub's default order is by last change, newest first.
    isDescending: args['orderBy'] == null || direction(args),
    isMain: true,
  });
}

async function listRefs(row: Repository, args: Arguments, query: Query): Promise<unknown> {
  const name = query.world.fullName(row);
  const isTags = (readText(args, 'refPrefix') ?? '').startsWith('refs/tags');
  const heads = row.defaultBranch === null ? [] : [{ name: row.defaultBranch, oid: 'refs/heads/main' }];
  const items = isTags ? await query.git.tags(name) : heads;
  return connect(query, args, {
    items,
    node: (one) => ({
      __typename: 'Ref',
      id: `REF_${row.id}_${one.name}`,
      name: one.name,
      prefix: isTags ? 'refs/tags/' : 'refs/heads/',
      repository: row,
      target: query.git.object(name, row.id, `${one.oid}^{commit}`),
    }),
  });
}

function listManifests(row: Repository, args: Arguments, query: Query): unknown {
  const files = [...new Set(row.dependencies.map((one) => one.manifest))];
  return connect(query, args, {
    items: files,
    node: (file) => {
      const inside = row.dependencies.filter((one) => one.manifest === file);
      return {
        __typename: 'DependencyGraphManifest',
        id: `DGM_${row.id}_${file}`,
        filename: file,
        blobPath: `/${query.world.fullName(row)}/blob/main/${file}`,
        parseable: true,
        exceedsMaxSize: false,
        dependenciesCount: inside.length,
        repository: row,
        dependencies: (inner: Arguments) =>
          connect(query, inner, {
            items: inside,
            node: (one) => ({
              packageName: one.packageName,
              packageLabel: one.packageName,
              packageManager: one.packageManager.toUpperCase(),
              packageUrl: null,
              requirements: one.version,
              hasDependencies: false,
              relationship: 'direct',
              repository: null,
            }),
          }),
      };
    },
  });
}

/** Accounts that took part: what GitHub offers after an `@`. */
function listMentionable(row: Repository, args: Arguments, query: Query): unknown {
  const ids = new Set<string | null>();
  const held = query.world.holdings(row.id);
  for (const item of [...held.issues, ...held.pullRequests]) ids.add(item.authorId);
  const items = [...ids].flatMap((id) => asUser(query.world.account(id)) ?? []);
  return connect(query, args, { items, id: (one) => one.id, key: (one) => one.login });
}

export const LISTS: FieldTable = serve('Repository', {
  issues: listIssues,
  pullRequests: listPulls,
  forks: listForks,
  discussions: listDiscussions,
  refs: listRefs,
  dependencyGraphManifests: listManifests,
  mentionableUsers: listMentionable,
  stargazers: (row, args, query) => {
    const listing: Listing<Repository['stargazers'][number]> = {
      items: row.stargazers,
      key: (one) => one.starredAt,
      id: (one) => one.accountId,
      isDescending: direction(args),
      isMain: true,
      orderName: 'STARRED_AT',
      node: (one) => query.world.account(one.accountId),
      edge: (one) => ({ starredAt: one.starredAt }),
    };
    return closed(row, args, query, listing, 'Stargazer');
  },
  watchers: (row, args, query) => {
    const node = (id: string): unknown => query.world.account(id);
    return closed(row, args, query, { items: row.watcherIds, node }, 'User');
  },
  assignableUsers: (row, args, query) => {
    const items = row.collaborators.flatMap((one) => asUser(query.world.account(one.accountId)) ?? []);
    return connect(query, args, { items, id: (one) => one.id });
  },
  collaborators: (row, args, query) => {
    if (!mayAdminister(query, row)) {
      throw refuse('FORBIDDEN', 'Must have push access to view repository collaborators.');
    }
    return connect(query, args, {
      items: row.collaborators,
      node: (one) => query.world.account(one.accountId),
      edge: (one) => ({ permission: one.permission }),
    });
  },
  releases: (row, args, query) => {
    const isByName = readText(args['orderBy'], 'field') === 'NAME';
    return connect(query, args, {
      items: query.world.holdings(row.id).releases,
      key: (one) => (isByName ? one.name : one.createdAt),
      id: (one) => one.id,
      isDescending: args['orderBy'] == null || direction(args),
      isMain: true,
    });
  },
  languages: (row, args, query) =>
    connect(query, args, {
      items: row.languages,
      key: (one) => one.size,
      id: (one) => one.name,
      isDescending: direction(args),
      node: (one) => ({ __typename: 'Language', id: `LANG_${one.name}`, name: one.name, color: null }),
      edge: (one) => ({ size: one.size }),
      more: { totalSize: row.languages.reduce((sum, one) => sum + one.size, 0) },
    }),
  repositoryTopics: (row, args, query) =>
    connect(query, args, {
      items: row.topics,
      node: (name) => ({
        __typename: 'RepositoryTopic',
        id: `RT_${name}`,
        topic: { id: `TO_${name}`, name },
      }),
    }),
  labels: (row, args, query) => connect(query, args, { items: row.labels, id: (one) => one.id }),
  milestones: (row, args, query) => connect(query, args, { items: row.milestones, id: (one) => one.id }),
  discussionCategories: (row, args, query) => connect(query, args, { items: row.discussionCategories }),
  fundingLinks: (row) => row.fundingLinks,
});
