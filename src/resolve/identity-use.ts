import type { IdentityFields, IdentityKind } from './bot.ts';

/** An identity in one repository; the same identity in two repositories may have two mailmaps. */
export interface IdentityUse extends IdentityFields {
  readonly repoId: bigint;
  readonly kind: IdentityKind['kind'];
  /** Commits that it stands in and credits; 1 where not given. */
  readonly useCount?: number;
  /** Instant as ISO text; null where not known. */
  readonly firstContributionAt: string | null;
}
