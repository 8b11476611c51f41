// Written by test/tools/generate.ts from queries/metrics/; not to be edited.

/** Row type of each metric by its name. */
export interface MetricRows {
  readonly declared_adopters: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place in the documents */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** name as written: the first link's text, else the first words in bold, else what stands before a dash or colon */
    readonly adopter: string | null;
    /** first address of the entry; null for none */
    readonly link: string | null;
    /** document that declares it */
    readonly path: string | null;
    /** line of the entry, from 1 */
    readonly line: number | null;
  };
  readonly funding_channels: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** github, patreon, open_collective, custom and so on */
    readonly platform: string;
    /** where the money goes */
    readonly url: string;
    /** for how many repositories of the scope it is declared */
    readonly repository_count: bigint | null;
    /** whether only the owner's repository .github declares it */
    readonly is_from_owner: boolean | null;
  };
  readonly sponsor_concentration: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** owners and core people that were asked for */
    readonly account_count: bigint | null;
    /** those that can be sponsored */
    readonly listed_count: bigint | null;
    /** those with a sponsor, private ones included */
    readonly sponsored_count: bigint | null;
    /** distinct public sponsors of now, those of all of them together */
    readonly sponsor_count: bigint | null;
    /** those that are organizations */
    readonly organization_count: bigint | null;
    /** organization_count / sponsor_count; null without a public sponsor */
    readonly organization_share: number | null;
    /** public sponsorships of now */
    readonly sponsorship_count: bigint | null;
    /** those of the sponsor with most of them */
    readonly top_sponsor_count: bigint | null;
    /** sum of the squared shares of sponsors in sponsorship_count, each sponsorship with the same weight; 1 is one sponsor alone */
    readonly equal_weight_hhi: number | null;
  };
  readonly sponsor_income: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** GitHub's id of the account that can be sponsored */
    readonly node_id: string;
    /** its login; ghost where it is gone and nobody knows it any more */
    readonly login: string | null;
    /** whether it owns a repository of the scope, and is not just one of its core people */
    readonly is_owner: boolean | null;
    /** whether it was asked for with its own token, or an admin's; else the next two are not collected, since GitHub shows them to nobody else */
    readonly is_own: boolean | null;
    /** estimate of a month's income in US dollars; null where it is not collected */
    readonly monthly_income_cents: number | null;
    /** sponsors that hide, without their names; null where it is not collected */
    readonly private_count: number | null;
    /** day of the newest reading that has them, else of the newest one */
    readonly snapshot_date: string | null;
  };
  readonly sponsors: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** GitHub's id of the account that was asked for */
    readonly node_id: string;
    /** its login; ghost where it is gone and nobody knows it any more */
    readonly login: string | null;
    /** whether it owns a repository of the scope, and is not just one of its core people */
    readonly is_owner: boolean | null;
    /** whether it can be sponsored */
    readonly has_listing: boolean | null;
    /** sponsors at the newest reading up to the day of the end, private ones included */
    readonly sponsor_count: number | null;
    /** public sponsors that are people */
    readonly person_count: bigint | null;
    /** public sponsors that are organizations */
    readonly organization_count: bigint | null;
    /** public sponsors whose account is gone */
    readonly ghost_count: bigint | null;
    /** sponsors that do not show themselves */
    readonly private_count: bigint | null;
    /** public sponsors, of now or of the past, that began in the window */
    readonly new_count: bigint | null;
    /** against the newest reading before the window; null where there is none */
    readonly sponsor_change: number | null;
    /** day of the newest reading */
    readonly snapshot_date: string | null;
  };
  readonly elephant_factor: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** share of these whose organization is known */
    readonly commit_known_share: number | null;
    /** known organizations of these commits */
    readonly organization_count: bigint | null;
    /** smallest number of organizations with at least half of commit_count; null where it depends on what is not known */
    readonly elephant_factor: number | null;
    /** the same if all unknown commits are the largest organization's */
    readonly elephant_factor_low: number | null;
    /** the same if each person of unknown organization is one of their own */
    readonly elephant_factor_high: number | null;
    /** the same over commits of known organization only; null where none is known */
    readonly elephant_factor_of_known: number | null;
    /** organization with the most commits */
    readonly top_organization: string | null;
    /** its share if no unknown commit is theirs */
    readonly top_organization_share_low: number | null;
    /** its share if all unknown commits are theirs */
    readonly top_organization_share_high: number | null;
  };
  readonly organization_diversity: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** share of these whose organization is known */
    readonly commit_known_share: number | null;
    /** known organizations of these commits */
    readonly organization_count: bigint | null;
    /** sum of squared shares in all commits, as if the unknown part were spread so thin that its squares are nothing; 1 for a single organization */
    readonly herfindahl_index_low: number | null;
    /** the same if all unknown commits are the largest organization's */
    readonly herfindahl_index_high: number | null;
    /** the same over commits of known organization only; null where none is known */
    readonly herfindahl_index_of_known: number | null;
    /** 1 over herfindahl_index_of_known: as many organizations of equal share are as diverse */
    readonly effective_organization_count_of_known: number | null;
    /** entropy of the shares over the largest possible; null for fewer than two organizations */
    readonly shannon_evenness_of_known: number | null;
  };
  readonly organization_flow: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by the larger of both commit counts */
    readonly rank: number;
    /** dim_organization.organization_id */
    readonly organization_id: bigint | null;
    /** its name */
    readonly organization: string | null;
    /** dim_organization.kind */
    readonly kind: string | null;
    /** new: first commit in the window; returning: commits in the window, none in the window of the same length before, some earlier; lost: commits in the window before, none in this one */
    readonly flow: string | null;
    /** commits of the window that are work; one by somebody of two organizations is half a commit for each */
    readonly commit_count: number | null;
    /** the same in the window before */
    readonly previous_commit_count: number | null;
    /** principal authors of these commits over both windows */
    readonly person_count: bigint | null;
    /** when the organization's first commit landed */
    readonly first_commit_at: string | null;
    /** when the newest one before the end landed */
    readonly last_commit_at: string | null;
  };
  readonly organization_share: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by commit_count; the row for unknown comes last */
    readonly rank: number;
    /** dim_organization.organization_id; null for unknown */
    readonly organization_id: bigint | null;
    /** its name; `unknown` for commits whose organization nobody knows */
    readonly organization: string | null;
    /** dim_organization.kind */
    readonly kind: string | null;
    /** commits of the window that are work, each hash once; one by somebody of two organizations is half a commit for each */
    readonly commit_count: number | null;
    /** principal authors of these commits */
    readonly person_count: bigint | null;
    /** lines of code and tests that these commits add, shared in the same way; line work only */
    readonly added_line_count: number | null;
    /** share of all commits, unknown ones included; null where more than max_unknown_share is unknown */
    readonly commit_share: number | null;
    /** the same if no unknown commit is theirs */
    readonly commit_share_low: number | null;
    /** the same if all unknown commits are theirs */
    readonly commit_share_high: number | null;
    /** share of the scope's commits whose organization is known */
    readonly commit_known_share: number | null;
    /** commit_share in the window of the same length before; null where nothing happened or too much is unknown */
    readonly previous_commit_share: number | null;
    /** whether unknown commits can't change the order with the next organization; null for the last one and for unknown */
    readonly is_rank_certain: boolean | null;
  };
  readonly organization_share_by_quarter: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the quarter in UTC; quarters without commits have no row */
    readonly quarter: string;
    /** place of the series by commits over the whole window: organizations, then other, then unknown; those without commits in the quarter have no row */
    readonly series_rank: number;
    /** organization, `other organizations` or `unknown` */
    readonly series: string | null;
    /** whether the window begins or the data ends inside the quarter */
    readonly is_partial: boolean | null;
    /** commits of the quarter that are work; one by somebody of two organizations is half a commit for each */
    readonly commit_count: number | null;
    /** share of all commits of the quarter, unknown ones included; the shares of a quarter add up to 1 */
    readonly commit_share: number | null;
  };
  readonly ai_assisted_share: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** UTC month in which the commits landed; months without commits have no row */
    readonly month: string;
    /** whether the window begins or the data ends inside the month */
    readonly is_partial: boolean | null;
    /** commits that are no merges and not by a bot, each hash once */
    readonly commit_count: bigint | null;
    /** those of them with a coding agent as git's author */
    readonly agent_commit_count: bigint | null;
    /** those by a person that credit an agent */
    readonly assisted_commit_count: bigint | null;
    /** (agent_commit_count + assisted_commit_count) / commit_count */
    readonly ai_assisted_share: number | null;
  };
  readonly bots: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id of the bot or agent */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly name: string | null;
    /** GitHub login; null where not known */
    readonly login: string | null;
    /** bot, or agent for a coding agent */
    readonly kind: string | null;
    /** rule by which it was taken for one */
    readonly bot_rule: string | null;
    /** commits of the window with it as git's author, without merges, each hash once */
    readonly commit_count: bigint | null;
    /** of all commits of the window that are no merges */
    readonly commit_share: number | null;
    /** when the last of them landed */
    readonly last_commit_at: string | null;
  };
  readonly contributor_flow: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the month in UTC, from the month of the scope's first contribution on */
    readonly month: string;
    /** whether the data ends before the month does, so that its counts are too small */
    readonly is_partial: boolean | null;
    /** authors and co-authors of work of the month, by author date; new + returning + continuing */
    readonly active_count: bigint | null;
    /** those whose first contribution ever is in the month */
    readonly new_count: bigint | null;
    /** those active before, but not in the inactive_months before the month */
    readonly returning_count: bigint | null;
    /** those active in the inactive_months before the month */
    readonly continuing_count: bigint | null;
    /** people whose last contribution, as seen at the month's end, lies exactly inactive_months back; null for a partial month */
    readonly lapsed_count: bigint | null;
    /** people known from before without a contribution in the inactive_months up to the month's end; null for a partial month */
    readonly inactive_count: bigint | null;
  };
  readonly contributor_quarters: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id of the principal author */
    readonly person_id: bigint;
    /** first day of the quarter in UTC; every quarter from the first commit in the window on */
    readonly quarter: string;
    /** dim_person.name */
    readonly name: string | null;
    /** place by commits of the window; ties by person_id */
    readonly commit_rank: bigint | null;
    /** commits of the person in the whole window */
    readonly window_commit_count: bigint | null;
    /** commits of the person in the quarter that are work, by the date they landed, each hash once */
    readonly commit_count: bigint | null;
    /** whether the window begins or ends inside the quarter */
    readonly is_partial: boolean | null;
  };
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
  readonly credit_weight: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly person_name: string | null;
    /** sum over the commits of the window that are work of 1 / number of their known authors */
    readonly credit_weight: number | null;
    /** credit_weight / commit_count */
    readonly credit_weight_share: number | null;
    /** commits with the person as author or co-author */
    readonly authored_commit_count: bigint | null;
    /** those of them without another author */
    readonly sole_commit_count: bigint | null;
    /** commits of the window that are work, each hash once; the weights of all people add up to those with a known author */
    readonly commit_count: bigint | null;
    /** commits of commit_count with a known author */
    readonly known_share: number | null;
  };
  readonly credited_without_committing: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** those of them with a known principal author and a known committer */
    readonly known_commit_count: bigint | null;
    /** those of known_commit_count whose principal author is somebody else than the committer; null with a reason */
    readonly other_author_commit_count: bigint | null;
    /** other_author_commit_count / known_commit_count */
    readonly other_author_share_of_known: number | null;
    /** known_commit_count / commit_count */
    readonly known_share: number | null;
    /** people with any credit in the window, committing and mere sign-offs aside */
    readonly credited_person_count: bigint | null;
    /** those of them who have never committed in the scope, up to the end of the window; null with a reason */
    readonly never_committed_person_count: bigint | null;
    /** never_committed_person_count / credited_person_count */
    readonly never_committed_person_share: number | null;
    /** rewritten_history where most commits of the window were replayed, so that nobody knows who pushed; else null */
    readonly reason: string | null;
  };
  readonly newcomers: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly name: string | null;
    /** GitHub login; null where not known */
    readonly login: string | null;
    /** author date of the first commit ever that the person authored or co-authored */
    readonly first_contribution_at: string | null;
    /** dim_repo.repo_id of that commit */
    readonly repo_id: bigint | null;
    /** its full name, else its name */
    readonly repository: string | null;
    /** hash of that commit */
    readonly sha: string | null;
    /** its subject */
    readonly subject: string | null;
    /** commits authored or co-authored up to the end of the window */
    readonly commit_count: bigint | null;
    /** distinct days (UTC) with such a commit */
    readonly active_day_count: bigint | null;
    /** author date of the last one */
    readonly last_contribution_at: string | null;
    /** whether there is one on a later day than the first */
    readonly has_come_back: boolean | null;
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
    /** author date of the person's first such commit ever */
    readonly first_commit_at: string | null;
    /** author date of the last one before the end of the window */
    readonly last_commit_at: string | null;
  };
  readonly release_credits: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id; people with a name only, no bots and agents */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly person_name: string | null;
    /** roles in the range, joined by a comma, the most work first */
    readonly roles: string | null;
    /** commits of the range with a credit of the person, each hash once */
    readonly commit_count: bigint | null;
    /** those of them with the role author or co_author */
    readonly authored_commit_count: bigint | null;
    /** with the role reviewer or acker */
    readonly reviewed_commit_count: bigint | null;
    /** with the role reporter */
    readonly reported_commit_count: bigint | null;
    /** with any other role but committer */
    readonly other_commit_count: bigint | null;
  };
  readonly reviewers: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id; people only */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly person_name: string | null;
    /** commits of the window that are work and credit the person as reviewer or acker, each hash once */
    readonly reviewed_commit_count: bigint | null;
    /** reviewed_commit_count / commits of the window that credit any reviewer */
    readonly reviewed_share: number | null;
    /** principal authors whose commits the person reviewed, the person aside */
    readonly reviewed_author_count: bigint | null;
    /** those reviewed commits of which the person is the principal author or the committer */
    readonly own_commit_count: bigint | null;
    /** commits of the window with the person as author or co-author */
    readonly authored_commit_count: bigint | null;
    /** when the first of the reviewed commits landed */
    readonly first_reviewed_at: string | null;
    /** when the last of them landed */
    readonly last_reviewed_at: string | null;
  };
  readonly dco_share: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** of these that are signed off by git's author or the principal author */
    readonly signed_off_commit_count: bigint | null;
    /** signed_off_commit_count over commit_count */
    readonly signed_off_share: number | null;
    /** of these that only somebody else has signed off */
    readonly other_signed_commit_count: bigint | null;
    /** whether a contributing document speaks of the certificate or of signing off; null without such a document */
    readonly contributing_mentions_dco: boolean | null;
  };
  readonly documents: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** one of the kinds that are expected, such as readme, license or governance */
    readonly kind: string;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** order in which the kinds are shown */
    readonly place: number | null;
    /** whether there is such a document at the head */
    readonly is_present: boolean | null;
    /** the one nearest to the root; null for none */
    readonly path: string | null;
    /** how many there are */
    readonly path_count: bigint | null;
    /** of a licence its SPDX identifier as far as its text tells; else null */
    readonly detail: string | null;
    /** when it came; null where only a merge brought it */
    readonly added_at: string | null;
    /** when it changed last */
    readonly changed_at: string | null;
    /** place of the repository in the scope, by its name */
    readonly repository_rank: number | null;
    /** repositories of the scope that have a commit */
    readonly repository_count: bigint | null;
    /** those with such a document */
    readonly present_count: bigint | null;
    /** names of the first three without one, and how many more; null for none */
    readonly missing_in: string | null;
  };
  readonly merge_rights_by_quarter: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the quarter (UTC); only those in which something was merged */
    readonly quarter: string;
    /** whether the window begins after the quarter or the data ends before it does */
    readonly is_partial: boolean | null;
    /** merged in the quarter */
    readonly merged_count: bigint | null;
    /** those merged by machines */
    readonly machine_count: bigint | null;
    /** those merged by accounts that are gone */
    readonly unknown_count: bigint | null;
    /** people who merged */
    readonly merger_count: bigint | null;
    /** those who had never merged before */
    readonly new_merger_count: bigint | null;
    /** of what people merged, the part of the one who merged most; null where none did */
    readonly top_merger_share: number | null;
    /** smallest number of people with at least half of what people merged; null where none did */
    readonly merge_absence_factor: number | null;
  };
  readonly mergers: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_person.person_id; people only */
    readonly person_id: bigint;
    /** dim_person.name */
    readonly person_name: string | null;
    /** merged by the person in the window */
    readonly merged_count: bigint | null;
    /** merged_count / pull requests merged in the window, those by machines and unknown accounts included */
    readonly merged_share: number | null;
    /** those of them that somebody else wrote */
    readonly other_author_count: bigint | null;
    /** when the person merged for the first time ever */
    readonly first_merged_at: string | null;
    /** whether that lies in the window */
    readonly is_new: boolean | null;
  };
  readonly outsider_responsiveness: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** outsider, contributor (has landed a change) or member (owner, member, collaborator) */
    readonly author_group: string;
    /** people who opened issues or pull requests in the window */
    readonly author_count: bigint | null;
    /** issues and pull requests that they, or deleted accounts, opened in the window */
    readonly item_count: bigint | null;
    /** those at least 7 days old at the end */
    readonly old_item_count: bigint | null;
    /** those of the old ones that another person answered within 7 days */
    readonly answered_count: bigint | null;
    /** answered_count / old_item_count */
    readonly answered_share: number | null;
    /** those of the old ones without any answer until the end */
    readonly silent_count: bigint | null;
    /** merged or closed in the window */
    readonly closed_pull_request_count: bigint | null;
    /** merged, or closed and applied by hand */
    readonly accepted_count: bigint | null;
    /** accepted_count / closed_pull_request_count */
    readonly accepted_share: number | null;
  };
  readonly owner_documents: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id for which it holds */
    readonly repo_id: bigint;
    /** contributing, code_of_conduct, governance, security, support, funding, issue_template or pull_request_template */
    readonly kind: string;
    /** full name of that repository, else its name */
    readonly repository: string | null;
    /** repository that holds it */
    readonly owner_repository: string | null;
    /** the one nearest to the root */
    readonly path: string | null;
    /** whether the repository has one of its own, which then holds instead */
    readonly is_in_repository: boolean | null;
  };
  readonly working_time_share_by_person: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by commit_count */
    readonly rank: number;
    /** dim_person.person_id of git's author, by whose clock the commits are dated */
    readonly person_id: bigint | null;
    /** name of that person */
    readonly name: string | null;
    /** commits with an author date in the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** of these with a known local time */
    readonly known_commit_count: bigint | null;
    /** commits written Monday to Friday from 9:00 to 16:59 by the author's clock over known_commit_count */
    readonly working_time_share: number | null;
    /** commits written on Saturday or Sunday over known_commit_count */
    readonly weekend_share: number | null;
  };
  readonly change_coupling: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by coupling_share, then by shared commits */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** the file whose path sorts first, at the head */
    readonly path: string | null;
    /** the other file */
    readonly coupled_path: string | null;
    /** commits that changed both */
    readonly shared_commit_count: bigint | null;
    /** commits that changed `path` */
    readonly revision_count: bigint | null;
    /** commits that changed `coupled_path` */
    readonly coupled_revision_count: bigint | null;
    /** shared commits over the average of both revision counts */
    readonly coupling_share: number | null;
    /** whether both have the same name but for folder, ending and a mark of test, as a file and its test or header have; such pairs are expected */
    readonly is_same_stem: boolean | null;
  };
  readonly churn_by_module: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by churned_line_count */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** folder with at least 2 % of the repository's code files, without those of its subfolders that have as many; `.` for the root */
    readonly module: string | null;
    /** commits of the window that are line work and changed code in the module */
    readonly commit_count: bigint | null;
    /** lines of code added */
    readonly added_line_count: bigint | null;
    /** lines of code deleted, those of files that are gone included */
    readonly deleted_line_count: bigint | null;
    /** both */
    readonly churned_line_count: bigint | null;
    /** lines of the module's code files at the head */
    readonly line_count: bigint | null;
    /** churned_line_count over line_count; above 1 where more lines changed than there are */
    readonly churn_ratio: number | null;
  };
  readonly ci_presence: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** whether at least one configuration file is there */
    readonly has_ci: boolean | null;
    /** the systems that the files belong to, sorted; null for none */
    readonly systems: string | null;
    /** configuration files */
    readonly file_count: bigint | null;
    /** when the oldest of them came; null for none or where only a merge brought it */
    readonly first_added_at: string | null;
    /** when one of them changed last */
    readonly last_changed_at: string | null;
  };
  readonly code_size_by_language: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by line_count */
    readonly rank: number;
    /** language; `unknown` where the name of the file tells none */
    readonly language: string | null;
    /** code files at the head */
    readonly file_count: bigint | null;
    /** lines of these files */
    readonly line_count: bigint | null;
    /** share of the lines of all code files of the scope */
    readonly line_share: number | null;
    /** lines of test files in the same language */
    readonly test_line_count: bigint | null;
    /** lines of the file in the middle */
    readonly median_line_count: number | null;
    /** lines of the longest file */
    readonly longest_line_count: bigint | null;
    /** its path */
    readonly longest_path: string | null;
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
    /** rewritten_history where most commits were replayed, so that nobody knows who committed them; both figures are null then */
    readonly reason: string | null;
  };
  readonly coverage: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** repositories of the scope with at least one commit */
    readonly repository_count: bigint | null;
    /** commits of the default branches that landed before the end, each hash once, and those without a usable date */
    readonly commit_count: bigint | null;
    /** of these that are work (no merges, bots, agents or empty ones) */
    readonly work_commit_count: bigint | null;
    /** of these by bots and agents */
    readonly bot_commit_count: bigint | null;
    /** of these with two parents or more */
    readonly merge_commit_count: bigint | null;
    /** when the first of them landed */
    readonly first_commit_at: string | null;
    /** when the newest of them landed */
    readonly newest_commit_at: string | null;
    /** commits with a usable date */
    readonly dated_share: number | null;
    /** commits but merges whose lines could be read */
    readonly read_share: number | null;
    /** work whose principal author is known */
    readonly attributed_share: number | null;
    /** work that is neither mechanical nor an import */
    readonly line_work_share: number | null;
    /** commits of the window that are work */
    readonly window_commit_count: bigint | null;
    /** of these whose organization is known */
    readonly company_known_share: number | null;
    /** of these with a known local time */
    readonly local_time_known_share: number | null;
    /** commit date of the newest head */
    readonly head_committed_at: string | null;
    /** until when the data of every repository is complete */
    readonly complete_until: string | null;
    /** whether a history is cut off, so that counts are too small */
    readonly has_shallow_repository: boolean | null;
    /** whether commits were replayed in some years, so that nobody knows who pushed when */
    readonly has_rewritten_history: boolean | null;
  };
  readonly file_class_summary: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** fct_head_file.file_class */
    readonly file_class: string;
    /** files at the head; symbolic links and submodules are in other */
    readonly file_count: bigint | null;
    /** share of all files of the scope */
    readonly file_share: number | null;
    /** their size */
    readonly byte_count: bigint | null;
    /** lines of those that are text; null where there are none */
    readonly line_count: bigint | null;
  };
  readonly fix_ratio: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** of these that say they fix something; the sum of the next three */
    readonly fix_commit_count: bigint | null;
    /** by a word of the subject, such as fix, bug or crash, but not typos, comments or layout */
    readonly subject_commit_count: bigint | null;
    /** by a line that fixes or closes an issue */
    readonly closes_commit_count: bigint | null;
    /** by a line that names the release to back-patch to */
    readonly backpatch_commit_count: bigint | null;
    /** fix_commit_count over commit_count */
    readonly fix_share: number | null;
    /** the same in the window of the same length before; null without commits there */
    readonly previous_fix_share: number | null;
  };
  readonly github_coverage: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** repositories of the scope */
    readonly repository_count: bigint | null;
    /** those whose issues and pull requests were read to the end */
    readonly item_repository_count: bigint | null;
    /** issues and pull requests that GitHub counts in those repositories */
    readonly item_count: bigint | null;
    /** issues and pull requests that are stored */
    readonly collected_item_count: bigint | null;
    /** collected_item_count / item_count, at most 1; null where a repository of the scope was not read to the end */
    readonly item_known_share: number | null;
    /** sponsors of the owner and of core people, private ones included; one who sponsors two accounts counts twice; null where they were not asked for */
    readonly sponsor_count: bigint | null;
    /** those who show themselves */
    readonly public_sponsor_count: bigint | null;
    /** public_sponsor_count / sponsor_count; null without a sponsor */
    readonly sponsor_known_share: number | null;
  };
  readonly hotspots: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by hotspot_score, 1 for the highest */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** path at the head */
    readonly path: string | null;
    /** share of files changed at most as often, times share of files at most as long; 1 for a file that leads both */
    readonly hotspot_score: number | null;
    /** commits of the window that changed the file, line work only, renames followed */
    readonly revision_count: bigint | null;
    /** known principal authors of these commits */
    readonly person_count: bigint | null;
    /** lines at the head */
    readonly line_count: number | null;
    /** median of revision_count over all files compared, for scale */
    readonly revision_median: number | null;
    /** code files of at least min_lines lines that are compared */
    readonly compared_file_count: bigint | null;
  };
  readonly knowledge_by_module: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by file_count */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** folder with at least 2 % of the repository's code files, without those of its subfolders that have as many; `.` for the root */
    readonly module: string | null;
    /** the same, after the name of the repository where several of the scope have code */
    readonly label: string | null;
    /** code files */
    readonly file_count: bigint | null;
    /** lines of these files */
    readonly line_count: bigint | null;
    /** commits of the window that are line work and changed one of these files */
    readonly commit_count: bigint | null;
    /** people who are an author of at least one of these files */
    readonly author_count: bigint | null;
    /** of these with a contribution in the last inactive_months */
    readonly active_author_count: bigint | null;
    /** person who is an author of the most of these files */
    readonly main_author_id: bigint | null;
    /** name of that person */
    readonly main_author: string | null;
    /** files of which that person is an author */
    readonly main_author_file_share: number | null;
    /** whether that person had a contribution in the last inactive_months */
    readonly is_main_author_active: boolean | null;
    /** files that have no active author */
    readonly unknown_file_share: number | null;
  };
  readonly knowledge_loss: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** code files; the sum of the next four */
    readonly file_count: bigint | null;
    /** two active authors or more */
    readonly shared_file_count: bigint | null;
    /** exactly one active author */
    readonly at_risk_file_count: bigint | null;
    /** authors, but none of them active */
    readonly orphaned_file_count: bigint | null;
    /** no author: nobody reaches the threshold of authorship */
    readonly authorless_file_count: bigint | null;
    /** at_risk_file_count over file_count */
    readonly at_risk_file_share: number | null;
    /** orphaned_file_count over file_count */
    readonly orphaned_file_share: number | null;
    /** lines of these files */
    readonly line_count: bigint | null;
    /** lines in files with exactly one active author */
    readonly at_risk_line_share: number | null;
    /** lines in files whose authors are all inactive */
    readonly orphaned_line_share: number | null;
    /** people who are an author of at least one of these files */
    readonly author_count: bigint | null;
    /** of these with a contribution in the last inactive_months */
    readonly active_author_count: bigint | null;
  };
  readonly knowledge_loss_files: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place: orphaned files before those at risk, then the longer before the shorter */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** path at the head, or the last one of a file deleted since */
    readonly path: string | null;
    /** orphaned: none of its authors is active; at_risk: exactly one is */
    readonly state: string | null;
    /** lines at the head */
    readonly line_count: number | null;
    /** authors of the file */
    readonly author_count: bigint | null;
    /** names of at most five of them, active ones first */
    readonly authors: string | null;
    /** when the newest change by line work landed */
    readonly last_changed_at: string | null;
  };
  readonly ownership_by_module: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** place by commit_count */
    readonly rank: number;
    /** dim_repo.repo_id */
    readonly repo_id: bigint | null;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** folder with at least 2 % of the repository's code files, without those of its subfolders that have as many; `.` for the root */
    readonly module: string | null;
    /** commits of the window that are line work and changed code in the module */
    readonly commit_count: bigint | null;
    /** of these with an author whom nobody knows */
    readonly unknown_commit_count: bigint | null;
    /** known principal authors of these commits */
    readonly person_count: bigint | null;
    /** of these with at least major_share of the commits; null below min_commits */
    readonly major_person_count: bigint | null;
    /** of these with less; null below min_commits */
    readonly minor_person_count: bigint | null;
    /** person with the most of these commits; null below min_commits */
    readonly owner_id: bigint | null;
    /** name of that person; null below min_commits */
    readonly owner: string | null;
    /** share of that person; null below min_commits */
    readonly owner_share: number | null;
    /** 1 minus the sum of squared shares: 0 for one author, near 1 for many equal ones; an unknown author shares with nobody; null below min_commits */
    readonly fragmentation: number | null;
    /** below_minimum where there are fewer commits than min_commits */
    readonly reason: string | null;
  };
  readonly revert_ratio: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** of these that take back an earlier commit */
    readonly revert_commit_count: bigint | null;
    /** of these that take back a revert, or say Reapply or Reland */
    readonly reland_commit_count: bigint | null;
    /** revert_commit_count over commit_count */
    readonly revert_share: number | null;
    /** reverts whose commit taken back is known by its hash */
    readonly resolved_revert_count: bigint | null;
    /** median time from landing to being taken back, over resolved reverts; null for fewer than 5 */
    readonly median_revert_hours: number | null;
    /** time within which 90 % of them were taken back; null for fewer than 5 */
    readonly p90_revert_hours: number | null;
    /** below_minimum where there are fewer than 5 resolved reverts */
    readonly reason: string | null;
  };
  readonly security_policy: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** whether there is a security policy */
    readonly has_security_policy: boolean | null;
    /** where it lies */
    readonly security_policy_path: string | null;
    /** when it came */
    readonly security_policy_added_at: string | null;
    /** when it changed last */
    readonly security_policy_changed_at: string | null;
    /** whether a tool is configured that proposes newer dependencies */
    readonly has_dependency_updates: boolean | null;
    /** where its configuration lies */
    readonly dependency_updates_path: string | null;
    /** a list of parts in SPDX or CycloneDX form; null for none in the repository */
    readonly sbom_path: string | null;
  };
  readonly test_to_code_ratio: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** lines of code files at the head */
    readonly code_line_count: bigint | null;
    /** lines of test files at the head; expected output is generated and not in it */
    readonly test_line_count: bigint | null;
    /** test_line_count over code_line_count */
    readonly test_to_code_ratio: number | null;
    /** commits of the window that are line work and change code */
    readonly code_commit_count: bigint | null;
    /** of these that change a test as well */
    readonly tested_commit_count: bigint | null;
    /** tested_commit_count over code_commit_count; null without such commits */
    readonly tested_commit_share: number | null;
    /** the same in the window of the same length before */
    readonly previous_tested_commit_share: number | null;
  };
  readonly truck_factor: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** code files */
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
    /** code files of which the person is an author */
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
  readonly acceptance_ratio: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** everybody, member, contributor, outsider; or machine, which is not in everybody */
    readonly author_group: string;
    /** merged or closed in the window */
    readonly closed_count: bigint | null;
    /** merged */
    readonly merged_count: bigint | null;
    /** closed without a merge, but a commit of the default branch cites the number or is the newest of the branch */
    readonly applied_count: bigint | null;
    /** closed without either */
    readonly declined_count: bigint | null;
    /** (merged_count + applied_count) / closed_count */
    readonly acceptance_share: number | null;
  };
  readonly active_contributors_by_month: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the month in UTC, from the month of the scope's first contribution on */
    readonly month: string;
    /** whether the data ends before the month does, so that its counts are too small */
    readonly is_partial: boolean | null;
    /** authors and co-authors of work of the month, by author date */
    readonly author_count: bigint | null;
    /** median of author_count over the 12 months before; null with fewer than 6 of them */
    readonly usual_median: number | null;
    /** smallest author_count that is within the usual range */
    readonly usual_low: bigint | null;
    /** largest author_count that is within the usual range */
    readonly usual_high: bigint | null;
    /** above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month */
    readonly change: string | null;
    /** author_count and one more for each commit of which no author is known */
    readonly author_count_high: bigint | null;
    /** people with any credit for work of the month: author, committer, reviewer, reporter and so on, without mere sign-offs */
    readonly credited_count: bigint | null;
    /** credited_count without author_count: who helped and wrote no commit of the month */
    readonly credited_only_count: bigint | null;
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
  readonly activity_time_shares: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, by author date, each hash once */
    readonly commit_count: bigint | null;
    /** those of them whose local time is known */
    readonly known_commit_count: bigint | null;
    /** known_commit_count / commit_count */
    readonly commit_count_known_share: number | null;
    /** written Monday to Friday, from 9:00 to before 17:00 local time; null when nothing is known */
    readonly office_commit_count: bigint | null;
    /** written on Saturday or Sunday, local time; null when nothing is known */
    readonly weekend_commit_count: bigint | null;
    /** office_commit_count / known_commit_count; null when nothing is known */
    readonly office_share_of_known: number | null;
    /** weekend_commit_count / known_commit_count; null when nothing is known */
    readonly weekend_share_of_known: number | null;
  };
  readonly activity_times: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** 1 for Monday to 7 for Sunday, in the author's local time */
    readonly weekday: number;
    /** 0 to 23, in the author's local time */
    readonly hour: number;
    /** commits of the window that are work, by author date and the offset written with it, each hash once */
    readonly commit_count: bigint | null;
    /** of the commits whose local time is known */
    readonly share_of_known: number | null;
    /** commits of the scope whose local time is known, of all in the window */
    readonly commit_count_known_share: number | null;
  };
  readonly backlog: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** issue or pull_request */
    readonly item_kind: string;
    /** open at the end */
    readonly open_count: bigint | null;
    /** median time since they were first opened; null for fewer than 5 */
    readonly median_age_days: number | null;
    /** age that nine of ten do not reach; null for fewer than 5 */
    readonly p90_age_days: number | null;
    /** older than 365 days */
    readonly old_count: bigint | null;
    /** old_count / open_count; null where nothing is open */
    readonly old_share: number | null;
    /** ends of months in the window */
    readonly month_count: number | null;
    /** by how much the backlog grows in a month; below 0 it shrinks; null for fewer than 6 months */
    readonly monthly_trend: number | null;
  };
  readonly backlog_by_month: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** issue or pull_request */
    readonly item_kind: string;
    /** first day of the month (UTC) */
    readonly month: string;
    /** whether the data ends before the month does */
    readonly is_partial: boolean | null;
    /** opened or reopened in the month */
    readonly opened_count: bigint | null;
    /** closed or merged in the month */
    readonly closed_count: bigint | null;
    /** open at its end, or at the end of the data */
    readonly open_count: bigint | null;
  };
  readonly closure_ratio: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** issue or pull_request */
    readonly item_kind: string;
    /** opened in the window */
    readonly opened_count: bigint | null;
    /** closed or merged in the window by somebody other than a machine, and not open again at the end */
    readonly closed_count: bigint | null;
    /** closed by a machine in the window, and not open again at the end; they are in no ratio */
    readonly bot_closed_count: bigint | null;
    /** open when the window begins */
    readonly open_at_start_count: bigint | null;
    /** closed_count / opened_count; above 1 the backlog shrinks; null where nothing was opened */
    readonly closure_ratio: number | null;
    /** closed_count / (open_at_start_count + opened_count); null where there was nothing to handle */
    readonly handled_share: number | null;
  };
  readonly code_lines_by_month: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the month in UTC, from the month of the scope's first commit on */
    readonly month: string;
    /** whether the data ends before the month does, so that its counts are too small */
    readonly is_partial: boolean | null;
    /** added and deleted lines in files of class code and test, by the date commits landed; an edited line counts twice; null when no commit of the month could be read */
    readonly changed_line_count: bigint | null;
    /** median of changed_line_count over the 12 months before; null with fewer than 6 of them */
    readonly usual_median: number | null;
    /** smallest changed_line_count that is within the usual range */
    readonly usual_low: bigint | null;
    /** largest changed_line_count that is within the usual range */
    readonly usual_high: bigint | null;
    /** above, below or within the usual range; unknown with fewer than 6 earlier months, for a partial month and where commits could not be read */
    readonly change: string | null;
    /** the added ones */
    readonly added_line_count: bigint | null;
    /** the deleted ones */
    readonly deleted_line_count: bigint | null;
    /** commits that change such files, without merges, bots, mechanical and import commits, each hash once */
    readonly commit_count: bigint | null;
    /** commits of the month whose lines could not be read, so that the counts are too small */
    readonly unread_commit_count: bigint | null;
  };
  readonly contribution_concentration: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits of the window that are work, each hash once */
    readonly commit_count: bigint | null;
    /** those of them whose principal author is known */
    readonly commit_count_known_share: number | null;
    /** known principal authors */
    readonly person_count: bigint | null;
    /** of all commits, made by the person with the most */
    readonly top1_share: number | null;
    /** the same if all unknown commits were that person's */
    readonly top1_share_high: number | null;
    /** of all commits, made by the five people with the most */
    readonly top5_share: number | null;
    /** the same if all unknown commits were theirs */
    readonly top5_share_high: number | null;
    /** sum of the squared shares of the known people's commits; 1 for a single person */
    readonly herfindahl_index: number | null;
    /** 1 / herfindahl_index: as many equal people would be as concentrated */
    readonly effective_count: number | null;
    /** Shannon entropy of those shares; 0 for a single person */
    readonly entropy: number | null;
    /** entropy / ln(person_count); 1 when all have the same; null for a single person */
    readonly evenness: number | null;
    /** 0 when all have the same, near 1 when one has nearly all */
    readonly gini_coefficient: number | null;
  };
  readonly contribution_concentration_by_year: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** calendar year (UTC), by the date commits landed; years without work are left out */
    readonly year: number;
    /** whether the data ends before the year does */
    readonly is_partial: boolean | null;
    /** commits of the year that are work, each hash once */
    readonly commit_count: bigint | null;
    /** known principal authors */
    readonly person_count: bigint | null;
    /** dim_person.person_id of the one with the most commits; ties by person_id */
    readonly top1_person_id: bigint | null;
    /** dim_person.name */
    readonly top1_name: string | null;
    /** of all commits of the year, those of unknown people included */
    readonly top1_share: number | null;
    /** the same for the five people with the most */
    readonly top5_share: number | null;
    /** 1 / sum of the squared shares of the known people's commits: as many equal people would be as concentrated */
    readonly effective_count: number | null;
  };
  readonly contributor_lifetime: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** all: everybody, from the first contribution on; returned: those with contributions on two days (UTC), from the second day on */
    readonly population: string;
    /** people in it */
    readonly person_count: bigint | null;
    /** those whose last contribution is inactive_months or more before the end */
    readonly lost_count: bigint | null;
    /** time after which half are gone; null with fewer than 5 people or when half have never been gone */
    readonly median_days: number | null;
    /** estimated share that stays longer than 365 days; null when nobody was there that long, gone or not */
    readonly year1_share: number | null;
    /** the same for 730 days */
    readonly year2_share: number | null;
    /** the same for 1826 days */
    readonly year5_share: number | null;
  };
  readonly contributor_retention: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** calendar year (UTC) of the first contribution, by author date */
    readonly cohort_year: number;
    /** calendar years after cohort_year; only years that are over */
    readonly year_offset: number;
    /** people whose first authored or co-authored commit is of cohort_year */
    readonly cohort_count: bigint | null;
    /** those of them who authored or co-authored a commit in that later year */
    readonly active_count: bigint | null;
    /** active_count / cohort_count; read it with cohort_count, since a small cohort jumps */
    readonly retention_share: number | null;
  };
  readonly contributor_survival: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** all: everybody, from the first contribution on; returned: those with contributions on two days (UTC), from the second day on */
    readonly population: string;
    /** whole days from the start to the last contribution */
    readonly duration_days: number;
    /** people whose time lasts at least that long */
    readonly at_risk_count: bigint | null;
    /** people whose last contribution is exactly then, inactive_months or more before the end */
    readonly lost_count: bigint | null;
    /** people whose last contribution is exactly then but who may still be there */
    readonly censored_count: bigint | null;
    /** estimated share that stays longer than that */
    readonly survival_share: number | null;
    /** lower end of its 95 % interval; null when nobody is left */
    readonly survival_share_low: number | null;
    /** upper end of its 95 % interval; null when nobody is left */
    readonly survival_share_high: number | null;
  };
  readonly first_response_time: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** issue, pull_request, or all of both */
    readonly item_kind: string;
    /** who opened them: outsider, contributor (has landed a change), others (both of these) or member (owner, member, collaborator; they need no answer) */
    readonly author_group: string;
    /** opened in the window by people, those of deleted accounts included */
    readonly item_count: bigint | null;
    /** those that another person commented, reviewed, labelled, assigned, closed or merged */
    readonly responded_count: bigint | null;
    /** time after which half have a response; null for fewer than 5, or where half have none yet */
    readonly median_hours: number | null;
    /** time after which nine of ten have one; null for fewer than 5, or where that many have none yet */
    readonly p90_hours: number | null;
    /** at least one day old at the end */
    readonly day_item_count: bigint | null;
    /** of those, answered within one day */
    readonly day_share: number | null;
    /** at least 7 days old at the end */
    readonly week_item_count: bigint | null;
    /** of those, answered within 7 days */
    readonly week_share: number | null;
    /** at least 30 days old at the end */
    readonly month_item_count: bigint | null;
    /** of those, answered within 30 days */
    readonly month_share: number | null;
  };
  readonly forks_by_month: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the month (UTC) */
    readonly month: string;
    /** whether the data ends before the month does */
    readonly is_partial: boolean | null;
    /** direct forks made in the month */
    readonly fork_count: bigint | null;
    /** those whose owner has opened a pull request before the end */
    readonly contributing_fork_count: bigint | null;
  };
  readonly issue_duration: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** opened in the window by people, those of deleted accounts included */
    readonly issue_count: bigint | null;
    /** closed at the end as completed */
    readonly resolved_count: bigint | null;
    /** closed at the end as not planned by a person */
    readonly not_planned_count: bigint | null;
    /** closed at the end as duplicates */
    readonly duplicate_count: bigint | null;
    /** closed at the end by a machine without a change, as not planned or not */
    readonly bot_closed_count: bigint | null;
    /** open at the end */
    readonly open_count: bigint | null;
    /** opened again at least once */
    readonly reopened_count: bigint | null;
    /** time after which half are resolved; null for fewer than 5, or where half are not yet */
    readonly median_days: number | null;
    /** time after which nine of ten are resolved; null for fewer than 5, or where that many are not yet */
    readonly p90_days: number | null;
  };
  readonly monthly_summary: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** commits, changed_lines, authors, newcomers, returning_authors, releases or bot_commits, each counted as in the metrics activity_by_month, code_lines_by_month, active_contributors_by_month, contributor_flow and releases */
    readonly measure: string;
    /** first day of the month in UTC */
    readonly month: string | null;
    /** whether the data ends before the month does, so that its values are too small */
    readonly is_partial: boolean | null;
    /** the month's value */
    readonly value: bigint | null;
    /** value of the month before; null before the scope's first month */
    readonly previous_value: bigint | null;
    /** value of the same month a year before; null before the scope's first month */
    readonly year_ago_value: bigint | null;
    /** median of the 12 months before; null with fewer than 6 of them */
    readonly usual_median: number | null;
    /** smallest value within the usual range */
    readonly usual_low: bigint | null;
    /** largest value within the usual range */
    readonly usual_high: bigint | null;
    /** above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month */
    readonly change: string | null;
    /** (value - usual_median) / usual noise; 2 or more away is a change; null where change is unknown */
    readonly deviation: number | null;
    /** newest earlier month with at least this value; null when there never was one */
    readonly as_high_month: string | null;
    /** newest earlier month with at most this value; null when there never was one */
    readonly as_low_month: string | null;
  };
  readonly newcomer_conversion: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** calendar year (UTC) of the first authored or co-authored commit, by author date */
    readonly cohort_year: number;
    /** people whose first contribution is of the year */
    readonly newcomer_count: bigint | null;
    /** those of them whose step_months since then are over */
    readonly complete_count: bigint | null;
    /** those of complete_count with a second contribution on a later day (UTC) within step_months */
    readonly second_day_count: bigint | null;
    /** second_day_count / complete_count */
    readonly second_day_share: number | null;
    /** those of complete_count with at least 5 commits within step_months */
    readonly five_change_count: bigint | null;
    /** five_change_count / complete_count */
    readonly five_change_share: number | null;
    /** those of complete_count who before step_months were over had committed a change whose principal author is somebody else; null where that year or the next was replayed */
    readonly merger_count: bigint | null;
    /** merger_count / complete_count */
    readonly merger_share: number | null;
  };
  readonly newcomer_retention: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** calendar year (UTC) of the first authored or co-authored commit, by author date */
    readonly cohort_year: number;
    /** 3, 12 or 24; no row before that is over for anybody */
    readonly stay_months: number;
    /** people whose first contribution is of the year */
    readonly newcomer_count: bigint | null;
    /** those of them whose period, period_months from stay_months after their first contribution on, is over */
    readonly complete_count: bigint | null;
    /** those of complete_count who authored or co-authored a commit in that period */
    readonly retained_count: bigint | null;
    /** retained_count / complete_count; read it with complete_count, since a small cohort jumps */
    readonly retained_share: number | null;
    /** whether the period is over of everybody who can have come in the year */
    readonly is_complete: boolean | null;
    /** newcomer_count of the year before; null where nobody came in it or its period is not over */
    readonly previous_newcomer_count: bigint | null;
    /** retained_count of the year before, likewise */
    readonly previous_retained_count: bigint | null;
  };
  readonly pull_request_duration: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** opened in the window by people, those of deleted accounts included */
    readonly pull_request_count: bigint | null;
    /** merged before the end */
    readonly merged_count: bigint | null;
    /** closed at the end without a merge */
    readonly declined_count: bigint | null;
    /** open at the end */
    readonly open_count: bigint | null;
    /** time after which half are merged or declined; null for fewer than 5, or where half are still open */
    readonly median_days: number | null;
    /** time after which nine of ten are; null for fewer than 5, or where that many are still open */
    readonly p90_days: number | null;
    /** median of the merged ones alone; null for fewer than 5 */
    readonly median_merged_days: number | null;
    /** median of the declined ones alone; null for fewer than 5 */
    readonly median_declined_days: number | null;
  };
  readonly release_frequency: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** version tags of the window that are no pre-releases; a tag in several repositories counts once */
    readonly release_count: bigint | null;
    /** version tags of the window that are pre-releases */
    readonly prerelease_count: bigint | null;
    /** days (UTC) of the window with a release, since several series are often released together */
    readonly release_day_count: bigint | null;
    /** series with a release in the window */
    readonly series_count: bigint | null;
    /** release_count for each year of the window in which the scope has existed; null for less than one year */
    readonly releases_per_year: number | null;
    /** releases of the last 12 months before the end */
    readonly recent_release_count: bigint | null;
    /** newest release ever; null when there is none */
    readonly last_release_name: string | null;
    /** full name of the repository that it is of, else the name */
    readonly last_release_repository: string | null;
    /** its date */
    readonly last_released_at: string | null;
    /** time from it to the end of the window */
    readonly days_since_last_release: number | null;
    /** releases of the window that have an earlier one in their series */
    readonly gap_count: bigint | null;
    /** median time to that earlier release; null with fewer than 5 gaps */
    readonly median_gap_days: number | null;
  };
  readonly release_series: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id; the smallest one where several repositories of the scope have the same tags */
    readonly repo_id: bigint;
    /** series, such as a major version */
    readonly series: string;
    /** the same, after the name of the repository where several of the scope have releases */
    readonly label: string | null;
    /** its version tags that are no pre-releases */
    readonly release_count: bigint | null;
    /** its version tags that are pre-releases */
    readonly prerelease_count: bigint | null;
    /** its first release; null when there are only pre-releases */
    readonly first_release_name: string | null;
    /** date of that release */
    readonly first_released_at: string | null;
    /** its newest release */
    readonly last_release_name: string | null;
    /** date of that release */
    readonly last_released_at: string | null;
    /** time from it to the end */
    readonly days_since_last_release: number | null;
    /** releases after the first */
    readonly gap_count: bigint | null;
    /** median time between two releases of the series; null with fewer than 5 gaps */
    readonly median_gap_days: number | null;
  };
  readonly releases: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id; the smallest one where several repositories of the scope have the same tag */
    readonly repo_id: bigint;
    /** name of the tag */
    readonly name: string;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** date of the tag, or of its commit when the tag has none */
    readonly released_at: string | null;
    /** series that it belongs to, such as a major version */
    readonly series: string | null;
    /** whether its name says alpha, beta, release candidate or the like */
    readonly is_prerelease: boolean | null;
    /** commit that it names */
    readonly sha: string | null;
    /** release before it in the series; null for the first and for pre-releases */
    readonly previous_name: string | null;
    /** time since that release */
    readonly previous_gap_days: number | null;
  };
  readonly releases_by_year: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** calendar year (UTC), from that of the first version tag on */
    readonly year: number;
    /** whether the data ends before the year does, so that its counts are too small */
    readonly is_partial: boolean | null;
    /** version tags of the year that are no pre-releases; a tag in several repositories counts once */
    readonly release_count: bigint | null;
    /** version tags of the year that are pre-releases */
    readonly prerelease_count: bigint | null;
    /** days (UTC) with a release, since several series are often released together */
    readonly release_day_count: bigint | null;
  };
  readonly repository_activity: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** full name of the repository, else its name */
    readonly repository: string | null;
    /** repositories of the scope that have such a commit */
    readonly repository_count: bigint | null;
    /** commits of the window that are work */
    readonly commit_count: bigint | null;
    /** the same in the window of the same length before */
    readonly previous_commit_count: bigint | null;
    /** those of commit_count that landed in the UTC month in which the window ends */
    readonly month_commit_count: bigint | null;
    /** known principal authors of commit_count */
    readonly person_count: bigint | null;
    /** share of the person with the most of them; null where no author is known */
    readonly top_person_share: number | null;
    /** when the newest commit before the end landed that is work */
    readonly newest_commit_at: string | null;
  };
  readonly review_coverage: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** merged in the window */
    readonly merged_count: bigint | null;
    /** those with a review or a comment on code by a person other than the author */
    readonly reviewed_count: bigint | null;
    /** reviewed_count / merged_count; null where nothing was merged */
    readonly reviewed_share: number | null;
    /** merged by the author without such a review */
    readonly self_merged_count: bigint | null;
    /** self_merged_count / merged_count */
    readonly self_merge_share: number | null;
    /** merged by an account that is gone */
    readonly unknown_merger_count: bigint | null;
    /** people who reviewed or commented on code of others in the window */
    readonly reviewer_count: bigint | null;
    /** reviews by people other than the author in the window */
    readonly review_count: bigint | null;
    /** opened in the window by people */
    readonly opened_count: bigint | null;
    /** time after which half of those have a review or a comment on code; null for fewer than 5, or where half have none yet */
    readonly median_first_review_hours: number | null;
  };
  readonly stars_by_month: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** first day of the month (UTC); only months in which all repositories of the scope were read; a reading on the first day of a month is the end of the month before */
    readonly month: string;
    /** oldest of the newest readings in the month */
    readonly snapshot_date: string | null;
    /** stars on those readings, over all repositories */
    readonly star_count: bigint | null;
    /** against the month before, less those taken back; null where that month was not read */
    readonly star_change: bigint | null;
    /** accounts that watch, over all repositories */
    readonly watcher_count: bigint | null;
    /** forks of the whole network, those of forks included */
    readonly network_fork_count: bigint | null;
  };
}

export type MetricName = keyof MetricRows;
