-- table: stg_github__star
-- title: Stars, where GitHub shows who gave them
-- grain: repo_id, node_id
-- columns:
--   repo_id     BIGINT       key      GitHub's databaseId of the repository
--   node_id     VARCHAR      key      GitHub's id of the account
--   account_id  BIGINT       key      dim_account.account_id
--   login       VARCHAR      text     login of the account
--   type        VARCHAR      code     User
--   starred_at  TIMESTAMPTZ  instant  when it was given
--   fetched_at  TIMESTAMPTZ  instant  when GitHub said so
with
  parsed as (
    select
      repo_id,
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "node": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "starredAt": "TIMESTAMPTZ"
        }'
      ) as star
    from
      raw_github_star
  )
select
  repo_id,
  node_id,
  coalesce(star.node.databaseId, ('0x' || left(sha256(star.node.id), 13))::bigint) as account_id,
  star.node.login,
  star.node.__typename as type,
  star.starredAt as starred_at,
  fetched_at
from
  parsed
