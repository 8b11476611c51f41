-- metric: activity_by_month
-- id: B1
-- title: Commits by month
-- question: How much happens each month, and which months are unusual?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Code Changes Commits"; usual range by metrics.md 0.13 (house rule, after CHAOSS "Burstiness")
-- needs: git
-- grain: scope_id, month
-- window: 36 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id             BIGINT   key      dim_scope.scope_id
--   month                DATE     month    first day of the month in UTC, from the month of the scope's first commit on
--   is_partial           BOOLEAN  flag     whether the data ends before the month does, so that its counts are too small
--   commit_count         BIGINT   commits  commits that are work (no merges, bots, agents or empty ones), by the date they landed, each hash once
--   usual_median         DOUBLE   commits  median of commit_count over the 12 months before; null with fewer than 6 of them
--   usual_low            BIGINT   commits  smallest commit_count that is within the usual range
--   usual_high           BIGINT   commits  largest commit_count that is within the usual range
--   change               VARCHAR  word     above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month
--   all_commit_count     BIGINT   commits  commits of any kind; the sum of commit_count and the four counts that follow
--   merge_commit_count   BIGINT   commits  commits with two parents or more
--   bot_commit_count     BIGINT   commits  commits by bots that are no merges
--   agent_commit_count   BIGINT   commits  commits by coding agents that are no merges
--   empty_commit_count   BIGINT   commits  commits by people that change no file and are no merges
-- limits: counts what reached the default branch; a squash merge counts once, whatever its size. Commits without a usable date are in no month.
with
  commits as (
    select
      scope_id,
      sha,
      min(landed_at) as landed_at,
      bool_or(is_work) as is_work,
      bool_or(is_merge) as is_merge,
      bool_or(fct_commit.is_bot) as is_bot,
      bool_or(kind is not distinct from 'agent') as is_agent
    from
      map_scope_repo
      join fct_commit using (repo_id)
      left join dim_person using (person_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
    group by
      scope_id,
      sha
  ),
  commit_months as (
    select
      scope_id,
      date_trunc('month', landed_at)::date as month,
      count_if(is_work) as commit_count,
      count(*) as all_commit_count,
      count_if(is_merge) as merge_commit_count,
      count_if(
        not is_merge
        and is_bot
        and not is_agent
      ) as bot_commit_count,
      count_if(
        not is_merge
        and is_bot
        and is_agent
      ) as agent_commit_count,
      count_if(
        not is_merge
        and not is_bot
        and not is_work
      ) as empty_commit_count
    from
      commits
    group by
      scope_id,
      month
  ),
  months as (
    select
      scope_id,
      unnest(range(min(month)::timestamptz, $to::timestamptz, interval 1 month))::date as month
    from
      commit_months
    group by
      scope_id
  ),
  counted_months as (
    select
      scope_id,
      month,
      coalesce(commit_count, 0)::bigint as commit_count,
      coalesce(all_commit_count, 0)::bigint as all_commit_count,
      coalesce(merge_commit_count, 0)::bigint as merge_commit_count,
      coalesce(bot_commit_count, 0)::bigint as bot_commit_count,
      coalesce(agent_commit_count, 0)::bigint as agent_commit_count,
      coalesce(empty_commit_count, 0)::bigint as empty_commit_count
    from
      months
      left join commit_months using (scope_id, month)
  ),
  earlier_months as (
    select
      scope_id,
      month,
      count(*) over earlier as month_count,
      median(commit_count) over earlier as median_count,
      2 * greatest(
        1.4826 * mad(commit_count) over earlier,
        sqrt(greatest(median(commit_count) over earlier, 1))
      ) as noise
    from
      counted_months
    window
      earlier as (
        partition by
          scope_id
        order by
          month rows between 12 preceding
          and 1 preceding
      )
  ),
  usual_ranges as (
    select
      scope_id,
      month,
      median_count as usual_median,
      greatest(floor(median_count - noise) + 1, 0)::bigint as usual_low,
      (ceil(median_count + noise) - 1)::bigint as usual_high
    from
      earlier_months
    where
      month_count >= 6
  )
select
  scope_id,
  month,
  (month + interval 1 month)::timestamptz > $to::timestamptz as is_partial,
  commit_count,
  usual_median,
  usual_low,
  usual_high,
  case
    when is_partial
    or usual_median is null then 'unknown'
    when commit_count > usual_high then 'above'
    when commit_count < usual_low then 'below'
    else 'within'
  end as change,
  all_commit_count,
  merge_commit_count,
  bot_commit_count,
  agent_commit_count,
  empty_commit_count
from
  counted_months
  left join usual_ranges using (scope_id, month)
where
  month >= $from::timestamptz::date
order by
  scope_id,
  month
