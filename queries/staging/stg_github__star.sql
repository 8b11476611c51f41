-- table: stg_github__star
-- title: Stars, where GitHub shows who gave them
-- grain: repo_id, node_id
-- columns:
--   repo_id     BIGINT       key      GitHub's databaseId of the repository
--   node_id     VARCHAR      key      GitHub's id of the account
--   account_id  BIGINT       key      databaseId of the account
--   login       VARCHAR      text     login of the account
--   type        VARCHAR      code     User
--   starred_at  TIMESTAMPTZ  instant  when it was given
--   fetched_at  TIMESTAMPTZ  instant  when GitHub said so
select
  repo_id,
  node_id,
  (body ->> '$.node.databaseId')::bigint as account_id,
  body ->> '$.node.login' as login,
  body ->> '$.node.__typename' as type,
  (body ->> '$.starredAt')::timestamptz as starred_at,
  fetched_at
from
  raw_github_star
