-- table: stg_github__event
-- title: Events of issues and pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id           BIGINT       key      GitHub's databaseId of the repository
--   node_id           VARCHAR      key      GitHub's id of the node
--   item_node_id      VARCHAR      key      node id of the issue or pull request
--   type              VARCHAR      code     GitHub's type, such as ClosedEvent
--   actor_account_id  BIGINT       key      dim_account.account_id of whoever did it; null for a deleted account
--   actor_node_id     VARCHAR      key      node id of that account
--   actor_login       VARCHAR      text     login of that account
--   actor_type        VARCHAR      code     User, Organization, Bot or Mannequin
--   closer_type       VARCHAR      code     what closed it: PullRequest or Commit; null where a person did
--   closer_number     INTEGER      number   pull request that closed it
--   closer_sha        VARCHAR      hash     commit that closed it
--   label_name        VARCHAR      text     label that was put on or taken off
--   created_at        TIMESTAMPTZ  instant  when it happened
--   fetched_at        TIMESTAMPTZ  instant  when GitHub said so
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
          "__typename": "VARCHAR",
          "actor": {"databaseId": "BIGINT", "id": "VARCHAR", "login": "VARCHAR", "__typename": "VARCHAR"},
          "closer": {"__typename": "VARCHAR", "number": "INTEGER", "oid": "VARCHAR"},
          "label": {"name": "VARCHAR"},
          "createdAt": "TIMESTAMPTZ"
        }'
      ) as event
    from
      raw_github_event
  )
select
  repo_id,
  node_id,
  item_node_id,
  event.__typename as type,
  coalesce(event.actor.databaseId, ('0x' || left(sha256(event.actor.id), 13))::bigint) as actor_account_id,
  event.actor.id as actor_node_id,
  event.actor.login as actor_login,
  event.actor.__typename as actor_type,
  event.closer.__typename as closer_type,
  event.closer.number as closer_number,
  event.closer.oid as closer_sha,
  event.label.name as label_name,
  event.createdAt as created_at,
  fetched_at
from
  parsed
