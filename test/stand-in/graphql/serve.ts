import type { FieldNode } from 'graphql';
import type { CommitRow, GitStore } from '../git/store.ts';
import { isRecord, type JsonObject } from '../json.ts';
import { type ClosedLists, maintains, type Token } from '../server/tokens.ts';
import type {
  Account,
  Comment,
  Discussion,
  DiscussionComment,
  Issue,
  Label,
  Milestone,
  PullRequest,
  Release,
  ReleaseAsset,
  Repository,
  Review,
  ReviewComment,
  Sponsorship,
  SponsorsListing,
  SponsorsTier,
  TimelineEvent,
} from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { SortCache } from './connection.ts';

/** How lists answer wrongly on purpose; see the data part of the fault catalogue. */
export type Quirk = 'empty-page' | 'repeated-item' | 'wrong-total';

/** Everything a resolver may look at: one query by one token. */
export interface Query {
  readonly world: World;
  readonly git: GitStore;
  readonly token: Token;
  /** The stand-in's clock, ISO. */
  readonly now: string;
  readonly budget: Budget | null;
  /** Fields the query reads, as `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldNode>;
  readonly quirks: ReadonlySet<Quirk>;
  readonly sorted: SortCache;
  /** What outsiders get for lists of who starred or watches. */
  readonly closedLists: ClosedLists;
}

/** What `rateLimit` shows. */
export interface Budget {
  readonly cost: number;
  readonly nodeCount: number;
  readonly limit: number;
  readonly remaining: number;
  readonly used: number;
  readonly resetAt: string;
}

/** The rows that have fields of their own, by GraphQL type. */
export interface Rows {
  readonly User: Account;
  readonly Organization: Account;
  readonly Bot: Account;
  readonly Mannequin: Account;
  readonly Repository: Repository;
  readonly Issue: Issue;
  readonly PullRequest: PullRequest;
  readonly IssueComment: Comment;
  readonly PullRequestReview: Review;
  readonly PullRequestReviewComment: ReviewComment;
  readonly Release: Release;
  readonly ReleaseAsset: ReleaseAsset;
  readonly Discussion: Discussion;
  readonly DiscussionComment: DiscussionComment;
  readonly Sponsorship: Sponsorship;
  readonly SponsorsListing: SponsorsListing;
  readonly SponsorsTier: SponsorsTier;
  readonly Label: Label;
  readonly Milestone: Milestone;
  readonly Commit: CommitRow;
  readonly Event: TimelineEvent & { readonly repositoryId?: string };
  readonly Query: { readonly __typename: 'Query' };
}

export type Arguments = JsonObject;

/** Answers one field; `undefined` is refused, so that nothing is missing by accident. */
export type Resolve = (row: unknown, args: Arguments, query: Query) => unknown;
export type FieldTable = Readonly<Record<string, Resolve>>;

/** Makes the fields of a type; all else is read from the row by name. `types` are the names under which rows come. */
export function serve<Name extends keyof Rows>(
  name: Name,
  fields: Readonly<Record<string, (row: Rows[Name], args: Arguments, query: Query) => unknown>>,
): FieldTable {
  const isRow = (value: unknown): value is Rows[Name] =>
    isRecord(value) && typeof value['__typename'] === 'string';
  const wrap = (field: (row: Rows[Name], args: Arguments, query: Query) => unknown): Resolve => {
    return (row, args, query) => {
      if (!isRow(row)) throw new Error(`Expected a row of \`${name}\``);
      return field(row, args, query);
    };
  };
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, wrap(field)]));
}

/** Whether the query's token may see what is closed to outsiders of a repository. */
export function mayAdminister(query: Query, repository: Repository): boolean {
  return maintains(query.token, query.world.account(repository.ownerId)?.login ?? '');
}

/** Whether a repository exists for the query's token: private ones only for their maintainers. */
export function isVisible(query: Query, repository: Repository): boolean {
  return !repository.isPrivate || mayAdminister(query, repository);
}

/** A number for `Int`, which ends at 2^31 − 1: larger ones are null there and only in `fullDatabaseId`. */
export function asInt(databaseId: number): number | null {
  return databaseId > 2_147_483_647 ? null : databaseId;
}

/** An account where the schema has `User`: anything else can't appear there. */
export function asUser(account: Account | undefined): Account | null {
  return account?.__typename === 'User' ? account : null;
}
