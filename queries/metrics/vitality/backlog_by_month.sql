-- metric: backlog_by_month
-- id: B7
-- title: Backlog by month
-- question: How much was opened, closed and open in each month?
-- family: vitality
-- status: experimental
-- source: CHAOSS metrics "Issues New", "Issues Closed" and "Issues Active"
-- needs: issues, pulls
-- grain: scope_id, item_kind, month
-- window: 24 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id      BIGINT   key    dim_scope.scope_id
--   item_kind     VARCHAR  word   issue or pull_request
--   month         DATE     month  first day of the month (UTC)
--   is_partial    BOOLEAN  flag   whether the data ends before the month does
--   opened_count  BIGINT   items  opened or reopened in the month
--   closed_count  BIGINT   items  closed or merged in the month
--   open_count    BIGINT   items  open at its end, or at the end of the data
-- limits: an item that is reopened counts once more as opened and, later, as closed, so that the counts add up.
with
  spans as (
    select
      scope_id,
      item_kind,
      opened_at,
      if(closed_at < $to::timestamptz, closed_at, null) as closed_at
    from
      map_scope_repo
      join fct_open_span using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and opened_at < $to::timestamptz
  ),
  kinds as (
    select distinct
      scope_id,
      item_kind
    from
      spans
  ),
  months as (
    select
      month_start,
      least(month_start + interval 1 month, $to::timestamptz) as month_end,
      month_start + interval 1 month > $to::timestamptz as is_partial
    from
      (
        select
          unnest(
            generate_series(
              date_trunc('month', $from::timestamptz),
              $to::timestamptz - interval 1 microsecond,
              interval 1 month
            )
          ) as month_start
      )
  )
select
  kinds.scope_id,
  kinds.item_kind,
  months.month_start::date as month,
  months.is_partial,
  count(*) filter(
    where
      spans.opened_at >= months.month_start
  ) as opened_count,
  count(*) filter(
    where
      spans.closed_at >= months.month_start
      and spans.closed_at < months.month_end
  ) as closed_count,
  count(*) filter(
    where
      coalesce(spans.closed_at >= months.month_end, spans.opened_at is not null)
  ) as open_count
from
  kinds
  cross join months
  left join spans on spans.scope_id = kinds.scope_id
  and spans.item_kind = kinds.item_kind
  and spans.opened_at < months.month_end
group by
  kinds.scope_id,
  kinds.item_kind,
  months.month_start,
  months.month_end,
  months.is_partial
order by
  kinds.scope_id,
  kinds.item_kind,
  month
