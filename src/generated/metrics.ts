// Written by test/tools/generate.ts from queries/metrics/; not to be edited.

/** Row type of each metric by its name. */
export interface MetricRows {
  readonly contributor_tier_members: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id of the principal author */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly name: string | null;
    /** GitHub login; null where not known */
    readonly login: string | null;
    /** core, regular or casual */
    readonly tier: string | null;
    /** commits of the window that are work with this principal author, each hash once */
    readonly commit_count: bigint | null;
    /** share of the known people's commits made by people with more commits; core below core_share, regular below regular_share */
    readonly share_before: number | null;
  };
  readonly contributor_tiers: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** core, regular or casual */
    readonly tier: string;
    /** people in the tier */
    readonly person_count: bigint | null;
    /** their commits of the window that are work, each hash once, by principal author */
    readonly commit_count: bigint | null;
    /** of all such commits, those of unknown people included */
    readonly commit_share: number | null;
    /** commits of the person with the fewest in the tier; null when it is empty */
    readonly lowest_commit_count: bigint | null;
    /** commits of the scope whose author is not known; in no tier */
    readonly unknown_commit_count: bigint | null;
  };
  readonly contributors: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id; people only, bots and agents stand in the metric bots */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly name: string | null;
    /** GitHub login; null where not known */
    readonly login: string | null;
    /** whether the person authored or co-authored a commit of the window */
    readonly is_code_contributor: boolean | null;
    /** commits of the window with the credit author (git's author, unless the message names another where committers stand as authors) */
    readonly authored_commit_count: bigint | null;
    /** with the credit co_author */
    readonly co_authored_commit_count: bigint | null;
    /** that the person committed */
    readonly committed_commit_count: bigint | null;
    /** merge commits that the person made */
    readonly merge_commit_count: bigint | null;
    /** with the credit reviewer or acker */
    readonly reviewed_commit_count: bigint | null;
    /** with the credit reporter */
    readonly reported_commit_count: bigint | null;
    /** with the credit tester */
    readonly tested_commit_count: bigint | null;
    /** with the credit suggester */
    readonly suggested_commit_count: bigint | null;
    /** with the credit diagnoser */
    readonly diagnosed_commit_count: bigint | null;
    /** with the credit assist */
    readonly assisted_commit_count: bigint | null;
    /** author date of the first commit ever with any of these credits */
    readonly first_contribution_at: string | null;
    /** author date of the last one before the end of the window */
    readonly last_contribution_at: string | null;
    /** months of the window in which a contribution landed */
    readonly active_month_count: bigint | null;
    /** active, or quiet when last_contribution_at is quiet_months or more before the end; null when it is not known */
    readonly state: string | null;
  };
  readonly principal_authors: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id of the principal author */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly name: string | null;
    /** GitHub login; null where not known */
    readonly login: string | null;
    /** place by commit_count; ties by person_id */
    readonly commit_rank: bigint | null;
    /** commits of the window that are work with this principal author, each hash once */
    readonly commit_count: bigint | null;
    /** of all such commits, those of unknown people included */
    readonly commit_share: number | null;
    /** commit_share of this person and all above */
    readonly cumulative_commit_share: number | null;
    /** place by added_line_count; ties by person_id */
    readonly added_line_rank: bigint | null;
    /** lines added by this person's commits that are no mechanical changes */
    readonly added_line_count: bigint | null;
    /** of all such lines, those of unknown people included; null when there are none */
    readonly added_line_share: number | null;
    /** added_line_share of this person and all with more lines */
    readonly cumulative_added_line_share: number | null;
  };
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
  readonly activity_by_month: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the month in UTC, from the month of the scope's first commit on */
    readonly month: string;
    /** whether the data ends before the month does, so that its counts are too small */
    readonly is_partial: boolean | null;
    /** commits that are work (no merges, bots, agents or empty ones), by the date they landed, each hash once */
    readonly commit_count: bigint | null;
    /** median of commit_count over the 12 months before; null with fewer than 6 of them */
    readonly usual_median: number | null;
    /** smallest commit_count that is within the usual range */
    readonly usual_low: bigint | null;
    /** largest commit_count that is within the usual range */
    readonly usual_high: bigint | null;
    /** above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month */
    readonly change: string | null;
    /** commits of any kind; the sum of commit_count and the four counts that follow */
    readonly all_commit_count: bigint | null;
    /** commits with two parents or more */
    readonly merge_commit_count: bigint | null;
    /** commits by bots that are no merges */
    readonly bot_commit_count: bigint | null;
    /** commits by coding agents that are no merges */
    readonly agent_commit_count: bigint | null;
    /** commits by people that change no file and are no merges */
    readonly empty_commit_count: bigint | null;
  };
}

export type MetricName = keyof MetricRows;
