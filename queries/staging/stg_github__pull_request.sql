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
--   author_account_id         BIGINT       key       databaseId of the author; null for a deleted account
--   author_node_id            VARCHAR      key       node id of the author
--   author_login              VARCHAR      text      login of the author
--   author_type               VARCHAR      code      User, Organization, Bot or Mannequin
--   author_association        VARCHAR      code      tie of the author to the repository, as of today
--   merged_by_account_id      BIGINT       key       databaseId of whoever merged it; null for nobody or a deleted account
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
select
  repo_id,
  node_id,
  (body ->> '$.number')::integer as number,
  body ->> '$.title' as title,
  body ->> '$.state' as state,
  (body ->> '$.isDraft')::boolean as is_draft,
  (body ->> '$.author.databaseId')::bigint as author_account_id,
  body ->> '$.author.id' as author_node_id,
  body ->> '$.author.login' as author_login,
  body ->> '$.author.__typename' as author_type,
  body ->> '$.authorAssociation' as author_association,
  (body ->> '$.mergedBy.databaseId')::bigint as merged_by_account_id,
  body ->> '$.mergedBy.id' as merged_by_node_id,
  body ->> '$.mergedBy.login' as merged_by_login,
  body ->> '$.mergedBy.__typename' as merged_by_type,
  body ->> '$.mergeCommit.oid' as merge_commit_sha,
  body ->> '$.headRefOid' as head_sha,
  body ->> '$.baseRefName' as base_ref,
  body ->> '$.reviewDecision' as review_decision,
  (body ->> '$.isCrossRepository')::boolean as is_from_fork,
  body ->> '$.labels.nodes[*].name' as label_names,
  (body ->> '$.closingIssuesReferences.nodes[*].number')::integer[] as linked_issue_numbers,
  (body ->> '$.reviewRequests.totalCount')::integer as requested_reviewer_count,
  (body ->> '$.additions')::integer as additions,
  (body ->> '$.deletions')::integer as deletions,
  (body ->> '$.changedFiles')::integer as changed_file_count,
  (body ->> '$.commits.totalCount')::integer as commit_count,
  (body ->> '$.totalCommentsCount')::integer as comment_count,
  (body ->> '$.createdAt')::timestamptz as created_at,
  (body ->> '$.updatedAt')::timestamptz as updated_at,
  (body ->> '$.closedAt')::timestamptz as closed_at,
  (body ->> '$.mergedAt')::timestamptz as merged_at,
  fetched_at
from
  raw_github_pull_request
