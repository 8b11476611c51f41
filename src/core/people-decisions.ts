/** A span in which somebody worked for an organization, as a user's file states it. */
export interface AffiliationDecision {
  /** Address or name, lower case. */
  readonly person: string;
  readonly organization: string;
  /** First day, `YYYY-MM-DD`; null for always. */
  readonly validFrom: string | null;
  /** Day after the last; null for still. */
  readonly validTo: string | null;
  /** File and line that says so. */
  readonly source: string;
}

/** Says of an identity what it is, against the rules or where they can't know. */
export interface KindDecision {
  readonly identity: string;
  readonly kind: 'person' | 'bot' | 'agent';
}

/**
 * What the user decided about identities. An identity is named by its address, by its name, or as `Name <address>`;
 * case does not matter.
 */
export interface PeopleDecisions {
  /** Each group is one person. */
  readonly merges: readonly (readonly string[])[];
  /** Each group holds identities that are different people, whatever the rules say. */
  readonly splits: readonly (readonly string[])[];
  readonly kinds: readonly KindDecision[];
}
