-- metric: monthly_summary
-- id: B1, B2, B3, A7, B10
-- title: The last month in figures
-- question: What changed in the last month, and is it unusual?
-- family: vitality
-- status: experimental
-- source: the monthly metrics side by side; usual range by metrics.md 0.13 (house rule, after CHAOSS "Burstiness")
-- needs: git
-- grain: scope_id, measure
-- window: 1 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive; the month before it is the one that is summed up
-- columns:
--   scope_id          BIGINT   key     dim_scope.scope_id
--   measure           VARCHAR  word    commits, changed_lines, authors, newcomers, returning_authors, releases or bot_commits, each counted as in the metrics activity_by_month, code_lines_by_month, active_contributors_by_month, contributor_flow and releases
--   month             DATE     month   first day of the month in UTC
--   is_partial        BOOLEAN  flag    whether the data ends before the month does, so that its values are too small
--   value             BIGINT   count   the month's value
--   previous_value    BIGINT   count   value of the month before; null before the scope's first month
--   year_ago_value    BIGINT   count   value of the same month a year before; null before the scope's first month
--   usual_median      DOUBLE   count   median of the 12 months before; null with fewer than 6 of them
--   usual_low         BIGINT   count   smallest value within the usual range
--   usual_high        BIGINT   count   largest value within the usual range
--   change            VARCHAR  word    above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month
--   deviation         DOUBLE   noises  (value - usual_median) / usual noise; 2 or more away is a change; null where change is unknown
--   as_high_month     DATE     month   newest earlier month with at least this value; null when there never was one
--   as_low_month      DATE     month   newest earlier month with at most this value; null when there never was one
-- limits: a change is what exceeds the usual spread of the 12 months before; whether it is good or bad it does not say. Reviews and issues are not among the measures. Lines of commits that could not be read are missing.
with
  commits as (
    select
      scope_id,
      sha,
      arg_min(repo_id, (is_damaged, repo_id)) as repo_id,
      date_trunc('month', min(landed_at))::date as month,
      bool_or(is_work) as is_work,
      bool_or(is_line_work) as is_line_work,
      bool_or(
        is_bot
        and not is_merge
      ) as is_bot_work
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
    group by
      scope_id,
      sha
  ),
  author_months as (
    select
      scope_id,
      date_trunc('month', authored_at)::date as month,
      lag(date_trunc('month', authored_at)::date) over (
        partition by
          scope_id,
          credits.person_id
        order by
          date_trunc('month', authored_at)::date
      ) as earlier_month
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_credit as credits using (repo_id, sha)
      left join dim_person as people on people.person_id = credits.person_id
    where
      list_contains($scope_ids::bigint[], scope_id)
      and is_work
      and role in ('author', 'co_author')
      and people.is_bot is not true
      and credits.person_id is not null
      and authored_at < $to::timestamptz
      and landed_at < $to::timestamptz
    group by
      scope_id,
      credits.person_id,
      date_trunc('month', authored_at)::date
  ),
  tags as (
    select
      scope_id,
      name,
      sha,
      date_trunc('month', min(tagged_at))::date as month
    from
      map_scope_repo
      join fct_tag using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and is_version
      and not is_prerelease
      and tagged_at < $to::timestamptz
    group by
      scope_id,
      name,
      sha
  ),
  month_values as (
    select
      scope_id,
      month,
      unnest(['commits', 'bot_commits', 'changed_lines', 'releases']) as measure,
      unnest([count_if(is_work), count_if(is_bot_work), 0, 0]) as value
    from
      commits
    group by
      scope_id,
      month
    union all
    select
      scope_id,
      month,
      'changed_lines',
      sum(added_line_count + deleted_line_count)
    from
      commits
      join fct_commit_file using (repo_id, sha)
    where
      is_line_work
      and file_class in ('code', 'test')
    group by
      scope_id,
      month
    union all
    select
      scope_id,
      month,
      unnest(['authors', 'newcomers', 'returning_authors']),
      unnest(
        [
          count(*),
          count_if(earlier_month is null),
          count_if(coalesce(earlier_month + interval 12 months < month, false))
        ]
      )
    from
      author_months
    group by
      scope_id,
      month
    union all
    select
      scope_id,
      month,
      'releases',
      count(*)
    from
      tags
    group by
      scope_id,
      month
  ),
  months as (
    select
      scope_id,
      measure,
      unnest(range(min(month)::timestamptz, $to::timestamptz, interval 1 month))::date as month
    from
      month_values
    group by
      scope_id,
      measure
  ),
  counted_months as (
    select
      scope_id,
      measure,
      month,
      coalesce(sum(value), 0)::bigint as value
    from
      months
      left join month_values using (scope_id, measure, month)
    group by
      scope_id,
      measure,
      month
  ),
  compared_months as (
    select
      scope_id,
      measure,
      month,
      value,
      lag(value) over measure_months as previous_value,
      lag(value, 12) over measure_months as year_ago_value,
      if(count(*) over earlier >= 6, median(value) over earlier, null) as usual_median,
      greatest(1.4826 * mad(value) over earlier, sqrt(greatest(median(value) over earlier, 1))) as noise
    from
      counted_months
    where
      month >= date_trunc('month', $to::timestamptz - interval 1 microsecond)::date - interval 12 months
    window
      measure_months as (
        partition by
          scope_id,
          measure
        order by
          month
      ),
      earlier as (
        partition by
          scope_id,
          measure
        order by
          month rows between 12 preceding
          and 1 preceding
      )
    qualify
      month = max(month) over (
        partition by
          scope_id,
          measure
      )
  )
select
  last_months.scope_id,
  last_months.measure,
  last_months.month,
  (last_months.month + interval 1 month)::timestamptz > $to::timestamptz as is_partial,
  any_value(last_months.value) as value,
  any_value(previous_value) as previous_value,
  any_value(year_ago_value) as year_ago_value,
  any_value(usual_median) as usual_median,
  if(
    any_value(usual_median) is null,
    null,
    greatest(floor(any_value(usual_median - 2 * noise)) + 1, 0)
  )::bigint as usual_low,
  (ceil(any_value(usual_median + 2 * noise)) - 1)::bigint as usual_high,
  case
    when is_partial
    or usual_high is null then 'unknown'
    when any_value(last_months.value) > usual_high then 'above'
    when any_value(last_months.value) < usual_low then 'below'
    else 'within'
  end as change,
  if(change = 'unknown', null, any_value((last_months.value - usual_median) / noise)) as deviation,
  max(earlier_months.month) filter(
    where
      earlier_months.value >= last_months.value
  ) as as_high_month,
  max(earlier_months.month) filter(
    where
      earlier_months.value <= last_months.value
  ) as as_low_month
from
  compared_months as last_months
  left join counted_months as earlier_months on earlier_months.scope_id = last_months.scope_id
  and earlier_months.measure = last_months.measure
  and earlier_months.month < last_months.month
group by
  last_months.scope_id,
  last_months.measure,
  last_months.month
order by
  last_months.scope_id,
  last_months.measure
