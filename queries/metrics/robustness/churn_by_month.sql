-- metric: churn_by_month
-- id: C8, B2
-- title: Code churn by month
-- question: How many lines of code and tests are added and deleted each month, and which months are unusual?
-- family: robustness
-- status: experimental
-- source: CHAOSS metric "Code Changes Lines"; the usual range is the median of the 12 months before, plus and minus twice their noise
-- needs: git
-- grain: scope_id, month
-- window: 36 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id             BIGINT   key      dim_scope.scope_id
--   month                DATE     month    first day of the month in UTC, from the month of the scope's first line work on
--   is_partial           BOOLEAN  flag     whether the data ends before the month does, so that its counts are too small
--   commit_count         BIGINT   commits  commits that are line work and changed code or tests, by the date they landed, each hash once
--   unread_commit_count  BIGINT   commits  commits that are line work and whose lines could not be read
--   added_line_count     BIGINT   lines    lines added to code and tests; a line edited counts as added and as deleted
--   deleted_line_count   BIGINT   lines    lines deleted from code and tests
--   churned_line_count   BIGINT   lines    added and deleted lines
--   usual_median         DOUBLE   lines    median of churned_line_count over the 12 months before; null with fewer than 6 of them
--   usual_low            BIGINT   lines    smallest churned_line_count that is within the usual range
--   usual_high           BIGINT   lines    largest churned_line_count that is within the usual range
--   change               VARCHAR  word     above, below or within the usual range; unknown with fewer than 6 earlier months or for a partial month
-- limits: lines are easy to distort; without mechanical commits (reformatting, imports), generated, vendored and translated files. Says nothing about a person.
with
  commits as (
    select
      scope_id,
      sha,
      min(repo_id) as repo_id,
      min(landed_at) as landed_at,
      bool_or(is_damaged) as is_damaged
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
      and is_line_work
    group by
      scope_id,
      sha
  ),
  commit_lines as (
    select
      repo_id,
      sha,
      sum(added_line_count) as added_line_count,
      sum(deleted_line_count) as deleted_line_count
    from
      fct_commit_file
    where
      file_class in ('code', 'test')
    group by
      repo_id,
      sha
  ),
  commit_months as (
    select
      scope_id,
      date_trunc('month', landed_at)::date as month,
      count(commit_lines.sha) as commit_count,
      count_if(is_damaged) as unread_commit_count,
      sum(added_line_count) as added_line_count,
      sum(deleted_line_count) as deleted_line_count
    from
      commits
      left join commit_lines using (repo_id, sha)
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
      coalesce(unread_commit_count, 0)::bigint as unread_commit_count,
      coalesce(added_line_count, 0)::bigint as added_line_count,
      coalesce(deleted_line_count, 0)::bigint as deleted_line_count,
      (coalesce(added_line_count, 0) + coalesce(deleted_line_count, 0))::bigint as churned_line_count
    from
      months
      left join commit_months using (scope_id, month)
  ),
  earlier_months as (
    select
      scope_id,
      month,
      count(*) over earlier as month_count,
      median(churned_line_count) over earlier as usual_median,
      2 * greatest(
        1.4826 * mad(churned_line_count) over earlier,
        sqrt(greatest(median(churned_line_count) over earlier, 1))
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
      usual_median,
      greatest(floor(usual_median - noise) + 1, 0)::bigint as usual_low,
      (ceil(usual_median + noise) - 1)::bigint as usual_high
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
  unread_commit_count,
  added_line_count,
  deleted_line_count,
  churned_line_count,
  usual_median,
  usual_low,
  usual_high,
  case
    when is_partial
    or usual_median is null then 'unknown'
    when churned_line_count > usual_high then 'above'
    when churned_line_count < usual_low then 'below'
    else 'within'
  end as change
from
  counted_months
  left join usual_ranges using (scope_id, month)
where
  month >= $from::timestamptz::date
order by
  scope_id,
  month
