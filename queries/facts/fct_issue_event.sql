-- table: fct_issue_event
-- title: Events of issues and pull requests
-- grain: repo_id, node_id
-- columns:
--   repo_id           BIGINT       key      dim_repo.repo_id
--   node_id           VARCHAR      key      GitHub's id of the node
--   item_node_id      VARCHAR      key      node id of the issue or pull request
--   item_kind         VARCHAR      code     issue or pull_request
--   item_number       INTEGER      number   its number
--   type              VARCHAR      code     what happened: closed, reopened, merged, labeled, unlabeled, assigned, unassigned, review_requested and so on
--   actor_account_id  BIGINT       key      dim_account.account_id as collected; null for a deleted account
--   actor_person_id   BIGINT       key      dim_person.person_id; null where nobody is known
--   actor_kind        VARCHAR      code     person, bot, agent, organization or ghost
--   closer_number     INTEGER      number   pull request that closed it
--   closer_sha        VARCHAR      hash     commit that closed it
--   label_name        VARCHAR      text     label that was put on or taken off
--   created_at        TIMESTAMPTZ  instant  when it happened
--   fetched_at        TIMESTAMPTZ  instant  when GitHub said so
select
  events.repo_id,
  events.node_id,
  events.item_node_id,
  items.item_kind,
  items.number as item_number,
  -- GitHub's ReviewRequestedEvent is our review_requested.
  lower(
    regexp_replace(regexp_replace(events.type, 'Event$', ''), '([a-z])([A-Z])', '\1_\2', 'g')
  ) as type,
  events.actor_account_id,
  actors.person_id as actor_person_id,
  coalesce(actors.actor_kind, 'ghost') as actor_kind,
  events.closer_number,
  events.closer_sha,
  events.label_name,
  events.created_at,
  events.fetched_at
from
  stg_github__event as events
  left join fct_item as items on items.repo_id = events.repo_id
  and items.node_id = events.item_node_id
  left join dim_account as actors on actors.account_id = events.actor_account_id
order by
  events.repo_id,
  events.node_id
