-- metric: issue_duration
-- id: B5
-- title: Issue duration
-- question: How long does it take until an issue is resolved?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Issue Resolution Duration"; Kaplan-Meier estimate, so that open issues count
-- needs: issues
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id           BIGINT  key     dim_scope.scope_id
--   issue_count        BIGINT  issues  opened in the window by people, those of deleted accounts included
--   resolved_count     BIGINT  issues  closed at the end as completed
--   not_planned_count  BIGINT  issues  closed at the end as not planned by a person
--   duplicate_count    BIGINT  issues  closed at the end as duplicates
--   bot_closed_count   BIGINT  issues  closed at the end by a machine without a change, as not planned or not
--   open_count         BIGINT  issues  open at the end
--   reopened_count     BIGINT  issues  opened again at least once
--   median_days        DOUBLE  days    time after which half are resolved; null for fewer than 5, or where half are not yet
--   p90_days           DOUBLE  days    time after which nine of ten are resolved; null for fewer than 5, or where that many are not yet
-- limits: the last closing counts for an issue that was reopened. What was closed without being resolved leaves the estimate on that day, as somebody does who moves away. The reason of closing is that of the day of collection.
with
  issues as (
    select
      scope_id,
      repo_id,
      node_id,
      created_at,
      closed_reason
    from
      map_scope_repo
      join fct_issue using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at >= $from::timestamptz
      and created_at < $to::timestamptz
      and author_kind in ('person', 'ghost')
  ),
  last_spans as (
    select
      repo_id,
      item_node_id,
      max(span_number) as span_count,
      arg_max(struct_pack(closed_at), span_number).closed_at as closed_at
    from
      fct_open_span
    where
      opened_at < $to::timestamptz
    group by
      repo_id,
      item_node_id
  ),
  durations as (
    select
      issues.scope_id,
      last_spans.closed_at < $to::timestamptz as is_closed,
      issues.closed_reason,
      coalesce(
        is_closed
        and issues.closed_reason is not distinct from 'completed',
        false
      ) as is_resolved,
      coalesce(last_spans.span_count > 1, false) as is_reopened,
      epoch(least(last_spans.closed_at, $to::timestamptz) - issues.created_at) / 86400 as days
    from
      issues
      left join last_spans on last_spans.repo_id = issues.repo_id
      and last_spans.item_node_id = issues.node_id
  ),
  steps as (
    select
      scope_id,
      days,
      count(*) filter(
        where
          is_resolved
      ) as resolved_count,
      sum(count(*)) over (
        partition by
          scope_id
        order by
          days desc
      ) as at_risk_count
    from
      durations
    group by
      scope_id,
      days
  ),
  curves as (
    select
      scope_id,
      days,
      product(1 - resolved_count / at_risk_count) over (
        partition by
          scope_id
        order by
          days
      ) as open_share
    from
      steps
  ),
  quantiles as (
    select
      scope_id,
      min(days) filter(
        where
          open_share <= 0.5 + 1e-9
      ) as median_days,
      min(days) filter(
        where
          open_share <= 0.1 + 1e-9
      ) as p90_days
    from
      curves
    group by
      scope_id
  )
select
  scope_id,
  count(*) as issue_count,
  count(*) filter(
    where
      is_resolved
  ) as resolved_count,
  count(*) filter(
    where
      is_closed
      and closed_reason = 'not_planned'
  ) as not_planned_count,
  count(*) filter(
    where
      is_closed
      and closed_reason = 'duplicate'
  ) as duplicate_count,
  count(*) filter(
    where
      is_closed
      and closed_reason = 'bot'
  ) as bot_closed_count,
  count(*) filter(
    where
      not coalesce(is_closed, false)
  ) as open_count,
  count(*) filter(
    where
      is_reopened
  ) as reopened_count,
  if(count(*) >= 5, any_value(median_days), null)::double as median_days,
  if(count(*) >= 5, any_value(p90_days), null)::double as p90_days
from
  durations
  left join quantiles using (scope_id)
group by
  scope_id
order by
  scope_id
