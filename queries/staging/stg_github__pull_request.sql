-- table: stg_github__pull_request
-- title: Pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id                   BIGINT       key       GitHub's databaseId of the repository
--   node_id                   VARCHAR      key       GitHub's id of the node
--   number                    INTEGER      number    number in the repository
--   title                     VARCHAR      text      title
--   state                     VARCHAR      code      OPEN, CLOSED or MERGED
--   is_draft                  BOOLEAN      flag      whether it is a draft
--   author_account_id         BIGINT       key       dim_account.account_id of the author; null for a deleted account
--   author_node_id            VARCHAR      key       node id of the author
--   author_login              VARCHAR      text      login of the author
--   author_type               VARCHAR      code      User, Organization, Bot or Mannequin
--   author_association        VARCHAR      code      tie of the author to the repository, as of today
--   merged_by_account_id      BIGINT       key       dim_account.account_id of whoever merged it; null for nobody or a deleted account
--   merged_by_node_id         VARCHAR      key       node id of that account
--   merged_by_login           VARCHAR      text      login of that account
--   merged_by_type            VARCHAR      code      User, Organization, Bot or Mannequin
--   merge_commit_sha          VARCHAR      hash      commit that the merge made
--   head_sha                  VARCHAR      hash      newest commit of its branch
--   base_ref                  VARCHAR      text      branch that it is for
--   review_decision           VARCHAR      code      APPROVED, CHANGES_REQUESTED or REVIEW_REQUIRED; null for none
--   is_from_fork              BOOLEAN      flag      whether its branch is in another repository
--   label_names               VARCHAR[]    text      labels
--   linked_issue_numbers      INTEGER[]    number    issues that it closes
--   requested_reviewer_count  INTEGER      people    reviewers and teams asked for now
--   additions                 INTEGER      lines     lines added
--   deletions                 INTEGER      lines     lines deleted
--   changed_file_count        INTEGER      files     files changed
--   commit_count              INTEGER      commits   commits of its branch
--   comment_count             INTEGER      comments  comments and review comments as GitHub counts them
--   created_at                TIMESTAMPTZ  instant   when it was opened
--   updated_at                TIMESTAMPTZ  instant   when it was last changed
--   closed_at                 TIMESTAMPTZ  instant   when it was closed or merged; null while it is open
--   merged_at                 TIMESTAMPTZ  instant   when it was merged
--   fetched_at                TIMESTAMPTZ  instant   when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "number": "INTEGER",
          "title": "VARCHAR",
          "state": "VARCHAR",
          "isDraft": "BOOLEAN",
          "author": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "authorAssociation": "VARCHAR",
          "mergedBy": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "mergeCommit": {"oid": "VARCHAR"},
          "headRefOid": "VARCHAR",
          "baseRefName": "VARCHAR",
          "reviewDecision": "VARCHAR",
          "isCrossRepository": "BOOLEAN",
          "labels": {"nodes": [{"name": "VARCHAR"}]},
          "closingIssuesReferences": {"nodes": [{"number": "INTEGER"}]},
          "reviewRequests": {"totalCount": "INTEGER"},
          "additions": "INTEGER",
          "deletions": "INTEGER",
          "changedFiles": "INTEGER",
          "commits": {"totalCount": "INTEGER"},
          "totalCommentsCount": "INTEGER",
          "createdAt": "TIMESTAMPTZ",
          "updatedAt": "TIMESTAMPTZ",
          "closedAt": "TIMESTAMPTZ",
          "mergedAt": "TIMESTAMPTZ"
        }'
      ) as pull
    from
      raw_github_pull_request
  )
select
  repo_id,
  node_id,
  pull.number,
  pull.title,
  pull.state,
  pull.isDraft as is_draft,
  coalesce(pull.author.databaseId, ('0x' || left(sha256(pull.author.id), 13))::bigint) as author_account_id,
  pull.author.id as author_node_id,
  pull.author.login as author_login,
  pull.author.__typename as author_type,
  pull.authorAssociation as author_association,
  coalesce(pull.mergedBy.databaseId, ('0x' || left(sha256(pull.mergedBy.id), 13))::bigint) as merged_by_account_id,
  pull.mergedBy.id as merged_by_node_id,
  pull.mergedBy.login as merged_by_login,
  pull.mergedBy.__typename as merged_by_type,
  pull.mergeCommit.oid as merge_commit_sha,
  pull.headRefOid as head_sha,
  pull.baseRefName as base_ref,
  pull.reviewDecision as review_decision,
  pull.isCrossRepository as is_from_fork,
  coalesce([node.name for node in pull.labels.nodes], []) as label_names,
  coalesce([node.number for node in pull.closingIssuesReferences.nodes], []) as linked_issue_numbers,
  pull.reviewRequests.totalCount as requested_reviewer_count,
  pull.additions,
  pull.deletions,
  pull.changedFiles as changed_file_count,
  pull.commits.totalCount as commit_count,
  pull.totalCommentsCount as comment_count,
  pull.createdAt as created_at,
  pull.updatedAt as updated_at,
  pull.closedAt as closed_at,
  pull.mergedAt as merged_at,
  fetched_at
from
  parsed
