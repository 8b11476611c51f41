-- metric: pull_request_duration
-- id: B5
-- title: Pull request duration
-- question: How long does it take until a pull request is merged or declined?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Change Requests Duration"; Kaplan-Meier estimate, so that open pull requests count
-- needs: pulls
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id              BIGINT  key            dim_scope.scope_id
--   pull_request_count    BIGINT  pull requests  opened in the window by people, those of deleted accounts included
--   merged_count          BIGINT  pull requests  merged before the end
--   declined_count        BIGINT  pull requests  closed at the end without a merge
--   open_count            BIGINT  pull requests  open at the end
--   median_days           DOUBLE  days           time after which half are merged or declined; null for fewer than 5, or where half are still open
--   p90_days              DOUBLE  days           time after which nine of ten are; null for fewer than 5, or where that many are still open
--   median_merged_days    DOUBLE  days           median of the merged ones alone; null for fewer than 5
--   median_declined_days  DOUBLE  days           median of the declined ones alone; null for fewer than 5
-- limits: the medians of merged and of declined ones alone leave out what is still open, so that a project with a long queue looks fast in them. A change that was applied by hand counts as declined here.
with
  pulls as (
    select
      scope_id,
      repo_id,
      node_id,
      created_at,
      merged_at
    from
      map_scope_repo
      join fct_pull_request using (repo_id)
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
      pulls.scope_id,
      coalesce(pulls.merged_at < $to::timestamptz, false) as is_merged,
      coalesce(pulls.merged_at, last_spans.closed_at) < $to::timestamptz as is_closed,
      epoch(
        least(coalesce(pulls.merged_at, last_spans.closed_at), $to::timestamptz) - pulls.created_at
      ) / 86400 as days
    from
      pulls
      left join last_spans on last_spans.repo_id = pulls.repo_id
      and last_spans.item_node_id = pulls.node_id
  ),
  steps as (
    select
      scope_id,
      days,
      count(*) filter(
        where
          is_closed
      ) as closed_count,
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
      product(1 - closed_count / at_risk_count) over (
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
  count(*) as pull_request_count,
  count(*) filter(
    where
      is_merged
  ) as merged_count,
  count(*) filter(
    where
      is_closed
      and not is_merged
  ) as declined_count,
  count(*) filter(
    where
      not coalesce(is_closed, false)
  ) as open_count,
  if(count(*) >= 5, any_value(median_days), null)::double as median_days,
  if(count(*) >= 5, any_value(p90_days), null)::double as p90_days,
  if(
    count(*) filter(
      where
        is_merged
    ) >= 5,
    median(days) filter(
      where
        is_merged
    ),
    null
  )::double as median_merged_days,
  if(
    count(*) filter(
      where
        is_closed
        and not is_merged
    ) >= 5,
    median(days) filter(
      where
        is_closed
        and not is_merged
    ),
    null
  )::double as median_declined_days
from
  durations
  left join quantiles using (scope_id)
group by
  scope_id
order by
  scope_id
