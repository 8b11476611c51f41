import type { Association, Issue, PullRequest } from './item-records.ts';

export type * from './item-records.ts';

/**
 * The records a stand-in serves, one JSON object each, as they lie in the data folder.
 *
 * Fields that GitHub's GraphQL has keep its names and units; references are node ids (`…Id`). Instants are ISO text in UTC.
 */

/** An account: a person's, an organisation's, a bot's, or a stand-in for somebody imported (`Mannequin`). */
export interface Account {
  readonly __typename: 'User' | 'Organization' | 'Bot' | 'Mannequin';
  readonly id: string;
  readonly databaseId: number;
  login: string;
  name: string | null;
  /** The address shown in the profile; empty where none is. */
  email: string;
  /** Verified addresses: what links a commit to the account. Never served. */
  emails: string[];
  company: string | null;
  location: string | null;
  bio: string | null;
  websiteUrl: string | null;
  twitterUsername: string | null;
  readonly createdAt: string;
  updatedAt: string;
  isHireable: boolean;
  isVerified: boolean;
  archivedAt: string | null;
  followerCount: number;
  memberships: Membership[];
  socialAccounts: { provider: string; url: string }[];
  sponsorsListing: SponsorsListing | null;
}

export interface Membership {
  organizationId: string;
  role: 'ADMIN' | 'MEMBER';
  isPublic: boolean;
}

export interface SponsorsListing {
  readonly __typename: 'SponsorsListing';
  readonly id: string;
  readonly createdAt: string;
  shortDescription: string;
  isPublic: boolean;
  fiscalHostId: string | null;
  goal: { kind: string; title: string; targetValue: number; percentComplete: number } | null;
  tiers: SponsorsTier[];
}

export interface SponsorsTier {
  readonly __typename: 'SponsorsTier';
  readonly id: string;
  name: string;
  monthlyPriceInCents: number;
  isOneTime: boolean;
  isCustomAmount: boolean;
  readonly createdAt: string;
}

export interface Sponsorship {
  readonly __typename: 'Sponsorship';
  readonly id: string;
  readonly maintainerId: string;
  /** Null for a sponsor whose account was deleted. */
  sponsorId: string | null;
  readonly createdAt: string;
  /** When it ended; null while it runs. */
  endedAt: string | null;
  isActive: boolean;
  isOneTimePayment: boolean;
  privacyLevel: 'PUBLIC' | 'PRIVATE';
  tierId: string | null;
}

export interface Repository {
  readonly __typename: 'Repository';
  readonly id: string;
  readonly databaseId: number;
  name: string;
  ownerId: string;
  /** Full names it had before; GitHub redirects them. */
  previousNames: string[];
  description: string | null;
  homepageUrl: string | null;
  readonly createdAt: string;
  updatedAt: string;
  pushedAt: string | null;
  archivedAt: string | null;
  isPrivate: boolean;
  isTemplate: boolean;
  parentId: string | null;
  defaultBranch: string | null;
  languages: { name: string; size: number }[];
  license: { key: string; spdxId: string; name: string } | null;
  topics: string[];
  /** Members of the whole fork network that have no record of their own. */
  otherForkCount: number;
  stargazers: { accountId: string; starredAt: string }[];
  watcherIds: string[];
  hasIssuesEnabled: boolean;
  hasDiscussionsEnabled: boolean;
  hasWikiEnabled: boolean;
  fundingLinks: { platform: string; url: string }[];
  /** Path of each community document by kind, as GitHub recognises them. */
  documents: Partial<Record<DocumentKind, string>>;
  diskUsage: number;
  labels: Label[];
  milestones: Milestone[];
  collaborators: { accountId: string; permission: 'ADMIN' | 'MAINTAIN' | 'WRITE' | 'TRIAGE' | 'READ' }[];
  dependencies: Dependency[];
  discussionCategories: { id: string; name: string; isAnswerable: boolean }[];
  /** Why it can't be read: taken down (451), or blocked (403). */
  blockedFor: 'dmca' | 'tos' | null;
}

export type DocumentKind =
  | 'readme'
  | 'license'
  | 'contributing'
  | 'codeOfConduct'
  | 'security'
  | 'codeowners'
  | 'issueTemplate'
  | 'pullRequestTemplate'
  | 'funding';

export interface Dependency {
  packageName: string;
  packageManager: string;
  version: string;
  /** File it is declared in. */
  manifest: string;
}

export interface Label {
  readonly __typename: 'Label';
  readonly id: string;
  readonly databaseId: number;
  name: string;
  color: string;
}

export interface Milestone {
  readonly __typename: 'Milestone';
  readonly id: string;
  readonly databaseId: number;
  readonly number: number;
  title: string;
  readonly createdAt: string;
  dueOn: string | null;
  closedAt: string | null;
}

export interface Release {
  readonly __typename: 'Release';
  readonly id: string;
  readonly databaseId: number;
  readonly repositoryId: string;
  tagName: string;
  tagOid: string;
  name: string;
  body: string;
  authorId: string | null;
  readonly createdAt: string;
  publishedAt: string | null;
  updatedAt: string;
  isDraft: boolean;
  isPrerelease: boolean;
  assets: ReleaseAsset[];
}

export interface ReleaseAsset {
  readonly __typename: 'ReleaseAsset';
  readonly id: string;
  readonly databaseId: number;
  name: string;
  size: number;
  downloadCount: number;
  contentType: string;
  uploaderId: string | null;
  readonly createdAt: string;
}

export interface Discussion {
  readonly __typename: 'Discussion';
  readonly id: string;
  readonly databaseId: number;
  readonly number: number;
  readonly repositoryId: string;
  categoryId: string;
  authorId: string | null;
  authorAssociation: Association;
  title: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  answerChosenAt: string | null;
  answerChosenById: string | null;
  upvoteCount: number;
  comments: DiscussionComment[];
}

export interface DiscussionComment {
  readonly __typename: 'DiscussionComment';
  readonly id: string;
  readonly databaseId: number;
  authorId: string | null;
  authorAssociation: Association;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  isAnswer: boolean;
}

/** Everything a stand-in knows, as arrays in file order; what `world.ts` indexes. */
export interface Records {
  accounts: Account[];
  repositories: Repository[];
  issues: Issue[];
  pullRequests: PullRequest[];
  releases: Release[];
  discussions: Discussion[];
  sponsorships: Sponsorship[];
}
