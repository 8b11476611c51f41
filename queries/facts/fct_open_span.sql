-- table: fct_open_span
-- title: Spans in which issues and pull requests were open
-- source: metrics.md B7: folded from the events of closing, merging and reopening, not from the state of today
-- grain: repo_id, item_node_id, span_number
-- columns:
--   repo_id               BIGINT       key      dim_repo.repo_id
--   item_node_id          VARCHAR      key      fct_item.node_id
--   item_kind             VARCHAR      code     issue or pull_request
--   span_number           INTEGER      number   1 for the first time, 2 after it was reopened once, and so on
--   opened_at             TIMESTAMPTZ  instant  when it was opened or reopened
--   closed_at             TIMESTAMPTZ  instant  when it was closed or merged after that; null while it is open
--   closed_by_account_id  BIGINT       key      dim_account.account_id of whoever closed it; null for a deleted account or where nothing says
--   closed_by_person_id   BIGINT       key      dim_person.person_id of whoever closed it
--   closed_by_kind        VARCHAR      code     person, bot, agent, organization or ghost; null where nothing says
--   has_closer            BOOLEAN      flag     whether a commit or a pull request closed it
with
  changes as (
    select
      repo_id,
      node_id as item_node_id,
      true as is_open,
      created_at as changed_at,
      0 as rank,
      null::bigint as account_id,
      null::bigint as person_id,
      null::varchar as kind,
      false as has_closer
    from
      fct_item
    union all
    select
      repo_id,
      item_node_id,
      type = 'reopened',
      created_at,
      case type
        when 'reopened' then 1
        when 'merged' then 2
        else 3
      end,
      actor_account_id,
      actor_person_id,
      actor_kind,
      type = 'merged'
      or closer_number is not null
      or closer_sha is not null
    from
      fct_issue_event
    where
      type in ('closed', 'merged', 'reopened')
    union all
    -- Events that were not collected leave at least the state of today.
    select
      repo_id,
      node_id,
      false,
      closed_at,
      4,
      null,
      null,
      null,
      is_merged
    from
      fct_item as items
    where
      closed_at is not null
      and not exists (
        select
          1
        from
          fct_issue_event as events
        where
          events.repo_id = items.repo_id
          and events.item_node_id = items.node_id
          and events.type in ('closed', 'merged')
      )
  ),
  marked_changes as (
    select
      repo_id,
      item_node_id,
      is_open,
      changed_at,
      rank,
      account_id,
      person_id,
      kind,
      has_closer,
      lag(is_open, 1, false) over by_time <> is_open as is_change
    from
      changes
    window
      by_time as (
        partition by
          repo_id,
          item_node_id
        order by
          changed_at,
          rank,
          is_open,
          account_id
      )
  ),
  spans as (
    select
      repo_id,
      item_node_id,
      is_open,
      changed_at as opened_at,
      lead(changed_at) over by_time as closed_at,
      lead(account_id) over by_time as closed_by_account_id,
      lead(person_id) over by_time as closed_by_person_id,
      lead(kind) over by_time as closed_by_kind,
      lead(has_closer) over by_time as has_closer,
      sum(is_open::integer) over by_time as span_number
    from
      marked_changes
    where
      is_change
    window
      by_time as (
        partition by
          repo_id,
          item_node_id
        order by
          changed_at,
          rank
      )
  )
select
  spans.repo_id,
  spans.item_node_id,
  items.item_kind,
  spans.span_number::integer as span_number,
  spans.opened_at,
  spans.closed_at,
  spans.closed_by_account_id,
  spans.closed_by_person_id,
  spans.closed_by_kind,
  coalesce(spans.has_closer, false) as has_closer
from
  spans
  join fct_item as items on items.repo_id = spans.repo_id
  and items.node_id = spans.item_node_id
where
  spans.is_open
order by
  spans.repo_id,
  spans.item_node_id,
  span_number
