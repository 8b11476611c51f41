import { readText } from '../../json.ts';
import type { Account } from '../../world/records.ts';
import { connect } from '../connection.ts';
import { type Arguments, asUser, type FieldTable, isVisible, type Query, serve } from '../serve.ts';
import { SPONSORABLE } from './sponsors.ts';

/** What everybody has who may own repositories. */
const COMMON = {
  url: (row: Account) => `https://github.com/${row.login}`,
  resourcePath: (row: Account) => `/${row.login}`,
  avatarUrl: (row: Account) => `https://avatars.githubusercontent.com/u/${row.databaseId}?v=4`,
  repository: (row: Account, args: Arguments, query: Query) => {
    const found = query.world.repositoryByName(`${row.login}/${readText(args, 'name')}`);
    return found && isVisible(query, found.row) ? found.row : null;
  },
  repositories: listRepositories,
} as const;

/** People: bots and organisations can't be one. */
export const USER: FieldTable = {
  ...SPONSORABLE,
  ...serve('User', {
    ...COMMON,
    isEmployee: () => false,
    isGitHubStar: () => false,
    isSiteAdmin: () => false,
    isViewer: (row, _args, query) => row.login === query.token.login,
    bio: (row) => row.bio ?? '',
    followers: (row, args, query) => connect(query, args, { items: [], total: row.followerCount }),
    organizations: (row, args, query) => {
      const shown = row.memberships.filter((one) => one.isPublic);
      const items = shown.flatMap((one) => query.world.account(one.organizationId) ?? []);
      return connect(query, args, { items });
    },
    socialAccounts: (row, args, query) => connect(query, args, { items: row.socialAccounts }),
  }),
};

export const ORGANIZATION: FieldTable = {
  ...SPONSORABLE,
  ...serve('Organization', {
    ...COMMON,
    description: (row) => row.bio,
    viewerCanAdminister: (row, _args, query) => query.token.maintains.includes(row.login),
    email: (row) => (row.email === '' ? null : row.email),
    membersWithRole: (row, args, query) => {
      const mayAll = query.token.maintains.includes(row.login);
      const items = query.world
        .membersOf(row.id)
        .filter(
          (one) => mayAll || one.memberships.some((each) => each.organizationId === row.id && each.isPublic),
        );
      const roleOf = (one: Account): string | null =>
        one.memberships.find((each) => each.organizationId === row.id)?.role ?? null;
      return connect(query, args, { items, id: (one) => one.id, edge: (one) => ({ role: roleOf(one) }) });
    },
  }),
};

export const BOT: FieldTable = serve('Bot', {
  url: (row) => `https://github.com/apps/${row.login}`,
  resourcePath: (row) => `/apps/${row.login}`,
  avatarUrl: (row) => `https://avatars.githubusercontent.com/in/${row.databaseId}?v=4`,
});

export const MANNEQUIN: FieldTable = serve('Mannequin', {
  url: (row) => `https://github.com/${row.login}`,
  resourcePath: (row) => `/${row.login}`,
  claimant: () => asUser(undefined),
});

function listRepositories(row: Account, args: Arguments, query: Query): unknown {
  const privacy = readText(args, 'privacy');
  const items = query.world
    .repositoriesOf(row.id)
    .filter(
      (one) => isVisible(query, one) && (privacy === undefined || one.isPrivate === (privacy === 'PRIVATE')),
    )
    .filter((one) => args['isFork'] == null || (one.parentId !== null) === args['isFork'])
    .filter((one) => args['isArchived'] == null || (one.archivedAt !== null) === args['isArchived']);
  const field = readText(args['orderBy'], 'field') ?? 'CREATED_AT';
  return connect(query, args, {
    items,
    key: (one) => {
      if (field === 'NAME') return one.name;
      if (field === 'STARGAZERS') return one.stargazers.length;
      if (field === 'UPDATED_AT') return one.updatedAt;
      return field === 'PUSHED_AT' ? (one.pushedAt ?? '') : one.createdAt;
    },
    id: (one) => one.id,
    isDescending: readText(args['orderBy'], 'direction') === 'DESC',
    isMain: true,
  });
}
