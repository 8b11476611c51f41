import type { Repository } from '../../world/records.ts';
import { connect } from '../connection.ts';
import { asInt, asUser, type FieldTable, type Query, serve } from '../serve.ts';
import { findCommit } from './commit.ts';

export const DISCUSSION: FieldTable = serve('Discussion', {
  databaseId: (row) => asInt(row.databaseId),
  url: (row, _args, query) => `${urlOf(query, row.repositoryId)}/discussions/${row.number}`,
  author: (row, _args, query) => query.world.account(row.authorId) ?? null,
  repository: (row, _args, query) => query.world.repository(row.repositoryId),
  closed: (row) => row.closedAt !== null,
  stateReason: () => null,
  isAnswered: (row) => row.answerChosenAt !== null,
  answerChosenBy: (row, _args, query) => query.world.account(row.answerChosenById) ?? null,
  answer: (row) => row.comments.find((comment) => comment.isAnswer) ?? null,
  category: (row, _args, query) => findCategory(query.world.repository(row.repositoryId), row.categoryId),
  comments: (row, args, query) =>
    connect(query, args, { items: row.comments, key: (one) => one.createdAt, id: (one) => one.id }),
});

function urlOf(query: Query, repositoryId: string): string {
  const repository = query.world.repository(repositoryId);
  return `https://github.com/${repository ? query.world.fullName(repository) : ''}`;
}

function findCategory(repository: Repository | undefined, id: string): unknown {
  return repository?.discussionCategories.find((category) => category.id === id);
}

export const DISCUSSION_COMMENT: FieldTable = serve('DiscussionComment', {
  databaseId: (row) => asInt(row.databaseId),
  author: (row, _args, query) => query.world.account(row.authorId) ?? null,
  replies: (_row, args, query) => connect(query, args, { items: [] }),
  replyTo: () => null,
  upvoteCount: () => 1,
  isMinimized: () => false,
});

export const RELEASE: FieldTable = serve('Release', {
  url: (row, _args, query) => `${urlOf(query, row.repositoryId)}/releases/tag/${row.tagName}`,
  description: (row) => row.body,
  author: (row, _args, query) => asUser(query.world.account(row.authorId)),
  repository: (row, _args, query) => query.world.repository(row.repositoryId),
  isLatest: (row, _args, query) => {
    const all = query.world
      .holdings(row.repositoryId)
      .releases.filter((one) => !one.isPrerelease && !one.isDraft);
    return all.at(-1)?.id === row.id;
  },
  tagCommit: (row, _args, query) => {
    const repository = query.world.repository(row.repositoryId);
    return repository ? findCommit(query, repository, row.tagOid) : null;
  },
  releaseAssets: (row, args, query) => connect(query, args, { items: row.assets, id: (one) => one.id }),
});

export const RELEASE_ASSET: FieldTable = serve('ReleaseAsset', {
  digest: () => null,
  downloadUrl: (row) => `https://github.com/download/${row.id}`,
  uploadedBy: (row, _args, query) => query.world.account(row.uploaderId) ?? null,
});
