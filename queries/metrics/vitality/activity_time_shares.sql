-- metric: activity_time_shares
-- id: B14, G2
-- title: Share of work outside office hours
-- question: How much is written on weekday office hours, in the evening and on weekends?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Activity Dates and Times"; office hours after Riehle et al. 2014
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                  BIGINT  key      dim_scope.scope_id
--   commit_count              BIGINT  commits  commits of the window that are work, by author date, each hash once
--   known_commit_count        BIGINT  commits  those of them whose local time is known
--   commit_count_known_share  DOUBLE  share    known_commit_count / commit_count
--   office_commit_count       BIGINT  commits  written Monday to Friday, from 9:00 to before 17:00 local time; null when nothing is known
--   weekend_commit_count      BIGINT  commits  written on Saturday or Sunday, local time; null when nothing is known
--   office_share_of_known     DOUBLE  share    office_commit_count / known_commit_count; null when nothing is known
--   weekend_share_of_known    DOUBLE  share    weekend_commit_count / known_commit_count; null when nothing is known
-- limits: office hours differ by country and employer; a commit shows when it was written down. Not a proof of paid or unpaid work.
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
  counts as (
    select
      scope_id,
      count(*) as commit_count,
      count(local_at) as known_commit_count,
      count_if(
        isodow(local_at) <= 5
        and hour(local_at) between 9 and 16
      )::bigint as office_commit_count,
      count_if(isodow(local_at) >= 6)::bigint as weekend_commit_count
    from
      commits
    group by
      scope_id
  )
select
  scope_id,
  commit_count,
  known_commit_count,
  known_commit_count / commit_count as commit_count_known_share,
  office_commit_count,
  weekend_commit_count,
  office_commit_count / nullif(known_commit_count, 0) as office_share_of_known,
  weekend_commit_count / nullif(known_commit_count, 0) as weekend_share_of_known
from
  counts
order by
  scope_id
