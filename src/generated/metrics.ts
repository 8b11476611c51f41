// Written by test/tools/generate.ts from queries/metrics/; not to be edited.

/** Row type of each metric by its name. */
export interface MetricRows {
  readonly contributor_absence_factor: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work (no merges, bots, agents or empty ones), each hash once */
    readonly commit_count: bigint | null;
    /** of these with an author whom nobody knows */
    readonly unknown_commit_count: bigint | null;
    /** known principal authors of these commits */
    readonly person_count: bigint | null;
    /** smallest number of people with at least half of commit_count; an unknown author is one person per commit */
    readonly contributor_absence_factor: number | null;
    /** share of the person with the most commits in commit_count */
    readonly top_person_share: number | null;
  };
  readonly contributor_absence_factor_by_role: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** fct_credit.role, such as author, committer, reviewer or reporter */
    readonly role: string;
    /** credits in this role on commits of the window that are work, one per commit and person */
    readonly credit_count: bigint | null;
    /** people with at least one of them */
    readonly person_count: bigint | null;
    /** smallest number of people with at least half of credit_count */
    readonly contributor_absence_factor: number | null;
    /** share of the person with the most credits in credit_count */
    readonly top_person_share: number | null;
  };
  readonly truck_factor: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** code files at the head */
    readonly file_count: bigint | null;
    /** of these without any author: nobody reaches the threshold of authorship */
    readonly authorless_file_count: bigint | null;
    /** people who are an author of at least one of these files */
    readonly author_count: bigint | null;
    /** smallest number of people whose leaving takes the covered share below one half; null where no file has an author */
    readonly truck_factor: number | null;
    /** the same for one half plus the margin */
    readonly truck_factor_low: number | null;
    /** the same for one half minus the margin */
    readonly truck_factor_high: number | null;
    /** truck_factor without people who have few files, as the reference tool prints it */
    readonly truck_factor_pruned: number | null;
    /** files that have an author */
    readonly covered_file_share: number | null;
    /** files that still have an author after truck_factor - 1 people have left */
    readonly previous_file_share: number | null;
    /** files that still have an author after truck_factor people have left */
    readonly remaining_file_share: number | null;
  };
  readonly truck_factor_people: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by authored_file_count, 1 for the most; people leave in this order */
    readonly rank: number;
    /** dim_person.person_id; null in population `paper` */
    readonly person_id: bigint | null;
    /** dim_person.name; in population `paper` the normalised git author name */
    readonly name: string | null;
    /** code files of the head of which the person is an author */
    readonly authored_file_count: bigint | null;
    /** the same as a share of all code files */
    readonly authored_file_share: number | null;
    /** code files that still have an author after this person and all before have left */
    readonly remaining_file_share: number | null;
    /** whether the person is one of those whose leaving takes the covered share below one half */
    readonly is_in_truck_factor: boolean | null;
    /** author date of the newest commit that credits the person in any role but signer */
    readonly last_contribution_at: string | null;
    /** whether last_contribution_at lies within inactive_months before the end */
    readonly is_active: boolean | null;
  };
}

export type MetricName = keyof MetricRows;
