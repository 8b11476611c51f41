-- table: stg_github__comment
-- title: Comments of issues and pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id             BIGINT       key      GitHub's databaseId of the repository
--   node_id             VARCHAR      key      GitHub's id of the node
--   item_node_id        VARCHAR      key      node id of the issue or pull request
--   author_account_id   BIGINT       key      dim_account.account_id of the author; null for a deleted account
--   author_node_id      VARCHAR      key      node id of the author
--   author_login        VARCHAR      text     login of the author
--   author_type         VARCHAR      code     User, Organization, Bot or Mannequin
--   author_association  VARCHAR      code     tie of the author to the repository, as of today
--   is_minimized        BOOLEAN      flag     whether it was hidden
--   created_at          TIMESTAMPTZ  instant  when it was written
--   updated_at          TIMESTAMPTZ  instant  when it was last changed
--   fetched_at          TIMESTAMPTZ  instant  when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      parent_node_id as item_node_id,
      fetched_at,
      from_json(
        body,
        '{
          "author": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "authorAssociation": "VARCHAR",
          "isMinimized": "BOOLEAN",
          "createdAt": "TIMESTAMPTZ",
          "updatedAt": "TIMESTAMPTZ"
        }'
      ) as comment
    from
      raw_github_comment
  )
select
  repo_id,
  node_id,
  item_node_id,
  coalesce(
    comment.author.databaseId,
    ('0x' || left(sha256(comment.author.id), 13))::bigint
  ) as author_account_id,
  comment.author.id as author_node_id,
  comment.author.login as author_login,
  comment.author.__typename as author_type,
  comment.authorAssociation as author_association,
  comment.isMinimized as is_minimized,
  comment.createdAt as created_at,
  comment.updatedAt as updated_at,
  fetched_at
from
  parsed
