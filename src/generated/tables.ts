// Written by test/tools/generate.ts from queries/migrations/ and queries/facts/; not to be edited.

/** Row type of each table by its name. */
export interface TableRows {
  readonly dim_account: {
    /** GitHub's databaseId of the account, a hash of its node id where GitHub gives none */
    readonly account_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string | null;
    /** login of now */
    readonly login: string | null;
    /** user, organization, bot or mannequin, as GitHub has it */
    readonly kind: string | null;
    /** dim_person.person_id; null for organizations and for those who do nothing but star or fork */
    readonly person_id: bigint | null;
    /** what stands behind it: person, bot, agent or organization */
    readonly actor_kind: string | null;
    /** name of the profile; null for none */
    readonly name: string | null;
    /** company as the profile gives it; null for none */
    readonly company: string | null;
    /** place as the profile gives it; null for none */
    readonly location: string | null;
    /** web site of the profile; null for none */
    readonly website_url: string | null;
    /** whether it can be sponsored; null where not known */
    readonly has_sponsors_listing: boolean | null;
    /** whether the profile was read */
    readonly is_profile_known: boolean | null;
    /** when the account was made; null where the profile was not read */
    readonly created_at: string | null;
    /** when GitHub last said so */
    readonly fetched_at: string | null;
  };
  readonly dim_identity: {
    /** hash of name and address, or of the account's number */
    readonly identity_id: bigint;
    /** name as written; empty for none, null for an account */
    readonly name: string | null;
    /** address as written; empty for none, null for an account */
    readonly email: string | null;
    /** name after the mailmap of the repository that uses it most; an account's is that of its profile */
    readonly mapped_name: string | null;
    /** address after that mailmap */
    readonly mapped_email: string | null;
    /** login of the account; null where none is known */
    readonly login: string | null;
    /** GitHub's databaseId: of the account itself, of the one that GitHub gives the address to, or from a noreply address */
    readonly account_id: bigint | null;
    /** whether it is a GitHub account and no name and address */
    readonly is_account: boolean | null;
    /** User, Bot or Mannequin for an account; null for others */
    readonly account_type: string | null;
    /** whether each of its credits says that a coding agent is meant */
    readonly is_agent: boolean | null;
    /** commits that it stands in as author or committer, and credits; 0 for an account */
    readonly use_count: bigint | null;
    /** earliest author date of those, or first act on GitHub */
    readonly first_contribution_at: string | null;
  };
  readonly dim_organization: {
    /** hash of the name */
    readonly organization_id: bigint;
    /** name, or registered domain or company of a profile where nobody listed it */
    readonly name: string | null;
    /** commercial, academic, foundation, government or unknown */
    readonly kind: string | null;
    /** whether a seed or the user's files name it */
    readonly is_listed: boolean | null;
    /** dim_organization.organization_id of the owner today; null for none known */
    readonly owner_organization_id: bigint | null;
    /** when that ownership began */
    readonly owned_from: string | null;
  };
  readonly dim_person: {
    /** dim_identity.identity_id of the identity with the earliest contribution */
    readonly person_id: bigint;
    /** name of the identity used most, after the mailmap; of those with a full name where there is one, as which "adab on github" does not count */
    readonly name: string | null;
    /** GitHub login; null where not known */
    readonly login: string | null;
    /** person, bot or agent */
    readonly kind: string | null;
    /** true for bots and agents */
    readonly is_bot: boolean | null;
    /** the rule that took it for a bot or agent, else null */
    readonly bot_rule: string | null;
    /** names, addresses and GitHub accounts merged into it */
    readonly identity_count: number | null;
    /** earliest author date of a commit or credit, or first act on GitHub */
    readonly first_contribution_at: string | null;
  };
  readonly dim_repo: {
    /** GitHub's databaseId, else a hash of the origin's URL, else of the path */
    readonly repo_id: bigint;
    /** last part of the URL or path */
    readonly name: string | null;
    /** owner/name where the origin is a forge with such names */
    readonly full_name: string | null;
    /** URL of the origin without credentials */
    readonly origin_url: string | null;
    /** the clone that was read in place; null for our own mirror */
    readonly path: string | null;
    /** name of the branch that was read */
    readonly default_branch: string | null;
    /** newest commit of that branch; null for an empty repository */
    readonly head_sha: string | null;
    /** its commit date */
    readonly head_committed_at: string | null;
    /** whether history is cut off, so that counts are too small */
    readonly is_shallow: boolean | null;
    /** whether those who push stand as authors of other people's work (metrics.md A2) */
    readonly is_committer_author_convention: boolean | null;
    /** how messages give credit: postgresql, linux_kernel (most are signed off), github_squash (committed on the web page) or plain */
    readonly credit_convention: string | null;
    /** commits of the default branch, merges included */
    readonly commit_count: bigint | null;
    /** those whose lines could not be read */
    readonly damaged_commit_count: bigint | null;
    /** those of which a date is not known */
    readonly undated_commit_count: bigint | null;
    /** until when git is complete; null where it was not collected */
    readonly fetched_at: string | null;
  };
  readonly dim_scope: {
    /** a repository's repo_id, else a hash of kind and name */
    readonly scope_id: bigint;
    /** repository, project or ecosystem */
    readonly kind: string | null;
    /** owner/name, else the name of the clone, of the project or of the ecosystem */
    readonly name: string | null;
    /** the ecosystem that a project or ecosystem belongs to; null for repositories */
    readonly ecosystem: string | null;
  };
  readonly fct_account_use: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** dim_account.account_id */
    readonly account_id: bigint;
    /** GitHub's id of the account */
    readonly node_id: string | null;
    /** login when it was last seen */
    readonly login: string | null;
    /** User, Organization, Bot or Mannequin */
    readonly type: string | null;
    /** issues, pull requests, comments, reviews, events, merges, releases and discussions */
    readonly act_count: bigint | null;
    /** the earliest of them; null for none */
    readonly first_acted_at: string | null;
    /** when GitHub last said so */
    readonly fetched_at: string | null;
  };
  readonly fct_branch_commit: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit */
    readonly sha: string;
    /** dim_person.person_id of git's author */
    readonly person_id: bigint | null;
    /** author after the mailmap */
    readonly author_name: string | null;
    /** author's address after the mailmap */
    readonly author_email: string | null;
    /** author date; null before 1990 and after the collection */
    readonly authored_at: string | null;
    /** author date's offset from UTC; null where it is 0 for 95 % of the person's or the half-year's commits, which tells no zone */
    readonly author_offset_minutes: number | null;
    /** committer after the mailmap */
    readonly committer_name: string | null;
    /** committer's address after the mailmap */
    readonly committer_email: string | null;
    /** commit date; null before 1990 and after the collection */
    readonly committed_at: string | null;
    /** commit date, in years of rewritten history the author date */
    readonly landed_at: string | null;
    /** two parents or more */
    readonly is_merge: boolean | null;
    /** git's author is a bot or an agent */
    readonly is_bot: boolean | null;
    /** first paragraph of the message in one line */
    readonly subject: string | null;
    /** dim_person.person_id of git's committer; null for a forge's web page */
    readonly committer_person_id: bigint | null;
    /** dim_person.person_id of the principal author (metrics.md A3) */
    readonly principal_person_id: bigint | null;
    /** takes an earlier commit back; not a re-land */
    readonly is_revert: boolean | null;
    /** takes a revert back */
    readonly is_reland: boolean | null;
    /** commit taken back, where its hash stands in the message and resolves to one commit */
    readonly reverted_sha: string | null;
    /** whether the year of its commit date was replayed on the default branch */
    readonly is_rewritten_history: boolean | null;
    /** length of the longest way down to a root */
    readonly generation: number | null;
    /** author as written */
    readonly raw_author_name: string | null;
    /** author's address as written */
    readonly raw_author_email: string | null;
    /** committer as written */
    readonly raw_committer_name: string | null;
    /** committer's address as written */
    readonly raw_committer_email: string | null;
  };
  readonly fct_comment: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** issue_comment, pull_request_comment, review_comment (on code) or discussion_comment */
    readonly comment_kind: string | null;
    /** node id of the issue, pull request or discussion; null where that was not collected */
    readonly item_node_id: string | null;
    /** its number */
    readonly item_number: number | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly author_kind: string | null;
    /** GitHub's word for the author's tie to the repository, as of today */
    readonly author_association: string | null;
    /** whether it was hidden */
    readonly is_minimized: boolean | null;
    /** when it was written */
    readonly created_at: string | null;
    /** when it was last changed */
    readonly updated_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_commit: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit */
    readonly sha: string;
    /** dim_person.person_id of git's author */
    readonly person_id: bigint | null;
    /** author after the mailmap (git's %aN) */
    readonly author_name: string | null;
    /** author's address after the mailmap (git's %aE) */
    readonly author_email: string | null;
    /** author date; null before 1990 and after the collection */
    readonly authored_at: string | null;
    /** author date's offset from UTC; null where it is 0 for 95 % of the person's or the half-year's commits, which tells no zone */
    readonly author_offset_minutes: number | null;
    /** committer after the mailmap */
    readonly committer_name: string | null;
    /** committer's address after the mailmap */
    readonly committer_email: string | null;
    /** commit date; null before 1990 and after the collection */
    readonly committed_at: string | null;
    /** commit date, in years of rewritten history the author date */
    readonly landed_at: string | null;
    /** two parents or more */
    readonly is_merge: boolean | null;
    /** git's author is a bot or an agent */
    readonly is_bot: boolean | null;
    /** no merge, no bot, not empty */
    readonly is_work: boolean | null;
    /** is_work, and neither mechanical nor an import */
    readonly is_line_work: boolean | null;
    /** files changed; null for merges and where lines could not be read */
    readonly file_count: number | null;
    /** added lines as git log --numstat -M -l0 counts; null likewise */
    readonly added_line_count: bigint | null;
    /** deleted lines; null likewise */
    readonly deleted_line_count: bigint | null;
    /** first paragraph of the message in one line */
    readonly subject: string | null;
    /** dim_person.person_id of git's committer; null for a forge's web page */
    readonly committer_person_id: bigint | null;
    /** dim_person.person_id of the principal author (metrics.md A3) */
    readonly principal_person_id: bigint | null;
    /** blame_ignore_revs, import, bulk_subject or file_class; null for none */
    readonly mechanical_reason: string | null;
    /** takes an earlier commit back; not a re-land */
    readonly is_revert: boolean | null;
    /** takes a revert back */
    readonly is_reland: boolean | null;
    /** commit taken back, where its hash stands in the message and resolves to one commit */
    readonly reverted_sha: string | null;
    /** subject, closes or backpatch; null where nothing says that it is a fix */
    readonly fix_rule: string | null;
    /** whether the year of its commit date was replayed */
    readonly is_rewritten_history: boolean | null;
    /** its lines could not be read */
    readonly is_damaged: boolean | null;
    /** length of the longest way down to a root */
    readonly generation: number | null;
    /** author as written */
    readonly raw_author_name: string | null;
    /** author's address as written */
    readonly raw_author_email: string | null;
    /** committer as written */
    readonly raw_committer_name: string | null;
    /** committer's address as written */
    readonly raw_committer_email: string | null;
  };
  readonly fct_commit_date: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit */
    readonly sha: string;
    /** false for commits that only a tag or a release branch reaches */
    readonly is_on_default_branch: boolean | null;
    /** author date */
    readonly authored_at: string | null;
    /** commit date */
    readonly committed_at: string | null;
    /** whether one of the two dates is not known */
    readonly is_undated: boolean | null;
  };
  readonly fct_commit_file: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit; none of them is a merge */
    readonly sha: string;
    /** path after the commit */
    readonly path: string;
    /** path before a rename, else null */
    readonly previous_path: string | null;
    /** added lines; null for binary files and where lines could not be read */
    readonly added_line_count: number | null;
    /** deleted lines; null likewise */
    readonly deleted_line_count: number | null;
    /** whether git takes the file for binary; null where lines could not be read */
    readonly is_binary: boolean | null;
    /** fct_path.file_class of the path */
    readonly file_class: string | null;
    /** added, modified, deleted, renamed or retyped */
    readonly change: string | null;
  };
  readonly fct_commit_organization: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** fct_commit.sha */
    readonly sha: string;
    /** fct_commit.principal_person_id */
    readonly person_id: bigint | null;
    /** dim_organization.organization_id */
    readonly organization_id: bigint;
    /** 1 shared equally among the organizations of a commit */
    readonly weight: number | null;
    /** declared, address, interval or profile */
    readonly rule: string | null;
  };
  readonly fct_credit: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit */
    readonly sha: string;
    /** dim_person.person_id */
    readonly person_id: bigint | null;
    /** author, co_author, reviewer, acker, reporter, tester, suggester, diagnoser, signer, assist or committer */
    readonly role: string;
    /** git, trailer or prose */
    readonly source: string | null;
    /** how sure the rule is that gave the credit */
    readonly confidence: number | null;
    /** order of the credits of a role in a commit, counted from 1 */
    readonly position: number;
    /** dim_identity.identity_id that was credited */
    readonly identity_id: bigint | null;
    /** where the evidence begins in the message; null for git's own fields */
    readonly span_start: number | null;
    /** where it ends */
    readonly span_end: number | null;
  };
  readonly fct_discussion: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** number in the repository */
    readonly number: number | null;
    /** title */
    readonly title: string | null;
    /** name of its category */
    readonly category: string | null;
    /** whether the category asks for an answer */
    readonly is_answerable: boolean | null;
    /** whether an answer was chosen; null where none is asked for */
    readonly is_answered: boolean | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly author_kind: string | null;
    /** GitHub's word for the author's tie to the repository, as of today */
    readonly author_association: string | null;
    /** votes for it */
    readonly upvote_count: number | null;
    /** comments that were collected */
    readonly comment_count: number | null;
    /** when it was opened */
    readonly created_at: string | null;
    /** when it was last changed */
    readonly updated_at: string | null;
    /** when it was closed; null while it is open */
    readonly closed_at: string | null;
    /** when an answer was chosen */
    readonly answer_chosen_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_document: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** readme, license, contributing, code_of_conduct, governance, maintainers, codeowners, security, support, changelog, roadmap, adopters, authors, install, citation, issue_template, pull_request_template, funding, ci, dependency_updates, mailmap, gitattributes or blame_ignore_revs */
    readonly kind: string | null;
    /** path at the head */
    readonly path: string;
    /** its text, at most 1 MiB; null where it was not taken */
    readonly text: string | null;
    /** landed_at of the first commit that has it */
    readonly added_at: string | null;
    /** landed_at of the newest commit that changed it */
    readonly changed_at: string | null;
  };
  readonly fct_file: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of repository, path and deleted_generation */
    readonly file_id: bigint;
    /** path at the head, or the one that it was deleted under */
    readonly path: string | null;
    /** whether it is in the tree of the head */
    readonly is_at_head: boolean | null;
    /** fct_head_file.file_class, for files of the past fct_path.file_class */
    readonly file_class: string | null;
    /** lines at the head; null for files of the past and where not known */
    readonly line_count: number | null;
    /** fct_commit.generation of the rename that gave it this path or took it from the file before; 0 for none */
    readonly since_generation: number | null;
    /** fct_commit.generation of the commit that deleted it for good; null at the head */
    readonly deleted_generation: number | null;
  };
  readonly fct_file_change: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** fct_file.file_id */
    readonly file_id: bigint;
    /** path at the head; null for files that are gone */
    readonly head_path: string | null;
    /** commit of the default branch that changed it */
    readonly sha: string;
    /** path after that commit */
    readonly path: string | null;
    /** added, modified, deleted, renamed or retyped */
    readonly change: string | null;
  };
  readonly fct_file_name: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** fct_file.file_id */
    readonly file_id: bigint;
    /** path at the head; null for files that are gone */
    readonly head_path: string | null;
    /** name that the file had */
    readonly path: string | null;
    /** fct_commit.generation of the rename that gave it; 0 for the first name */
    readonly since_generation: number;
    /** generation from which it no longer holds, by a rename or a deletion; 2147483647 for the name at the head */
    readonly until_generation: number | null;
  };
  readonly fct_fork: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the fork */
    readonly node_id: string;
    /** GitHub's databaseId of the fork */
    readonly fork_repo_id: bigint | null;
    /** owner/name of the fork */
    readonly full_name: string | null;
    /** dim_account.account_id; null where that account was not collected */
    readonly owner_account_id: bigint | null;
    /** dim_person.person_id; null for organizations and for those who do nothing else here */
    readonly owner_person_id: bigint | null;
    /** login of its owner */
    readonly owner_login: string | null;
    /** user or organization */
    readonly owner_kind: string | null;
    /** stars of the fork */
    readonly star_count: number | null;
    /** whether it is archived */
    readonly is_archived: boolean | null;
    /** when it was made */
    readonly created_at: string | null;
    /** when something was last pushed to it */
    readonly pushed_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_funding_link: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** repository or owner: where it is declared */
    readonly origin: string;
    /** github, patreon, open_collective, custom and so on */
    readonly platform: string;
    /** where the money goes */
    readonly url: string;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_head_file: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** path in the tree; bytes that are not UTF-8 stand as \ooo */
    readonly path: string;
    /** file mode; 160000 is a submodule, 120000 a symbolic link */
    readonly mode: string | null;
    /** size; null for submodules and missing objects */
    readonly byte_count: bigint | null;
    /** lines; null for binary files, submodules and missing objects */
    readonly line_count: number | null;
    /** language; null where the name tells none */
    readonly language: string | null;
    /** fct_path.file_class; other for submodules and symbolic links */
    readonly file_class: string | null;
    /** a NUL among the first 8,000 bytes; null where the object could not be read */
    readonly is_binary: boolean | null;
  };
  readonly fct_history_year: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** year of the commit date, UTC */
    readonly year: number;
    /** commits of the default branch without merges */
    readonly commit_count: bigint | null;
    /** those whose committer is not their author */
    readonly other_committer_count: bigint | null;
    /** those of the committer who made most of them */
    readonly top_other_committer_count: bigint | null;
    /** whether commit dates and committers say nothing about who pushed when */
    readonly is_rewritten_history: boolean | null;
  };
  readonly fct_identity_use: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** dim_identity.identity_id */
    readonly identity_id: bigint;
    /** name as written; empty for none, null for an account */
    readonly name: string | null;
    /** address as written; empty for none, null for an account */
    readonly email: string | null;
    /** name after the mailmap; an account's is that of its profile */
    readonly mapped_name: string | null;
    /** address after the mailmap */
    readonly mapped_email: string | null;
    /** whether it stands as an author or committer, not only in messages */
    readonly is_in_git: boolean | null;
    /** whether it is a GitHub account, known by its account_id and not by name and address */
    readonly is_account: boolean | null;
    /** the account, or the one to which GitHub gives the address; null for none */
    readonly account_id: bigint | null;
    /** login of that account */
    readonly login: string | null;
    /** the account to which GitHub gives the address in commits of pull requests, whatever their name; null for none or several */
    readonly branch_account_id: bigint | null;
    /** User, Bot or Mannequin for an account; null for others */
    readonly account_type: string | null;
    /** whether each of its credits says that a coding agent is meant */
    readonly is_agent: boolean | null;
    /** commits that it stands in as author or committer, and credits; 0 for an account */
    readonly use_count: bigint | null;
    /** earliest author date of those, or first act on GitHub; null where none is known */
    readonly first_contribution_at: string | null;
  };
  readonly fct_issue: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** number in the repository */
    readonly number: number | null;
    /** title */
    readonly title: string | null;
    /** open or closed */
    readonly state: string | null;
    /** completed, not_planned, duplicate, or bot where a machine closed it without a change, as not planned or not; null while it is open */
    readonly closed_reason: string | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly author_kind: string | null;
    /** GitHub's word for the author's tie to the repository, as of today */
    readonly author_association: string | null;
    /** when it was opened */
    readonly created_at: string | null;
    /** when it was last changed */
    readonly updated_at: string | null;
    /** when it was closed last; null while it is open */
    readonly closed_at: string | null;
    /** when it was closed for the first time */
    readonly first_closed_at: string | null;
    /** dim_account.account_id of whoever closed it last */
    readonly closed_by_account_id: bigint | null;
    /** dim_person.person_id of whoever closed it last */
    readonly closed_by_person_id: bigint | null;
    /** whether a machine closed it last; null where nothing says */
    readonly is_closed_by_bot: boolean | null;
    /** first thing that another person said or did about it */
    readonly first_response_at: string | null;
    /** dim_account.account_id of that person */
    readonly first_response_account_id: bigint | null;
    /** dim_person.person_id of that person */
    readonly first_response_person_id: bigint | null;
    /** the first by an owner, member or collaborator */
    readonly first_member_response_at: string | null;
    /** comments that were collected */
    readonly comment_count: number | null;
    /** labels of now */
    readonly label_names: readonly string[] | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_issue_event: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** node id of the issue or pull request */
    readonly item_node_id: string | null;
    /** issue or pull_request */
    readonly item_kind: string | null;
    /** its number */
    readonly item_number: number | null;
    /** what happened: closed, reopened, merged, labeled, unlabeled, assigned, unassigned, review_requested and so on */
    readonly type: string | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly actor_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly actor_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly actor_kind: string | null;
    /** pull request that closed it */
    readonly closer_number: number | null;
    /** commit that closed it */
    readonly closer_sha: string | null;
    /** label that was put on or taken off */
    readonly label_name: string | null;
    /** when it happened */
    readonly created_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_item: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** issue or pull_request */
    readonly item_kind: string | null;
    /** number in the repository */
    readonly number: number | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly author_kind: string | null;
    /** GitHub's word for the author's tie to the repository, as of today */
    readonly author_association: string | null;
    /** member (owner, member or collaborator), contributor (has landed a change) or outsider */
    readonly author_group: string | null;
    /** when it was opened */
    readonly created_at: string | null;
    /** when it was closed or merged last; null while it is open */
    readonly closed_at: string | null;
    /** whether it is a pull request that was merged */
    readonly is_merged: boolean | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_open_span: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** fct_item.node_id */
    readonly item_node_id: string;
    /** issue or pull_request */
    readonly item_kind: string | null;
    /** 1 for the first time, 2 after it was reopened once, and so on */
    readonly span_number: number;
    /** when it was opened or reopened */
    readonly opened_at: string | null;
    /** when it was closed or merged after that; null while it is open */
    readonly closed_at: string | null;
    /** dim_account.account_id of whoever closed it; null for a deleted account or where nothing says */
    readonly closed_by_account_id: bigint | null;
    /** dim_person.person_id of whoever closed it */
    readonly closed_by_person_id: bigint | null;
    /** person, bot, agent, organization or ghost; null where nothing says */
    readonly closed_by_kind: string | null;
    /** whether a commit or a pull request closed it */
    readonly has_closer: boolean | null;
  };
  readonly fct_owner_document: {
    /** dim_repo.repo_id for which it holds */
    readonly repo_id: bigint;
    /** contributing, code_of_conduct, governance, security, support, funding, issue_template or pull_request_template */
    readonly kind: string;
    /** the owner's repository */
    readonly repository: string | null;
    /** the one nearest to the root */
    readonly path: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_path: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** path in the repository; bytes that are not UTF-8 stand as \ooo */
    readonly path: string;
    /** vendored, generated, translation, test, docs, config, data, code or other */
    readonly file_class: string | null;
    /** language; null where the name tells none */
    readonly language: string | null;
    /** what decided the class */
    readonly rule: string | null;
  };
  readonly fct_path_module: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** fct_path.path */
    readonly path: string;
    /** folder without a trailing slash; `.` for the root */
    readonly module: string | null;
  };
  readonly fct_path_start: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** path at the head or in the past */
    readonly path: string;
    /** fct_commit.generation of the rename */
    readonly generation: number;
    /** name that the file had before; null where the path was left to a later file */
    readonly previous_path: string | null;
  };
  readonly fct_pull_request: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** number in the repository */
    readonly number: number | null;
    /** title */
    readonly title: string | null;
    /** open, closed or merged */
    readonly state: string | null;
    /** whether it is a draft */
    readonly is_draft: boolean | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly author_kind: string | null;
    /** GitHub's word for the author's tie to the repository, as of today */
    readonly author_association: string | null;
    /** member (owner, member or collaborator), contributor (has landed a change) or outsider */
    readonly author_group: string | null;
    /** when it was opened */
    readonly created_at: string | null;
    /** when it was last changed */
    readonly updated_at: string | null;
    /** when it was closed or merged last; null while it is open */
    readonly closed_at: string | null;
    /** when it was closed or merged for the first time */
    readonly first_closed_at: string | null;
    /** dim_account.account_id of whoever closed or merged it last */
    readonly closed_by_account_id: bigint | null;
    /** dim_person.person_id of whoever closed or merged it last */
    readonly closed_by_person_id: bigint | null;
    /** whether a machine closed or merged it last; null where nothing says */
    readonly is_closed_by_bot: boolean | null;
    /** when it was merged; null where it was not */
    readonly merged_at: string | null;
    /** dim_account.account_id of whoever merged it */
    readonly merged_by_account_id: bigint | null;
    /** dim_person.person_id of whoever merged it */
    readonly merged_by_person_id: bigint | null;
    /** person, bot, agent, organization or ghost; null where it was not merged */
    readonly merged_by_kind: string | null;
    /** commit that the merge made */
    readonly merge_commit_sha: string | null;
    /** of one closed without a merge, the commit of the default branch that cites it or is its newest commit */
    readonly landed_sha: string | null;
    /** newest commit of its branch */
    readonly head_sha: string | null;
    /** branch that it is for */
    readonly base_ref: string | null;
    /** whether its branch is in another repository */
    readonly is_from_fork: boolean | null;
    /** first thing that another person said or did about it */
    readonly first_response_at: string | null;
    /** dim_account.account_id of that person */
    readonly first_response_account_id: bigint | null;
    /** dim_person.person_id of that person */
    readonly first_response_person_id: bigint | null;
    /** the first by an owner, member or collaborator */
    readonly first_member_response_at: string | null;
    /** first review or comment on code by another person */
    readonly first_review_at: string | null;
    /** reviews by other people */
    readonly review_count: number | null;
    /** other people who reviewed or commented on code */
    readonly reviewer_count: number | null;
    /** issues that it closes */
    readonly linked_issue_numbers: readonly number[] | null;
    /** lines added */
    readonly additions: number | null;
    /** lines deleted */
    readonly deletions: number | null;
    /** files changed */
    readonly changed_file_count: number | null;
    /** commits of its branch */
    readonly commit_count: number | null;
    /** comments as GitHub counts them, those on code included */
    readonly comment_count: number | null;
    /** labels of now */
    readonly label_names: readonly string[] | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_reached_commit: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit */
    readonly sha: string;
    /** false for commits that only a tag or a release branch reaches */
    readonly is_on_default_branch: boolean | null;
    /** dim_person.person_id of git's author */
    readonly person_id: bigint | null;
    /** author after the mailmap (git's %aN) */
    readonly author_name: string | null;
    /** author's address after the mailmap (git's %aE) */
    readonly author_email: string | null;
    /** author date; null before 1990 and after the collection */
    readonly authored_at: string | null;
    /** author date's offset from UTC; null where it is 0 for 95 % of the person's or the half-year's commits, which tells no zone */
    readonly author_offset_minutes: number | null;
    /** committer after the mailmap */
    readonly committer_name: string | null;
    /** committer's address after the mailmap */
    readonly committer_email: string | null;
    /** commit date; null before 1990 and after the collection */
    readonly committed_at: string | null;
    /** commit date, in years of rewritten history the author date */
    readonly landed_at: string | null;
    /** two parents or more */
    readonly is_merge: boolean | null;
    /** git's author is a bot or an agent */
    readonly is_bot: boolean | null;
    /** first paragraph of the message in one line */
    readonly subject: string | null;
    /** dim_person.person_id of git's committer; null for a forge's web page */
    readonly committer_person_id: bigint | null;
    /** dim_person.person_id of the principal author (metrics.md A3) */
    readonly principal_person_id: bigint | null;
    /** takes an earlier commit back; not a re-land */
    readonly is_revert: boolean | null;
    /** takes a revert back */
    readonly is_reland: boolean | null;
    /** commit taken back, where its hash stands in the message and resolves to one commit */
    readonly reverted_sha: string | null;
    /** subject, closes or backpatch; null where nothing says that it is a fix */
    readonly fix_rule: string | null;
    /** whether the year of its commit date was replayed */
    readonly is_rewritten_history: boolean | null;
    /** length of the longest way down to a root */
    readonly generation: number | null;
    /** author as written */
    readonly raw_author_name: string | null;
    /** author's address as written */
    readonly raw_author_email: string | null;
    /** committer as written */
    readonly raw_committer_name: string | null;
    /** committer's address as written */
    readonly raw_committer_email: string | null;
  };
  readonly fct_release: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** tag of the release */
    readonly tag_name: string | null;
    /** its title */
    readonly name: string | null;
    /** commit of the tag; null where the tag is gone */
    readonly sha: string | null;
    /** whether it is marked as a pre-release */
    readonly is_prerelease: boolean | null;
    /** dim_account.account_id as collected; null for a bot or a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** files that it offers */
    readonly asset_count: number | null;
    /** whether one of them is a signature or an attestation by its name */
    readonly has_signature: boolean | null;
    /** how often its files were fetched until now */
    readonly download_count: bigint | null;
    /** date of its commit */
    readonly created_at: string | null;
    /** when it was published */
    readonly published_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_repo_profile: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string | null;
    /** owner/name of now */
    readonly full_name: string | null;
    /** what it says of itself */
    readonly description: string | null;
    /** its web site */
    readonly homepage_url: string | null;
    /** dim_account.account_id of the owner */
    readonly owner_account_id: bigint | null;
    /** login of the owner */
    readonly owner_login: string | null;
    /** user or organization */
    readonly owner_kind: string | null;
    /** repository that it is a fork of; null for none */
    readonly parent_full_name: string | null;
    /** language that GitHub finds most of */
    readonly primary_language: string | null;
    /** SPDX identifier of the licence that GitHub finds */
    readonly license: string | null;
    /** topics */
    readonly topics: readonly string[] | null;
    /** whether it is archived */
    readonly is_archived: boolean | null;
    /** whether it is a fork */
    readonly is_fork: boolean | null;
    /** whether it is a mirror */
    readonly is_mirror: boolean | null;
    /** whether issues are on */
    readonly has_issues: boolean | null;
    /** whether discussions are on */
    readonly has_discussions: boolean | null;
    /** whether there is a security policy, that of the owner included */
    readonly has_security_policy: boolean | null;
    /** accounts that star it */
    readonly star_count: number | null;
    /** forks of the whole network */
    readonly fork_count: number | null;
    /** accounts that watch it */
    readonly watcher_count: number | null;
    /** when it was made */
    readonly created_at: string | null;
    /** when something was last pushed */
    readonly pushed_at: string | null;
    /** when it was archived */
    readonly archived_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_repo_snapshot: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** day by GitHub's clock */
    readonly snapshot_date: string;
    /** accounts that star it */
    readonly star_count: number | null;
    /** forks of the whole network */
    readonly fork_count: number | null;
    /** accounts that watch it */
    readonly watcher_count: number | null;
    /** open issues; null where issues are off */
    readonly open_issue_count: number | null;
    /** issues of any state; null where issues are off */
    readonly issue_count: number | null;
    /** open pull requests */
    readonly open_pull_request_count: number | null;
    /** pull requests of any state */
    readonly pull_request_count: number | null;
    /** releases */
    readonly release_count: number | null;
    /** discussions */
    readonly discussion_count: number | null;
  };
  readonly fct_response: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the comment, review or event */
    readonly node_id: string;
    /** fct_item.node_id */
    readonly item_node_id: string | null;
    /** comment, review, review_comment, labeled, assigned, closed or merged */
    readonly response_kind: string | null;
    /** dim_account.account_id of whoever responded */
    readonly account_id: bigint | null;
    /** dim_person.person_id of whoever responded */
    readonly person_id: bigint | null;
    /** whether by an owner, member or collaborator; whoever labels, assigns or merges is one */
    readonly is_by_member: boolean | null;
    /** when it was said or done */
    readonly responded_at: string | null;
  };
  readonly fct_review: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** fct_pull_request.node_id */
    readonly item_node_id: string | null;
    /** number of the pull request */
    readonly item_number: number | null;
    /** approved, changes_requested, commented or dismissed */
    readonly state: string | null;
    /** dim_account.account_id as collected; null for a deleted account */
    readonly author_account_id: bigint | null;
    /** dim_person.person_id; null where nobody is known */
    readonly author_person_id: bigint | null;
    /** person, bot, agent, organization or ghost */
    readonly author_kind: string | null;
    /** GitHub's word for the author's tie to the repository, as of today */
    readonly author_association: string | null;
    /** whether the author may push to the repository, as of today; null where not known */
    readonly can_author_push: boolean | null;
    /** whether a person other than the author of the pull request wrote it */
    readonly is_by_other: boolean | null;
    /** when it was sent */
    readonly submitted_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_sponsor_snapshot: {
    /** dim_repo.repo_id whose owner or core person it is */
    readonly repo_id: bigint;
    /** GitHub's id of the account */
    readonly node_id: string;
    /** day by GitHub's clock */
    readonly snapshot_date: string;
    /** dim_account.account_id */
    readonly account_id: bigint | null;
    /** login of the account; ghost where it is gone and nobody knows it any more */
    readonly login: string | null;
    /** whether it owns the repository, and is not just one of its core people */
    readonly is_owner: boolean | null;
    /** whether it could be sponsored when it was last asked */
    readonly has_listing: boolean | null;
    /** sponsors on that day, private ones included */
    readonly sponsor_count: number | null;
    /** accounts that it sponsors itself */
    readonly sponsoring_count: number | null;
    /** whether the token was the account's own, or an admin's: the next two are shown to nobody else */
    readonly is_own: boolean | null;
    /** sponsors that hide, by that token; null for others */
    readonly private_sponsor_count: number | null;
    /** GitHub's estimate of a month's income in US dollars, by that token; null for others */
    readonly monthly_income_cents: number | null;
  };
  readonly fct_sponsorship: {
    /** dim_repo.repo_id whose owner or core person is sponsored */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** dim_account.account_id of who is sponsored */
    readonly maintainer_account_id: bigint | null;
    /** GitHub's id of that account */
    readonly maintainer_node_id: string | null;
    /** dim_person.person_id of who is sponsored; null for an organization */
    readonly maintainer_person_id: bigint | null;
    /** dim_account.account_id as collected; null where it is not shown */
    readonly sponsor_account_id: bigint | null;
    /** dim_person.person_id; null for an organization */
    readonly sponsor_person_id: bigint | null;
    /** login of the sponsor */
    readonly sponsor_login: string | null;
    /** user, organization, or ghost for an account that is gone; null where it is not shown */
    readonly sponsor_kind: string | null;
    /** whether it lasts, on the day of collection */
    readonly is_active: boolean | null;
    /** whether it was a single payment */
    readonly is_one_time: boolean | null;
    /** public or private */
    readonly privacy_level: string | null;
    /** when it began */
    readonly created_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_star: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** GitHub's id of the account */
    readonly node_id: string;
    /** dim_account.account_id, where that account was collected */
    readonly account_id: bigint | null;
    /** dim_person.person_id; null for those who do nothing else here */
    readonly person_id: bigint | null;
    /** login of the account */
    readonly login: string | null;
    /** when it was given */
    readonly starred_at: string | null;
    /** when GitHub said so */
    readonly fetched_at: string | null;
  };
  readonly fct_stream: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** git, issues, pulls and so on */
    readonly stream: string;
    /** from when it is whole: what did not change since was left out, as `collect --since` asked; null for since the beginning */
    readonly complete_from: string | null;
    /** until when it is whole; null where it never was */
    readonly fetched_at: string | null;
    /** done, incomplete, failed or running: how the newest try ended */
    readonly status: string | null;
    /** why it is not whole */
    readonly reason: string | null;
    /** items that GitHub counted at the newest scan; null where it gives no count */
    readonly expected_count: number | null;
    /** items that are stored; null for streams that are no list */
    readonly collected_count: number | null;
  };
  readonly fct_tag: {
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
    /** name of the tag */
    readonly name: string;
    /** the object that it points to in the end, for most a commit */
    readonly sha: string | null;
    /** date of an annotated tag, else of the commit; null before 1990 and after the collection */
    readonly tagged_at: string | null;
    /** commit, tree or blob */
    readonly target_type: string | null;
    /** whether the tag is an object of its own */
    readonly is_annotated: boolean | null;
    /** whether the name looks like a version */
    readonly is_version: boolean | null;
    /** a version marked alpha, beta, rc and the like */
    readonly is_prerelease: boolean | null;
    /** numbers of the version in order; null where it is none */
    readonly version_parts: readonly number[] | null;
    /** what its patch releases share: the first number, for PostgreSQL before 10 the first two */
    readonly series: string | null;
  };
  readonly map_commit_credit: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** raw_git_commit.sha */
    readonly sha: string;
    /** author, co_author, reviewer, acker, reporter, tester, suggester, diagnoser, signer or assist */
    readonly role: string;
    /** name as the message gives it; empty where there is only an address */
    readonly name: string;
    /** address as the message gives it; empty where there is only a name */
    readonly email: string;
    /** trailer or prose */
    readonly source: string;
    /** form of words that gives the credit */
    readonly rule: string;
    /** * where it counts everywhere, else the conventions in which it does */
    readonly convention: string;
    /** whether the words say that a coding agent is meant */
    readonly is_agent: boolean;
    /** how sure the rule is, 0 to 1 */
    readonly confidence: number;
    /** order of the credit in its message, counted from 1 */
    readonly position: number;
    /** first character of the evidence in the message, counted from 0 */
    readonly span_start: number | null;
    /** character after the evidence */
    readonly span_end: number | null;
  };
  readonly map_company_organization: {
    /** company as profiles give it */
    readonly company: string;
    /** dim_organization.name */
    readonly organization: string;
    /** academic or unknown where nobody listed it; null for organizations that are known */
    readonly kind: string | null;
    /** account (an organization's on GitHub), name, domain (its first label) or text */
    readonly rule: string | null;
    /** 0.7 */
    readonly confidence: number | null;
  };
  readonly map_domain_name: {
    /** domain that somebody registered, lower case */
    readonly registrable_domain: string;
    /** name as an account or a profile gives it */
    readonly name: string;
    /** the one by which the domain is shown: the account's own, else that of most people, else the shortest */
    readonly is_chosen: boolean | null;
    /** account or profile */
    readonly rule: string | null;
    /** 0.7 */
    readonly confidence: number | null;
  };
  readonly map_domain_organization: {
    /** part of the address after @, lower case */
    readonly email_domain: string;
    /** dim_organization.name, the registrable domain where no name is known; null where the domain is known to be none */
    readonly organization: string;
    /** commercial, academic, foundation, government or unknown; null for none */
    readonly kind: string | null;
    /** from when; the year 1 for always */
    readonly valid_from: string;
    /** until when; the year 9999 for ever */
    readonly valid_to: string | null;
    /** listed, public, misspelt, personal, shared, academic, government, domain or no_domain */
    readonly rule: string | null;
    /** 1 for what is listed, 0.9 for academic and government names, 0.7 for other domains, 0 for none */
    readonly confidence: number | null;
  };
  readonly map_email_domain: {
    /** part of the address after @, lower case */
    readonly email_domain: string;
    /** public suffix and one label; null where the address names no public domain */
    readonly registrable_domain: string | null;
    /** public_suffix, or none where there is no such domain */
    readonly rule: string;
    /** 1, or 0 where there is no such domain */
    readonly confidence: number;
  };
  readonly map_identity_kind: {
    /** dim_identity.identity_id */
    readonly identity_id: bigint;
    /** bot, agent, or person where a decision says so against the rules */
    readonly kind: string;
    /** the rule that hit first */
    readonly rule: string;
    /** how sure the rule is, 0 to 1 */
    readonly confidence: number;
  };
  readonly map_identity_link: {
    /** dim_identity.identity_id, the smaller of the two */
    readonly identity_id: bigint;
    /** dim_identity.identity_id, the larger of the two */
    readonly other_identity_id: bigint;
    /** name of the rule */
    readonly rule: string;
    /** how sure the rule is, 0 to 1 */
    readonly confidence: number;
  };
  readonly map_identity_person: {
    /** dim_identity.identity_id */
    readonly identity_id: bigint;
    /** dim_person.person_id */
    readonly person_id: bigint;
    /** weakest rule on the strongest way from the person's first identity to this one; own for the first itself */
    readonly rule: string;
    /** confidence of that rule, 0 to 1 */
    readonly confidence: number;
  };
  readonly map_person_alias: {
    /** person_id of an earlier build */
    readonly old_person_id: bigint;
    /** dim_person.person_id that it stands for now */
    readonly person_id: bigint;
  };
  readonly map_person_organization: {
    /** dim_person.person_id */
    readonly person_id: bigint;
    /** dim_organization.organization_id */
    readonly organization_id: bigint;
    /** first instant */
    readonly valid_from: string;
    /** instant after the last */
    readonly valid_to: string | null;
    /** declared, address or profile */
    readonly rule: string;
    /** 1 for declared ones, that of the domain, or 0.7 for a profile */
    readonly confidence: number | null;
  };
  readonly map_ref_class: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** hash of the class's refs */
    readonly ref_class_id: bigint;
    /** raw_git_ref.kind */
    readonly kind: string;
    /** raw_git_ref.name */
    readonly ref_name: string;
  };
  readonly map_ref_commit: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** raw_git_commit.sha */
    readonly sha: string;
    /** map_ref_class.ref_class_id */
    readonly ref_class_id: bigint;
  };
  readonly map_repo_alias: {
    /** hash of the origin's URL */
    readonly old_repo_id: bigint;
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
  };
  readonly map_scope_repo: {
    /** dim_scope.scope_id */
    readonly scope_id: bigint;
    /** dim_repo.repo_id */
    readonly repo_id: bigint;
  };
  readonly raw_git_attribute: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** path; bytes that are not UTF-8 stand as \ooo */
    readonly path: string;
    /** linguist-vendored; null where not given */
    readonly is_vendored: boolean | null;
    /** linguist-generated; null where not given */
    readonly is_generated: boolean | null;
    /** linguist-documentation; null where not given */
    readonly is_documentation: boolean | null;
    /** linguist-language; null where not given */
    readonly language: string | null;
  };
  readonly raw_git_commit: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** hash of the commit */
    readonly sha: string;
    /** hashes of its parents in order */
    readonly parent_shas: readonly string[];
    /** false for commits that only a tag or a release branch reaches */
    readonly is_on_default_branch: boolean;
    /** author as written in the commit */
    readonly author_name: string;
    /** author's address as written in the commit */
    readonly author_email: string;
    /** author date; null where git's text is no date */
    readonly authored_at: string | null;
    /** author date's offset from UTC in minutes */
    readonly author_offset_minutes: number | null;
    /** committer as written in the commit */
    readonly committer_name: string;
    /** committer's address as written in the commit */
    readonly committer_email: string;
    /** commit date; null where git's text is no date */
    readonly committed_at: string | null;
    /** commit date's offset from UTC in minutes */
    readonly committer_offset_minutes: number | null;
    /** first paragraph of the message in one line */
    readonly subject: string;
    /** whole message */
    readonly message: string;
    /** length of the longest way down to a root, which has 1; a commit comes after all of smaller generation that it builds on */
    readonly generation: number;
  };
  readonly raw_git_commit_path: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** raw_git_commit.sha */
    readonly sha: string;
    /** path; bytes that are not UTF-8 stand as \ooo */
    readonly path: string;
    /** A added, M modified, D deleted, T type changed */
    readonly status: string;
    /** file mode before, 000000 for none */
    readonly old_mode: string;
    /** file mode after, 000000 for none */
    readonly new_mode: string;
  };
  readonly raw_git_document: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** path of the document */
    readonly path: string;
    /** its text, at most 1 MiB */
    readonly text: string;
  };
  readonly raw_git_head_file: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** path; bytes that are not UTF-8 stand as \ooo */
    readonly path: string;
    /** file mode; 160000 is a submodule, 120000 a symbolic link */
    readonly mode: string;
    /** hash of the blob, or of the submodule's commit */
    readonly object_sha: string;
    /** size; null for submodules and missing objects */
    readonly byte_count: bigint | null;
    /** lines, the last one with or without its newline; null for binary files, submodules and missing objects */
    readonly line_count: number | null;
    /** a NUL among the first 8,000 bytes; null where the object could not be read */
    readonly is_binary: boolean | null;
  };
  readonly raw_git_identity: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** name as written in commits */
    readonly name: string;
    /** address as written in commits */
    readonly email: string;
    /** name after .mailmap (git's %aN) */
    readonly mapped_name: string;
    /** address after .mailmap (git's %aE) */
    readonly mapped_email: string;
  };
  readonly raw_git_line_count: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** raw_git_commit.sha */
    readonly sha: string;
    /** path after the commit */
    readonly path: string;
    /** path before a rename, else null */
    readonly previous_path: string | null;
    /** added lines; null for binary files */
    readonly added_line_count: number | null;
    /** deleted lines; null for binary files */
    readonly deleted_line_count: number | null;
    /** whether git takes the file for binary */
    readonly is_binary: boolean;
  };
  readonly raw_git_line_read: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** raw_git_commit.sha */
    readonly sha: string;
    /** why git could not count them, such as a missing object; null when it could */
    readonly problem: string | null;
  };
  readonly raw_git_ref: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** short name, without refs/tags/ or refs/heads/ */
    readonly name: string;
    /** tag, release_branch or default_branch */
    readonly kind: string;
    /** the object that it points to in the end, for most a commit */
    readonly sha: string;
    /** commit, tree or blob */
    readonly target_type: string;
    /** whether the tag is an object of its own */
    readonly is_annotated: boolean;
    /** date of an annotated tag, else of the commit */
    readonly tagged_at: string | null;
    /** tagger of an annotated tag */
    readonly tagger_name: string | null;
    /** tagger's address of an annotated tag */
    readonly tagger_email: string | null;
    /** first line of an annotated tag's message, else of the commit */
    readonly subject: string | null;
  };
  readonly raw_git_repository: {
    /** GitHub's databaseId where known, else a hash of the origin's URL, else of the path */
    readonly repo_id: bigint;
    /** last part of the URL or path, for people */
    readonly name: string;
    /** owner/name where the origin is a forge with such names */
    readonly full_name: string | null;
    /** URL of the origin without credentials */
    readonly origin_url: string | null;
    /** real path of the clone that was read in place; null for our own mirrors */
    readonly path: string | null;
    /** name of the branch that was read */
    readonly default_branch: string | null;
    /** newest commit of that branch; null for an empty repository */
    readonly head_sha: string | null;
    /** sha1 or sha256 */
    readonly object_format: string;
    /** whether history is cut off, so that counts are too small */
    readonly is_shallow: boolean;
    /** hash of all refs as they were read; null until everything of that state is stored */
    readonly ref_fingerprint: string | null;
    /** blob of .mailmap at the head that raw_git_identity was made with */
    readonly mailmap_sha: string | null;
    /** version of the collector's format that the rows were written in */
    readonly collector_version: number;
    /** why the list of files at the head is incomplete; null when it is whole */
    readonly head_problem: string | null;
    /** until when the data is complete: our fetch, or for a clone read in place the newest of its last fetch and its newest commit */
    readonly fetched_at: string;
  };
  readonly raw_github_account: {
    /** GitHub's id of the account */
    readonly node_id: string;
    /** the profile as GitHub gave it */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_account_snapshot: {
    /** raw_github_account.node_id */
    readonly node_id: string;
    /** day by GitHub's clock */
    readonly snapshot_date: string;
    /** login on that day */
    readonly login: string;
    /** company as the profile gave it; null for none */
    readonly company: string | null;
  };
  readonly raw_github_account_use: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** raw_github_account.node_id */
    readonly node_id: string;
  };
  readonly raw_github_comment: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** node_id of the issue or the pull request */
    readonly parent_node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_commit_account: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** raw_git_commit.sha that was asked for */
    readonly sha: string;
    /** author, committer or co_author: place of the identity in that commit */
    readonly role: string;
    /** name as written in the commit */
    readonly name: string;
    /** address as written in the commit */
    readonly email: string;
    /** GitHub's id of the account; null where the address belongs to none */
    readonly node_id: string | null;
    /** login of the account */
    readonly login: string | null;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_community_profile: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the repository */
    readonly node_id: string;
    /** REST's answer of community/profile */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_dependency: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** id of the package within the SPDX document */
    readonly node_id: string;
    /** the package as the SPDX document gives it */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_discussion: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_discussion_comment: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** raw_github_discussion.node_id */
    readonly parent_node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_event: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** node_id of the issue or the pull request */
    readonly parent_node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_fork: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_issue: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_organization: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the organization */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_owner_default: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the repository .github */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_pull_request: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_release: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_repository: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_review: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** raw_github_pull_request.node_id */
    readonly parent_node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_review_comment: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** number of the pull request */
    readonly pull_request_number: number;
    /** REST's answer without text, code and links */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_snapshot: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** day by GitHub's clock */
    readonly snapshot_date: string;
    /** accounts that star it */
    readonly star_count: number;
    /** forks of the whole network */
    readonly fork_count: number;
    /** accounts that watch it */
    readonly watcher_count: number;
    /** open issues; null where issues are off */
    readonly open_issue_count: number | null;
    /** issues of any state */
    readonly issue_count: number | null;
    /** open pull requests */
    readonly open_pull_request_count: number | null;
    /** pull requests of any state */
    readonly pull_request_count: number | null;
    /** releases */
    readonly release_count: number | null;
    /** discussions */
    readonly discussion_count: number | null;
    /** accounts that may be mentioned */
    readonly mentionable_count: number | null;
  };
  readonly raw_github_sponsor_income: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** raw_github_account.node_id */
    readonly node_id: string;
    /** day by GitHub's clock */
    readonly snapshot_date: string;
    /** sponsors that hide; their names are not asked for */
    readonly private_sponsor_count: number | null;
    /** GitHub's estimate of a month's income from sponsors, in cents of US dollars */
    readonly monthly_income_cents: number | null;
  };
  readonly raw_github_sponsor_snapshot: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** raw_github_account.node_id */
    readonly node_id: string;
    /** day by GitHub's clock */
    readonly snapshot_date: string;
    /** sponsors on that day, private ones included */
    readonly sponsor_count: number;
    /** accounts that it sponsors itself */
    readonly sponsoring_count: number | null;
  };
  readonly raw_github_sponsors_listing: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** raw_github_account.node_id */
    readonly node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_sponsorship: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the node */
    readonly node_id: string;
    /** node_id of the account that is sponsored */
    readonly parent_node_id: string;
    /** the node as GitHub gave it, without lists that have a table of their own */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_github_star: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** GitHub's id of the account */
    readonly node_id: string;
    /** starredAt and the account */
    readonly body: string;
    /** version of the stream's format that wrote the row */
    readonly collector_version: number;
    /** when GitHub answered, by its clock */
    readonly fetched_at: string;
  };
  readonly raw_request: {
    /** repository it was for; null before its id is known */
    readonly repo_id: bigint | null;
    /** stream that sent it */
    readonly stream: string;
    /** GET or POST */
    readonly method: string;
    /** REST route, or name of the GraphQL operation */
    readonly route: string;
    /** status of the answer; null where none came */
    readonly status: number | null;
    /** points that it cost; 0 for REST, which counts requests */
    readonly points: number;
    /** when it was sent, by our clock */
    readonly requested_at: string;
  };
  readonly run_build: {
    /** when the build ended */
    readonly built_at: string;
    /** hash of all that the build depends on beside raw rows: version, seeds, settings, decisions about people */
    readonly fingerprint: string;
    /** hash of what GitHub had answered at the build, without the times of asking */
    readonly github_hash: string | null;
    /** whether GitHub was asked since; facts are built again where its answers were others */
    readonly is_stale: boolean | null;
  };
  readonly run_collection: {
    /** time of the start and the repository and stream, as text */
    readonly run_id: string;
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** what the user asked for, without credentials */
    readonly target: string;
    /** git, issues, pulls and so on */
    readonly stream: string;
    /** when collecting began */
    readonly started_at: string;
    /** when it ended; null while it runs or when it was killed */
    readonly finished_at: string | null;
    /** running, done, incomplete or failed */
    readonly status: string;
    /** why it is incomplete or failed */
    readonly reason: string | null;
    /** version of the collector's format; a change makes it read everything again */
    readonly collector_version: number;
  };
  readonly run_credit_message: {
    /** raw_git_repository.repo_id */
    readonly repo_id: bigint;
    /** raw_git_commit.sha */
    readonly sha: string;
  };
  readonly run_credit_rule: {
    /** hash of rules, code and collector; a change makes all messages be read again */
    readonly fingerprint: string;
  };
  readonly run_github_seen: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** name as in --only */
    readonly stream: string;
    /** GitHub's id of the item */
    readonly node_id: string;
  };
  readonly run_github_stream: {
    /** GitHub's databaseId of the repository */
    readonly repo_id: bigint;
    /** name as in --only */
    readonly stream: string;
    /** full, update or done */
    readonly phase: string;
    /** part of the stream that is being read, where it has several */
    readonly step: string | null;
    /** where the next page begins: cursor or URL; null for the first */
    readonly cursor: string | null;
    /** items to ask for at once, after GitHub found larger pages too heavy */
    readonly page_size: number | null;
    /** beginning of the unfinished scan, by GitHub's clock */
    readonly started_at: string | null;
    /** everything changed before is stored; null before the first scan has ended */
    readonly watermark: string | null;
    /** items that GitHub counts; null where it gives no count */
    readonly expected_count: number | null;
    /** items that did not change since are left out, as --since asked; null for none left out */
    readonly complete_from: string | null;
    /** end of the newest finished scan, by GitHub's clock */
    readonly finished_at: string | null;
    /** version of the stream's format */
    readonly collector_version: number;
  };
  readonly run_migration: {
    /** number of the migration, counted from 1 */
    readonly version: number;
    /** file name of the migration */
    readonly name: string;
  };
  readonly run_seed: {
    /** table that it fills */
    readonly table_name: string;
    /** hash of the file */
    readonly fingerprint: string;
  };
  readonly seed_affiliation: {
    /** address or name, lower case */
    readonly person: string;
    /** name of the organization */
    readonly organization: string;
    /** first day; null for always */
    readonly valid_from: string | null;
    /** day after the last; null for still */
    readonly valid_to: string | null;
    /** the file and line that says so */
    readonly source: string;
  };
  readonly seed_agent: {
    /** login or email */
    readonly match_kind: string;
    /** what to compare with, lower case */
    readonly value: string;
    /** where that can be read */
    readonly source: string;
  };
  readonly seed_bot: {
    /** login, name or email */
    readonly match_kind: string;
    /** what to compare with, lower case */
    readonly value: string;
    /** where that can be read */
    readonly source: string;
  };
  readonly seed_company_word: {
    /** legal_form (left out of names), academic (of a university), nobody (the whole text, for no employer), beginning and occupation (first or last words of a text that says what somebody does) */
    readonly kind: string;
    /** lower case, without accents and punctuation */
    readonly phrase: string;
    /** where that can be read */
    readonly source: string;
  };
  readonly seed_credit_rule: {
    /** part that the phrase plays in the grammar */
    readonly kind: string;
    /** the words, lower case */
    readonly phrase: string;
    /** role that they give; null where they give none */
    readonly role: string | null;
    /** how sure that is, 0 to 1; null where it is no credit */
    readonly confidence: number | null;
    /** * where it holds everywhere, else the conventions in which it does */
    readonly convention: string;
    /** where it was seen */
    readonly source: string;
  };
  readonly seed_email_domain: {
    /** registrable domain, or a whole one that differs from it */
    readonly domain: string;
    /** public (anybody can have an address there), personal, shared (role or project addresses) or organization */
    readonly kind: string;
    /** seed_organization.organization; null for other kinds */
    readonly organization: string | null;
    /** first day on which it meant that organization; null for always */
    readonly valid_from: string | null;
    /** day from which it no longer does; null for ever */
    readonly valid_to: string | null;
    /** where that can be read */
    readonly source: string;
  };
  readonly seed_language: {
    /** filename or extension */
    readonly match_kind: string;
    /** whole file name, or extension with its dot; lower case */
    readonly pattern: string;
    /** name of the language as GitHub's Linguist has it */
    readonly language: string;
    /** programming, markup, data or prose */
    readonly type: string;
    /** package that it was taken from, and where we decide between several languages, house */
    readonly source: string;
  };
  readonly seed_organization: {
    /** its name */
    readonly organization: string;
    /** commercial, academic, foundation or government */
    readonly kind: string;
    /** name of the organization that owns it; null for none known */
    readonly owner: string | null;
    /** first day of that ownership */
    readonly owned_from: string | null;
    /** where that can be read */
    readonly source: string;
  };
  readonly seed_scope: {
    /** name of the ecosystem */
    readonly ecosystem: string;
    /** name of the project */
    readonly project: string;
    /** repository, path, include or exclude */
    readonly rule: string;
    /** owner/name in lower case, real path, or owner in lower case for include */
    readonly value: string;
  };
}

export type TableName = keyof TableRows;
