-- metric: closure_ratio
-- id: B6
-- title: Closure ratio
-- question: Does the project close as much as is opened?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Change Request Closure Ratio"; GrimoireLab's review efficiency index
-- needs: issues, pulls
-- grain: scope_id, item_kind
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id             BIGINT   key    dim_scope.scope_id
--   item_kind            VARCHAR  word   issue or pull_request
--   opened_count         BIGINT   items  opened in the window
--   closed_count         BIGINT   items  closed or merged in the window by somebody other than a machine, and not open again at the end
--   bot_closed_count     BIGINT   items  closed by a machine in the window, and not open again at the end; they are in no ratio
--   open_at_start_count  BIGINT   items  open when the window begins
--   closure_ratio        DOUBLE   ratio  closed_count / opened_count; above 1 the backlog shrinks; null where nothing was opened
--   handled_share        DOUBLE   share  closed_count / (open_at_start_count + opened_count); null where there was nothing to handle
-- limits: counts items, not work. A machine that merges after people approved counts as a machine.
with
  spans as (
    select
      scope_id,
      repo_id,
      item_node_id,
      item_kind,
      span_number,
      opened_at,
      closed_at,
      closed_by_kind
    from
      map_scope_repo
      join fct_open_span using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and opened_at < $to::timestamptz
  ),
  items as (
    select
      scope_id,
      repo_id,
      item_node_id,
      item_kind,
      min(opened_at) as opened_at,
      bool_or(
        opened_at < $from::timestamptz
        and coalesce(closed_at >= $from::timestamptz, true)
      ) as is_open_at_start,
      arg_max(struct_pack(closed_at, closed_by_kind), span_number) as last_closing
    from
      spans
    group by
      scope_id,
      repo_id,
      item_node_id,
      item_kind
  ),
  counts as (
    select
      scope_id,
      item_kind,
      count(*) filter(
        where
          opened_at >= $from::timestamptz
      ) as opened_count,
      count(*) filter(
        where
          last_closing.closed_at >= $from::timestamptz
          and last_closing.closed_at < $to::timestamptz
          and coalesce(last_closing.closed_by_kind, 'person') not in ('bot', 'agent')
      ) as closed_count,
      count(*) filter(
        where
          last_closing.closed_at >= $from::timestamptz
          and last_closing.closed_at < $to::timestamptz
          and last_closing.closed_by_kind in ('bot', 'agent')
      ) as bot_closed_count,
      count(*) filter(
        where
          is_open_at_start
      ) as open_at_start_count
    from
      items
    group by
      scope_id,
      item_kind
  )
select
  scope_id,
  item_kind,
  opened_count::bigint as opened_count,
  closed_count::bigint as closed_count,
  bot_closed_count::bigint as bot_closed_count,
  open_at_start_count::bigint as open_at_start_count,
  closed_count / nullif(opened_count, 0) as closure_ratio,
  closed_count / nullif(open_at_start_count + opened_count, 0) as handled_share
from
  counts
order by
  scope_id,
  item_kind
