-- metric: forks_by_month
-- id: B15
-- title: Forks by month
-- question: How many people copy the repository to work on it, and do any of them come back with a change?
-- family: vitality
-- status: experimental
-- source: CHAOSS metric "Technical Fork"
-- needs: forks, pulls
-- grain: scope_id, month
-- window: 24 months
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                 BIGINT   key    dim_scope.scope_id
--   month                    DATE     month  first day of the month (UTC)
--   is_partial               BOOLEAN  flag   whether the data ends before the month does
--   fork_count               BIGINT   forks  direct forks made in the month
--   contributing_fork_count  BIGINT   forks  those whose owner has opened a pull request before the end
-- limits: forks that are gone are not seen, so that old months look smaller than they were. A fork is no use of the software.
with
  forks as (
    select
      scope_id,
      repo_id,
      node_id,
      owner_account_id,
      created_at
    from
      map_scope_repo
      join fct_fork using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and created_at >= $from::timestamptz
      and created_at < $to::timestamptz
  ),
  contributors as (
    select distinct
      repo_id,
      author_account_id as owner_account_id
    from
      fct_pull_request
    where
      created_at < $to::timestamptz
      and author_account_id is not null
  ),
  months as (
    select
      scope_id,
      unnest(
        generate_series(
          date_trunc('month', $from::timestamptz),
          $to::timestamptz - interval 1 microsecond,
          interval 1 month
        )
      ) as month_start
    from
      (
        select distinct
          scope_id
        from
          map_scope_repo
        where
          list_contains($scope_ids::bigint[], scope_id)
      )
  )
select
  months.scope_id,
  months.month_start::date as month,
  months.month_start + interval 1 month > $to::timestamptz as is_partial,
  count(forks.node_id) as fork_count,
  count(contributors.repo_id) as contributing_fork_count
from
  months
  left join forks on forks.scope_id = months.scope_id
  and date_trunc('month', forks.created_at) = months.month_start
  left join contributors on contributors.repo_id = forks.repo_id
  and contributors.owner_account_id = forks.owner_account_id
group by
  months.scope_id,
  months.month_start
order by
  months.scope_id,
  month
