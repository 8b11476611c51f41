/** How the messages of a repository give credit. */
export type Convention = 'postgresql' | 'linux_kernel' | 'github_squash' | 'plain';

/** What a repository's convention is seen by: its commits that are no merges, years of replayed history left out. */
export interface ConventionCounts {
  readonly commitCount: number;
  /** Commits whose author is their committer. */
  readonly selfCommittedCount: number;
  /** Commits committed on the forge's web page. */
  readonly webCommittedCount: number;
  /** Commits with a `Signed-off-by`. */
  readonly signedCount: number;
  /** Commits whose message closes with names alone, leads with them or says "per" and a name. */
  readonly closingNameCount: number;
}

/** A convention with the count that decided and the share of commits that it makes up. */
export interface DetectedConvention {
  readonly convention: Convention;
  readonly rule: 'closing_names' | 'signed' | 'web_committed' | 'none';
  readonly confidence: number;
}

/** metrics.md A2: a few people push, so that git's author is the committer. */
const SELF_COMMITTED_SHARE = 0.95;
const CLOSING_NAME_SHARE = 0.05;
/** Fewer closing names may be slips of the grammar, such as a headline. */
const FEWEST_CLOSING_NAMES = 10;
const SIGNED_SHARE = 0.5;
const WEB_COMMITTED_SHARE = 0.3;

/** Decides a repository's convention from what its history shows; without commits it is `plain`. */
export function detectConvention(counts: ConventionCounts): DetectedConvention {
  const share = (count: number): number => (counts.commitCount === 0 ? 0 : count / counts.commitCount);
  const isSelfCommitted = share(counts.selfCommittedCount) >= SELF_COMMITTED_SHARE;
  const hasClosingNames =
    counts.closingNameCount >= FEWEST_CLOSING_NAMES && share(counts.closingNameCount) >= CLOSING_NAME_SHARE;
  if (isSelfCommitted && hasClosingNames) {
    return {
      convention: 'postgresql',
      rule: 'closing_names',
      confidence: share(counts.selfCommittedCount),
    };
  }
  if (share(counts.signedCount) >= SIGNED_SHARE) {
    return { convention: 'linux_kernel', rule: 'signed', confidence: share(counts.signedCount) };
  }
  if (share(counts.webCommittedCount) >= WEB_COMMITTED_SHARE) {
    return {
      convention: 'github_squash',
      rule: 'web_committed',
      confidence: share(counts.webCommittedCount),
    };
  }
  return { convention: 'plain', rule: 'none', confidence: 1 };
}
