-- metric: stars_by_month
-- id: B15
-- title: Stars by month
-- question: How does attention change?
-- family: vitality
-- status: experimental
-- source: GitHub's counts of the days of collection, since it shows the dates of stars to admins and collaborators only
-- needs: repository
-- grain: scope_id, month
-- window: 24 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id            BIGINT  key       dim_scope.scope_id
--   month               DATE    month     first day of the month (UTC); only months in which all repositories of the scope were read; a reading on the first day of a month is the end of the month before
--   snapshot_date       DATE    day       oldest of the newest readings in the month
--   star_count          BIGINT  stars     stars on those readings, over all repositories
--   star_change         BIGINT  stars     against the month before, less those taken back; null where that month was not read
--   watcher_count       BIGINT  accounts  accounts that watch, over all repositories
--   network_fork_count  BIGINT  forks     forks of the whole network, those of forks included
-- limits: begins with the first collection. An account that stars two repositories counts twice. Stars are attention, not use, and can be bought.
with
  repositories as (
    select
      scope_id,
      count(*) as repository_count
    from
      map_scope_repo
    where
      list_contains($scope_ids::bigint[], scope_id)
    group by
      scope_id
  ),
  readings as (
    select
      scope_id,
      repo_id,
      date_trunc('month', snapshot_date - interval 1 day)::date as month,
      arg_max(
        struct_pack(snapshot_date, star_count, watcher_count, fork_count),
        snapshot_date
      ) as newest
    from
      map_scope_repo
      join fct_repo_snapshot using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and snapshot_date > $from::date
      and snapshot_date <= $to::date
    group by
      scope_id,
      repo_id,
      date_trunc('month', snapshot_date - interval 1 day)
  ),
  months as (
    select
      scope_id,
      month,
      count(*) as read_count,
      min(newest.snapshot_date) as snapshot_date,
      sum(newest.star_count)::bigint as star_count,
      sum(newest.watcher_count)::bigint as watcher_count,
      sum(newest.fork_count)::bigint as network_fork_count
    from
      readings
    group by
      scope_id,
      month
  ),
  whole_months as (
    select
      scope_id,
      month,
      snapshot_date,
      star_count,
      watcher_count,
      network_fork_count
    from
      months
      join repositories using (scope_id)
    where
      read_count = repository_count
  )
select
  this_month.scope_id,
  this_month.month,
  this_month.snapshot_date,
  this_month.star_count,
  this_month.star_count - last_month.star_count as star_change,
  this_month.watcher_count,
  this_month.network_fork_count
from
  whole_months as this_month
  left join whole_months as last_month on last_month.scope_id = this_month.scope_id
  and last_month.month = (this_month.month - interval 1 month)::date
order by
  this_month.scope_id,
  this_month.month
