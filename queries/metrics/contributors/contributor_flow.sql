-- metric: contributor_flow
-- id: A7
-- title: New, returning, continuing and lapsed contributors by month
-- question: Who comes, who stays and who leaves, month by month?
-- family: contributors
-- status: experimental
-- source: CHAOSS metrics "New Contributors" and "Inactive Contributors"
-- needs: git
-- grain: scope_id, month
-- window: 36 months
-- params:
--   scope_ids        BIGINT[]     required            scopes to answer for
--   from             TIMESTAMPTZ  required            start of the window
--   to               TIMESTAMPTZ  required            end of the window, exclusive
--   inactive_months  INTEGER      default=12 1..1200  months without a contribution after which a person has lapsed
-- columns:
--   scope_id          BIGINT   key     dim_scope.scope_id
--   month             DATE     month   first day of the month in UTC, from the month of the scope's first contribution on
--   is_partial        BOOLEAN  flag    whether the data ends before the month does, so that its counts are too small
--   active_count      BIGINT   people  authors and co-authors of work of the month, by author date; new + returning + continuing
--   new_count         BIGINT   people  those whose first contribution ever is in the month
--   returning_count   BIGINT   people  those active before, but not in the inactive_months before the month
--   continuing_count  BIGINT   people  those active in the inactive_months before the month
--   lapsed_count      BIGINT   people  people whose last contribution, as seen at the month's end, lies exactly inactive_months back; null for a partial month
--   inactive_count    BIGINT   people  people known from before without a contribution in the inactive_months up to the month's end; null for a partial month
-- limits: counts authors and co-authors, not reviewers or reporters. The first months of a repository are all new. Where history is cut off (shallow clone), new and returning people cannot be told apart at its beginning and are not known there.
with
  active_people as (
    select distinct
      scope_id,
      credits.person_id,
      date_trunc('month', authored_at)::date as month
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
  ),
  spells as (
    select
      scope_id,
      month,
      date_diff('month', lag(month) over person, month) as months_before,
      date_diff('month', month, lead(month) over person) as months_after
    from
      active_people
    window
      person as (
        partition by
          scope_id,
          person_id
        order by
          month
      )
  ),
  changes as (
    select
      scope_id,
      month,
      true as is_active,
      months_before,
      false as is_lapse
    from
      spells
    union all
    select
      scope_id,
      (month + to_months($inactive_months::integer))::date,
      false,
      null,
      true
    from
      spells
    where
      months_after is null
      or months_after > $inactive_months::integer
  ),
  month_changes as (
    select
      scope_id,
      month,
      count_if(is_active) as active_count,
      count_if(
        is_active
        and months_before is null
      ) as new_count,
      count_if(
        is_active
        and months_before > $inactive_months::integer
      ) as returning_count,
      count_if(
        is_active
        and months_before <= $inactive_months::integer
      ) as continuing_count,
      count_if(is_lapse) as lapsed_count
    from
      changes
    group by
      scope_id,
      month
  ),
  lives as (
    select
      scope_id,
      min(month) as first_month,
      coalesce(bool_or(is_shallow), false) as is_shallow
    from
      month_changes
      join map_scope_repo using (scope_id)
      left join dim_repo using (repo_id)
    group by
      scope_id
  ),
  months as (
    select
      scope_id,
      is_shallow,
      first_month,
      unnest(range(first_month::timestamptz, $to::timestamptz, interval 1 month))::date as month
    from
      lives
  ),
  counted_months as (
    select
      scope_id,
      month,
      is_shallow
      and month < first_month + to_months($inactive_months::integer) as is_unknown,
      (month + interval 1 month)::timestamptz > $to::timestamptz as is_partial,
      coalesce(active_count, 0)::bigint as active_count,
      coalesce(new_count, 0)::bigint as new_count,
      coalesce(returning_count, 0)::bigint as returning_count,
      coalesce(continuing_count, 0)::bigint as continuing_count,
      coalesce(lapsed_count, 0)::bigint as lapsed_count,
      sum(coalesce(lapsed_count, 0) - coalesce(returning_count, 0)) over (
        partition by
          scope_id
        order by
          month
      )::bigint as inactive_count
    from
      months
      left join month_changes using (scope_id, month)
  )
select
  scope_id,
  month,
  is_partial,
  active_count,
  if(is_unknown, null, new_count) as new_count,
  if(is_unknown, null, returning_count) as returning_count,
  if(is_unknown, null, continuing_count) as continuing_count,
  if(
    is_unknown
    or is_partial,
    null,
    lapsed_count
  ) as lapsed_count,
  if(
    is_unknown
    or is_partial,
    null,
    inactive_count
  ) as inactive_count
from
  counted_months
where
  month >= $from::timestamptz::date
order by
  scope_id,
  month
