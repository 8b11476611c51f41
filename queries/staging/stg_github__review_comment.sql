-- table: stg_github__review_comment
-- title: Comments on the code of pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id              BIGINT       key      GitHub's databaseId of the repository
--   node_id              VARCHAR      key      GitHub's id of the node
--   pull_request_number  INTEGER      number   number of the pull request
--   author_account_id    BIGINT       key      dim_account.account_id of the author; null for a deleted account
--   author_node_id       VARCHAR      key      node id of the author
--   author_login         VARCHAR      text     login of the author
--   author_type          VARCHAR      code     User, Organization, Bot or Mannequin
--   author_association   VARCHAR      code     tie of the author to the repository, as of today
--   path                 VARCHAR      path     file that it is about
--   created_at           TIMESTAMPTZ  instant  when it was written
--   updated_at           TIMESTAMPTZ  instant  when it was last changed
--   fetched_at           TIMESTAMPTZ  instant  when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      pull_request_number,
      fetched_at,
      from_json(
        body,
        '{
          "user": {"id": "BIGINT", "node_id": "VARCHAR", "login": "VARCHAR", "type": "VARCHAR"},
          "author_association": "VARCHAR",
          "path": "VARCHAR",
          "created_at": "TIMESTAMPTZ",
          "updated_at": "TIMESTAMPTZ"
        }'
      ) as comment
    from
      raw_github_review_comment
  )
select
  repo_id,
  node_id,
  pull_request_number,
  -- A number that GraphQL can't write has to be the same account here.
  if(
    comment.user.id > 2147483647,
    ('0x' || left(sha256(comment.user.node_id), 13))::bigint,
    comment.user.id
  ) as author_account_id,
  comment.user.node_id as author_node_id,
  comment.user.login as author_login,
  comment.user.type as author_type,
  comment.author_association,
  comment.path,
  comment.created_at,
  comment.updated_at,
  fetched_at
from
  parsed
