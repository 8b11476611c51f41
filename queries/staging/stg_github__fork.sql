-- table: stg_github__fork
-- title: Direct forks
-- grain: repo_id, node_id
-- columns:
--   repo_id        BIGINT       key      GitHub's databaseId of the repository
--   node_id        VARCHAR      key      GitHub's id of the fork
--   fork_repo_id   BIGINT       key      GitHub's databaseId of the fork
--   full_name      VARCHAR      text     owner/name of the fork
--   owner_node_id  VARCHAR      key      node id of its owner
--   owner_login    VARCHAR      text     login of its owner
--   owner_type     VARCHAR      code     User or Organization
--   star_count     INTEGER      stars    stars of the fork
--   is_archived    BOOLEAN      flag     whether it is archived
--   created_at     TIMESTAMPTZ  instant  when it was made
--   pushed_at      TIMESTAMPTZ  instant  when something was last pushed to it
--   fetched_at     TIMESTAMPTZ  instant  when GitHub said so
select
  repo_id,
  node_id,
  (body ->> '$.databaseId')::bigint as fork_repo_id,
  body ->> '$.nameWithOwner' as full_name,
  body ->> '$.owner.id' as owner_node_id,
  body ->> '$.owner.login' as owner_login,
  body ->> '$.owner.__typename' as owner_type,
  (body ->> '$.stargazerCount')::integer as star_count,
  (body ->> '$.isArchived')::boolean as is_archived,
  (body ->> '$.createdAt')::timestamptz as created_at,
  (body ->> '$.pushedAt')::timestamptz as pushed_at,
  fetched_at
from
  raw_github_fork
