-- metric: code_lines_by_month
-- id: B2, C8
-- title: Changed lines of code by month
-- question: How much code changes each month, and which months are unusual?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Code Changes Lines"; usual range by metrics.md 0.13 (house rule, after CHAOSS "Burstiness")
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
--   changed_line_count   BIGINT   lines    added and deleted lines in files of class code and test, by the date commits landed; an edited line counts twice; null when no commit of the month could be read
--   usual_median         DOUBLE   lines    median of changed_line_count over the 12 months before; null with fewer than 6 of them
--   usual_low            BIGINT   lines    smallest changed_line_count that is within the usual range
--   usual_high           BIGINT   lines    largest changed_line_count that is within the usual range
--   change               VARCHAR  word     above, below or within the usual range; unknown with fewer than 6 earlier months, for a partial month and where commits could not be read
--   added_line_count     BIGINT   lines    the added ones
--   deleted_line_count   BIGINT   lines    the deleted ones
--   commit_count         BIGINT   commits  commits that change such files, without merges, bots, mechanical and import commits, each hash once
--   unread_commit_count  BIGINT   commits  commits of the month whose lines could not be read, so that the counts are too small
-- limits: lines are the easiest figure to distort; they say how much moved, not how much was achieved. Binary files have no lines.
with
  commits as (
    select
      scope_id,
      sha,
      arg_min(repo_id, (is_damaged, repo_id)) as repo_id,
      date_trunc('month', min(landed_at))::date as month,
      bool_or(is_line_work) as is_line_work,
      bool_and(is_damaged) as is_damaged
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
  line_months as (
    select
      scope_id,
      month,
      sum(added_line_count) as added_line_count,
      sum(deleted_line_count) as deleted_line_count,
      count(distinct sha) as commit_count
    from
      commits
      join fct_commit_file using (repo_id, sha)
    where
      is_line_work
      and file_class in ('code', 'test')
    group by
      scope_id,
      month
  ),
  commit_months as (
    select
      scope_id,
      month,
      count_if(is_damaged) as unread_commit_count,
      count_if(not is_damaged) as read_commit_count
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
      if(
        unread_commit_count > 0
        and read_commit_count = 0,
        null,
        coalesce(line_months.added_line_count, 0)
      )::bigint as added_line_count,
      if(
        unread_commit_count > 0
        and read_commit_count = 0,
        null,
        coalesce(line_months.deleted_line_count, 0)
      )::bigint as deleted_line_count,
      coalesce(line_months.commit_count, 0) as commit_count,
      coalesce(unread_commit_count, 0)::bigint as unread_commit_count
    from
      months
      left join commit_months using (scope_id, month)
      left join line_months using (scope_id, month)
  ),
  earlier_months as (
    select
      scope_id,
      month,
      count(added_line_count) over earlier as month_count,
      median(added_line_count + deleted_line_count) over earlier as median_count,
      2 * greatest(
        1.4826 * mad(added_line_count + deleted_line_count) over earlier,
        sqrt(greatest(median(added_line_count + deleted_line_count) over earlier, 1))
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
  added_line_count + deleted_line_count as changed_line_count,
  usual_median,
  usual_low,
  usual_high,
  case
    when is_partial
    or usual_median is null
    or unread_commit_count > 0 then 'unknown'
    when changed_line_count > usual_high then 'above'
    when changed_line_count < usual_low then 'below'
    else 'within'
  end as change,
  added_line_count,
  deleted_line_count,
  commit_count,
  unread_commit_count
from
  counted_months
  left join usual_ranges using (scope_id, month)
where
  month >= $from::timestamptz::date
order by
  scope_id,
  month
