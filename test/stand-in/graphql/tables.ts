import { isRecord } from '../json.ts';
import { BOT, MANNEQUIN, ORGANIZATION, USER } from './fields/account.ts';
import { COMMIT } from './fields/commit.ts';
import { EVENT, ISSUE, ISSUE_COMMENT, LABEL, MILESTONE } from './fields/item.ts';
import { PULL_REQUEST, REVIEW, REVIEW_COMMENT } from './fields/pull-request.ts';
import { QUERY, REPOSITORY } from './fields/repository.ts';
import { SPONSORS_LISTING, SPONSORS_TIER, SPONSORSHIP } from './fields/sponsors.ts';
import { DISCUSSION, DISCUSSION_COMMENT, RELEASE, RELEASE_ASSET } from './fields/talk.ts';
import { refuse } from './problem.ts';
import type { Arguments, FieldTable, Query } from './serve.ts';

/** Fields that are computed, by GraphQL type; the rest are read from the row. */
const TABLES: Readonly<Record<string, FieldTable>> = {
  Query: QUERY,
  User: USER,
  Organization: ORGANIZATION,
  Bot: BOT,
  Mannequin: MANNEQUIN,
  Repository: REPOSITORY,
  Issue: ISSUE,
  PullRequest: PULL_REQUEST,
  IssueComment: ISSUE_COMMENT,
  PullRequestReview: REVIEW,
  PullRequestReviewComment: REVIEW_COMMENT,
  Label: LABEL,
  Milestone: MILESTONE,
  Commit: COMMIT,
  Release: RELEASE,
  ReleaseAsset: RELEASE_ASSET,
  Discussion: DISCUSSION,
  DiscussionComment: DISCUSSION_COMMENT,
  Sponsorship: SPONSORSHIP,
  SponsorsListing: SPONSORS_LISTING,
  SponsorsTier: SPONSORS_TIER,
};

/**
 * Answers one field of one row.
 *
 * What the stand-in has no data for is an error of its own type rather than null, so that nobody takes it for GitHub's answer.
 */
export function resolveField(
  type: string,
  field: string,
  row: unknown,
  args: Arguments,
  query: Query,
): unknown {
  const table = TABLES[type] ?? (type.endsWith('Event') ? EVENT : undefined);
  const resolve = table?.[field];
  if (resolve) return resolve(row, args, query);
  const value = isRecord(row) ? row[field] : undefined;
  if (typeof value === 'function') return value(args);
  if (value === undefined) {
    throw refuse('STAND_IN_UNSERVED', `The stand-in does not serve \`${type}.${field}\``);
  }
  return value;
}
