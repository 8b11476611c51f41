-- metric: contributor_retention
-- id: B11
-- title: Retention by year of the first contribution
-- question: Of the people who came in a year, how many are active in each year after?
-- family: vitality
-- status: experimental
-- source: cohort analysis; CHAOSS metric "Inactive Contributors" names the loss
-- needs: git
-- grain: scope_id, cohort_year, year_offset
-- window: all
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   to         TIMESTAMPTZ  required  end of what is seen, exclusive
-- columns:
--   scope_id         BIGINT   key     dim_scope.scope_id
--   cohort_year      INTEGER  year    calendar year (UTC) of the first contribution, by author date
--   year_offset      INTEGER  years   calendar years after cohort_year; only years that are over
--   cohort_count     BIGINT   people  people whose first authored or co-authored commit is of cohort_year
--   active_count     BIGINT   people  those of them who authored or co-authored a commit in that later year
--   retention_share  DOUBLE   share   active_count / cohort_count; read it with cohort_count, since a small cohort jumps
-- limits: calendar years: who came in December is active the next year sooner than who came in January. Active once in a year is enough. In a shallow clone the first cohort is wrong.
with
  active_years as (
    select distinct
      scope_id,
      credits.person_id,
      year(authored_at)::integer as active_year
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
  person_years as (
    select
      scope_id,
      active_year,
      min(active_year) over (
        partition by
          scope_id,
          person_id
      ) as cohort_year
    from
      active_years
  ),
  active_counts as (
    select
      scope_id,
      cohort_year,
      active_year,
      count(*) as active_count
    from
      person_years
    group by
      scope_id,
      cohort_year,
      active_year
  ),
  cohorts as (
    select
      scope_id,
      cohort_year,
      active_count as cohort_count,
      unnest(range(cohort_year, year($to::timestamptz)))::integer as active_year
    from
      active_counts
    where
      cohort_year = active_year
  )
select
  scope_id,
  cohort_year,
  active_year - cohort_year as year_offset,
  cohort_count,
  coalesce(active_count, 0) as active_count,
  coalesce(active_count, 0) / cohort_count as retention_share
from
  cohorts
  left join active_counts using (scope_id, cohort_year, active_year)
order by
  scope_id,
  cohort_year,
  year_offset
