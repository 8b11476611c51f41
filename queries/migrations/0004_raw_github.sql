-- Tables that collecting GitHub writes. Bodies are nodes as GitHub gave them; texts of issues and comments are not asked for.

create table raw_github_repository (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_repository is 'one row per repository: its facts, counts and settings';
comment on column raw_github_repository.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_repository.node_id is 'GitHub''s id of the node';
comment on column raw_github_repository.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_repository.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_repository.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_community_profile (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_community_profile is 'one row per repository: what GitHub finds of community documents, and its score';
comment on column raw_github_community_profile.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_community_profile.node_id is 'GitHub''s id of the repository';
comment on column raw_github_community_profile.body is 'REST''s answer of community/profile';
comment on column raw_github_community_profile.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_community_profile.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_owner_default (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_owner_default is 'one row per repository whose owner has a repository .github: the documents that hold for all of its repositories';
comment on column raw_github_owner_default.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_owner_default.node_id is 'GitHub''s id of the repository .github';
comment on column raw_github_owner_default.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_owner_default.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_owner_default.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_organization (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_organization is 'one row per repository that belongs to an organization: the organization with its public members';
comment on column raw_github_organization.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_organization.node_id is 'GitHub''s id of the organization';
comment on column raw_github_organization.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_organization.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_organization.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_account (
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_account is 'one row per account that some collected repository mentions: a user, an organization, a bot or a mannequin';
comment on column raw_github_account.node_id is 'GitHub''s id of the account';
comment on column raw_github_account.body is 'the profile as GitHub gave it';
comment on column raw_github_account.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_account.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_account_use (
  repo_id bigint not null,
  node_id varchar not null
);

comment on table raw_github_account_use is 'one row per repository and account that its rows mention';
comment on column raw_github_account_use.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_account_use.node_id is 'raw_github_account.node_id';

create table raw_github_account_snapshot (
  node_id varchar not null,
  snapshot_date date not null,
  login varchar not null,
  company varchar
);

comment on table raw_github_account_snapshot is 'one row per account and day on which its profile was read and differed from the newest row before: profiles have no history of their own';
comment on column raw_github_account_snapshot.node_id is 'raw_github_account.node_id';
comment on column raw_github_account_snapshot.snapshot_date is 'day by GitHub''s clock';
comment on column raw_github_account_snapshot.login is 'login on that day';
comment on column raw_github_account_snapshot.company is 'company as the profile gave it; null for none';

create table raw_github_issue (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_issue is 'one row per issue, with its labels, assignees and milestone in the body';
comment on column raw_github_issue.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_issue.node_id is 'GitHub''s id of the node';
comment on column raw_github_issue.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_issue.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_issue.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_pull_request (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_pull_request is 'one row per pull request, with its labels, assignees, requested reviewers and the issues it closes in the body';
comment on column raw_github_pull_request.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_pull_request.node_id is 'GitHub''s id of the node';
comment on column raw_github_pull_request.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_pull_request.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_pull_request.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_comment (
  repo_id bigint not null,
  node_id varchar not null,
  parent_node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_comment is 'one row per comment of an issue or a pull request';
comment on column raw_github_comment.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_comment.node_id is 'GitHub''s id of the node';
comment on column raw_github_comment.parent_node_id is 'node_id of the issue or the pull request';
comment on column raw_github_comment.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_comment.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_comment.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_event (
  repo_id bigint not null,
  node_id varchar not null,
  parent_node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_event is 'one row per event of an issue or a pull request that is collected: closed, reopened, labeled, merged and so on';
comment on column raw_github_event.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_event.node_id is 'GitHub''s id of the node';
comment on column raw_github_event.parent_node_id is 'node_id of the issue or the pull request';
comment on column raw_github_event.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_event.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_event.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_review (
  repo_id bigint not null,
  node_id varchar not null,
  parent_node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_review is 'one row per review of a pull request';
comment on column raw_github_review.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_review.node_id is 'GitHub''s id of the node';
comment on column raw_github_review.parent_node_id is 'raw_github_pull_request.node_id';
comment on column raw_github_review.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_review.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_review.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_review_comment (
  repo_id bigint not null,
  node_id varchar not null,
  pull_request_number integer not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_review_comment is 'one row per comment on a pull request''s code';
comment on column raw_github_review_comment.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_review_comment.node_id is 'GitHub''s id of the node';
comment on column raw_github_review_comment.pull_request_number is 'number of the pull request';
comment on column raw_github_review_comment.body is 'REST''s answer without text, code and links';
comment on column raw_github_review_comment.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_review_comment.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_release (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_release is 'one row per release, with its assets in the body';
comment on column raw_github_release.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_release.node_id is 'GitHub''s id of the node';
comment on column raw_github_release.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_release.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_release.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_fork (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_fork is 'one row per direct fork';
comment on column raw_github_fork.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_fork.node_id is 'GitHub''s id of the node';
comment on column raw_github_fork.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_fork.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_fork.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_star (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_star is 'one row per account that starred the repository, where GitHub shows who did';
comment on column raw_github_star.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_star.node_id is 'GitHub''s id of the account';
comment on column raw_github_star.body is 'starredAt and the account';
comment on column raw_github_star.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_star.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_discussion (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_discussion is 'one row per discussion';
comment on column raw_github_discussion.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_discussion.node_id is 'GitHub''s id of the node';
comment on column raw_github_discussion.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_discussion.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_discussion.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_discussion_comment (
  repo_id bigint not null,
  node_id varchar not null,
  parent_node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_discussion_comment is 'one row per comment of a discussion';
comment on column raw_github_discussion_comment.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_discussion_comment.node_id is 'GitHub''s id of the node';
comment on column raw_github_discussion_comment.parent_node_id is 'raw_github_discussion.node_id';
comment on column raw_github_discussion_comment.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_discussion_comment.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_discussion_comment.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_sponsors_listing (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_sponsors_listing is 'one row per account whose sponsors were asked for: the owner and core people of the repository, with counts, tiers and goal';
comment on column raw_github_sponsors_listing.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_sponsors_listing.node_id is 'raw_github_account.node_id';
comment on column raw_github_sponsors_listing.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_sponsors_listing.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_sponsors_listing.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_sponsorship (
  repo_id bigint not null,
  node_id varchar not null,
  parent_node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_sponsorship is 'one row per sponsorship that GitHub shows';
comment on column raw_github_sponsorship.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_sponsorship.node_id is 'GitHub''s id of the node';
comment on column raw_github_sponsorship.parent_node_id is 'node_id of the account that is sponsored';
comment on column raw_github_sponsorship.body is 'the node as GitHub gave it, without lists that have a table of their own';
comment on column raw_github_sponsorship.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_sponsorship.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_sponsor_snapshot (
  repo_id bigint not null,
  node_id varchar not null,
  snapshot_date date not null,
  sponsor_count integer not null,
  sponsoring_count integer
);

comment on table raw_github_sponsor_snapshot is 'one row per account and day on which its sponsors were counted';
comment on column raw_github_sponsor_snapshot.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_sponsor_snapshot.node_id is 'raw_github_account.node_id';
comment on column raw_github_sponsor_snapshot.snapshot_date is 'day by GitHub''s clock';
comment on column raw_github_sponsor_snapshot.sponsor_count is 'sponsors on that day, private ones included';
comment on column raw_github_sponsor_snapshot.sponsoring_count is 'accounts that it sponsors itself';

create table raw_github_dependency (
  repo_id bigint not null,
  node_id varchar not null,
  body json not null,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_dependency is 'one row per package of the repository''s dependency graph';
comment on column raw_github_dependency.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_dependency.node_id is 'id of the package within the SPDX document';
comment on column raw_github_dependency.body is 'the package as the SPDX document gives it';
comment on column raw_github_dependency.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_dependency.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_commit_account (
  repo_id bigint not null,
  sha varchar not null,
  role varchar not null,
  name varchar not null,
  email varchar not null,
  node_id varchar,
  login varchar,
  collector_version integer not null,
  fetched_at timestamptz not null
);

comment on table raw_github_commit_account is 'one row per git identity and commit by which GitHub was asked whose account it is';
comment on column raw_github_commit_account.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_commit_account.sha is 'raw_git_commit.sha that was asked for';
comment on column raw_github_commit_account.role is 'author, committer or co_author: place of the identity in that commit';
comment on column raw_github_commit_account.name is 'name as written in the commit';
comment on column raw_github_commit_account.email is 'address as written in the commit';
comment on column raw_github_commit_account.node_id is 'GitHub''s id of the account; null where the address belongs to none';
comment on column raw_github_commit_account.login is 'login of the account';
comment on column raw_github_commit_account.collector_version is 'version of the stream''s format that wrote the row';
comment on column raw_github_commit_account.fetched_at is 'when GitHub answered, by its clock';

create table raw_github_snapshot (
  repo_id bigint not null,
  snapshot_date date not null,
  star_count integer not null,
  fork_count integer not null,
  watcher_count integer not null,
  open_issue_count integer,
  issue_count integer,
  open_pull_request_count integer,
  pull_request_count integer,
  release_count integer,
  discussion_count integer,
  mentionable_count integer
);

comment on table raw_github_snapshot is 'one row per repository and day on which it was read: counts that have no history';
comment on column raw_github_snapshot.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_snapshot.snapshot_date is 'day by GitHub''s clock';
comment on column raw_github_snapshot.star_count is 'accounts that star it';
comment on column raw_github_snapshot.fork_count is 'forks of the whole network';
comment on column raw_github_snapshot.watcher_count is 'accounts that watch it';
comment on column raw_github_snapshot.open_issue_count is 'open issues; null where issues are off';
comment on column raw_github_snapshot.issue_count is 'issues of any state';
comment on column raw_github_snapshot.open_pull_request_count is 'open pull requests';
comment on column raw_github_snapshot.pull_request_count is 'pull requests of any state';
comment on column raw_github_snapshot.release_count is 'releases';
comment on column raw_github_snapshot.discussion_count is 'discussions';
comment on column raw_github_snapshot.mentionable_count is 'accounts that may be mentioned';

create table map_repo_alias (
  old_repo_id bigint not null,
  repo_id bigint not null
);

comment on table map_repo_alias is 'one row per id that a repository had before GitHub said its databaseId';
comment on column map_repo_alias.old_repo_id is 'hash of the origin''s URL';
comment on column map_repo_alias.repo_id is 'GitHub''s databaseId of the repository';

create table raw_request (
  repo_id bigint,
  stream varchar not null,
  method varchar not null,
  route varchar not null,
  status integer,
  points integer not null,
  requested_at timestamptz not null
);

comment on table raw_request is 'one row per request to GitHub, failed ones included';
comment on column raw_request.repo_id is 'repository it was for; null before its id is known';
comment on column raw_request.stream is 'stream that sent it';
comment on column raw_request.method is 'GET or POST';
comment on column raw_request.route is 'REST route, or name of the GraphQL operation';
comment on column raw_request.status is 'status of the answer; null where none came';
comment on column raw_request.points is 'points that it cost; 0 for REST, which counts requests';
comment on column raw_request.requested_at is 'when it was sent, by our clock';

create table run_github_stream (
  repo_id bigint not null,
  stream varchar not null,
  phase varchar not null,
  step varchar,
  cursor varchar,
  page_size integer,
  started_at timestamptz,
  watermark timestamptz,
  expected_count integer,
  complete_from timestamptz,
  finished_at timestamptz,
  collector_version integer not null
);

comment on table run_github_stream is 'one row per repository and stream of GitHub: how far it is read, written together with each page';
comment on column run_github_stream.repo_id is 'GitHub''s databaseId of the repository';
comment on column run_github_stream.stream is 'name as in --only';
comment on column run_github_stream.phase is 'full, update or done';
comment on column run_github_stream.step is 'part of the stream that is being read, where it has several';
comment on column run_github_stream.cursor is 'where the next page begins: cursor or URL; null for the first';
comment on column run_github_stream.page_size is 'items to ask for at once, after GitHub found larger pages too heavy';
comment on column run_github_stream.started_at is 'beginning of the unfinished scan, by GitHub''s clock';
comment on column run_github_stream.watermark is 'everything changed before is stored; null before the first scan has ended';
comment on column run_github_stream.expected_count is 'items that GitHub counts; null where it gives no count';
comment on column run_github_stream.complete_from is 'items that did not change since are left out, as --since asked; null for none left out';
comment on column run_github_stream.finished_at is 'end of the newest finished scan, by GitHub''s clock';
comment on column run_github_stream.collector_version is 'version of the stream''s format';

create table run_github_seen (
  repo_id bigint not null,
  stream varchar not null,
  node_id varchar not null
);

comment on table run_github_seen is 'one row per item that an unfinished full scan has met: what is stored and was not met is gone from GitHub';
comment on column run_github_seen.repo_id is 'GitHub''s databaseId of the repository';
comment on column run_github_seen.stream is 'name as in --only';
comment on column run_github_seen.node_id is 'GitHub''s id of the item';
