-- metric: activity_times
-- id: B14
-- title: Hours and weekdays of work
-- question: At which local hours and on which days do people commit?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Activity Dates and Times"
-- needs: git
-- grain: scope_id, weekday, hour
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                  BIGINT   key      dim_scope.scope_id
--   weekday                   INTEGER  weekday  1 for Monday to 7 for Sunday, in the author's local time
--   hour                      INTEGER  hour     0 to 23, in the author's local time
--   commit_count              BIGINT   commits  commits of the window that are work, by author date and the offset written with it, each hash once
--   share_of_known            DOUBLE   share    of the commits whose local time is known
--   commit_count_known_share  DOUBLE   share    commits of the scope whose local time is known, of all in the window
-- limits: a commit shows when it was written down, not how long was worked on it. The offset is that of the author's computer; an offset of 0 that nearly all commits of a person or an era have is taken as not known.
with
  commits as (
    select
      scope_id,
      sha,
      min(authored_at + to_minutes(author_offset_minutes)) as local_at
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and authored_at >= $from::timestamptz
      and authored_at < $to::timestamptz
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha
  ),
  totals as (
    select
      scope_id,
      count(*) as all_count,
      count(local_at) as known_count
    from
      commits
    group by
      scope_id
    having
      count(local_at) > 0
  ),
  cells as (
    select
      scope_id,
      isodow(local_at) as weekday,
      hour(local_at) as hour,
      count(*) as commit_count
    from
      commits
    where
      local_at is not null
    group by
      scope_id,
      isodow(local_at),
      hour(local_at)
  ),
  weekdays as (
    select
      scope_id,
      known_count,
      all_count,
      unnest(range(1, 8)) as weekday
    from
      totals
  ),
  hours as (
    select
      scope_id,
      known_count,
      all_count,
      weekday,
      unnest(range(0, 24)) as hour
    from
      weekdays
  )
select
  scope_id,
  weekday::integer as weekday,
  hour::integer as hour,
  coalesce(commit_count, 0) as commit_count,
  coalesce(commit_count, 0) / known_count as share_of_known,
  known_count / all_count as commit_count_known_share
from
  hours
  left join cells using (scope_id, weekday, hour)
order by
  scope_id,
  weekday,
  hour
