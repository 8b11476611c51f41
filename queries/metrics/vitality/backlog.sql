-- metric: backlog
-- id: B7
-- title: Backlog
-- question: How much is open, how old is it, and does it grow?
-- family: vitality
-- status: experimental
-- source: CHAOSS metrics "Issues Active" and "Issue Age"; slope by Theil and Sen, the median of the slopes of all pairs of months
-- needs: issues, pulls
-- grain: scope_id, item_kind
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id         BIGINT   key     dim_scope.scope_id
--   item_kind        VARCHAR  word    issue or pull_request
--   open_count       BIGINT   items   open at the end
--   median_age_days  DOUBLE   days    median time since they were first opened; null for fewer than 5
--   p90_age_days     DOUBLE   days    age that nine of ten do not reach; null for fewer than 5
--   old_count        BIGINT   items   older than 365 days
--   old_share        DOUBLE   share   old_count / open_count; null where nothing is open
--   month_count      INTEGER  months  ends of months in the window
--   monthly_trend    DOUBLE   items   by how much the backlog grows in a month; below 0 it shrinks; null for fewer than 6 months
-- limits: says nothing of how much work an open item is. A machine that closes what is old makes a backlog look small.
with
  spans as (
    select
      scope_id,
      repo_id,
      item_node_id,
      item_kind,
      opened_at,
      closed_at,
      min(opened_at) over (
        partition by
          scope_id,
          repo_id,
          item_node_id
      ) as first_opened_at
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
  ages as (
    select
      scope_id,
      item_kind,
      epoch($to::timestamptz - first_opened_at) / 86400 as age_days
    from
      spans
    where
      coalesce(closed_at >= $to::timestamptz, true)
  ),
  backlogs as (
    select
      scope_id,
      item_kind,
      count(*) as open_count,
      quantile_cont(age_days, 0.5) as median_age_days,
      quantile_cont(age_days, 0.9) as p90_age_days,
      count(*) filter(
        where
          age_days > 365
      ) as old_count
    from
      ages
    group by
      scope_id,
      item_kind
  ),
  month_ends as (
    select
      row_number() over (
        order by
          month_end
      ) as place,
      month_end
    from
      (
        select
          unnest(
            generate_series($from::timestamptz + interval 1 month, $to::timestamptz, interval 1 month)
          ) as month_end
      )
  ),
  series as (
    select
      kinds.scope_id,
      kinds.item_kind,
      month_ends.place,
      count(spans.item_node_id) as open_count
    from
      kinds
      cross join month_ends
      left join spans on spans.scope_id = kinds.scope_id
      and spans.item_kind = kinds.item_kind
      and spans.opened_at < month_ends.month_end
      and coalesce(spans.closed_at >= month_ends.month_end, true)
    group by
      kinds.scope_id,
      kinds.item_kind,
      month_ends.place
  ),
  trends as (
    select
      earlier.scope_id,
      earlier.item_kind,
      max(later.place) as month_count,
      median((later.open_count - earlier.open_count) / (later.place - earlier.place)) as monthly_trend
    from
      series as earlier
      join series as later on later.scope_id = earlier.scope_id
      and later.item_kind = earlier.item_kind
      and later.place > earlier.place
    group by
      earlier.scope_id,
      earlier.item_kind
  )
select
  scope_id,
  item_kind,
  coalesce(open_count, 0) as open_count,
  if(open_count >= 5, median_age_days, null)::double as median_age_days,
  if(open_count >= 5, p90_age_days, null)::double as p90_age_days,
  coalesce(old_count, 0)::bigint as old_count,
  old_count / nullif(open_count, 0) as old_share,
  coalesce(month_count, 0)::integer as month_count,
  if(month_count >= 6, monthly_trend, null)::double as monthly_trend
from
  kinds
  left join backlogs using (scope_id, item_kind)
  left join trends using (scope_id, item_kind)
order by
  scope_id,
  item_kind
