import type { IdentityFields, IdentityKind } from './bot.ts';

/** An identity in one repository; the same identity in two repositories may have two mailmaps. */
export interface IdentityUse extends IdentityFields {
  readonly repoId: bigint;
  readonly kind: IdentityKind['kind'];
  /** Commits that it stands in and credits; 1 where not given. */
  readonly useCount?: number;
  /** The one account to which GitHub gives the address in commits of pull requests. */
  readonly branchAccountId?: string | null;
  /** Instant as ISO text; null where not known. */
  readonly firstContributionAt: string | null;
}
