/** Prefixes of node ids, as GitHub writes them. */
const PREFIXES = {
  User: 'U',
  Organization: 'O',
  Bot: 'BOT',
  Mannequin: 'M',
  Team: 'T',
  Repository: 'R',
  Label: 'LA',
  Milestone: 'MI',
  Issue: 'I',
  PullRequest: 'PR',
  IssueComment: 'IC',
  PullRequestReview: 'PRR',
  PullRequestReviewComment: 'PRRC',
  PullRequestReviewThread: 'PRRT',
  Event: 'EV',
  Release: 'RE',
  ReleaseAsset: 'RA',
  Discussion: 'D',
  DiscussionComment: 'DC',
  DiscussionCategory: 'DIC',
  Sponsorship: 'S',
  SponsorsListing: 'SL',
  SponsorsTier: 'ST',
} as const;

export type NodeKind = keyof typeof PREFIXES;

/** An opaque node id in GitHub's form: a prefix for the type, then the number, packed. */
export function nodeId(kind: NodeKind, databaseId: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(databaseId));
  return `${PREFIXES[kind]}_kwDO${bytes.toString('base64url')}`;
}

/** Hands out database numbers and node ids; equal calls in equal order give equal ids. */
export interface IdMint {
  readonly next: (kind: NodeKind) => { readonly id: string; readonly databaseId: number };
}

/** Kinds whose numbers have outgrown 32 bits, so that `databaseId: Int` can't carry them. */
const LARGE: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'Issue',
  'PullRequest',
  'IssueComment',
  'PullRequestReview',
  'PullRequestReviewComment',
]);

/** Users, organizations and programs are one kind of thing to GitHub, numbered in one row. */
const ACCOUNTS: ReadonlySet<NodeKind> = new Set<NodeKind>(['User', 'Organization', 'Bot', 'Mannequin']);

const FIRST_SMALL = 41_000_000;
const FIRST_LARGE = 2_147_480_000;

/**
 * Makes a mint. Numbers of one kind rise by an odd step, as other people's items lie between ours;
 * the large kinds begin a little below 2^31 and cross it. `offset` keeps the ids of two mints apart.
 */
export function createMint(offset = 0): IdMint {
  const counters = new Map<NodeKind, number>();
  return {
    next: (kind) => {
      const first = (LARGE.has(kind) ? FIRST_LARGE : FIRST_SMALL) + offset;
      const row = ACCOUNTS.has(kind) ? 'User' : kind;
      const databaseId = (counters.get(row) ?? first) + 37;
      counters.set(row, databaseId);
      return { id: nodeId(kind, databaseId), databaseId };
    },
  };
}
