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
with
  parsed as (
    select
      repo_id,
      node_id,
      fetched_at,
      from_json(
        body,
        '{
          "databaseId": "BIGINT",
          "nameWithOwner": "VARCHAR",
          "owner": {"id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "stargazerCount": "INTEGER",
          "isArchived": "BOOLEAN",
          "createdAt": "TIMESTAMPTZ",
          "pushedAt": "TIMESTAMPTZ"
        }'
      ) as fork
    from
      raw_github_fork
  )
select
  repo_id,
  node_id,
  fork.databaseId as fork_repo_id,
  fork.nameWithOwner as full_name,
  fork.owner.id as owner_node_id,
  fork.owner.login as owner_login,
  fork.owner.__typename as owner_type,
  fork.stargazerCount as star_count,
  fork.isArchived as is_archived,
  fork.createdAt as created_at,
  fork.pushedAt as pushed_at,
  fetched_at
from
  parsed
