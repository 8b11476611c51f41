-- metric: newcomer_retention
-- id: B11
-- title: Newcomers who stay
-- question: How many of the people who came in a year were still at work 3, 12 and 24 months after their first contribution?
-- family: vitality
-- status: experimental
-- source: cohort analysis with periods counted from each person's first contribution
-- needs: git
-- grain: scope_id, cohort_year, stay_months
-- window: all
-- params:
--   scope_ids      BIGINT[]     required           scopes to answer for
--   to             TIMESTAMPTZ  required           end of what is seen, exclusive
--   period_months  INTEGER      default=3 1..1200  length of the period in which a contribution is looked for (house rule)
-- columns:
--   scope_id        BIGINT   key     dim_scope.scope_id
--   cohort_year     INTEGER  year    calendar year (UTC) of the first authored or co-authored commit, by author date
--   stay_months     INTEGER  months  3, 12 or 24; no row before that is over for anybody
--   newcomer_count  BIGINT   people  people whose first contribution is of the year
--   complete_count  BIGINT   people  those of them whose period, period_months from stay_months after their first contribution on, is over
--   retained_count  BIGINT   people  those of complete_count who authored or co-authored a commit in that period
--   retained_share  DOUBLE   share   retained_count / complete_count; read it with complete_count, since a small cohort jumps
--   is_complete  BOOLEAN  flag  whether the period is over of everybody who can have come in the year
--   previous_newcomer_count  BIGINT  people  newcomer_count of the year before; null where nobody came in it or its period is not over
--   previous_retained_count  BIGINT  people  retained_count of the year before, likewise
-- limits: who pauses in just this period counts as gone, whoever returns later. Author dates; in a shallow clone the first cohort is wrong.
with
  contributions as (
    select distinct
      scope_id,
      credits.person_id,
      authored_at
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
  newcomers as (
    select
      scope_id,
      person_id,
      min(authored_at) as first_at
    from
      contributions
    group by
      scope_id,
      person_id
  ),
  periods as (
    select
      scope_id,
      person_id,
      year(first_at) as cohort_year,
      stay_months,
      first_at + to_months(stay_months) as starts_at,
      first_at + to_months(stay_months + $period_months::integer) as ends_at
    from
      newcomers
      cross join (
        select
          unnest([3, 12, 24]) as stay_months
      )
  ),
  stays as (
    select
      scope_id,
      person_id,
      stay_months,
      true as is_retained
    from
      periods
      join contributions using (scope_id, person_id)
    where
      authored_at >= starts_at
      and authored_at < ends_at
    group by
      scope_id,
      person_id,
      stay_months
  ),
  cohorts as (
    select
      scope_id,
      cohort_year::integer as cohort_year,
      stay_months,
      count(*) as newcomer_count,
      count_if(ends_at <= $to::timestamptz)::bigint as complete_count,
      count_if(
        ends_at <= $to::timestamptz
        and is_retained is not null
      )::bigint as retained_count,
      make_timestamptz(cohort_year + 1, 1, 1, 0, 0, 0) + to_months(stay_months + $period_months::integer) <= $to::timestamptz as is_complete
    from
      periods
      left join stays using (scope_id, person_id, stay_months)
    group by
      scope_id,
      cohort_year,
      stay_months
  )
select
  cohorts.scope_id,
  cohorts.cohort_year,
  cohorts.stay_months,
  cohorts.newcomer_count,
  cohorts.complete_count,
  cohorts.retained_count,
  cohorts.retained_count / cohorts.complete_count as retained_share,
  cohorts.is_complete,
  earlier.newcomer_count as previous_newcomer_count,
  earlier.retained_count as previous_retained_count
from
  cohorts
  left join cohorts as earlier on earlier.scope_id = cohorts.scope_id
  and earlier.cohort_year = cohorts.cohort_year - 1
  and earlier.stay_months = cohorts.stay_months
  and earlier.is_complete
where
  cohorts.complete_count > 0
order by
  cohorts.scope_id,
  cohorts.cohort_year,
  cohorts.stay_months
